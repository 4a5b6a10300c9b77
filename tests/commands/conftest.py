"""A house of its own with the store of the tests, so that nothing is built, read or changed outside of it."""

import shutil
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]


def furnished(place: Path, store: Path) -> Path:
    """Put languages, pictures and a store into a folder."""
    (place / "i18n").mkdir()
    (place / "i18n" / "locales").symlink_to(HOUSE / "i18n" / "locales")
    (place / "resources").mkdir()
    shutil.copy(store, place / "resources" / "content.db")
    return place


@pytest.fixture
def house(tmp_path: Path, real_store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("TEACHBACK_MANAGED", raising=False)
    (tmp_path / "house").mkdir()
    return furnished(tmp_path / "house", real_store)
