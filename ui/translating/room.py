"""How much room words have where they stand, in pixels, measured on the widget that shows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QWidget,
)

from i18n.live.marks import bare, numbers
from ui.widgets.writing import writing_width


@dataclass(frozen=True, slots=True)
class Room:
    """The room there is and the room its words need, in pixels."""

    width: int
    height: int
    needs_width: int
    needs_height: int

    @property
    def left(self) -> int:
        """Give how many pixels the words could be wider before they are cut; below zero where they are cut."""
        return self.width - self.needs_width

    @property
    def is_enough(self) -> bool:
        """Tell whether everything can be read."""
        return self.width >= self.needs_width and self.height >= self.needs_height


def texts(widget: QWidget) -> Iterator[str]:
    """List what a widget shows or says: its words, then what stands in an empty field, its name, its tip."""
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()


def shown_text(widget: QWidget) -> str:
    """Give the words of a widget that can be seen, without marks; nothing where only a reader's program has some."""
    if isinstance(widget, QLabel | QAbstractButton):
        return bare(widget.text())
    if isinstance(widget, QLineEdit) and not widget.text():
        return bare(widget.placeholderText())
    return ""


def said_in(widget: QWidget) -> tuple[int, ...]:
    """List the numbers of the entries a widget shows, the whole before its parts; else of those it only says."""
    found = (numbers(text)[::-1] for text in texts(widget))
    return next((one for one in found if one), ())


def room(widget: QWidget) -> Room | None:
    """Measure a widget with words that can be seen; None for one without."""
    if not shown_text(widget).strip():
        return None
    if isinstance(widget, QLabel):
        inner = widget.contentsRect()
        if widget.wordWrap():
            return Room(inner.width(), widget.height(), _widest_word(widget), widget.heightForWidth(widget.width()))
        return Room(inner.width(), widget.height(), _advance(widget), widget.minimumSizeHint().height())
    least = widget.minimumSizeHint()
    if isinstance(widget, QLineEdit):
        return Room(writing_width(widget), widget.height(), _advance(widget), 0)
    return Room(widget.width(), widget.height(), max(_advance(widget), 0), min(least.height(), widget.height()))


def _advance(widget: QWidget) -> int:
    return max(widget.fontMetrics().horizontalAdvance(line) for line in shown_text(widget).split("\n"))


def _widest_word(label: QLabel) -> int:
    """Give the width of the widest part that cannot be broken: Qt's own least width of a label that wraps."""
    return label.minimumSizeHint().width() - (label.width() - label.contentsRect().width())


def sticks_out(widget: QWidget, window: QWidget) -> bool:
    """Tell whether a part of a widget lies outside of what holds it; what scrolls up and down may."""
    inner: QWidget = widget
    while inner is not window and (outer := inner.parentWidget()) is not None:
        place = QRect(widget.mapTo(outer, QPoint(0, 0)), widget.size())
        holds = outer.rect()
        is_scrolled = isinstance(outer.parentWidget(), QAbstractScrollArea) or isinstance(outer, QAbstractScrollArea)
        if place.left() < holds.left() or place.right() > holds.right():
            return True
        if not is_scrolled and (place.top() < holds.top() or place.bottom() > holds.bottom()):
            return True
        if is_scrolled:
            return False
        inner = outer
    return False


def place_in(widget: QWidget, window: QWidget) -> QRect:
    """Give the rectangle of a widget in its window."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
