"""What Qt for Python compiles at every start is compiled once."""

import builtins
import re
import sys
from pathlib import Path
from types import CodeType

import pytest

from ui.bytecode import _RE, kept

NAME = "shibokensupport/part.py"


@pytest.fixture(autouse=True)
def may_write(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "bytecode"))


def compiled(folder: Path, source: bytes, name: str = NAME) -> tuple[CodeType, bool]:
    """Compile as Qt for Python does; tell whether Python had to."""
    asked, real = [], builtins.compile

    def counting(*given: object) -> object:
        asked.append(given)
        return real(*given)  # type: ignore[call-overload]

    builtins.compile = counting  # type: ignore[assignment]
    try:
        with kept(folder):
            code = builtins.compile(source, name, "exec")
        assert builtins.compile is counting
    finally:
        builtins.compile = real
    return code, bool(asked)


def test_a_source_is_compiled_once_and_anew_when_it_changed(tmp_path: Path) -> None:
    said: dict[str, int] = {}
    assert [compiled(tmp_path, b"x = 1")[1], compiled(tmp_path, b"x = 1")[1]] == [True, False]
    code, was_compiled = compiled(tmp_path, b"x = 2")
    exec(code, said)
    assert (was_compiled, said["x"]) == (True, 2)


@pytest.mark.parametrize("broken", [b"", b"nonsense", None])
def test_a_broken_or_cut_file_is_made_anew(tmp_path: Path, broken: bytes | None) -> None:
    compiled(tmp_path, b"x = 1")
    (file,) = (tmp_path / "bytecode").rglob("*.pyc")
    file.write_bytes(file.read_bytes()[:-9] if broken is None else broken)
    assert compiled(tmp_path, b"x = 1")[1]
    assert not compiled(tmp_path, b"x = 1")[1]


def test_other_files_are_left_to_python(tmp_path: Path) -> None:
    assert compiled(tmp_path, b"x = 1", "other.py")[1]
    assert compiled(tmp_path, b"x = 1", "other.py")[1]


def test_nothing_is_written_where_python_writes_no_bytecode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compiled(tmp_path, b"x = 1")
    assert not list(tmp_path.rglob("*.pyc"))


PATTERNS: tuple[tuple[str | bytes, int], ...] = (
    (r"(?P<whole>\d+)(?:\.(?P<part>\d*))?", 0), (r"(?i)[a-zé]+ # a word\b", re.VERBOSE), (rb"\x00([^;]*);", re.DOTALL),
    (r"\((?:[^()]|\([^()]*\))*\)", 0), ("", 0),
)  # fmt: skip


def last_named(pattern: "re.Pattern[str] | re.Pattern[bytes]") -> str | None:
    found = pattern.search("12.5 (a word)" if isinstance(pattern.pattern, str) else b"\0x;")  # type: ignore[arg-type]
    return found.lastgroup if found else None


@pytest.mark.parametrize(("source", "flags"), PATTERNS)
def test_a_pattern_is_worked_out_once_and_is_the_one_python_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str | bytes, flags: int
) -> None:
    asked, parse = [], _RE._parser.parse
    monkeypatch.setattr(_RE._parser, "parse", lambda *given: asked.append(given) or parse(*given))
    made = []
    for _start in range(2):
        re.purge()
        with kept(tmp_path):
            made.append(re.compile(source, flags))
    assert len(asked) == 1
    re.purge()
    made.append(re.compile(source, flags))
    assert len({(one, str(one.groupindex), last_named(one)) for one in made}) == 1


def test_a_pattern_python_refuses_is_refused_as_ever(tmp_path: Path) -> None:
    with kept(tmp_path), pytest.raises(re.error):
        re.compile("(")
