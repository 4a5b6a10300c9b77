"""A drawing of `resources/pictures`, as wide as the page allows."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.override import override

_WIDEST_EMS = 24
_CORNER = 8.0


def draw_on_white(drawing: QSvgRenderer, on: QWidget, box: QRectF, margin: float) -> None:
    """Draw on white whatever the theme: the lines of a drawing are dark."""
    painter = QPainter(on)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(on.palette().color(QPalette.ColorRole.Mid))
    painter.setBrush(QColor(Qt.GlobalColor.white))
    sheet = box.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(sheet, _CORNER, _CORNER)
    drawing.render(painter, sheet.adjusted(margin, margin, -margin, -margin))
    painter.end()


class Picture(QWidget):
    """A drawing found by the search path `picture:`, with the words that stand for it."""

    def __init__(self, file: str, alt: str) -> None:
        super().__init__()
        self._drawing = QSvgRenderer(f"picture:{file}")
        self.setAccessibleName(alt)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_there(self) -> bool:
        """Tell whether the drawing was found."""
        return self._drawing.isValid()

    def _wide(self, width: int) -> int:
        return min(width, _WIDEST_EMS * self.fontMetrics().height())

    def _margin(self) -> int:
        return self.fontMetrics().height() // 2

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        size = self._drawing.defaultSize()
        if size.width() <= 0:
            return 0
        around = 2 * self._margin()
        return around + round((self._wide(width) - around) * size.height() / size.width())

    @override
    def sizeHint(self) -> QSize:
        wide = self._wide(_WIDEST_EMS * self.fontMetrics().height())
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(120))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        wide = self._wide(self.width())
        sheet = QRectF((self.width() - wide) / 2, 0, wide, self.heightForWidth(self.width()))
        draw_on_white(self._drawing, self, sheet, self._margin())
