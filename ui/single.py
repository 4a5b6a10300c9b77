"""One Teachback at a time on one machine: two would show one person's visit over another's."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile


class AlreadyRunning(Exception):
    """Another Teachback holds the lock."""


def hold(file: Path) -> QLockFile | None:
    """Hold the lock as long as the value lives; None where the folder cannot be written. Raises: AlreadyRunning.

    A lock left by a process that was killed is taken over.
    """
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(file))
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        return lock
    if lock.error() == QLockFile.LockError.LockFailedError:
        raise AlreadyRunning(file.name)
    return None
