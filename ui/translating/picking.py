"""The words under the pointer, and a frame around those that were picked."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from ui.override import override
from ui.translating.room import place_in, said_in


def under(window: QWidget, at: QPoint) -> QWidget | None:
    """Find the smallest widget in sight at a place of the window that says something of a catalogue."""
    found = [one for one in window.findChildren(QWidget) if one.isVisible() and in_sight(one, window).contains(at)]
    sized = sorted(found, key=lambda one: one.width() * one.height())
    return next((one for one in sized if said_in(one) and not _is_ground(one)), None)


def _is_ground(widget: QWidget) -> bool:
    """Tell whether a widget only holds others: its name is that of a whole page."""
    return not isinstance(widget, QAbstractButton) and bool(widget.findChildren(QLabel))


def in_sight(widget: QWidget, window: QWidget) -> QRect:
    """Give the part of a widget that is not scrolled away, in the window."""
    part = place_in(widget, window)
    above = widget.parentWidget()
    while above is not None and above is not window:
        part = part.intersected(place_in(above, window))
        above = above.parentWidget()
    return part


def saying(window: QWidget, number: int) -> QWidget | None:
    """Find a widget in front that says an entry, and scroll to it; one that shows it before one that only names it."""
    found = [one for one in window.findChildren(QWidget) if one.isVisibleTo(window) and number in said_in(one)]
    widget = min(found, key=lambda one: (said_in(one)[0] != number, one.width() * one.height()), default=None)
    above = widget.parentWidget() if widget else None
    while widget is not None and above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 20, 60)
        above = above.parentWidget()
    return widget


class Outline(QWidget):
    """A frame over the window that takes no touch."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def frame(self, widget: QWidget | None) -> None:
        """Frame a widget; none takes the frame away."""
        self.setVisible(widget is not None)
        if widget is not None:
            self.setGeometry(place_in(widget, self._window).adjusted(-4, -4, 4, 4))
            self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), 3, Qt.PenStyle.DashLine))
        painter.drawRect(self.rect().adjusted(2, 2, -3, -3))
        painter.end()
