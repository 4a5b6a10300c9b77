"""What Qt for Python compiles from its own source at every start, kept compiled, as Python keeps any other module."""

import __future__

import builtins
import marshal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from types import CodeType
from typing import Any, Final, TypeAlias

_PACKAGE: Final = "shibokensupport/"
"""Where the names of its files begin; they lie in its library and not in a folder, so that Python keeps nothing."""

Kept: TypeAlias = dict[str, tuple[bytes, CodeType]]


@contextmanager
def kept(folder: Path) -> Iterator[None]:
    """Compile a file of the package only where its source is not the one compiled before, while the block lasts.

    Kept where Python would keep the bytecode of a module in `folder`; not at all where Python may not.
    """
    file = Path(cache_from_source(str(folder / "shibokensupport.py")))
    known = _read(file)
    now, anew = dict(known), builtins.compile

    def compiled(source: Any, name: Any, mode: str, *rest: Any, **named: Any) -> Any:
        if rest or named or not isinstance(source, bytes) or not str(name).startswith(_PACKAGE):
            return anew(source, name, mode, *rest, **named)
        if name not in now or now[name][0] != source:
            now[name] = (
                source,
                anew(source, name, mode, __future__.annotations.compiler_flag),
            )  # as in what calls it there
        return now[name][1]

    builtins.compile = compiled  # type: ignore[assignment]
    try:
        yield
    finally:
        builtins.compile = anew
    if now != known and not sys.dont_write_bytecode:
        _write(file, now)


def _read(file: Path) -> Kept:
    with suppress(OSError, ValueError, EOFError, TypeError):
        held = file.read_bytes()
        if held.startswith(MAGIC_NUMBER):
            found: Kept = marshal.loads(held[len(MAGIC_NUMBER) :])
            return found
    return {}


def _write(file: Path, now: Kept) -> None:
    beside = file.with_name(f"{file.name}.new")
    with suppress(OSError):  # a read-only folder: it is compiled again at the next start
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(MAGIC_NUMBER + marshal.dumps(now))
        beside.replace(file)
