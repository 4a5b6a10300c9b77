"""A page that scrolls by finger, wheel, bar and keys, with a column no wider than people can read."""

from PySide6.QtCore import Property, QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QScroller, QSizePolicy, QVBoxLayout, QWidget

from ui.override import override
from ui.widgets.spaces import Holder, Space, column, respace


class Ground(Holder):
    """As tall as what is on it at the width it has: Qt would take the height of the least width, and end in nothing."""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


def follow_finger(view: QWidget) -> None:
    """Let a view be moved by finger.

    Qt answers with a new number of a gesture each time, and PySide makes a class of its own for a number it does not
    know and keeps it, 4 kB, for good. Nobody needs that answer, so every such number is called the same.
    """
    Qt.GestureType._missing_ = staticmethod(_custom)  # type: ignore[assignment]
    QScroller.grabGesture(view, QScroller.ScrollerGestureType.TouchGesture)


def _custom(_number: object) -> Qt.GestureType:
    return Qt.GestureType.CustomGesture


class Scroll(QScrollArea):
    """A scrolling page. Put widgets into `column`."""

    def __init__(self) -> None:
        super().__init__()
        self._spread = 100
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # a kiosk has no menus
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        view = QWidget()  # known to Python from the start: to ask Qt for its own takes a start 8 ms
        self.setViewport(view)
        follow_finger(view)
        ground = Ground()
        self._around = middle = QHBoxLayout(ground)
        middle.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.WIDE)
        page = Holder()
        page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column: QVBoxLayout = column(page, space=Space.STEP)
        middle.addStretch(0)
        middle.addWidget(page, 1)
        middle.addStretch(0)
        self._whole, self._page = ground, page
        self.setWidget(ground)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        by_keys = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._ring(is_shown=by_keys)
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring(is_shown=False)
        super().focusOutEvent(event)

    def _ring(self, *, is_shown: bool) -> None:
        """Show the ring only to those who move by keys: a whole page in a frame would puzzle everybody else."""
        self.setProperty("ring", "true" if is_shown else "false")
        self.style().polish(self)

    def _page_width(self) -> int:
        return self._page.maximumWidth()

    def _set_page_width(self, pixels: int) -> None:
        self._page.setMaximumWidth(pixels)

    widest = Property(int, _page_width, _set_page_width)
    """The greatest width of the column in pixels; the theme sets it (`qproperty-widest`)."""

    def _spread_now(self) -> int:
        return self._spread

    def _set_spread(self, percent: int) -> None:
        if percent != self._spread:
            self._spread = percent
            respace(self._whole, percent)

    spread = Property(int, _spread_now, _set_spread)
    """How far apart parts stand, in percent; the theme sets it (`qproperty-spread`)."""

    def set_margin(self, margin: int) -> None:
        """Keep this distance between the edge and the column."""
        self._around.setContentsMargins(margin, margin, margin, margin)

    def sight(self) -> QSize:
        """Give the pixels a page may take without having to scroll."""
        around, edges = self.contentsRect(), self._around.contentsMargins()
        inside = around.marginsRemoved(edges).size()
        return QSize(min(inside.width(), self._page.maximumWidth()), inside.height())

    def to_top(self) -> None:
        """Show the beginning."""
        self.verticalScrollBar().setValue(0)

    def reveal(self, widget: QWidget) -> None:
        """Bring a part into view that has just come, scrolling no further than that takes."""
        self.settle()
        self.ensureWidgetVisible(widget, 0, Space.WIDE)

    def settle(self) -> None:
        """Show new parts, each in its place, now: Qt would first draw nothing, or all pressed into the old room."""
        for part in self._whole.findChildren(QWidget):
            if part.isHidden() and not part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                part.show()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def show_part(self, widget: QWidget) -> None:
        """Bring a part into view, near the top."""
        place = widget.mapTo(self._whole, widget.rect().topLeft()).y()
        self.verticalScrollBar().setValue(max(0, place - Space.WIDE))

    def show_end(self, widget: QWidget) -> None:
        """Bring the lower edge of a part into view as well; Qt would be content with the place of the caret."""
        end = widget.mapTo(self._whole, widget.rect().bottomLeft()).y() + Space.STEP
        bar = self.verticalScrollBar()
        bar.setValue(max(bar.value(), end - self.viewport().height()))
