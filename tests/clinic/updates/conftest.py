"""A bench for each test."""

from pathlib import Path

import pytest

from tests.clinic.updates.bench import Bench, bench


@pytest.fixture
def desk(tmp_path: Path) -> Bench:
    return bench(tmp_path)
