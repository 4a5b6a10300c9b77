"""A process for each visit, seen from outside: the real program on a display of its own."""

import os
import random
import signal
import string
from pathlib import Path

import pytest

from clinic.settings import Settings, write
from tests.ui.traces import forms, in_files, in_memory, living
from tests.ui.visitor import Visitor, children, is_possible, until, visiting

pytestmark = pytest.mark.skipif(not is_possible(), reason="needs Xvfb and xdotool")
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root may read the memory of others")


@pytest.fixture
def visitor(tmp_path, library, window):
    write(Settings(theme="dark"), tmp_path / "config" / "teachback" / "settings.toml")
    with visiting(tmp_path, Path(library._path), window) as found:
        yield found


def name_nobody_has() -> str:
    return "".join(random.choices(string.ascii_lowercase, k=14))


def enter_a_name(visitor: Visitor, name: str) -> None:
    visitor.press("English")
    visitor.press("My medicines", after=1)
    visitor.type(name)
    visitor.key("Return")


def finish(visitor: Visitor) -> None:
    visitor.press("Finish and erase")
    visitor.press("Yes, erase everything", after=0)


@as_root
def test_a_finished_visits_process_is_gone_and_no_memory_nor_file_holds_the_name(visitor, tmp_path):
    name = name_nobody_has()
    waiting = visitor.wait_for_a_stand_by()
    [front] = visitor.fronts()
    enter_a_name(visitor, name)
    assert in_memory(front, forms([name])), "the name was never there, so this would prove nothing"
    finish(visitor)
    until(lambda: visitor.fronts() == (waiting,), "the stand-by in front")
    until(lambda: not Path(f"/proc/{front}").exists(), "the end of the old process")
    visitor.wait_for_a_stand_by()
    assert len(children(visitor.program.pid)) == 2
    assert {pid: found for pid in living() if (found := in_memory(pid, forms([name])))} == {}
    assert in_files([tmp_path], forms([name])) == ()


def test_a_touch_as_soon_as_the_greeting_is_there_begins_in_that_language(visitor):
    visitor.press("Español (EE. UU.)")
    waiting = visitor.wait_for_a_stand_by()
    for said in ("Finish and erase", "Yes, erase everything"):  # neither is there on the greeting
        visitor.press(visitor.twin.language.gettext(said))
    until(lambda: visitor.fronts() == (waiting,), "the end of a visit that began")


def test_a_visit_that_is_killed_is_followed_by_the_greeting_and_a_sentence(visitor, tmp_path):
    waiting = visitor.wait_for_a_stand_by()
    [front] = visitor.fronts()
    enter_a_name(visitor, name_nobody_has())
    os.kill(front, signal.SIGKILL)
    until(lambda: visitor.fronts() == (waiting,), "the stand-by in front")
    assert "ended by signal 9" in (tmp_path / "config" / "teachback" / "faults.txt").read_text()


def test_what_staff_change_reaches_the_next_visit(visitor, tmp_path):
    waiting = visitor.wait_for_a_stand_by()
    visitor.press("English")
    write(Settings(theme="high"), tmp_path / "config" / "teachback" / "settings.toml")
    finish(visitor)
    until(lambda: not Path(f"/proc/{waiting}").exists(), "the end of a stand-by that knows old settings")
    until(lambda: visitor.fronts() and visitor.fronts()[0] in children(visitor.program.pid), "a new one in front")


def test_when_the_usher_is_killed_nobody_stays(visitor):
    visitor.wait_for_a_stand_by()
    both = children(visitor.program.pid)
    visitor.program.kill()
    visitor.program.wait()
    until(lambda: not any(Path(f"/proc/{one}").exists() for one in both), "the end of both")
