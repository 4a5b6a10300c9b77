"""The steps in which things stand apart, and small makers of layouts."""

from enum import IntEnum
from typing import Final, TypeVar

from PySide6.QtCore import Property, QSize
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget
from shiboken6 import delete

from ui.override import override

L = TypeVar("L", bound=QBoxLayout)

_DRAWN: Final = "drawn"
"""The property in which a layout keeps its distances as they were at 100 %."""


class Space(IntEnum):
    """Distances in pixels, at 100 %."""

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


def respace(widget: QWidget, percent: int) -> None:
    """Set the parts of a widget, and of those in it, so many percent as far apart as they were made."""
    layout = widget.layout()
    if layout is not None and _respaced(layout, percent):
        layout.invalidate()
        widget.updateGeometry()


def _respaced(layout: QLayout, percent: int) -> bool:
    """Do so for a layout; tell whether anything moved."""
    kept = layout.property(_DRAWN)
    edges = layout.contentsMargins()
    now = [*_gaps(layout), edges.left(), edges.top(), edges.right(), edges.bottom()]
    if kept is None:
        kept = now
        layout.setProperty(_DRAWN, kept)
    wanted = [size * percent // 100 if size > 0 else size for size in kept]
    if wanted != now:
        _set_gaps(layout, wanted[0], wanted[1])
        layout.setContentsMargins(*wanted[2:])
    moved = [_part_respaced(layout, place, percent) for place in range(layout.count())]
    return wanted != now or any(moved)


def _part_respaced(layout: QLayout, place: int, percent: int) -> bool:
    item = layout.itemAt(place)
    inner, inside = (item.layout(), item.widget()) if item is not None else (None, None)
    if inside is not None:
        if inside.property("spread") is None:
            respace(inside, percent)
        else:
            inside.setProperty("spread", percent)
    return inner is not None and _respaced(inner, percent)


def _gaps(layout: QLayout) -> tuple[int, int]:
    if isinstance(layout, QGridLayout):
        return layout.horizontalSpacing(), layout.verticalSpacing()
    return layout.spacing(), layout.spacing()


def _set_gaps(layout: QLayout, across: int, down: int) -> None:
    if isinstance(layout, QGridLayout):
        layout.setHorizontalSpacing(across)
        layout.setVerticalSpacing(down)
    else:
        layout.setSpacing(across)


def _bordered(widget: QWidget, inside: QSize) -> QSize:
    """Add what a box needs around its parts: its border, which it has once it is dressed."""
    widget.ensurePolished()
    return inside.grownBy(widget.contentsMargins())


class Holder(QWidget):
    """Parts as tall as they are at the width they get.

    Qt would ask every holder, and each in it, how tall it were at the width it likes best and at its least one, and
    for that lay out all words in it four times as often.
    """

    @override
    def sizeHint(self) -> QSize:
        inner = self.layout()
        return _bordered(self, inner.sizeHint()) if inner else super().sizeHint()


class Frame(QFrame):
    """A box with a named look; on a larger screen its parts stand further apart. As tall as a `Holder`."""

    def __init__(self, look: str) -> None:
        super().__init__()
        self._spread = 100
        self.setProperty("look", look)

    def _spread_now(self) -> int:
        return self._spread

    def _set_spread(self, percent: int) -> None:
        if percent != self._spread:
            self._spread = percent
            respace(self, percent)

    spread = Property(int, _spread_now, _set_spread)
    """How far apart parts stand, in percent; the theme sets it (`qproperty-spread`)."""

    @override
    def sizeHint(self) -> QSize:
        inner = self.layout()
        return _bordered(self, inner.sizeHint()) if inner else super().sizeHint()


def frame(look: str) -> Frame:
    """Make a box with a named look."""
    return Frame(look)


def stacked(*parts: QWidget, space: int = Space.SNUG) -> QWidget:
    """Put widgets under each other."""
    holder = Holder()
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
        return
    if (widget := item.widget()) is not None:
        widget.hide()
        widget.deleteLater()  # and not without a parent meanwhile: each would be dressed as a window of its own
    delete(item)  # whoever takes it out owns it
