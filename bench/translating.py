"""How long a saved catalogue takes to the screen: from the rename to the painted window, translator mode, real files.

The second figure is the work of the processor alone: what a machine with nothing else to do would take, but for the
15 ms that are waited for an editor to finish.

Run: python -m bench.translating [ROUNDS]        needs a display (Xvfb will do), and no one else at work
"""

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtTest import QTest

from commands.places import Places
from commands.store import opened
from content.model import Depth
from i18n.live.marks import bare
from tests.ui.translating.saving import save
from ui.app import prepare
from ui.routes import Route, ToHome
from ui.topics import ToGuide
from ui.translating.opening import Work
from ui.translating.start import open_panel
from ui.window import Window

HOUSE = Path(__file__).parents[1]
GUIDE = "guide.osteoporosis"
SAVES = (
    ("ui.po, home", "ui.po", "What would you like to do?", ToHome()),
    ("guides.po, a long guide", "guides.po", f"{GUIDE}:title", ToGuide(GUIDE, Depth.MORE)),
)


def measured(window: Window, file: Path, key: str, route: Route, rounds: int) -> Iterator[tuple[float, float]]:
    """Give the milliseconds of each save, from the rename until the whole window is painted, by clock and processor."""
    window.fulfil(route)
    QTest.qWait(500)
    front = window.stage.front
    for number in range(rounds):
        text = f"Número {number}"
        began = time.perf_counter()
        save(file, key, msgstr=text)
        began = max(began, time.perf_counter() - (time.time() - file.stat().st_ctime_ns / 1e9))
        worked = time.process_time()
        while front is not None and bare(front.title()) != text:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 100)
        for _ in range(3):
            QCoreApplication.processEvents()
        window.repaint()
        yield (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000
        QTest.qWait(150)


def main(rounds: int) -> None:
    """Print the table."""
    places = Places(HOUSE)
    opened(places).close()
    with tempfile.TemporaryDirectory() as folder:
        locales = Path(folder) / "locales"
        shutil.copytree(places.locales, locales)
        work = Work(code="es_US", locales=locales, resources=places.resources, room=Path(folder) / "room")
        panel = open_panel(work, places.store, prepare(places.resources))
        while panel.session.problems.waiting():
            QTest.qWait(50)
        print("| saved, and shown on | rounds | median ms | worst ms | processor ms |\n|---|---|---|---|---|")
        for name, file, key, route in SAVES:
            found = measured(panel.session.window, locales / "es_US" / file, key, route, rounds)
            taken, worked = zip(*found, strict=True)
            middle = statistics.median
            print(f"| {name} | {rounds} | {middle(taken):.0f} | {max(taken):.0f} | {middle(worked):.0f} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
