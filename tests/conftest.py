"""The real pack as a store, built once for all tests that need what we teach."""

import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from content.build import Translation, build
from content.edition import Edition
from content.library import Library
from content.pack import Pack
from content.quantity import TOKEN
from content.source import read_pack
from content.strings import strings
from tests.feature_table import PROOFS

ROOT = Path(__file__).parent.parent


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let what a yes of docs/features.md stands on fail where it would be skipped."""
    report = yield
    if report.skipped and item.nodeid.partition("[")[0] in PROOFS:
        report.outcome, report.longrepr = (
            "failed",
            "docs/features.md says yes because of this test: it may not be skipped",
        )
    return report


def in_signs(english: str) -> str:
    """Translate into a language without one English word: every letter becomes ж, amounts and placeholders stay."""
    kept = TOKEN.findall(english)
    parts = TOKEN.sub("\0", english).split("\0")
    veiled = ["".join("ж" if sign.isalpha() else sign for sign in part if not sign.isdigit()) for part in parts]
    return "".join(text + (f"[[{kept[n]}]]" if n < len(kept) else "") for n, text in enumerate(veiled))


@pytest.fixture(scope="session")
def real_pack() -> Pack:
    return read_pack(ROOT / "content/packs/bone-health", ROOT / "resources/pictures")


@pytest.fixture(scope="session")
def real_store(real_pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole pack, with `qq` wholly translated and `xx` translated but for its guides."""
    words = {key: Translation(text, in_signs(text)) for item in real_pack.items() for key, text in strings(item)}
    half = {key: word for key, word in words.items() if not key.startswith("guide.")}
    path = tmp_path_factory.mktemp("store") / "content.db"
    signed = Edition(signed=frozenset(item.id for item in real_pack.items()))
    build(real_pack, {"qq": words, "xx": half}, path, {"qq": signed, "xx": signed})
    return path


@pytest.fixture(scope="session")
def library(real_store: Path) -> Iterator[Library]:
    """What we really teach."""
    opened = Library.open(real_store)
    yield opened
    opened.close()


def furnished(place: Path, store: Path) -> Path:
    """Put languages and a store into a folder."""
    (place / "i18n").mkdir()
    (place / "i18n" / "locales").symlink_to(ROOT / "i18n" / "locales")
    (place / "resources").mkdir()
    shutil.copy(store, place / "resources" / "content.db")
    return place


@pytest.fixture
def house(tmp_path: Path, real_store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house of its own with the store of the tests: nothing is looked for, built or changed outside of it."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("TEACHBACK_MANAGED", raising=False)
    (tmp_path / "house").mkdir()
    return furnished(tmp_path / "house", real_store)
