import pypdfium2
from PySide6.QtTest import QTest

from tests.ui.places import told
from tests.ui.translating.saving import save

PATIENCE_MS = 120_000


def words(pdf):
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())


def test_the_handout_stands_beside_as_a_draft_and_follows_what_is_saved(panel, locales, qtbot):
    panel.session.window.state.replace(told(panel.session.window.state.visit))
    panel.show_paper()
    qtbot.waitUntil(lambda: bool(panel.beside.pdf), timeout=PATIENCE_MS)
    assert "Mi folleto" in words(panel.beside.pdf)
    assert "Esta traducción es un borrador" in words(panel.beside.pdf)
    save(locales / "es_US/ui.po", "My handout", msgstr="Mi hoja nueva")
    qtbot.waitUntil(lambda: "Mi hoja nueva" in words(panel.beside.pdf), timeout=PATIENCE_MS)
    panel.show_paper()
    QTest.qWait(20)
    assert not panel.beside.isVisible()
