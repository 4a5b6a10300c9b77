"""Digits to touch, as they stand on every telephone."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.widgets.button import ActionButton
from ui.widgets.spaces import Space

_DIGITS: Final = "123456789"


def digits(edit: QLineEdit, before: QWidget, after: QWidget) -> QGridLayout:
    """Make a grid of keys that write into a field; `before` and `after` stand beside the nought."""
    grid = QGridLayout()
    grid.setSpacing(Space.SNUG)
    for place, digit in enumerate(_DIGITS):
        grid.addWidget(_key(edit, digit), place // 3, place % 3)
    for place, part in enumerate((before, _key(edit, "0"), after)):
        grid.addWidget(part, 3, place)
    return grid


def _key(edit: QLineEdit, digit: str) -> ActionButton:
    key = ActionButton()
    key.say(digit)
    key.clicked.connect(partial(_type, edit, digit))
    return key


def _type(edit: QLineEdit, digit: str) -> None:
    edit.insert(digit)
