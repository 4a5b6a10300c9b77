"""One bar a week; a week with fewer than may be shown is a dash. The number stands beside it in words."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.override import override

_GAP = 6.0


class WeekBars(QWidget):
    """Weeks in order of time, from where reading begins."""

    def __init__(self, numbers: tuple[int | None, ...], name: str) -> None:
        super().__init__()
        self._numbers = numbers
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self.fontMetrics().height() * 5)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        most = max((number for number in self._numbers if number is not None), default=1)
        wide = min(64.0, self.width() / max(1, len(self._numbers)))
        ground = self.height() - 4.0
        for place, number in enumerate(self._numbers):
            left = self._from_start(place * wide, wide)
            if number is None:
                painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Dark), 2, Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(left + _GAP, ground), QPointF(left + wide - _GAP, ground))
            else:
                tall = (ground - 4) * number / most
                bar = QRectF(left + _GAP / 2, ground - tall, wide - _GAP, tall)
                painter.fillRect(bar, self.palette().color(QPalette.ColorRole.Highlight))
        painter.end()

    def _from_start(self, x: float, wide: float) -> float:
        return self.width() - x - wide if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else x
