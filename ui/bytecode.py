"""What Qt for Python compiles at every start, its own source and its patterns, kept as Python keeps other modules."""

import __future__

import builtins
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from i18n.kept import read, write

_NAME: Final = "shibokensupport"
_PACKAGE: Final = f"{_NAME}/"
"""Where the names of its files begin; they lie in its library and not in a folder, so that Python keeps nothing."""

_FLAGS: Final = __future__.annotations.compiler_flag
"""As in what compiles it there."""

_RE: Final = vars(re)["_compiler"]
"""What `re` compiles patterns with; Python keeps none of them from one start to the next."""

_SRE: Final = vars(_RE)["_sre"]
"""What makes a pattern of what was compiled."""


@contextmanager
def kept(folder: Path) -> Iterator[None]:
    """Compile a file of the package, or a pattern, only where it is not one compiled before, while the block lasts.

    Kept where Python would keep the bytecode of a module in `folder`; not at all where Python may not.
    """
    held, anew, pattern_anew = read(folder, _NAME), builtins.compile, _RE.compile
    known: dict[object, Any] = held if isinstance(held, dict) else {}
    now = dict(known)

    def compiled(source: Any, name: Any, mode: str, *rest: Any, **named: Any) -> Any:
        if rest or named or not isinstance(source, bytes) or not str(name).startswith(_PACKAGE):
            return anew(source, name, mode, *rest, **named)
        if name not in now or now[name][0] != source:
            now[name] = source, anew(source, name, mode, _FLAGS)
        return now[name][1]

    def pattern(source: Any, flags: int = 0) -> Any:
        key = _SRE.MAGIC, source, int(flags)
        if key not in now:
            now[key] = _worked_out(source, flags)
        return _SRE.compile(*now[key])

    builtins.compile, _RE.compile = compiled, pattern  # type: ignore[assignment]
    try:
        yield
    finally:
        builtins.compile, _RE.compile = anew, pattern_anew
    if now != known:
        write(folder, _NAME, now)


def _worked_out(source: Any, flags: int) -> tuple[Any, ...]:
    """Give what `_sre.compile` makes a pattern of. Source: `compile` of CPython's Lib/re/_compiler.py, 3.11 to 3.14."""
    parsed = _RE._parser.parse(source, flags)
    state, code = parsed.state, [int(word) for word in _RE._code(parsed, flags)]
    names = {number: name for name, number in state.groupdict.items()}
    by_number = tuple(names.get(number) for number in range(state.groups))
    return source, flags | state.flags, code, state.groups - 1, state.groupdict, by_number
