import json

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget

from content.library import Library
from i18n.live.marks import marked
from i18n.live.words import View
from i18n.tools.pictures import read_index
from tests.ui.translating.saving import save
from ui import routes, topics
from ui.translating.faults import Kind, faults, unspoken
from ui.translating.pictures import write
from ui.translating.pixels import misfits
from ui.translating.tour import Stop, go, stops


def told(window):
    return [(fault.kind, fault.numbers) for fault in faults(window)]


@pytest.fixture
def bare_window(qtbot):
    window = QWidget()
    window.resize(400, 300)
    qtbot.addWidget(window)
    window.show()
    return window


def label(window, text, box, *, wraps=False):
    made = QLabel(marked(text, 7), window)
    made.setWordWrap(wraps)
    made.setGeometry(*box)
    made.show()
    return made


def test_words_with_room_enough_are_no_fault(bare_window):
    label(bare_window, "Home", (0, 0, 200, 40))
    assert told(bare_window) == []


def test_words_that_are_cut_are_named_with_their_entry(bare_window):
    label(bare_window, "Much longer than its box", (0, 0, 40, 40))
    assert told(bare_window) == [(Kind.CUT, (7,))]


def test_a_line_too_many_is_cut(bare_window):
    label(bare_window, "many words that need three lines at least", (0, 0, 120, 20), wraps=True)
    assert told(bare_window) == [(Kind.CUT, (7,))]


def test_words_outside_of_what_holds_them_are_found(bare_window):
    label(bare_window, "Home", (380, 0, 100, 40))
    assert told(bare_window) == [(Kind.OUTSIDE, (7,))]


def test_words_over_other_words_are_found(bare_window):
    label(bare_window, "Home", (0, 0, 100, 40))
    label(bare_window, "Back", (50, 20, 100, 40))
    assert told(bare_window) == [(Kind.COVERED, (7,))]


def test_a_letter_that_no_font_of_ours_draws_is_found(bare_window, application):
    label(bare_window, "Home \U00012000", (0, 0, 300, 60))
    assert [(fault.kind, fault.detail) for fault in faults(bare_window)] == [(Kind.LETTER, "'\U00012000' U+12000")]


def test_a_sentence_in_no_catalogue_stands_out_among_longer_words(bare_window):
    label(bare_window, "⟦Ĥöḿé one⟧", (0, 0, 300, 40))
    label(bare_window, "⟦Ĥöḿé one⟧ and more ⟦Ɓàçķ⟧", (0, 50, 300, 40))
    label(bare_window, "⟦Ɓàçķ⟧", (0, 100, 300, 40)).setToolTip("Go back")
    assert [fault.detail for fault in unspoken(bare_window)] == ["and more", "Go back"]
    assert list(unspoken(bare_window, ("Go back", " and more "))) == []


def test_the_tour_comes_to_every_screen(real_store):
    library = Library.open(real_store)
    named = (*vars(routes).values(), *vars(topics).values())
    every = {one.screen for one in named if isinstance(one, type) and issubclass(one, routes.Route)}
    assert {stop.route.screen for stop in stops(library)} == every - {""}
    assert len(list(stops(library, with_items=True))) > 2 * len(list(stops(library)))
    library.close()


def test_pictures_and_index_say_where_each_text_stands(panel, tmp_path):
    session, folder = panel.session, tmp_path / "pictures"
    wanted = {"home", "guide-osteoporosis", "handout"}
    route = [stop for stop in stops(session.library, with_items=True) if stop.name in wanted]
    names = [seen.stop.name for seen in write(session, folder, route)]
    assert wanted <= set(names)
    stands = read_index(folder)
    home = next(stand for stand in stands["What would you like to do?"] if stand.screen == "home")
    picture = QImage(str(folder / home.picture))
    x, y, width, height = home.rectangle
    assert picture.rect().contains(x, y)
    assert picture.rect().contains(x + width - 1, y + height - 1)
    assert all((folder / stand.picture).is_file() for places in stands.values() for stand in places)
    assert any(stand.picture == "guide-osteoporosis-page.png" for stand in stands["guide.osteoporosis:title"])
    assert json.loads((folder / "index.json").read_text("utf-8"))["Help"][0]["room"] >= 0
    assert "guide.osteoporosis:title" in (folder / "index.html").read_text("utf-8")


def test_a_translation_with_a_word_too_long_for_its_button_is_named_with_file_and_line(panel, locales, qtbot):
    session = panel.session
    long = "Sí" + "borrarlotodo" * 12
    save(locales / "es_US/ui.po", "Yes, erase everything", msgstr=long)
    qtbot.waitUntil(lambda: long in session.window.language.gettext("Yes, erase everything"), timeout=60_000)
    every = misfits(session, [Stop("finish", routes.ToFinish())])
    found = next(one for one in every if one.key == "Yes, erase everything")
    entry = session.catalogue[session.catalogue.number("ui", "\x04Yes, erase everything")]
    assert (found.domain, found.key, found.rule, found.line) == ("ui", "Yes, erase everything", "pixels", entry.line)
    assert "finish, 100 %" in found.what


def test_nothing_is_cut_where_every_word_is_longer(panel):
    session = panel.session
    session.turn_to(View.PSEUDO)
    go(session.window, Stop("home", routes.ToHome()))
    assert list(faults(session.window)) == []
