"""Slow work away from the window: a function goes to a thread, its value comes back as a signal.

While a job runs, Python collects no garbage: the collector runs in whichever thread asks for memory, and a widget that
is taken apart outside of the window's thread ends the process.
"""

import gc
from collections.abc import Callable
from threading import Lock
from typing import ClassVar

from PySide6.QtCore import QObject, QThreadPool, Signal
from shiboken6 import isValid


class Unfinished(Exception):
    """The job ended in a way nobody expected; the report of it goes its own way."""


class Work(QObject):
    """One kind of slow work; only the newest order counts, an older one's value is dropped.

    `done` carries the value, `failed` the exception: one of those expected, or Unfinished.
    """

    done = Signal(object)
    failed = Signal(object)
    _came = Signal(int, object, object)
    _under_way: ClassVar[set[object]] = set()
    _door: ClassVar[Lock] = Lock()

    def __init__(self, fails_with: type[Exception] | tuple[type[Exception], ...]) -> None:
        super().__init__()
        self._fails_with = fails_with
        self._newest = 0
        self._came.connect(self._take)

    def begin(self, job: Callable[[], object]) -> None:
        """Do a job in another thread."""
        self._newest += 1
        number = self._newest

        def run() -> None:
            value: object = None
            fault: Exception | None = Unfinished()
            try:
                value, fault = job(), None
            except self._fails_with as problem:
                fault = problem
            finally:  # whatever happened, whoever waits is told
                if isValid(self):  # the screen may be gone, with everybody who waited
                    self._came.emit(number, value, fault)
                self._end(run)

        with self._door:
            self._under_way.add(run)
            gc.disable()
        QThreadPool.globalInstance().start(run)

    @classmethod
    def _end(cls, job: object) -> None:
        with cls._door:
            cls._under_way.discard(job)
            if not cls._under_way:
                gc.enable()

    def cancel(self) -> None:
        """Want none of what is under way."""
        self._newest += 1

    def _take(self, number: int, value: object, fault: object) -> None:
        if number == self._newest:
            if fault is None:
                self.done.emit(value)
            else:
                self.failed.emit(fault)
