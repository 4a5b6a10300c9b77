"""docs/features.md claims nothing for us that no test shows, and keeps what we could not find out about others."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.everything import TESTS
from tests.feature_table import DOCUMENT, NAMES, PROOFS, ROWS, named

HOUSE = Path(__file__).parents[1]
SKIPPED = """
import sys, pytest
class Skipping:
    def pytest_runtest_setup(self, item):
        pytest.skip("on purpose")
sys.exit(pytest.main(["-q", "-p", "no:cacheprovider", sys.argv[1]], plugins=[Skipping()]))
"""


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_yes_and_partly_name_a_test_and_everything_else_is_not_yet(row: list[str]) -> None:
    ours = row[-1]
    assert len(row) == len(NAMES) == 8
    assert ours.startswith(("yes: `tests/", "partly (", "not yet: "))
    assert ours.startswith("not yet: ") != bool(re.search(r"`tests/[\w/]+\.py::test_\w+`", ours))


def test_every_test_that_is_named_is_collected() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *sorted(named(DOCUMENT))],
        cwd=HOUSE, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout[-2000:]
    collected = {line.partition("[")[0] for line in told.stdout.splitlines() if "::" in line}
    assert collected == named(DOCUMENT)


def test_the_whole_run_leaves_no_test_out_and_a_yes_is_not_skipped() -> None:
    assert not {"-k", "--deselect", "--ignore", "tests"} & set(TESTS) and TESTS.count("-m") == 1
    assert len(PROOFS) >= 30
    told = subprocess.run(
        [sys.executable, "-c", SKIPPED, min(PROOFS)], cwd=HOUSE, capture_output=True, text=True, check=False
    )
    assert told.returncode == 1 and "it may not be skipped" in told.stdout, told.stdout[-2000:] + told.stderr


def test_others_are_judged_with_the_marks_of_the_page_alone() -> None:
    mark = re.compile(r"(Y|P|N|\?|–|none found|is the record|asks MedlinePlus|by hand|by channel|GPL)\b|[?–]")
    for row in ROWS:
        assert all(mark.match(cell) for cell in row[1:-1]), row


def test_what_no_product_showed_is_said_so_and_not_as_a_no() -> None:
    unseen = [row[0] for row in ROWS if set(row[1:-1]) == {"none found"}]
    assert len(unseen) == 3 and sum(cell.startswith("?") for row in ROWS for cell in row[1:-1]) > 30
