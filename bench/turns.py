"""From the touch that ends a visit to the next greeting on the screen, and what two processes and their usher hold.

Run: python -m bench.turns [ROUNDS]        needs Xvfb and xdotool

Seen from outside: the clock runs from the touch on *Yes, erase everything* until the old process is gone; the usher
ends it only once the stand-by's greeting was painted. Memory is each process's own share (PSS), and looked at when the
stand-by is ready: of the usher, the visit in front, and the stand-by together. What grows is told without what was read
from files: a share of those hangs on who else on the machine has them open.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from content.library import Library
from tests.ui.places import ROOT
from tests.ui.visitor import SIZE, children, until, visiting
from ui.app import Options, build, prepare
from ui.window import Window

STOPS = (10, 50, 100, 200, 300)


def twin(store: Path) -> Window:
    """Make the window that tells where to touch."""
    options = Options(
        windowed=True, locale="en", text_percent=100, theme="light", resources=ROOT / "resources",
        locales=ROOT / "i18n" / "locales",
    )  # fmt: skip
    window = build(options, Library.open(store), prepare(ROOT / "resources"))
    window.resize(*SIZE)
    window.show()
    return window


def share(pid: int, kind: str = "Pss:") -> float:
    """Give a process's own share of memory, in MB; with `Pss_Anon:` without what was read from files."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(kind)) / 1000


def grown(held: list[float]) -> str:
    """Tell what all processes held at each stop, and how much more than at the first; medians of ten visits."""
    stops = [stop for stop in STOPS if stop < len(held)] + [len(held)]
    holds = [statistics.median(held[max(0, stop - 10) : stop]) for stop in stops]
    told = (f"after {n} visits {mb:.1f} MB ({mb / holds[0] - 1:+.1%})" for n, mb in zip(stops, holds, strict=True))
    return ", ".join(told)


def main(rounds: int) -> None:
    """Let visits follow each other; print the median and the slowest."""
    store = ROOT / "resources" / "content.db"
    took: list[float] = []
    held: list[float] = []
    with tempfile.TemporaryDirectory() as home, visiting(Path(home), store, twin(store)) as visitor:
        for _ in range(rounds):
            waiting = visitor.wait_for_a_stand_by()
            [front] = visitor.fronts()
            held.append(sum(share(pid, "Pss_Anon:") for pid in (visitor.program.pid, *children(visitor.program.pid))))
            visitor.press("English")
            visitor.press("Finish and erase")
            button = visitor.button("Yes, erase everything")
            start = time.perf_counter()
            visitor.touch(button)
            until(lambda gone=front: not Path(f"/proc/{gone}").exists(), "the end of the old process")
            took.append((time.perf_counter() - start) * 1000)
            assert visitor.fronts() == (waiting,)
            button.click()
        visitor.wait_for_a_stand_by()
        usher = visitor.program.pid
        shares = [share(pid) for pid in (usher, *children(usher))]
    print(f"the next greeting: median {statistics.median(took):.0f} ms, slowest {max(took):.0f} ms, {rounds} visits")
    print(f"memory of all but files: {grown(held)}")
    print(f"memory: usher {shares[0]:.0f} MB, in front {shares[1]:.0f} MB, stand-by {shares[2]:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 12)
