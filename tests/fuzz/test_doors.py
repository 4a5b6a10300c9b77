"""Whatever comes in from outside is let in or refused in words; what once made a door fall over is tried each time."""

from pathlib import Path

import pytest

from tests.fuzz.__main__ import CRASHES, Watch
from tests.fuzz.door import Door
from tests.fuzz.doors import doors
from tests.fuzz.followed import DOORS

NOISE = {"gift": b"nothing {", "ipp": b"\x02", "update": b"# metadata/timestamp.json\nnoise"}
KEPT = sorted(path for path in CRASHES.glob("*/*") if path.is_file())


@pytest.fixture(scope="module")
def every_door(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Door]:
    return {door.name: door for door in doors(tmp_path_factory.mktemp("doors"))}


@pytest.mark.parametrize("crash", KEPT, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_once_fell_over_stands(crash: Path, every_door: dict[str, Door]) -> None:
    every_door[crash.parent.name].knock(crash.read_bytes())


def test_good_visitors_are_let_in_at_every_door(every_door: dict[str, Door]) -> None:
    whole = [door for door in every_door.values() if door.name not in ("pin",)]
    assert all(door.knock(seed) for door in whole for seed in door.seeds)


def test_noise_is_refused_in_words_at_every_door(every_door: dict[str, Door]) -> None:
    for door in (door for door in every_door.values() if door.name != "staff"):  # which begins again instead
        assert not door.refusals or not door.knock(NOISE.get(door.name, b"\xff\x00noise\n")), door.name


def test_the_fuzzer_that_follows_knocks_at_doors_there_are(every_door: dict[str, Door]) -> None:
    assert set(DOORS) | {"pin", "staff", "store"} == set(every_door)


def test_a_fault_is_found_and_made_small() -> None:
    def enter(data: bytes) -> None:
        if b"\xff" in data:
            raise KeyError

    watch = Watch(Door("glass", (b"one", b"two"), enter))
    for number in range(3):
        watch.round(number)
    (found,) = watch.finds.values()
    assert b"\xff" in found and len(found) < 20
