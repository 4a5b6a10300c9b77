"""Write a result whole or not at all: beside the file first, then in its place."""

import os
from pathlib import Path

from commands.failure import FAILED, CommandFailed


def write_whole(target: Path, document: bytes) -> None:
    """Write beside, then rename: a reader finds the whole file or none. Raises: CommandFailed.

    What is there and no file, such as a pipe or a device, is written to as it is: a rename would take it away. So is a
    link kept, and the file it leads to replaced.
    """
    whole = target.resolve()
    beside = whole.with_name(f".{whole.name}.{os.getpid()}.part")
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(document)
            return
        beside.write_bytes(document)
        beside.replace(whole)
    except OSError as problem:
        beside.unlink(missing_ok=True)
        said = f"{target} cannot be written ({problem.strerror}). Choose another place."
        raise CommandFailed(said, FAILED) from problem
