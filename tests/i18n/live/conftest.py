"""A small locale of its own on the disk."""

import shutil
from pathlib import Path

import pytest

from tests.i18n.live.saved import GUIDES, UI, save

ROOT = Path(__file__).parents[3]


@pytest.fixture
def locales(tmp_path):
    folder = tmp_path / "locales"
    (folder / "es_US").mkdir(parents=True)
    shutil.copy(ROOT / "i18n/locales/es_US/locale.toml", folder / "es_US")
    save(folder / "es_US/ui.po", UI)
    save(folder / "es_US/guides.po", GUIDES)
    return folder
