"""What Qt for Python compiles from its own source at every start, kept compiled, as Python keeps any other module."""

import __future__

import builtins
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType
from typing import Any, Final, TypeAlias

from i18n.kept import read, write

_NAME: Final = "shibokensupport"
_PACKAGE: Final = f"{_NAME}/"
"""Where the names of its files begin; they lie in its library and not in a folder, so that Python keeps nothing."""

_FLAGS: Final = __future__.annotations.compiler_flag
"""As in what compiles it there."""

Kept: TypeAlias = dict[str, tuple[bytes, CodeType]]


@contextmanager
def kept(folder: Path) -> Iterator[None]:
    """Compile a file of the package only where its source is not the one compiled before, while the block lasts.

    Kept where Python would keep the bytecode of a module in `folder`; not at all where Python may not.
    """
    held, anew = read(folder, _NAME), builtins.compile
    known: Kept = held if isinstance(held, dict) else {}
    now = dict(known)

    def compiled(source: Any, name: Any, mode: str, *rest: Any, **named: Any) -> Any:
        if rest or named or not isinstance(source, bytes) or not str(name).startswith(_PACKAGE):
            return anew(source, name, mode, *rest, **named)
        if name not in now or now[name][0] != source:
            now[name] = source, anew(source, name, mode, _FLAGS)
        return now[name][1]

    builtins.compile = compiled  # type: ignore[assignment]
    try:
        yield
    finally:
        builtins.compile = anew
    if now != known:
        write(folder, _NAME, now)
