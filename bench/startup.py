"""Cold start to the first painted screen and memory, against a bare PySide6 window, paired in shuffled rounds.

Run: python -m bench.startup [ROUNDS] [locale]        needs a display (Xvfb will do)

Both start from compiled bytecode, as anything installed does; one start of each before the first round compiles it.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

HOUSE = Path(__file__).parents[1]
PREAMBLE = """
import sys, time, resource
sys.path.insert(0, {house!r})
started = float(sys.argv[1])
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.tell)
            QApplication.instance().removeEventFilter(self)
        return False

    def tell(self):
        took = time.time() - started
        pages = int(open("/proc/self/statm").read().split()[1])
        print(took * 1000, pages * resource.getpagesize() / 2**20, flush=True)
        QApplication.instance().exit(0)
"""
BARE = """
from PySide6.QtWidgets import QWidget
application = QApplication([])
first = FirstPaint()
application.installEventFilter(first)
window = QWidget()
window.resize(1280, 800)
window.show()
sys.exit(application.exec())
"""
OURS = """
from commands.places import Places
from commands.store import opened
from pathlib import Path
places = Places(Path({house!r}))
store = opened(places)
from ui.app import Options, build, prepare
application = prepare(places.resources)
options = Options(windowed=True, locale={locale!r}, text_percent=100, theme="light",
                  resources=places.resources, locales=places.locales)
window = build(options, store, application)
first = FirstPaint()
application.installEventFilter(first)
window.resize(1280, 800)
window.show()
sys.exit(application.exec())
"""


def surroundings(bytecode: str) -> Mapping[str, str]:
    """Give the environment of a start: ours, with a folder for bytecode that is really written to."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": bytecode}


def measured(body: str, locale: str, around: Mapping[str, str]) -> tuple[float, float]:
    """Start one window in a new process; give milliseconds to its first paint and its memory in MiB."""
    code = (PREAMBLE + body).format(house=str(HOUSE), locale=locale)
    told = subprocess.run(
        [sys.executable, "-c", code, str(time.time())],
        capture_output=True, text=True, check=True, timeout=60, env=around,
    )  # fmt: skip
    took, memory = told.stdout.split()
    return float(took), float(memory)


def main(rounds: int, locale: str) -> None:
    """Measure both in each round, in chance order; print medians, quartiles and ratios."""
    bare, ours = [], []
    with tempfile.TemporaryDirectory() as bytecode:
        around = surroundings(bytecode)
        for body in (BARE, OURS):
            measured(body, locale, around)
        for _ in range(rounds):
            order = [(BARE, bare), (OURS, ours)]
            random.shuffle(order)
            for body, found in order:
                found.append(measured(body, locale, around))
    for name, place, unit in (("first paint", 0, "ms"), ("memory", 1, "MiB")):
        ratios = [mine[place] / theirs[place] for mine, theirs in zip(ours, bare, strict=True)]
        low, middle, high = statistics.quantiles(ratios, n=4)
        print(
            f"{name}: bare {statistics.median(one[place] for one in bare):.0f} {unit}, "
            f"ours {statistics.median(one[place] for one in ours):.0f} {unit}, "
            f"ratio {middle:.2f} [{low:.2f}–{high:.2f}] over {rounds} rounds, {locale}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 12, sys.argv[2] if len(sys.argv) > 2 else "en")
