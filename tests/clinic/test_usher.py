"""The usher, with processes that need no window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from clinic.usher import can_usher

pytestmark = pytest.mark.skipif(not can_usher(), reason="Linux only")
PLAY = Path(__file__).with_name("usher_play.py")


def played(folder: Path, *acts: str, patience: float = 60) -> tuple[int, list[str]]:
    """Let an usher end by itself; give its status and what its processes did."""
    status = subprocess.run([sys.executable, PLAY, folder, str(patience), *acts], timeout=120, check=False).returncode
    seen = folder / "seen"
    return status, seen.read_text().splitlines() if seen.exists() else []


def is_gone(folder: Path, number: int) -> bool:
    try:
        os.kill(int((folder / f"{number}.pid").read_text()), 0)
    except (ProcessLookupError, FileNotFoundError):  # it ended, or never came so far
        return True
    return False


def test_the_stand_by_takes_over_and_the_old_process_is_ended(tmp_path: Path) -> None:
    assert played(tmp_path, "visit", "leave") == (0, ["show next 0abc"])
    assert is_gone(tmp_path, 0)


def test_a_visit_that_breaks_off_is_noted_and_followed_with_a_word_for_staff(tmp_path: Path) -> None:
    assert played(tmp_path, "crash", "leave") == (0, ["noted -9", "show fault"])


def test_a_stand_by_that_is_out_of_date_is_replaced_as_often_as_needed(tmp_path: Path) -> None:
    status, seen = played(tmp_path, "visit", *["out_of_date"] * 4, "leave")
    assert (status, seen) == (0, [*["late: show next 0abc"] * 4, "show next 0abc"])


def test_a_stand_by_that_hangs_is_replaced(tmp_path: Path) -> None:
    assert played(tmp_path, "visit", "never_ready", "leave", patience=0.3) == (0, ["show next 0abc"])


def test_where_no_stand_by_can_start_the_one_in_front_stays(tmp_path: Path) -> None:
    status, seen = played(tmp_path, "visit", "broken")
    assert (status, [one for one in seen if one != "broken"]) == (0, ["told stay"])


def test_where_no_visit_is_left_and_none_can_start_all_ends(tmp_path: Path) -> None:
    status, seen = played(tmp_path, "crash", "broken")
    assert (status, set(seen)) == (1, {"noted -9", "broken"})


def test_a_program_that_cannot_start_gives_its_own_status(tmp_path: Path) -> None:
    assert played(tmp_path, "fail") == (3, [])


def test_nobody_is_left_when_staff_leave(tmp_path: Path) -> None:
    assert played(tmp_path, "alone", "never_ready") == (0, ["first"])
    assert is_gone(tmp_path, 0)
    assert is_gone(tmp_path, 1)
