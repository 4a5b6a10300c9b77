"""How long a screen takes to change, and its language, theme and words: from the wish to the painted window.

Run: python -m bench.screens [ROUNDS]        needs a display (Xvfb will do)
"""

import resource
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest

from commands.places import Places
from commands.store import opened
from content.model import Depth, Guide
from tests.ui.places import PLACES, told
from ui.app import Options, build, prepare
from ui.routes import Route, ToHome, ToSearch, ToWelcome
from ui.topics import ToGuide
from ui.window import Window

HOUSE = Path(__file__).parents[1]
CHANGES = 2000
SETTLED = 200


class Taken(NamedTuple):
    """Milliseconds by the clock, and of the processor: others may keep it busy too."""

    clock: float
    own: float


def painted(window: Window, change: Callable[[], object]) -> Taken:
    """Tell how long it took until a change was painted."""
    clock, own = time.perf_counter(), time.thread_time()
    change()
    QCoreApplication.processEvents()
    window.repaint()
    QCoreApplication.processEvents()
    return Taken((time.perf_counter() - clock) * 1000, (time.thread_time() - own) * 1000)


def tell(name: str, taken: Sequence[Taken]) -> None:
    """Print one line of the table."""
    found = [sorted(times) for times in zip(*taken, strict=True)]
    p95 = min(len(taken) - 1, len(taken) * 95 // 100)
    columns = (f"{median(times):.0f} | {times[p95]:.0f} | {times[-1]:.0f}" for times in found)
    print(f"| {name} | {len(taken)} | {' | '.join(columns)} |")


def opened_window() -> Window:
    """Show the window with a visit that has something to show everywhere, quiet after its start."""
    places = Places(HOUSE)
    application = prepare(places.resources)
    options = Options(
        windowed=True, locale="en", text_percent=100, theme="light", resources=places.resources, locales=places.locales
    )
    window = build(options, opened(places), application)
    window.resize(1280, 800)
    window.show()
    window.state.replace(told(window.state.visit))
    look_around(window)
    return window


def look_around(window: Window) -> None:
    """Touch nothing until the application has ready what it prepares meanwhile."""
    QTest.qWait(300)
    while window.warm_up.is_at_work:
        QTest.qWait(50)


def first_visit(window: Window, route: Route) -> Taken:
    """Go where nobody was, after a look at the screen before, as people do."""
    look_around(window)
    return painted(window, partial(window.fulfil, route))


def change_screens(window: Window, rounds: int) -> str:
    """Go everywhere: once where nobody was, and again; name the slowest."""
    first = {name: first_visit(window, route) for name, route in PLACES.items()}
    tell("screen, first visit", tuple(first.values()))
    again = [painted(window, partial(window.fulfil, route)) for _ in range(rounds) for route in PLACES.values()]
    tell("screen, again", again)
    tell("screen, all of these", (*first.values(), *again))
    slowest = sorted(first, key=lambda name: first[name].own)[-5:]
    return "slowest first visits, by the processor: " + ", ".join(f"{name} {first[name].own:.0f}" for name in slowest)


def open_guides(window: Window) -> None:
    """Go to every guide in its long form from wherever one is: nobody could foresee which, so none is ready."""
    guides = window.desk.library.ids(Guide)
    tell("guide nobody foresaw", tuple(first_visit(window, ToGuide(guide, Depth.MORE)) for guide in guides))


def change_looks(window: Window, rounds: int) -> None:
    """Speak other languages and take other themes at home, and type where one searches."""
    window.fulfil(ToHome())
    codes = ("es_US", "ar", "en") * rounds
    tell("language, at home", [painted(window, partial(window.speak, code)) for code in codes])
    tell("theme, at home", [painted(window, window.header.contrast_wanted.emit) for _ in range(3 * rounds)])
    window.fulfil(ToSearch())
    handle = window.windowHandle()
    letters = "calcium and milk" * rounds
    tell("letter typed in search", [painted(window, partial(QTest.keyClick, handle, one)) for one in letters])


def memory() -> float:
    """Give the memory held now, in MiB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def keep_changing(window: Window) -> None:
    """Change screens two thousand times, and tell how memory grew after the first two hundred."""
    settled = 0.0
    for number, route in enumerate(islice(cycle(PLACES.values()), CHANGES)):
        painted(window, partial(window.fulfil, route))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if number == SETTLED:
            settled = memory()
    grown = (memory() / settled - 1) * 100
    print(
        f"{CHANGES} screen changes: {settled:.0f} MiB after {SETTLED}, {memory():.0f} MiB at the end ({grown:+.1f} %)"
    )


def main(rounds: int) -> int:
    """Print the table."""
    window = opened_window()
    print("| change | times | median, ms | p95 | slowest | median, ms of the processor | p95 | slowest |")
    print("|---" * 8 + "|")
    slowest = change_screens(window, rounds)
    open_guides(window)
    change_looks(window, rounds)
    print(slowest)
    window.fulfil(ToWelcome())
    keep_changing(window)
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
