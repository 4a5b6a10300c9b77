import subprocess
import sys

import pytest

from tests.ui.places import ROOT
from ui import idle
from ui.idle import Idle, IdleTimes
from ui.single import AlreadyRunning, hold


def watched(is_busy=lambda: False):
    watch, asked, ends = Idle(IdleTimes(idle=30, warn=20), is_busy), [], []
    watch.warned.connect(asked.append)
    watch.ended.connect(lambda: ends.append(True))
    return watch, asked, ends


def wait(watch, seconds):
    for _second in range(seconds):
        watch.tick()


def test_a_person_is_asked_before_anything_is_erased(application):
    watch, asked, ends = watched()
    wait(watch, 29)
    assert (asked, ends) == ([], [])
    wait(watch, 1)
    assert (asked, ends) == ([20], [])
    wait(watch, 19)
    assert (asked[-1], ends) == (1, [])
    wait(watch, 1)
    assert ends == [True]


def test_a_touch_begins_the_time_anew(application):
    watch, asked, _ends = watched()
    wait(watch, 29)
    watch.stir()
    wait(watch, 29)
    assert asked == []


def test_once_asked_only_an_answer_counts(application):
    watch, _asked, ends = watched()
    wait(watch, 30)
    watch.stir()
    assert watch.is_warning
    watch.stay()
    wait(watch, 29)
    assert not watch.is_warning
    assert ends == []


def test_nothing_ends_while_the_machine_is_at_work_for_the_person(application):
    watch, asked, ends = watched(lambda: True)
    wait(watch, 500)
    assert (asked, ends) == ([], [])


def test_a_machine_that_slept_has_forgotten(application):
    watch, _asked, ends = watched()
    watch._now = idle.awake_seconds() - 3600
    watch.tick()
    assert ends == [True]


def test_a_second_teachback_is_refused_and_a_dead_ones_lock_is_taken(tmp_path):
    first = hold(tmp_path / "lock")
    with pytest.raises(AlreadyRunning):
        hold(tmp_path / "lock")
    first.unlock()
    holding = "import sys; from pathlib import Path; from ui.single import hold; h = hold(Path(sys.argv[1]))"
    line = [sys.executable, "-c", f"{holding}; print('held', flush=True); sys.stdin.read()", str(tmp_path / "lock")]
    with subprocess.Popen(line, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"held\n"
        other.kill()
    assert hold(tmp_path / "lock") is not None


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path):
    (tmp_path / "file").touch()
    assert hold(tmp_path / "file" / "lock") is None


def test_the_first_start_on_a_machine_makes_the_folder_of_the_lock(tmp_path):
    held = hold(tmp_path / "new" / "lock")
    assert held is not None
    with pytest.raises(AlreadyRunning):
        hold(tmp_path / "new" / "lock")
