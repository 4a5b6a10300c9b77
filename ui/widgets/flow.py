"""A layout that fills lines like words do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from ui.override import override
from ui.widgets.parts import Parts
from ui.widgets.spaces import Space


class Flow(Parts):
    """Set parts side by side and begin a new line where the room ends, in the direction of reading."""

    def __init__(self, owner: QWidget | None = None, space: int = Space.SNUG) -> None:
        super().__init__(owner, space)
        self._heights: dict[int, int] = {}
        self._least: QSize | None = None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def invalidate(self) -> None:
        self._heights, self._least = {}, None  # Qt asks many times before anything changes
        super().invalidate()

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            edge = self.contentsMargins()
            inner = self._place(QRect(0, 0, width - edge.left() - edge.right(), 0), is_trial=True)
            self._heights[width] = inner + edge.top() + edge.bottom()
        return self._heights[width]

    @override
    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._place(area.marginsRemoved(self.contentsMargins()), is_trial=False)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        if self._least is None:
            size = QSize()
            for item in self._items:
                size = size.expandedTo(item.minimumSize())
            self._least = size.grownBy(self.contentsMargins())
        return QSize(self._least)

    def _place(self, area: QRect, *, is_trial: bool) -> int:
        x, y, tall = 0, 0, 0
        for item in self._items:
            wanted = item.sizeHint()
            width = min(wanted.width(), area.width())
            height = item.heightForWidth(width) if item.hasHeightForWidth() else wanted.height()
            if x and x + width > area.width():
                x, y, tall = 0, y + tall + self._space, 0
            if not is_trial:
                item.setGeometry(self._mirrored(area, QRect(QPoint(area.x() + x, area.y() + y), QSize(width, height))))
            x, tall = x + width + self._space, max(tall, height)
        return y + tall

    def _mirrored(self, area: QRect, place: QRect) -> QRect:
        owner = self.parentWidget()
        if owner is not None and owner.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveRight(area.right() - (place.left() - area.left()))
        return place
