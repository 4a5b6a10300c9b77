"""How the cost grows with the work: items, locales, visits. The exponent of each curve, and a plot.

Run: python -m bench.growth [--visits 10000] [--minutes 11] [--plot FILE]

Items (one language): time to build the store, to open it, and to search it. Locales (a hundred items in each): time
to build, to open and to read a guide. Visits: processor time to read each visit, plan it, put it in words and print
it, as they add up over one pass; a worker for each processor, what they spend is added. An exponent of 1 means twice
the work costs twice as much, 0 that it costs the same. It is the slope of the line through the points, both axes in
powers of ten, from the second on: the first is what a start costs.
"""

import argparse
import math
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path
from statistics import linear_regression, median

from bench import search
from content.build import Translation, build
from content.library import Library
from content.model import Guide, Item
from content.pack import Pack
from content.source import read_pack
from content.strings import strings
from handouts.document import pdf
from handouts.layout import Layout
from visit.plan import plan
from visit.sheet import sheet
from visit.visit_json import read
from visit.wording import ENGLISH

ROOT = Path(__file__).parents[1]
ITEMS = (100, 1_000, 10_000, 100_000)
LOCALES = (2, 5, 10, 20, 40)
VISITS = (1, 10, 100, 1_000, 10_000)
IN_ONE_GO = 25
ENOUGH = 100
"""After so many visits their pace is known: the first ones pay for the start of the workers."""
COLOURS = ("#00595c", "#8a3b00", "#4b2a85", "#00571f")


@dataclass
class Curve:
    """What something costs, in milliseconds, at each amount of work."""

    name: str
    points: list[tuple[int, float]] = field(default_factory=list)

    @property
    def exponent(self) -> float:
        """Give the slope of the curve, both axes in powers of ten."""
        known = self.points[1:]
        line = linear_regression([math.log10(work) for work, _ in known], [math.log10(cost) for _, cost in known])
        return line.slope


@dataclass
class Panel:
    """Curves over the same work."""

    work: str
    curves: tuple[Curve, ...]

    def add(self, work: int, costs: Sequence[float]) -> None:
        """Put a point on every curve."""
        for curve, cost in zip(self.curves, costs, strict=True):
            curve.points.append((work, cost))


def spent(action: Callable[[], object]) -> float:
    """Give the processor time of one call in milliseconds; others may work beside us."""
    began = time.process_time()
    action()
    return (time.process_time() - began) * 1000


def middle(action: Callable[[], object], times: int = 30) -> float:
    """Give the median of many calls, in milliseconds, by a clock fine enough for short ones."""

    def once() -> float:
        began = time.perf_counter()
        action()
        return (time.perf_counter() - began) * 1000

    return median(once() for _ in range(times))


def made(count: int) -> Iterator[Item]:
    """Make guides out of the words of the real pack."""
    dice = random.Random(5)
    sentences = [text for item in read_pack(search.PACK).items() for _, text in strings(item)]
    words = [word for text in sentences if "[[" not in text for word in text.split() if word.isalpha()]
    return (search.synthetic(dice, number, sentences, words) for number in range(count))


def pack_of(items: tuple[Item, ...]) -> Pack:
    """Put guides into a pack."""
    return Pack(id="made", version="1", title="Made", by_kind={"guide": items})


def by_items() -> Panel:
    """Let the items grow."""
    panel = Panel("items", (Curve("build the store"), Curve("open it"), Curve("search, 2 to 4 letters")))
    typed = ("bo", "vit", "calc", "wal", "ask", "kn")
    every = tuple(made(ITEMS[-1]))
    for count in ITEMS:
        with tempfile.TemporaryDirectory() as folder:
            store = Path(folder, "content.db")
            building = spent(partial(build, pack_of(every[:count]), {}, store))
            opening = middle(lambda store=store: Library.open(store).close())  # type: ignore[misc]
            library = Library.open(store)
            asking = median(middle(partial(library.search, text, "en"), 10) for text in typed)
            if not all(library.search(text, "en") for text in typed):
                raise LookupError("a search found nothing, so its time means nothing")
            library.close()
        panel.add(count, (building, opening, asking))
    return panel


def by_locales() -> Panel:
    """Let the languages grow."""
    panel = Panel("locales", (Curve("build the store"), Curve("open it"), Curve("read a guide")))
    items = tuple(made(100))
    words = {key: Translation(text, f"¿{text}?") for item in items for key, text in strings(item)}
    for count in LOCALES:
        told = {f"q{chr(97 + n // 26)}{chr(97 + n % 26)}": words for n in range(count - 1)}
        with tempfile.TemporaryDirectory() as folder:
            store = Path(folder, "content.db")
            building = spent(partial(build, pack_of(items), told, store))
            opening = middle(lambda store=store: Library.open(store).close())  # type: ignore[misc]
            reading = middle(partial(_read_one, store, items[50].id))
        panel.add(count, (building, opening, reading))
    return panel


def _read_one(store: Path, name: str) -> None:
    library = Library.open(store)
    library.get(Guide, name, "qaa")
    library.close()


def by_visits(last: int, until: float) -> Panel:
    """Let the visits grow up to the last number, as far as there is time; all sample visits take turns."""
    panel = Panel("visits", (Curve("plan and words"), Curve("PDF besides")))
    done, words, paper = 0, 0.0, 0.0
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(mp_context=get_context("spawn")) as workers:
        store = Path(folder, "content.db")
        build(read_pack(search.PACK, ROOT / "resources/pictures"), {}, store)
        began = time.monotonic()
        for count in (one for one in VISITS if one <= last):
            now = time.monotonic()
            if done >= ENOUGH and now + (now - began) / done * (count - done) > until:
                print(f"{count:,} visits are left out: at the pace so far they would not be done in time.")
                break
            parts = [range(first, min(first + IN_ONE_GO, count)) for first in range(done, count, IN_ONE_GO)]
            for more_words, more_paper in workers.map(partial(_some, store), parts):
                words, paper = words + more_words, paper + more_paper
            done = count
            panel.add(count, (words, paper))
    return panel


@lru_cache(maxsize=1)
def _at_hand(store: Path) -> tuple[Library, tuple[str, ...]]:
    """Give what a worker needs; its first handout, with all that is loaded for it, is not counted."""
    library = Library.open(store)
    visits = tuple(path.read_text("utf-8") for path in sorted((ROOT / "tests/visits").glob("*.json")))
    _one(visits[0], library)
    return library, visits


def _some(store: Path, numbers: range) -> tuple[float, float]:
    library, visits = _at_hand(store)
    costs = [_one(visits[number % len(visits)], library) for number in numbers]
    return sum(words for words, _ in costs), sum(paper for _, paper in costs)


def _one(text: str, library: Library) -> tuple[float, float]:
    began = time.process_time()
    visit = read(text)
    worded = sheet(plan(visit, library), visit, library, ENGLISH)
    between = time.process_time()
    pdf(worded, Layout())
    return (between - began) * 1000, (time.process_time() - between) * 1000


def table(panel: Panel) -> Iterator[str]:
    """Write a panel as a table."""
    works = [work for work, _ in panel.curves[0].points]
    yield f"| {panel.work} | " + " | ".join(f"{work:,}" for work in works) + " | exponent |"
    yield "|---" * (len(works) + 2) + "|"
    for curve in panel.curves:
        costs = " | ".join(f"{cost:,.2f}" if cost < 10 else f"{cost:,.0f}" for _, cost in curve.points)
        yield f"| {curve.name}, ms | {costs} | {curve.exponent:.2f} |"
    yield ""


def drawn(panels: Sequence[Panel]) -> str:
    """Draw the panels beside each other; both axes in powers of ten."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {330 * len(panels)} 330" font-family="sans-serif" '
        f'font-size="11" role="img"><title>Cost as work grows</title><rect width="100%" height="100%" fill="#fff"/>'
    ]
    for place, panel in enumerate(panels):
        parts.append(f'<g transform="translate({330 * place + 50} 20)">{"".join(_panel(panel))}</g>')
    return "".join([*parts, "</svg>\n"])


def _panel(panel: Panel) -> Iterator[str]:
    points = [point for curve in panel.curves for point in curve.points]
    works, costs = ([math.log10(point[axis]) for point in points] for axis in (0, 1))
    left, right = math.floor(min(works)), math.ceil(max(works))
    bottom, top = math.floor(min(costs)), math.ceil(max(costs))

    def x(work: float) -> float:
        return 260 * (work - left) / (right - left)

    def y(cost: float) -> float:
        return 240 - 240 * (cost - bottom) / (top - bottom)

    for power in range(left, right + 1):
        yield f'<path d="M{x(power):.0f} 0V240" stroke="#ddd"/>'
        yield f'<text x="{x(power):.0f}" y="255" text-anchor="middle">{10**power:,}</text>'
    for power in range(bottom, top + 1):
        yield f'<path d="M0 {y(power):.0f}H260" stroke="#ddd"/>'
        yield f'<text x="-6" y="{y(power) + 4:.0f}" text-anchor="end">{10.0**power:,g}</text>'
    yield f'<text x="130" y="275" text-anchor="middle">{panel.work}</text><text x="-40" y="-8">ms</text>'
    for number, (curve, colour) in enumerate(zip(panel.curves, COLOURS, strict=False)):
        path = " ".join(f"{x(math.log10(work)):.1f},{y(math.log10(cost)):.1f}" for work, cost in curve.points)
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
        yield f'<text x="0" y="{290 + 13 * number}" fill="{colour}">{curve.name}: n^{curve.exponent:.2f}</text>'


def main(arguments: list[str]) -> int:
    """Print the tables and keep the plot."""
    options = argparse.ArgumentParser(prog="python -m bench.growth", description="How the cost grows with the work.")
    options.add_argument("--visits", type=int, choices=VISITS, default=VISITS[-1], help="how far the visits grow")
    options.add_argument("--minutes", type=float, default=11, help="all together; visits too many for it are left out")
    options.add_argument("--plot", type=Path, default=ROOT / "bench" / "growth.svg")
    asked = options.parse_args(arguments)
    panels: list[Panel] = []
    until = time.monotonic() + 60 * asked.minutes
    for grown in (by_items, by_locales, partial(by_visits, asked.visits, until)):
        panels.append(grown())
        print("\n".join(table(panels[-1])), flush=True)
        asked.plot.write_text(drawn(panels), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
