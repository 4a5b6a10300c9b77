"""Hostile words on paper: seconds for the slowest of them, and how long a right and a wrong PIN take to judge.

Run `python -m bench.hostile`. Limits: 3 seconds a document; a wrong PIN within a tenth of a right one.
"""

import contextlib
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "handouts"))

from test_hostile import HOSTILE, hostile_sheet

from clinic.pin import PinFile
from handouts.document import pdf
from handouts.errors import HandoutError
from handouts.layout import Layout, Letterhead

LIMIT_SECONDS = 3
ROUNDS = 15


def slowest() -> tuple[float, str]:
    """Give the seconds of the slowest document and the start of its words."""
    return max((_seconds(text), text[:40]) for text in HOSTILE)


def _seconds(text: str) -> float:
    begin = time.process_time()
    with contextlib.suppress(HandoutError):
        pdf(hostile_sheet(text), Layout(letterhead=Letterhead(text[:100])))
    return time.process_time() - begin


def guesses() -> dict[str, float]:
    """Give the median seconds to judge a right, a near and a short PIN, in turns."""
    found: dict[str, list[float]] = {"2580": [], "2581": [], "7": []}
    with tempfile.TemporaryDirectory() as name:
        file = PinFile(Path(name) / "pin")
        file.choose("2580")
        for _ in range(ROUNDS):
            for pin, seen in found.items():
                begin = time.process_time()
                file.is_right(pin, 1_800_000_000)
                seen.append(time.process_time() - begin)
            file.is_right("2580", 1_800_000_000)
    return {pin: median(seen) for pin, seen in found.items()}


def main() -> int:
    """Print the figures; 1 where a document took too long."""
    seconds, words = slowest()
    print(f"{len(HOSTILE)} hostile texts; the slowest document took {seconds:.2f} s of {LIMIT_SECONDS} s: {words!r}")
    judged = guesses()
    for pin, took in judged.items():
        print(f"PIN {pin!r}: {1000 * took:.1f} ms, {took / judged['2580']:.2f} × the right one")
    return 1 if seconds > LIMIT_SECONDS else 0


if __name__ == "__main__":
    sys.exit(main())
