"""Pictures of numbers. Each is readable without colour and has its text beside it."""

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from ui.override import override
from visit.elements import Bar, IconRow, Intervals

_ACROSS: Final = 10


class People(QWidget):
    """People as figures, ten in a row: the counted ones full, the others outlines."""

    def __init__(self, group: IconRow, name: str) -> None:
        super().__init__()
        self._group = group
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height() * 10
        return QSize(side, self.heightForWidth(side))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().height() * 6, self.heightForWidth(self.fontMetrics().height() * 6))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        rows = -(-self._group.out_of // _ACROSS)
        return round(self._cell(width) * rows)

    def _cell(self, width: int) -> float:
        return min(width / _ACROSS, self.fontMetrics().height() * 1.35)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = self._cell(self.width())
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for place in range(self._group.out_of):
            column = place % _ACROSS
            left = self.width() - (column + 1) * cell if is_mirrored else column * cell
            self._person(painter, QRectF(left, place // _ACROSS * cell, cell, cell), place < self._group.count)
        painter.end()

    def _person(self, painter: QPainter, box: QRectF, is_counted: bool) -> None:
        palette = self.palette()
        unit = box.width() / 10
        if is_counted:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Accent))
        else:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Dark), max(1.0, unit / 2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.center() - QPointF(0, 2.3 * unit), 1.7 * unit, 1.7 * unit)
        body = QRectF(box.center().x() - 2.5 * unit, box.center().y() + 0.1 * unit, 5 * unit, 4.2 * unit)
        painter.drawRoundedRect(body, 2.2 * unit, 2.2 * unit)


class GoalBar(QProgressBar):
    """One bar against a goal (the end of the scale is the limit or one and a half goals), with marks for both."""

    def __init__(self, bar: Bar, name: str, says: str) -> None:
        super().__init__()
        self._bar = bar
        self._end = max(Decimal("1.5"), (bar.limit_share or Decimal(0)) * Decimal("1.1"), bar.share or Decimal(0))
        self.setRange(0, 1000)
        self.setValue(int((bar.share or Decimal(0)) / self._end * 1000))
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setAccessibleDescription(says)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.fontMetrics().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        high, tall = float(self.height()), self.height() * 0.56
        top = (high - tall) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(QRectF(0, top, self.width(), tall), tall / 2, tall / 2)
        if self._bar.share:
            long = max(tall, self._x(self._bar.share))
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(self._from_start(0, top, long, tall), tall / 2, tall / 2)
        self._mark(painter, Decimal(1), Qt.PenStyle.SolidLine)
        if self._bar.limit_share is not None:
            self._mark(painter, self._bar.limit_share, Qt.PenStyle.DotLine)
        painter.end()

    def _x(self, share: Decimal) -> float:
        return float(share / self._end) * self.width()

    def _from_start(self, x: float, y: float, width: float, height: float) -> QRectF:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x - width
        return QRectF(x, y, width, height)

    def _mark(self, painter: QPainter, share: Decimal, style: Qt.PenStyle) -> None:
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), 4, style))
        at = self._from_start(self._x(share) - 2, 0, 4, 0).center().x()
        painter.drawLine(QPointF(at, 1), QPointF(at, self.height() - 1))


class Ranges(QWidget):
    """Results with their ranges on one axis; the upright line is where there is no difference."""

    def __init__(self, intervals: Intervals, number: int, name: str) -> None:
        super().__init__()
        self._all = intervals
        self._row = intervals.rows[number]
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self.fontMetrics().height() * 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.fontMetrics().height() * 2)

    def _x(self, value: Decimal) -> float:
        low = min(*(one.low for one in self._all.rows), self._all.neutral)
        high = max(*(one.high for one in self._all.rows), self._all.neutral)
        part = float((value - low) / (high - low)) if high > low else 0.5
        return 16 + part * (self.width() - 32)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, middle = self.palette(), self.height() / 2
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Dark), 2, Qt.PenStyle.DashLine))
        neutral = self._x(self._all.neutral)
        painter.drawLine(QPointF(neutral, 0), QPointF(neutral, self.height()))
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 5))
        low, high = self._x(self._row.low), self._x(self._row.high)
        painter.drawLine(QPointF(low, middle), QPointF(high, middle))
        for end in (low, high):
            painter.drawLine(QPointF(end, middle - 8), QPointF(end, middle + 8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
        painter.drawEllipse(QPointF(self._x(self._row.middle), middle), 9, 9)
        painter.end()
