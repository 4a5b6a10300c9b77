"""A table of a locale is read once, and anew when its text changed."""

import sys
import tomllib
from pathlib import Path

import pytest

from i18n.descriptor import FOLDER, codes, read
from i18n.kept import table


@pytest.fixture(autouse=True)
def kept_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "bytecode"))
    return tmp_path / "bytecode"


def test_every_locale_is_the_same_when_it_was_kept(kept_here: Path) -> None:
    first = [read(code) for code in codes()]
    assert len(list(kept_here.rglob("*.pyc"))) == len(first)
    assert [read(code) for code in codes()] == first
    assert table(FOLDER / "ar" / "locale.toml") == tomllib.loads((FOLDER / "ar" / "locale.toml").read_text("utf-8"))


def test_a_text_that_changed_is_read_anew_however_old_the_file_is(tmp_path: Path) -> None:
    file = tmp_path / "locale.toml"
    file.write_text("x = 1")
    assert table(file) == {"x": 1}
    was = file.stat()
    file.write_text("x = 2")
    assert (file.stat().st_size, table(file)) == (was.st_size, {"x": 2})


@pytest.mark.parametrize("broken", [b"", b"nonsense", None])
def test_what_was_kept_badly_is_read_anew(tmp_path: Path, kept_here: Path, broken: bytes | None) -> None:
    file = tmp_path / "locale.toml"
    file.write_text("x = 1")
    table(file)
    (held,) = kept_here.rglob("*.pyc")
    held.write_bytes(held.read_bytes()[:-3] if broken is None else broken)
    assert table(file) == {"x": 1}


def test_a_date_is_read_though_it_cannot_be_kept(tmp_path: Path) -> None:
    file = tmp_path / "locale.toml"
    file.write_text("day = 2026-11-22")
    assert str(table(file)["day"]) == str(table(file)["day"]) == "2026-11-22"
