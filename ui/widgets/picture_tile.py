"""A large area to press with a small drawing at its start."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.override import override
from ui.widgets.button import Tile
from ui.widgets.picture import draw_on_white

_LINES = 3.0
_MARGIN = 4.0


class Drawing(QWidget):
    """A drawing of `resources/pictures` in a square, three lines of text high, on white whatever the theme."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self._drawing = QSvgRenderer(f"picture:{file}")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * _LINES)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        draw_on_white(self._drawing, self, QRectF(self.rect()), _MARGIN)


class PictureTile(Tile):
    """A tile whose drawing shows what its words say; where there is none, the words alone."""

    def __init__(self, file: str = "") -> None:
        super().__init__()
        line = self.layout()
        if file and line is not None:
            line.insertWidget(0, Drawing(file), 0, Qt.AlignmentFlag.AlignVCenter)  # type: ignore[attr-defined]
