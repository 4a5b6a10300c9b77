from os import kill
from pathlib import Path
from random import Random
from signal import SIGKILL
from subprocess import Popen
from sys import executable
from time import sleep

import pytest

from handouts.batch import Status, run

LINES = [f"visit {number}" for number in range(1, 13)]


def make(line: str) -> bytes:
    if "bad" in line:
        raise ValueError(line)
    return f"%PDF {line}".encode()


def files(folder: Path) -> list[str]:
    return sorted(file.name.partition("-")[0] for file in folder.iterdir())


def test_every_line_becomes_one_file(tmp_path):
    outcomes = list(run(LINES, make, tmp_path))
    assert [outcome.line for outcome in outcomes] == list(range(1, 13))
    assert {outcome.status for outcome in outcomes} == {Status.MADE}
    assert files(tmp_path) == [f"{number:06d}" for number in range(1, 13)]


def test_a_bad_line_is_reported_and_the_rest_goes_on(tmp_path):
    outcomes = list(run(["good", "bad one", "", "good too"], make, tmp_path))
    assert [(outcome.line, outcome.status) for outcome in outcomes] == [
        (1, Status.MADE),
        (2, Status.BAD),
        (4, Status.MADE),
    ]
    assert isinstance(outcomes[1].problem, ValueError)
    assert files(tmp_path) == ["000001", "000004"]


def test_a_fault_of_our_own_is_not_taken_for_a_bad_line(tmp_path):
    def broken(line: str) -> bytes:
        raise TypeError(line)

    with pytest.raises(TypeError):
        list(run(LINES, broken, tmp_path))


def test_a_second_run_keeps_what_is_there_and_makes_what_is_missing(tmp_path):
    first = list(run(LINES, make, tmp_path))
    first[3].file.unlink()
    (tmp_path / "000099-abc.part").write_bytes(b"half")
    again = list(run(LINES, make, tmp_path))
    assert [outcome.line for outcome in again if outcome.status is Status.MADE] == [4]
    assert len(files(tmp_path)) == 12


def test_a_line_that_changed_replaces_its_file(tmp_path):
    list(run(LINES, make, tmp_path))
    list(run(["visit 1 again", *LINES[1:]], make, tmp_path))
    assert len(files(tmp_path)) == 12
    assert next(tmp_path.glob("000001-*")).read_bytes() == b"%PDF visit 1 again"


SCRIPT = """
import sys
sys.path.insert(0, {root!r}); sys.path.insert(0, {here!r})
from pathlib import Path
from functools import partial
from handouts.batch import run
from handouts.document import pdf
from handouts.layout import Layout
from i18n.runs import Run
from dataclasses import replace
from samples import sheet
def make(line): return pdf(replace(sheet("en"), name=(Run(line),)), Layout())
if __name__ == "__main__":
    for outcome in run([f"visit {{n}}" for n in range(24)], make, Path({out!r}), workers=2): pass
"""


def test_a_run_killed_at_random_moments_ends_with_exactly_the_right_files(tmp_path):
    here = Path(__file__).parent
    script, out = tmp_path / "script.py", tmp_path / "out"
    script.write_text(SCRIPT.format(root=str(here.parent.parent), here=str(here), out=str(out)))
    chance = Random(7)
    for _ in range(10):
        process = Popen([executable, str(script)], start_new_session=True)
        sleep(0.25 + chance.random() * 0.5)
        kill(process.pid, SIGKILL)
        process.wait()
    process = Popen([executable, str(script)])
    assert process.wait() == 0
    made = sorted(out.iterdir())
    assert [file.name[:6] for file in made] == [f"{number:06d}" for number in range(1, 25)]
    assert all(file.read_bytes().endswith(b"%%EOF\n") for file in made)
