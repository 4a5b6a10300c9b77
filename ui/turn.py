"""One visit's turn at the screen: wait hidden, be shown when told, say when the visit is over."""

import os
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QWidget

from clinic.usher import OUT_OF_DATE, How, Line
from ui.override import override

if TYPE_CHECKING:
    from ui.frame.pause import Pause
    from ui.window import Window

_WARM_AGAIN_MS = 2_000
"""After a stand-by was shown, until the next one is loaded: the person comes first."""


class Turn(QObject):
    """Speaks for a window with the usher. `show` brings the window to the screen.

    `is_up_to_date` tells whether what was loaded is what staff want now.
    """

    def __init__(
        self, window: "Window", line: Line, show: Callable[[], None], is_up_to_date: Callable[[], bool]
    ) -> None:
        super().__init__(window)
        self._window, self._line, self._show, self._is_up_to_date = window, line, show, is_up_to_date
        self._heard = b""
        self._ear = QSocketNotifier(line.hears, QSocketNotifier.Type.Read, self)
        self._ear.activated.connect(self._listen)
        window.erasing.connect(self._end)

    @cached_property
    def _pause(self) -> "Pause":
        from ui.frame.pause import Pause  # noqa: PLC0415  at the end of a visit, not before its first paint

        return Pause(self._window, self._window.language)

    def begin(self) -> None:
        """Be shown at once as the first, or get ready and wait."""
        if self._line.how is How.FIRST:
            self._window.warm_up.finished.connect(partial(self._line.say, "warm"))
            self._come()
        else:
            self._window.warm_up.finished.connect(partial(self._line.say, "ready"))
            self._window.warm_up.begin()

    def _listen(self) -> None:
        found = os.read(self._line.hears, 4096)
        if not found:  # the usher has gone, and nobody would end this visit
            os._exit(1)
        *lines, self._heard = (self._heard + found).split(b"\n")
        for line in lines:
            self._take(line.decode("ascii").split(" "))

    def _take(self, words: list[str]) -> None:
        match words:
            case ["stay"]:
                self._pause.hide()
            case ["show", how, place]:
                if not self._is_up_to_date():
                    QCoreApplication.exit(OUT_OF_DATE)
                    return
                self._window.restoreGeometry(QByteArray.fromHex(place.encode("ascii")))
                self._come()
                QTimer.singleShot(_WARM_AGAIN_MS, self, partial(self._line.say, "warm"))
                if how == How.FAULT:
                    self._say_sorry()

    def _come(self) -> None:
        """Show the window, and say so once it is painted."""
        self._window.installEventFilter(self)
        self._show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, partial(self._line.say, "shown"))
        return False

    def _end(self) -> None:
        """Cover what was entered at once; the next one comes while this process forgets it, and then ends it."""
        self._pause.language = self._window.language
        self._pause.lay_over()
        self._pause.repaint()
        self._line.say("done", bytes(self._window.saveGeometry().toHex().data()).decode("ascii"))

    def _say_sorry(self) -> None:
        _ = self._window.language.gettext
        self._window.banner.tell(_("Teachback had to start again. What was entered is erased. Please tell staff."))
