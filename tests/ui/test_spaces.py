"""Distances grow with the screen and the words; what does not fit beside each other goes one below the other."""

import re

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from i18n.runs import Run
from tests.ui.places import PLACES, told
from tests.ui.test_every_screen import settle
from ui.widgets.spaces import Frame, Space, column, respace, row
from ui.widgets.tables import Cells
from ui.widgets.words import Words
from visit.elements import Table

ROW = tuple((Run(word),) for word in ("alfacalcidol", "0.75 mcg", "alendronate"))


def test_a_box_and_what_is_in_it_stand_apart_by_the_percent_asked_for(application):
    box = Frame("card")
    outer, inner = column(box, space=Space.STEP, margin=Space.SNUG), row(space=Space.TIGHT)
    outer.addLayout(inner)
    for percent in (250, 100, 125):
        respace(box, percent)
        assert outer.spacing() == Space.STEP * percent // 100
        assert outer.contentsMargins().left() == Space.SNUG * percent // 100
        assert inner.spacing() == Space.TIGHT * percent // 100


def test_tiles_stand_further_apart_on_a_larger_screen(open_window):
    def apart(size):
        window = open_window(size=size)
        window.fulfil(PLACES["home"])
        settle()
        first, second = window.stage.front._tiles[:2]
        between = second.x() - first.geometry().right()
        window.close()  # distances are the application's: one window at a time, as in a clinic
        return between

    assert apart((1024, 600)) < apart((1920, 1080)) < apart((3840, 2160))


@pytest.mark.parametrize("locale", ["en", "es_US", "ar"])
def test_all_eight_ways_are_in_sight_on_a_low_screen(open_window, locale):
    window = open_window(locale, size=(1024, 600))
    window.fulfil(PLACES["home"])
    settle()
    home = window.stage.front
    assert home.body.verticalScrollBar().maximum() == 0
    assert all(tile.visibleRegion().boundingRect().height() == tile.height() for tile in home._tiles)


def test_the_ways_fill_an_upright_screen_in_whole_rows(open_window):
    window = open_window(size=(1080, 1920))
    window.fulfil(PLACES["home"])
    settle()
    home = window.stage.front
    places = {(tile.x(), tile.y()) for tile in home._tiles}
    assert (len({x for x, _y in places}), len({y for _x, y in places})) == (2, 4)
    assert home._tiles[-1].mapTo(home, home._tiles[-1].rect().bottomLeft()).y() > home.height() * 9 // 10


def test_a_table_that_does_not_fit_turns_into_parts_and_back(application):
    holder = QWidget()
    cells = Cells(Table(caption=(), head=ROW, rows=(ROW,)))
    cells.setParent(holder)
    holder.show()
    for width, is_grid in ((900, True), (120, False), (900, True)):
        cells.resize(QSize(width, 400))
        settle()
        assert cells._grid.isVisible() == is_grid
    holder.close()


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_no_page_is_wider_than_its_window_in_the_largest_words(open_window, locale):
    window = open_window(locale, "light", 200, (1080, 1920))
    window.state.replace(told(window.state.visit))
    for name in ("study", "food_item", "findings"):
        window.fulfil(PLACES[name])
        settle()
        pages = [one for one in window.findChildren(QScrollArea) if one.isVisible()]
        assert all(one.widget().width() <= one.viewport().width() for one in pages), name


def right_edges(image: QImage) -> list[int]:
    """Give how far each line of dark words on white reaches to the right."""
    reached = [
        max((x for x in range(image.width()) if image.pixelColor(x, y).lightness() < 128), default=-1)
        for y in range(image.height())
    ]
    lines = "".join("x" if one >= 0 else " " for one in reached)
    return [max(reached[line.start() : line.end()]) for line in re.finditer("x+", lines)]


def test_lines_of_arabic_that_go_on_are_flush(application):
    label = Words("lead")
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    label.setStyleSheet("background: white; color: black; font-size: 40px")
    label.setText("ببب " * 11 + "ببب")
    label.show()
    label.resize(300, label.heightForWidth(300))
    settle()
    edges = right_edges(label.grab().toImage())
    label.close()
    assert len(edges) > 2
    assert max(edges) - min(edges) <= 2


def test_a_title_bar_less_room_dresses_nothing_anew(open_window):
    window = open_window(size=(1280, 800))
    worn = QApplication.instance().styleSheet()
    window.look.fit(1278, 774)
    assert QApplication.instance().styleSheet() == worn
    window.look.fit(1024, 600)
    assert QApplication.instance().styleSheet() != worn
