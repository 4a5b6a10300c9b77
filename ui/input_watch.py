"""Notice whether the person's last touch of the machine was by keys or by hand; let the arrows lead."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget

from ui.override import override

_BY_HAND = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
_STIRS = (QEvent.Type.MouseMove, QEvent.Type.TouchUpdate, QEvent.Type.Wheel, QEvent.Type.InputMethod)

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class InputWatch(QObject):
    """Watches one window of the desktop: its own events only, no paint traffic.

    `stirred` follows every touch and key.
    """

    stirred = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_by_keys = False

    def watch(self, window: QWindow) -> None:
        """Begin to watch."""
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            self.is_by_keys = True
        elif event.type() in _BY_HAND:
            self.is_by_keys = False
        if isinstance(event, QKeyEvent) or event.type() in (*_BY_HAND, *_STIRS):
            self.stirred.emit()
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._is_used(event)

    def _is_used(self, event: QKeyEvent) -> bool:
        """Hand the four arrows to whoever moves the focus by them; tell whether they were used."""
        window = self.parent()
        if not isinstance(window, QWidget) or event.key() not in _ARROWS or event.modifiers() & ~_KEYPAD:
            return False
        from ui.arrows import steer  # noqa: PLC0415  nobody needs it before the first arrow

        return steer(window, event.key())
