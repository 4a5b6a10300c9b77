"""A sample of `python -m tests.monkey`: fifteen people who touch anything."""

import random

from tests import monkey

VISITS = 15


def test_fifteen_visits_leave_nothing_and_break_nothing(application, library, tmp_path):
    fresh = monkey.untouched(library, tmp_path)
    found = monkey.Monkey(monkey.window_for(library, tmp_path, random.Random(8)), fresh)
    monkey.complete(found.window)
    for number in range(VISITS):
        found.visit(8, number)
    found.window.close()
    found.window.deleteLater()
    monkey.settle()
    assert found.faults == []
    assert monkey.left_in_files(tmp_path) == []
    assert found.presses > VISITS
