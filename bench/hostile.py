"""Hostile words on paper: seconds for the slowest of them.

Run `python -m bench.hostile`. Limit: 3 seconds a document.
"""

import contextlib
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "handouts"))

from test_hostile import HOSTILE, hostile_sheet

from handouts.document import pdf
from handouts.errors import HandoutError
from handouts.layout import Layout, Letterhead

LIMIT_SECONDS = 3


def slowest() -> tuple[float, str]:
    """Give the seconds of the slowest document and the start of its words."""
    return max((_seconds(text), text[:40]) for text in HOSTILE)


def _seconds(text: str) -> float:
    begin = time.process_time()
    with contextlib.suppress(HandoutError):
        pdf(hostile_sheet(text), Layout(letterhead=Letterhead(text[:100])))
    return time.process_time() - begin


def main() -> int:
    """Print the figures; 1 where a document took too long."""
    seconds, words = slowest()
    print(f"{len(HOSTILE)} hostile texts; the slowest document took {seconds:.2f} s of {LIMIT_SECONDS} s: {words!r}")
    return 1 if seconds > LIMIT_SECONDS else 0


if __name__ == "__main__":
    sys.exit(main())
