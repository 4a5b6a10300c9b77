"""The staff's PIN."""

import json
import sys
from pathlib import Path

import pytest

from clinic.pin import FREE_TRIES, LONGEST_WAIT, PinDamaged, PinFile, PinLocked, PinRefused

NOW = 1_800_000_000.0


@pytest.fixture
def file(tmp_path: Path) -> PinFile:
    pin = PinFile(tmp_path / "pin")
    pin.choose("2580")
    return pin


def test_the_right_pin_opens_and_a_wrong_one_does_not(file: PinFile) -> None:
    assert file.is_right("2580", NOW)
    assert not file.is_right("2581", NOW)


@pytest.mark.parametrize("weak", ["", "123", "1111", "1234", "9876", "12a4", "٢٥٨٠", "1" * 13])
def test_a_weak_pin_is_refused(tmp_path: Path, weak: str) -> None:
    with pytest.raises(PinRefused):
        PinFile(tmp_path / "pin").choose(weak)


def test_wrong_tries_lock_even_the_right_pin_and_a_restart_does_not_help(file: PinFile) -> None:
    for _ in range(FREE_TRIES):
        assert not file.is_right("0007", NOW)
    with pytest.raises(PinLocked) as locked:
        PinFile(file.path).is_right("2580", NOW + 1)
    assert locked.value.seconds <= 30
    assert file.is_right("2580", NOW + 60)


def test_each_wrong_try_after_the_lock_doubles_the_wait(file: PinFile) -> None:
    time, waits = NOW, []
    for _ in range(FREE_TRIES + 4):
        file.is_right("0007", time)
        try:
            file.is_right("0007", time)
        except PinLocked as locked:
            waits.append(locked.seconds)
            time += locked.seconds + 1
    assert waits == sorted(waits)
    assert waits[-1] > 4 * waits[0]


def test_a_clock_set_back_does_not_open_the_lock(file: PinFile) -> None:
    for _ in range(FREE_TRIES):
        file.is_right("0007", NOW)
    with pytest.raises(PinLocked) as locked:
        file.is_right("2580", NOW - 86_400)
    assert locked.value.seconds <= 31


def test_only_the_owner_may_read_the_file_and_it_does_not_hold_the_pin(file: PinFile) -> None:
    assert file.path.stat().st_mode & 0o077 == 0
    assert "2580" not in file.path.read_text()


WORK = ("scrypt", "compare_digest", "fsync", "rename", "replace", "open", "write")


def work(file: PinFile, guess: str) -> list[str]:
    """List the slow and the telling steps of a judgement, as the interpreter takes them."""
    steps: list[str] = []

    def hear(_frame: object, event: str, called: object) -> None:
        name = getattr(called, "__name__", "")
        if event == "c_call" and name in WORK:
            steps.append(name)

    sys.setprofile(hear)
    try:
        file.is_right(guess, NOW)
    finally:
        sys.setprofile(None)
    return steps


@pytest.mark.parametrize("wrong", ["2581", "", "2" * 12, "٢٥٨٠"])
def test_a_right_and_a_wrong_pin_take_the_same_steps(file: PinFile, wrong: str) -> None:
    """How long they take is measured by `python -m bench.pin`."""
    right = work(file, "2580")
    assert right.count("scrypt") == 1
    assert right.count("fsync") == 2
    assert work(file, wrong) == right


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"salt": "zz", "digest": "00"}', "\0"])
def test_a_damaged_file_is_an_error_of_its_own_never_an_open_door(file: PinFile, content: str) -> None:
    file.path.write_text(content)
    with pytest.raises(PinDamaged):
        file.is_right("2580", NOW)


@pytest.mark.parametrize("wrong", [579221522609776129, 10**4000])
def test_any_count_of_wrong_tries_waits_the_longest_time_and_no_longer(file: PinFile, wrong: int) -> None:
    file.path.write_text(json.dumps(json.loads(file.path.read_text()) | {"wrong": wrong}))
    file.is_right("1", 1_000_000.0)
    with pytest.raises(PinLocked) as locked:
        file.is_right("2580", 1_000_001.0)
    assert locked.value.seconds <= LONGEST_WAIT


def test_an_endless_count_of_wrong_tries_is_damage(file: PinFile) -> None:
    file.path.write_text(json.dumps(json.loads(file.path.read_text()) | {"wrong": float("inf")}))
    with pytest.raises(PinDamaged):
        file.is_right("2580", 1_000_000.0)


def test_ten_thousand_guesses_over_restarts_one_a_second_get_few_judged(file: PinFile) -> None:
    judged = 0
    for second in range(10_000):
        try:
            judged += not PinFile(file.path).is_right(f"{second:04}"[::-1], NOW + second)
        except PinLocked:
            continue
    assert FREE_TRIES < judged < 20
    with pytest.raises(PinLocked):
        PinFile(file.path).is_right("2580", NOW + 10_000)
