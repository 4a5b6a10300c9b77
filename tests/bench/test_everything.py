"""What a part of the measurements had told is kept, however it ends."""

import time
from pathlib import Path

from bench.everything import PARTS, Part, kept, measured, results, section

SLEEPER = """
import subprocess
other = subprocess.Popen(["sleep", "600"], start_new_session=True)
print(other.pid, flush=True)
other.wait()
"""


def part(code: str) -> Part:
    return Part("start", "Nothing.", ("-c", code), 60)


def test_a_part_that_fails_says_so_beside_what_it_told() -> None:
    told = measured(part("print('one row'); raise SystemExit('no screen')"), 60)
    assert told.startswith("one row\n") and told.endswith("Ended with status 1. no screen")


def test_a_part_that_is_cut_off_keeps_its_words_and_nothing_it_started_goes_on() -> None:
    pid, *_empty, end = measured(part(SLEEPER), 4).splitlines()
    assert end == "Cut off after 4 seconds."
    until = time.monotonic() + 60
    while (process := Path(f"/proc/{pid}/stat")).exists() and process.read_text().split()[2] != "Z":
        assert time.monotonic() < until
        time.sleep(0.05)


def test_what_was_written_of_other_parts_is_found_again(tmp_path: Path) -> None:
    told = {one.name: section(Part(one.name, one.tells, ("-c", "print(7)"), 60), 60) for one in PARTS[:2]}
    page = tmp_path / "RESULTS.md"
    page.write_text(results(told), "utf-8")
    assert kept(page) == told
