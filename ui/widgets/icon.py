"""Our own drawings, in the colour of the words beside them."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel

from ui.override import override

_FOLLOWS_READING: Final = frozenset({"back", "forward", "next", "finish", "erase", "list", "quiz"})


class Icon(QLabel):
    """A drawing of `resources/icons`, found by the search path `icon:`. Decoration: the words beside it say it.

    The look `badge` sets it on a soft ground of its own.
    """

    def __init__(self, name: str, look: str = "icon", tone: str = "") -> None:
        super().__init__()
        self.setProperty("look", look)
        self.setProperty("tone", tone)
        self._name = name
        self._percent = 62 if look.startswith("badge") else 100
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_icon(self, name: str) -> None:
        """Show another drawing."""
        if name != self._name:
            self._name = name
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = min(self.width(), self.height()) * self._percent // 100
        painter = QPainter(self)
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, self._picture(side))
        painter.end()

    def _picture(self, side: int) -> QPixmap:
        """Give the drawing as it looks here; Qt keeps it for the next icon that looks the same."""
        is_mirrored = self._name in _FOLLOWS_READING and self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        colour = self.palette().color(self.foregroundRole())
        ratio = self.devicePixelRatioF()
        key = f"icon {self._name} {is_mirrored} {colour.name()} {side} {ratio}"
        picture = QPixmap()
        if not QPixmapCache.find(key, picture):
            picture = _drawn(self._name, side, ratio, colour, is_mirrored=is_mirrored)
            QPixmapCache.insert(key, picture)
        return picture


def _drawn(name: str, side: int, ratio: float, colour: QColor, *, is_mirrored: bool) -> QPixmap:
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    ink = QPixmap(picture.size())
    ink.setDevicePixelRatio(ratio)
    ink.fill(colour)
    painter = QPainter(picture)
    if is_mirrored:
        painter.translate(side, 0)
        painter.scale(-1, 1)
    QSvgRenderer(f"icon:{name}.svg").render(painter, QRectF(0, 0, side, side))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.drawPixmap(0, 0, ink)
    painter.end()
    return picture
