"""Notice that a person has gone: ask first, then end. Never while the machine itself is at work for them."""

import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

_TICK_MS = 1000


class IdleTimes(NamedTuple):
    """Seconds without a touch until we ask, seconds to answer, and seconds a drawn curtain may stay."""

    idle: int = 120
    warn: int = 20
    curtain: int = 60


def awake_seconds() -> float:
    """Give a clock that goes on while the machine sleeps and that nobody can set, where there is one."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


class Idle(QObject):
    """Counts the seconds since the last touch. `warned` carries the seconds left; `ended` follows the last one.

    `is_busy` tells whether to wait: nothing to erase, or the machine speaks or makes a handout.
    """

    warned = Signal(int)
    ended = Signal()

    def __init__(self, times: IdleTimes, is_busy: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._times = times
        self._is_busy = is_busy
        self._still = 0
        self._now = awake_seconds()
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    @property
    def is_warning(self) -> bool:
        """Tell whether the person was asked and has not answered."""
        return self._still >= self._times.idle

    def stir(self) -> None:
        """Take note that somebody is there; once asked, only an answer counts."""
        if not self.is_warning:
            self._still = 0

    def stay(self) -> None:
        """Take the answer that the person is still there."""
        self._still = 0

    def tick(self) -> None:
        """Count a second; a machine that slept longer than the whole time woke up for somebody else."""
        before, self._now = self._now, awake_seconds()
        if self._is_busy():
            self._still = 0
            return
        self._still += 1
        left = self._times.idle + self._times.warn - self._still
        if left <= 0 or self._now - before > self._times.idle + self._times.warn:
            self._still = 0
            self.ended.emit()
        elif self.is_warning:
            self.warned.emit(left)
