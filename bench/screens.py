"""How long a screen takes to change, and the language of the screen: from the wish to the painted window.

Run: python -m bench.screens [ROUNDS]        needs a display (Xvfb will do)
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtCore import QCoreApplication

from commands.places import Places
from commands.store import opened
from tests.ui.places import PLACES, told
from ui.app import Options, build, prepare
from ui.routes import ToHome
from ui.window import Window

HOUSE = Path(__file__).parents[1]


def painted(window: Window, change: Callable[[], object]) -> float:
    """Give the milliseconds until a change is painted."""
    began = time.perf_counter()
    change()
    QCoreApplication.processEvents()
    window.repaint()
    QCoreApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def told_of(name: str, taken: list[float]) -> None:
    """Print one line of the table."""
    low, middle, high = quantiles(taken, n=4)
    print(f"| {name} | {middle:.0f} ({low:.0f} to {high:.0f}) | {max(taken):.0f} |")


def main(rounds: int) -> int:
    """Print the table."""
    places = Places(HOUSE)
    application = prepare(places.resources)
    options = Options(
        windowed=True, locale="en", text_percent=100, theme="light", resources=places.resources, locales=places.locales
    )
    window = build(options, opened(places), application)
    window.resize(1280, 800)
    window.show()
    window.desk.state.replace(told(window.desk.state.visit))
    taken: dict[str, list[float]] = {name: [] for name in PLACES}
    for _ in range(rounds):
        for name, route in PLACES.items():
            taken[name].append(painted(window, lambda route=route: window.fulfil(route)))  # type: ignore[misc]
    print("| change | ms (quartiles) | slowest |\n|---|---|---|")
    told_of("any screen", [one for each in taken.values() for one in each])
    slowest = max(taken, key=lambda name: median(taken[name]))
    told_of(f"slowest screen: {slowest}", taken[slowest])
    window.fulfil(ToHome())
    codes = ("es_US", "ar", "en") * rounds
    told_of("language of the home screen", [painted(window, lambda code=code: window.speak(code)) for code in codes])  # type: ignore[misc]
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
