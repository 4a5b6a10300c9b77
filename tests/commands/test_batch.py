"""The batch command: every line becomes one file, whatever stops it, and on whatever it runs."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from signal import SIGKILL

import pytest

from commands.line import main

HOUSE = Path(__file__).parents[2]
BARE = '{"version": 1, "date": "2026-11-22", "name": "Visit %d"}'
BAD = {
    "no visit at all": "{",
    "an unknown medicine": '{"version": 1, "medicines": [{"id": "medicine.no-such"}]}',
    "an unknown field": '{"version": 1, "colour": "red"}',
    "a sign no font draws": '{"version": 1, "date": "2026-11-22", "name": "\U000130b8"}',
    "an unknown language": '{"version": 1, "date": "2026-11-22", "locale": "tlh"}',
}


def lines(house: Path, *visits: str) -> str:
    file = house.parent / "visits.jsonl"
    file.write_text("".join(f"{visit}\n" for visit in visits), encoding="utf-8")
    return str(file)


def out(house: Path) -> Path:
    return house.parent / "out"


def numbers(house: Path) -> list[int]:
    assert all(file.read_bytes().endswith(b"%%EOF\n") for file in out(house).iterdir())
    return sorted(int(file.name.partition("-")[0]) for file in out(house).iterdir())


@pytest.mark.parametrize("workers", [1, 2])
def test_bad_lines_are_reported_in_a_sentence_and_the_rest_goes_on(
    workers: int, house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [BARE % 1, *BAD.values(), BARE % 2]
    asked = ["batch", lines(house, *given), "--out", str(out(house)), "--workers", str(workers)]
    assert main(asked, house) == 1
    told = capsys.readouterr()
    assert told.out == f"2 made, 0 kept, {len(BAD)} bad\n"
    said = told.err.strip().splitlines()
    assert [int(re.match(r"line (\d+): ", line)[1]) for line in said] == list(range(2, len(BAD) + 2))
    assert "medicine.no-such" in said[1]
    assert "tlh" in said[4]
    assert numbers(house) == [1, len(given)]


def test_what_the_command_makes_is_what_the_batch_makes(house: Path, tmp_path: Path) -> None:
    visit = tmp_path / "visit.json"
    visit.write_text(BARE % 1)
    assert main(["batch", lines(house, BARE % 1), "--out", str(out(house)), "--locale", "ar"], house) == 0
    assert main(["handout", "--visit", str(visit), "-o", str(tmp_path / "h.pdf"), "--locale", "ar"], house) == 0
    assert next(out(house).iterdir()).read_bytes() == (tmp_path / "h.pdf").read_bytes()


def test_a_file_that_is_not_there_is_a_sentence(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["batch", str(house / "none.jsonl"), "--out", str(out(house))], house) == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


START = (
    "import sys; from pathlib import Path; from commands.line import main\n"
    "if __name__ == '__main__': sys.exit(main(sys.argv[2:], Path(sys.argv[1])))"
)


def started(house: Path, *more: str) -> subprocess.Popen[str]:
    script = house.parent / "start.py"
    script.write_text(f"import sys; sys.path.insert(0, {str(HOUSE)!r})\n{START}")
    return subprocess.Popen(
        [sys.executable, str(script), str(house), "batch", *more],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True,
    )  # fmt: skip


def test_a_batch_killed_at_ten_random_moments_ends_with_exactly_the_right_files(house: Path) -> None:
    count, chance = 40, Random(11)
    asked = (lines(house, *(BARE % n for n in range(count))), "--out", str(out(house)), "--workers", "2")
    for _ in range(10):
        run = started(house, *asked)
        before = len(list(out(house).glob("*.pdf"))) if out(house).exists() else 0
        wait_for_one_more(house, before, run)
        time.sleep(chance.random() * 0.05)
        run.send_signal(SIGKILL)
        run.communicate(timeout=120)  # ends only when the workers have gone, too
    told, _ = started(house, *asked).communicate(timeout=240)
    made, kept = (int(found) for found in re.match(r"(\d+) made, (\d+) kept, 0 bad", told).groups())
    assert made + kept == count
    assert kept >= 10
    assert numbers(house) == list(range(1, count + 1))


def wait_for_one_more(house: Path, before: int, run: subprocess.Popen[str]) -> None:
    end = time.monotonic() + 120
    while run.poll() is None and time.monotonic() < end and len(list(out(house).glob("*.pdf"))) <= before:
        time.sleep(0.005)


@pytest.fixture
def scheduler() -> Iterator[str]:
    """A real scheduler and two worker processes, on this machine only."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        yield cluster.scheduler_address


def test_a_batch_runs_on_a_dask_cluster(scheduler: str, house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    visits = [*(BARE % n for n in range(9)), BAD["an unknown medicine"]]
    asked = ["batch", lines(house, *visits), "--out", str(out(house))]
    assert main([*asked, "--dask", scheduler], house) == 1
    told = capsys.readouterr()
    assert told.out == "9 made, 0 kept, 1 bad\n"
    assert "medicine.no-such" in told.err
    there = {file.name: file.read_bytes() for file in out(house).iterdir()}
    for file in out(house).iterdir():
        file.unlink()
    main(asked, house)
    assert {file.name: file.read_bytes() for file in out(house).iterdir()} == there


def test_a_cluster_that_does_not_answer_is_a_sentence(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["batch", lines(house, BARE % 1), "--out", str(out(house)), "--dask", "tcp://127.0.0.1:9"]
    assert main(asked, house) == 2
    assert "No Dask scheduler answers" in capsys.readouterr().err


def test_progress_is_counted_on_a_terminal(house: Path) -> None:
    ours, theirs = os.openpty()
    asked = ("batch", lines(house, BARE % 1, BARE % 2), "--out", str(out(house)))
    done = subprocess.run(
        [sys.executable, "-c", START, str(house), *asked], cwd=HOUSE, stdout=subprocess.PIPE, stderr=theirs, check=True
    )
    told = os.read(ours, 1000).decode()
    os.close(ours)
    os.close(theirs)
    assert told == "\r1 lines\r2 lines\r\n"
    assert done.stdout == b"2 made, 0 kept, 0 bad\n"
