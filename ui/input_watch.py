"""Notice whether the person's last touch of the machine was by keys or by hand."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from typing_extensions import override

_BY_HAND = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
_STIRS = (QEvent.Type.MouseMove, QEvent.Type.TouchUpdate, QEvent.Type.Wheel, QEvent.Type.InputMethod)


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
        return False
