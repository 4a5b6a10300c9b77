"""A small pack with one of everything, and a store made of it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from content.build import Translation, build
from content.edition import Edition
from content.errors import SourceErrors
from content.library import Library
from content.pack import Pack
from content.source import read_pack
from content.strings import strings

HERE = Path(__file__).parent


def said(english: str) -> str:
    """Translate into a language of our own that keeps the amounts."""
    return f"¿{english}?"


@pytest.fixture(scope="session")
def pack() -> Pack:
    return read_pack(HERE / "pack", HERE / "pictures")


@pytest.fixture(scope="session")
def words(pack: Pack) -> dict[str, Translation]:
    return {key: Translation(text, said(text)) for item in pack.items() for key, text in strings(item)}


@pytest.fixture(scope="session")
def store(pack: Pack, words: dict[str, Translation], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "content.db"
    half = {key: word for key, word in words.items() if not key.startswith("guide.")}
    build(pack, {"qq": words, "xx": half}, path, {"qq": Edition(signed=frozenset(item.id for item in pack.items()))})
    return path


@pytest.fixture
def library(store: Path) -> Library:
    return Library.open(store)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "pack", tmp_path / "pack"))


@pytest.fixture
def faults(copy: Path) -> Callable[[], list[str]]:
    """Read the copied pack and give what is wrong with it."""

    def found() -> list[str]:
        try:
            read_pack(copy, HERE / "pictures")
        except SourceErrors as wrong:
            return [str(error) for error in wrong.errors]
        return []

    return found
