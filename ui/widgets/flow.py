"""A layout that fills lines like words do."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

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
        y = 0
        for line in self._lines(area.width()):
            x, tall = 0, max(size.height() for _item, size in line)
            for item, size in line:
                if not is_trial:  # all of a line as tall as its tallest: Arabic letters beside Latin ones
                    place = QRect(area.topLeft() + QPoint(x, y), QSize(size.width(), tall))
                    item.setGeometry(self._mirrored(area, place))
                x += size.width() + self._space
            y += tall + self._space
        return max(0, y - self._space)

    def _lines(self, across: int) -> Iterator[list[tuple[QLayoutItem, QSize]]]:
        line: list[tuple[QLayoutItem, QSize]] = []
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wanted = item.sizeHint()
            width = min(wanted.width(), across)
            height = item.heightForWidth(width) if item.hasHeightForWidth() else wanted.height()
            if line and x + width > across:
                yield line
                line, x = [], 0
            line.append((item, QSize(width, height)))
            x += width + self._space
        if line:
            yield line

    def _mirrored(self, area: QRect, place: QRect) -> QRect:
        owner = self.parentWidget()
        if owner is not None and owner.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveRight(area.right() - (place.left() - area.left()))
        return place
