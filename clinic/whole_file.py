"""A file that is written whole or not at all, whatever the disk and the mains do meanwhile."""

import contextlib
import os
from pathlib import Path


def write_whole(file: Path, data: bytes, mode: int = 0o666) -> None:
    """Write beside the file, to the disk, then in its place; a failure leaves the old one. Raises: OSError."""
    beside = file.with_name(f".{file.name}.new")
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        door = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), mode)
        with os.fdopen(door, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)  # a full disk needs the room
        raise
