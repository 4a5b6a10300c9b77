"""Our own drawings, in the colour of the words beside them."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel
from typing_extensions import override

_FOLLOWS_READING: Final = frozenset({"back", "forward", "next", "finish", "erase", "list", "quiz"})


class Icon(QLabel):
    """A drawing of `resources/icons`, found by the search path `icon:`. Decoration: the words beside it say it."""

    def __init__(self, name: str, look: str = "icon", tone: str = "") -> None:
        super().__init__()
        self.setProperty("look", look)
        self.setProperty("tone", tone)
        self._name = name
        self._drawing = QSvgRenderer(f"icon:{name}.svg")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_icon(self, name: str) -> None:
        """Show another drawing."""
        if name != self._name:
            self._name = name
            self._drawing = QSvgRenderer(f"icon:{name}.svg")
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._coloured())
        painter.end()

    def _coloured(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        side = min(self.width(), self.height())
        picture = QPixmap(round(side * ratio), round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        if self._name in _FOLLOWS_READING and self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(side, 0)
            painter.scale(-1, 1)
        self._drawing.render(painter, QRectF(0, 0, side, side))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(QRectF(0, 0, side, side), self.palette().color(self.foregroundRole()))
        painter.end()
        return picture
