"""The last faults, for whoever looks after the machine: what kind, where in the program, on which day; nothing else.

No hour, no message and no value: those could tell of a person.
"""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Final

from clinic.whole_file import write_whole

_NAME: Final = "faults.txt"
_MOST: Final = 20


def note(folder: Path, kind: str, places: Iterable[str]) -> None:
    """Add a fault to the last ones; where nothing can be written, nothing is lost that anybody needs."""
    line = " ".join((date.today().isoformat(), kind, " > ".join(places))).strip()
    with suppress(OSError):
        write_whole(folder / _NAME, ("\n".join((*last(folder), line)[-_MOST:]) + "\n").encode())


def last(folder: Path) -> tuple[str, ...]:
    """Give the last faults, oldest first."""
    try:
        return tuple((folder / _NAME).read_text(encoding="utf-8", errors="replace").splitlines()[-_MOST:])
    except OSError:
        return ()
