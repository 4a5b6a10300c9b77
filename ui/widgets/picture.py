"""A drawing of `resources/pictures`, as wide as the page allows."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.override import override

_WIDEST_EMS = 24


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

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        size = self._drawing.defaultSize()
        return round(self._wide(width) * size.height() / size.width()) if size.width() > 0 else 0

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
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._drawing.render(painter, QRectF((self.width() - wide) / 2, 0, wide, self.heightForWidth(self.width())))
        painter.end()
