"""One Teachback at a time on one machine: two would show one person's visit over another's."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


class AlreadyRunning(Exception):
    """Another Teachback holds the lock."""


@contextmanager
def held(file: Path) -> Iterator[bool]:
    """Hold the lock while the block lasts; tell whether there is one. Raises: AlreadyRunning.

    There is none where the folder cannot be written: that stops nobody. The system takes the lock of a process that was
    killed away, and gives none to its children.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        door = file.open("ab")
    except OSError:
        yield False
        return
    with door:
        _take(door, file)
        yield True


def _take(door: IO[bytes], file: Path) -> None:
    try:
        import fcntl  # noqa: PLC0415  not on Windows
    except ImportError:
        _take_on_windows(door, file)
        return
    try:
        fcntl.lockf(door, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise AlreadyRunning(file.name) from error


def _take_on_windows(door: IO[bytes], file: Path) -> None:
    import msvcrt  # noqa: PLC0415

    try:
        msvcrt.locking(door.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError as error:
        raise AlreadyRunning(file.name) from error
