"""Screens wait, drawn and laid out, where people are likely to go next; nothing of an older visit comes with them."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QStackedWidget

from content.model import Depth, Guide
from tests.ui.staff_steps import words
from ui.routes import ToFindings, ToHome
from ui.topics import ToGuide, ToSources
from visit.visit import Taken

PLACE = ToGuide("guide.k2-trials")


def get_ready(window):
    for place in window.stage.front.onward():
        for step in window.stage.ready_aside(place):
            step()


def boxes(screen):
    return [label.geometry() for label in screen.findChildren(QLabel)]


def test_what_a_guide_leads_to_has_its_place_before_it_is_shown(window):
    window.fulfil(PLACE)
    get_ready(window)
    waiting = next(one for one in window.stage._waiting if one.is_at(ToSources(PLACE.guide)))
    before = boxes(waiting)
    window.fulfil(ToSources(PLACE.guide))
    QCoreApplication.processEvents()
    assert window.stage.front is waiting
    assert boxes(waiting) == before


def test_a_screen_made_ready_says_what_one_drawn_at_once_says(open_window):
    ready, plain = open_window(), open_window()
    for window in (ready, plain):
        window.state.replace(replace(window.state.visit, medicines=(Taken("medicine.warfarin"),)))
        window.fulfil(PLACE)
    get_ready(ready)
    for step in ready.stage.ready(ToFindings()):
        step()
    for place in (replace(PLACE, depth=Depth.MORE), ToSources(PLACE.guide), ToFindings()):
        for window in (ready, plain):
            window.fulfil(place)
            QCoreApplication.processEvents()
        assert words(ready.stage.front) == words(plain.stage.front)


def test_a_screen_that_waited_is_drawn_anew_for_another_visit(window):
    window.fulfil(PLACE)
    get_ready(window)
    window.state.replace(replace(window.state.visit, medicines=(Taken("medicine.warfarin"),)))
    window.fulfil(replace(PLACE, depth=Depth.MORE))
    QCoreApplication.processEvents()
    assert "warfarin" in words(window.stage.front)


def test_a_guide_one_comes_back_to_is_as_it_was_left(window):
    window.fulfil(PLACE)
    get_ready(window)
    left = window.stage.front
    window.fulfil(replace(PLACE, depth=Depth.MORE))
    window.fulfil(PLACE)
    assert window.stage.front is left


def test_few_screens_wait_and_none_after_the_visit(window):
    for guide in window.desk.library.ids(Guide)[:4]:
        window.fulfil(ToGuide(guide))
        get_ready(window)
    assert len(window.stage._waiting) <= 6
    window.fulfil(ToHome())
    window.erase()
    assert not window.stage._waiting
    assert window.findChild(QStackedWidget).count() == 1
