"""A bench for each test, and one that an attack must leave as it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clinic.updates.bench import Bench, bench


@pytest.fixture
def desk(tmp_path: Path) -> Bench:
    return bench(tmp_path)


@pytest.fixture
def attacked(tmp_path: Path) -> Iterator[Bench]:
    """Whatever is tried, what ran still runs, and nothing that was not verified stays."""
    attacked = bench(tmp_path)
    yield attacked
    assert attacked.in_use == "first", "what runs must stay"
    assert not list(attacked.shelf.folder.glob(".staged*")), "nothing unverified may stay"
