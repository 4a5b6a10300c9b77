"""How long a screen takes to change, and its language, theme and words: from the wish to the painted window.

Run: python -m bench.screens [ROUNDS]        needs a display (Xvfb will do)
"""

import resource
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest

from commands.places import Places
from commands.store import opened
from tests.ui.places import PLACES, told
from ui.app import Options, build, prepare
from ui.routes import ToHome, ToSearch, ToWelcome
from ui.window import Window

HOUSE = Path(__file__).parents[1]
CHANGES = 2000
SETTLED = 200


def painted(window: Window, change: Callable[[], object]) -> float:
    """Give the milliseconds until a change is painted."""
    began = time.perf_counter()
    change()
    QCoreApplication.processEvents()
    window.repaint()
    QCoreApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def tell(name: str, taken: Iterable[float]) -> None:
    """Print one line of the table."""
    found = sorted(taken)
    p95 = found[min(len(found) - 1, len(found) * 95 // 100)]
    print(f"| {name} | {len(found)} | {median(found):.0f} | {p95:.0f} | {found[-1]:.0f} |")


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
    QTest.qWait(3000)  # what the application prepares while nobody touches it
    return window


def change_screens(window: Window, rounds: int) -> None:
    """Go everywhere: once where nobody was, and again."""
    first = {name: painted(window, partial(window.fulfil, route)) for name, route in PLACES.items()}
    tell("screen, first visit", first.values())
    print("slowest:", ", ".join(f"{name} {first[name]:.0f}" for name in sorted(first, key=first.__getitem__)[-5:]))
    again = [painted(window, partial(window.fulfil, route)) for _ in range(rounds) for route in PLACES.values()]
    tell("screen, again", again)


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
    print("| change | times | median, ms | p95, ms | slowest, ms |\n|---|---|---|---|---|")
    change_screens(window, rounds)
    change_looks(window, rounds)
    window.fulfil(ToWelcome())
    keep_changing(window)
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
