"""A layout of equal columns: as many as the width allows."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from ui.override import override
from ui.widgets.parts import Parts
from ui.widgets.spaces import Space


class Grid(Parts):
    """Set parts in at most `most` equal columns, each at least `least_ems` wide; rows are as tall as needed.

    `is_even` wants no row with a gap; `fills` shares what is left of the height among the rows, up to twice their own.
    """

    def __init__(
        self,
        owner: QWidget | None = None,
        *,
        least_ems: int = 14,
        most: int = 4,
        is_even: bool = False,
        fills: bool = False,
    ) -> None:
        super().__init__(owner, Space.STEP)
        self._is_even, self._fills = is_even, fills
        self._least_ems = least_ems
        self._most = most
        self._known_least: int | None = None
        self._known_minimum: QSize | None = None
        self._known_rows: dict[int, list[int]] = {}

    @override
    def expandingDirections(self) -> Qt.Orientation:
        across = Qt.Orientation.Horizontal
        return across | Qt.Orientation.Vertical if self._fills else across

    @override
    def heightForWidth(self, width: int) -> int:
        rows = self._rows(width)
        return sum(rows) + self._space * max(0, len(rows) - 1)

    def height_anew(self, width: int) -> int:
        """Give the height after parts changed of which Qt has not told the layout yet."""
        for item in self._items:
            if (part := item.widget()) is not None:
                part.updateGeometry()
        self.invalidate()
        return self.heightForWidth(width)

    @override
    def minimumSize(self) -> QSize:
        if self._known_minimum is None:
            size = QSize()
            for item in self._shown():
                size = size.expandedTo(item.minimumSize())
            self._known_minimum = size
        return QSize(self._known_minimum)

    @override
    def sizeHint(self) -> QSize:
        width = self._least() * min(self._most, max(1, len(self._shown())))
        return QSize(width, self.heightForWidth(width))

    @override
    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        columns = self._columns(area.width())
        width = self._width(area.width())
        y = area.y()
        shown = self._shown()
        for number, height in enumerate(self._filled(self._rows(area.width()), area.height())):
            for place, item in enumerate(shown[number * columns : (number + 1) * columns]):
                x = area.x() + place * (width + self._space)
                box = QRect(x, y, width, height)
                if self._is_mirrored():
                    box.moveRight(area.right() - (x - area.x()))
                item.setGeometry(box)
            y += height + self._space

    def _filled(self, rows: list[int], height: int) -> list[int]:
        spare = height - sum(rows) - self._space * (len(rows) - 1)
        if not self._fills or spare <= 0:
            return rows
        return [row + min(row, spare // len(rows)) for row in rows]

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _least(self) -> int:
        if self._known_least is None:
            owner = self.parentWidget()
            em = owner.font().pixelSize() if owner is not None else 0
            longest_word = max((item.minimumSize().width() for item in self._shown()), default=1)
            self._known_least = max(longest_word, self._least_ems * max(em, 12))
        return self._known_least

    @override
    def invalidate(self) -> None:
        self._known_least, self._known_minimum, self._known_rows = None, None, {}  # Qt asks many times
        super().invalidate()

    def _columns(self, width: int) -> int:
        fitting = (width + self._space) // (self._least() + self._space)
        columns = int(max(1, min(self._most, fitting)))
        while self._is_even and len(self._shown()) % columns:
            columns -= 1
        return columns

    def _width(self, width: int) -> int:
        columns = self._columns(width)
        return (width - self._space * (columns - 1)) // columns

    def _rows(self, width: int) -> list[int]:
        if width not in self._known_rows:
            self._known_rows[width] = self._measured_rows(width)
        return self._known_rows[width]

    def _measured_rows(self, width: int) -> list[int]:
        columns, each = self._columns(width), self._width(width)
        shown = self._shown()
        heights = [
            item.heightForWidth(each) if item.hasHeightForWidth() else item.sizeHint().height() for item in shown
        ]
        return [max(heights[start : start + columns]) for start in range(0, len(heights), columns)]

    def _is_mirrored(self) -> bool:
        owner = self.parentWidget()
        return owner is not None and owner.layoutDirection() == Qt.LayoutDirection.RightToLeft
