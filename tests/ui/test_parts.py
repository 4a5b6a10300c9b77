"""What layouts hold of their parts."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget
from shiboken6 import delete, isValid

from ui.page_screen import Area
from ui.widgets.flow import Flow
from ui.widgets.grid import Grid
from ui.widgets.spaces import empty


def filled(kind: type[QLayout]) -> tuple[QWidget, QLayout]:
    owner = QWidget()
    layout = kind(owner)
    for word in ("one", "two"):
        layout.addWidget(QLabel(word))
    return owner, layout


@pytest.mark.parametrize("kind", [Flow, Grid])
def test_a_layout_that_is_taken_apart_takes_its_items_with_it(application, kind):
    owner, layout = filled(kind)
    items = [layout.itemAt(0), layout.itemAt(1)]
    delete(owner)
    assert not any(map(isValid, items))


@pytest.mark.parametrize("kind", [Flow, Grid, QVBoxLayout, QHBoxLayout])
def test_what_is_taken_out_of_a_layout_is_gone(application, kind):
    owner, layout = filled(kind)
    items = [layout.itemAt(0), layout.itemAt(1)]
    empty(layout)
    assert layout.count() == 0
    assert not any(map(isValid, items))
    delete(owner)


def test_an_area_drawn_anew_keeps_nothing_of_what_was_there(application):
    area = Area()
    held = area.layout().itemAt(0)
    area.clear()
    assert not isValid(held)
    delete(area)
