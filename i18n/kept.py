"""What a start would work out anew from a source, kept with Python's bytecode while the source is the same."""

import marshal
import sys
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


def table(file: Path) -> dict[str, Any]:
    """Read a TOML file. Raises: OSError, ValueError, RecursionError."""
    text = file.read_text(encoding="utf-8")
    place = f"{file.parent.name}-{file.stem}"
    match read(_HERE, place):
        case [said, dict(found)] if said == text:
            return found
    import tomllib  # noqa: PLC0415  3 ms, and half a millisecond for each file, of a start that finds all as it was

    parsed = tomllib.loads(text)
    write(_HERE, place, (text, parsed))
    return parsed


def read(folder: Path, name: str) -> object:
    """Give what was kept for a folder under a name; None where there is none, or where another Python kept it."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        held = _file(folder, name).read_bytes()
        if held.startswith(MAGIC_NUMBER):
            return marshal.loads(held[len(MAGIC_NUMBER) :])
    return None


def write(folder: Path, name: str, value: Any) -> None:
    """Keep a value of plain types; not at all where Python may write no bytecode, or where the folder is read-only."""
    if sys.dont_write_bytecode:
        return
    file = _file(folder, name)
    beside = file.with_name(f"{file.name}.new")
    with suppress(OSError, ValueError):  # a date cannot be kept
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(MAGIC_NUMBER + marshal.dumps(value))
        beside.replace(file)


def _file(folder: Path, name: str) -> Path:
    return Path(cache_from_source(str(folder / f"{name}.py")))
