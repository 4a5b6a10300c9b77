import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QLabel

from content.model import Depth
from i18n.live.marks import bare, marked
from i18n.live.problems import State
from i18n.live.words import View
from i18n.locales import load
from tests.ui.places import ROOT
from tests.ui.translating.saving import save
from ui.fonts import FAMILIES, Fonts
from ui.routes import ToHelp, ToHome, ToLearn
from ui.topics import ToGuide
from ui.translating.card import difference
from ui.translating.faults import undrawn
from ui.translating.picking import saying
from ui.translating.room import place_in
from ui.widgets.words import Words

GUIDE = "guide.osteoporosis"
TITLE = f"{GUIDE}:title"
PATIENCE_MS = 60_000


def on_screen(window):
    return [bare(label.text()) for label in window.findChildren(QLabel) if label.isVisible()]


def shown_within(qtbot, window, text):
    qtbot.waitUntil(lambda: text in on_screen(window), timeout=PATIENCE_MS)


def label(window, text):
    return next(one for one in window.findChildren(QLabel) if one.isVisible() and bare(one.text()) == text)


def middle(widget, window):
    return place_in(widget, window).center()


def test_a_saved_sentence_is_on_the_screen_at_once(panel, locales, qtbot):
    window = panel.session.window
    window.fulfil(ToHome())
    save(locales / "es_US/ui.po", "Help", msgstr="Socorro")
    shown_within(qtbot, window, "Socorro")
    assert panel.state.text() == "Words of ui.po were read."


def test_a_catalogue_saved_in_place_is_seen_like_a_renamed_one_time_after_time(panel, locales, qtbot):
    window = panel.session.window
    for number, in_place in enumerate((False, True, False, True)):
        save(locales / "es_US/ui.po", "Help", in_place=in_place, msgstr=f"Ayuda {number}")
        shown_within(qtbot, window, f"Ayuda {number}")


def settle(bar):
    """Wait until the page has its full length, however long it takes."""
    seen = -1
    while bar.maximum() != seen:
        seen = bar.maximum()
        QTest.qWait(300)


def test_a_saved_guide_is_on_the_screen_at_once_and_stays_where_it_was_scrolled_to(panel, locales, qtbot):
    window = panel.session.window
    window.fulfil(ToGuide(GUIDE, Depth.MORE))
    bar = window.stage.front.body.verticalScrollBar()
    settle(bar)
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    save(locales / "es_US/guides.po", TITLE, msgstr="Huesos de papel")
    shown_within(qtbot, window, "Huesos de papel")
    qtbot.waitUntil(lambda: abs(bar.value() - place) <= 2, timeout=PATIENCE_MS)
    assert place > 0


def test_a_guide_shows_what_is_translated_before_the_whole_is_done(panel, locales, qtbot):
    window = panel.session.window
    window.fulfil(ToLearn())
    save(locales / "es_US/guides.po", f"{GUIDE}:purpose", msgstr="")
    window.fulfil(ToGuide(GUIDE))
    shown_within(qtbot, window, "Qué es la osteoporosis")


def test_a_broken_file_keeps_the_old_words_and_says_where_it_is_broken(panel, locales, qtbot):
    window, file = panel.session.window, locales / "es_US/ui.po"
    whole = file.read_text("utf-8")
    at = whole[: whole.index('msgid "Help"')].count("\n") + 2
    file.write_text(whole.replace('msgid "Help"\nmsgstr "Ayuda"', 'msgid "Help"\nmsgstr "Ayuda'), "utf-8")
    qtbot.waitUntil(lambda: f"es_US/ui.po:{at}: this line is not in PO form" in panel.state.text(), timeout=PATIENCE_MS)
    assert "Ayuda" in on_screen(window)
    file.write_text(whole.replace('msgstr "Ayuda"', 'msgstr "Socorro"'), "utf-8")
    shown_within(qtbot, window, "Socorro")
    assert panel.state.text() == "Words of ui.po were read."


def test_f2_tells_of_the_words_under_the_pointer_which_text_they_are(panel, locales, qtbot):
    window = panel.session.window
    window.fulfil(ToGuide(GUIDE))
    save(
        locales / "es_US/guides.po", TITLE, msgid="What osteoporosis is", previous_msgid="What osteoporosis was",
        flags=["fuzzy"], comment="Keep it short.", msgstr="Qué es",
    )  # fmt: skip
    shown_within(qtbot, window, "Qué es")
    QTest.mouseMove(window, middle(label(window, "Qué es"), window))
    panel.pick_at(middle(label(window, "Qué es"), window))
    told = panel.card.toPlainText()
    said = ("guide.osteoporosis:title", "guides.po:", str(State.FUZZY), "Keep it short.", "pixels of words are left")
    assert [one for one in said if one not in told] == []
    assert "What osteoporosis wasis" in told  # struck out, then underlined


def test_a_button_without_words_is_known_by_its_name(panel):
    window = panel.session.window
    window.fulfil(ToHome())
    QTest.qWait(20)
    panel.pick_at(middle(window.footer.search, window))
    assert "Search" in panel.card.toPlainText()


def test_a_sentence_that_holds_another_names_both(panel):
    window = panel.session.window
    window.fulfil(ToHome())
    QTest.qWait(20)
    title = label(window, bare(window.language.gettext("What would you like to do?")))
    title.setText(window.language.gettext("About {name}").format(name=window.language.gettext("Help")))
    panel.pick_at(middle(title, window))
    told = panel.card.toPlainText()
    assert "About {name}" in told
    assert "Also here\nHelp" in told


def test_the_keys_work_in_the_window_itself(panel, qtbot):
    window = panel.session.window
    window.activateWindow()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: panel.session.voice.view is View.ENGLISH, timeout=PATIENCE_MS)
    assert "Help" in on_screen(window)


def test_the_four_views_follow_each_other(panel):
    window, session = panel.session.window, panel.session
    window.fulfil(ToHelp())
    titles = []
    for _ in range(5):
        titles.append(bare(window.stage.front.title()))
        session.turn()
    entry = session.catalogue[session.catalogue.number("ui", "\x04Help")]
    assert titles == ["Ayuda", "Help", f"ui.po:{entry.line}", "⟦Ĥéļƥ one⟧", "Ayuda"]


def test_next_goes_from_problem_to_problem_and_to_the_screen_where_each_is_read(panel, locales, qtbot):
    window = panel.session.window
    save(locales / "es_US/ui.po", "What would you like to do?", msgstr="")
    save(locales / "es_US/guides.po", TITLE, flags=["fuzzy"])
    qtbot.waitUntil(lambda: len(panel.queue.problems) == 2, timeout=PATIENCE_MS)
    panel.step(1)
    assert window.history.here == ToHome()
    assert panel.left.text() == f"1 of 2: ui/screens/home.py, {State.MISSING}"
    panel.step(1)
    assert window.history.here == ToGuide(GUIDE, Depth.MORE)
    assert "guide.osteoporosis:title" in panel.card.toPlainText()
    panel.step(-1)
    assert window.history.here == ToHome()


def test_a_text_that_was_just_saved_with_another_dose_is_in_the_queue(panel, locales, qtbot):
    catalogue = panel.session.catalogue
    number = next(n for n, entry in catalogue.all() if entry.domain == "guides" and "[[" in entry.english)
    key, text = catalogue[number].key, catalogue[number].texts[0]
    save(locales / "es_US/guides.po", key, msgstr=text.replace("[[", "[[9", 1))
    wrong = (number, State.WRONG)
    found = lambda: [(one.number, one.state) for one in panel.queue.problems]  # noqa: E731
    qtbot.waitUntil(lambda: wrong in found(), timeout=PATIENCE_MS)


def test_a_text_further_down_is_scrolled_to(panel):
    window = panel.session.window
    window.fulfil(ToGuide(GUIDE, Depth.MORE))
    QTest.qWait(50)
    number = max(n for n, entry in panel.session.catalogue.all() if entry.key.startswith(f"{GUIDE}:blocks/"))
    assert saying(window, number) is not None
    area = window.stage.front.findChildren(QAbstractScrollArea)[0]
    assert area.verticalScrollBar().value() > 0


def test_a_longer_word_has_less_room_in_the_header_than_on_a_page(panel):
    window = panel.session.window
    window.fulfil(ToHelp())
    QTest.qWait(20)

    def left(widget):
        panel.pick_at(middle(widget, window))
        words = panel.card.toPlainText().partition(" pixels of words are left")[0].split()
        return int(words[-1])

    page, header = left(window.stage.front.head), left(window.header.help.words)
    assert 0 <= header < page
    assert "Ayuda" in on_screen(window)


def test_what_changed_in_the_english_is_shown_word_by_word():
    assert difference("Take one <b>", "Take two <b>") == "Take <s>one</s><u><b>two</b></u> &lt;b&gt;"


def test_nothing_is_picked_where_nothing_stands_nor_beside_the_words_of_a_page(panel):
    window = panel.session.window
    window.fulfil(ToHelp())
    QTest.qWait(20)
    panel.pick_at(QPoint(-5, -5))
    panel.pick_at(place_in(window.stage, window).bottomLeft() + QPoint(5, -5))
    assert panel.card.toPlainText() == ""


@pytest.mark.parametrize("code", ["es_US", "ar", "zh_Hans", "vi", "ko"])
def test_a_mark_takes_no_room_in_any_language(application, code):
    Fonts(ROOT / "resources/fonts").load(load(code).fonts)
    text = load(code).gettext("Choose your language to begin. This machine keeps nothing about you.")
    plain, with_mark = Words(text=text), Words(text=marked(text, 0xFEDC))
    for words in (plain, with_mark):
        words.setFont(QFont(FAMILIES, 15))
    assert [plain.heightForWidth(width) for width in range(60, 600, 7)] == [
        with_mark.heightForWidth(width) for width in range(60, 600, 7)
    ]
    assert plain.minimumSizeHint() == with_mark.minimumSizeHint()
    assert undrawn(with_mark, with_mark.text()) == set()
