"""The steps in which things stand apart, and small makers of layouts."""

from enum import IntEnum
from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget

L = TypeVar("L", bound=QBoxLayout)


class Space(IntEnum):
    """Distances in pixels."""

    NONE = 0
    TIGHT = 6
    SNUG = 10
    STEP = 16
    WIDE = 24
    PAGE = 36


def column(owner: QWidget | None = None, *, space: int = Space.STEP, margin: int = 0) -> QVBoxLayout:
    """Make a layout from top to bottom."""
    return _laid(QVBoxLayout(owner) if owner else QVBoxLayout(), space, margin)


def row(owner: QWidget | None = None, *, space: int = Space.STEP, margin: int = 0) -> QHBoxLayout:
    """Make a layout along the line of reading."""
    return _laid(QHBoxLayout(owner) if owner else QHBoxLayout(), space, margin)


def _laid(layout: L, space: int, margin: int) -> L:
    layout.setSpacing(space)
    layout.setContentsMargins(margin, margin, margin, margin)
    return layout


def frame(look: str) -> QFrame:
    """Make a box with a named look."""
    box = QFrame()
    box.setProperty("look", look)
    return box


def stacked(*parts: QWidget, space: int = Space.SNUG) -> QWidget:
    """Put widgets under each other."""
    holder = QWidget()
    layout = column(holder, space=space)
    for part in parts:
        layout.addWidget(part)
    return holder


def empty(layout: QLayout) -> None:
    """Take everything out of a layout, for good."""
    while (item := layout.takeAt(0)) is not None:
        _drop(item)


def _drop(item: QLayoutItem) -> None:
    if (inner := item.layout()) is not None:
        empty(inner)
        inner.deleteLater()
    if (widget := item.widget()) is not None:
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()
