"""A sample of `python -m tests.monkey`: fifteen people who touch anything."""

import random

from tests import machine, monkey
from tests.likeness import left_in_files, settle

VISITS = 15


def test_fifteen_visits_leave_nothing_and_break_nothing(application, library, tmp_path):
    fresh = monkey.untouched(library, tmp_path)
    found = monkey.Monkey(machine.window_for(library, tmp_path, machine.FicklePrinter(random.Random(8))), fresh)
    machine.complete(found.window)
    for number in range(VISITS):
        found.visit(8, number)
    found.window.close()
    found.window.deleteLater()
    settle()
    assert found.faults == []
    assert left_in_files(tmp_path) == []
    assert found.presses > VISITS


def test_memory_may_grow_by_two_in_a_hundred_and_one_measure_alone_tells_nothing():
    warming = [50, 60, 70]
    assert not monkey.grew([*warming, 100, 100, 100, 102, 102, 102], 3)
    assert monkey.grew([*warming, 100, 100, 100, 102.1, 102.1, 102.1], 3)
    assert not monkey.grew([*warming, 100, 100, 100, 100, 100, 120], 3)
    assert not monkey.grew([100, 120], 3)
