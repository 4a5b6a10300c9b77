"""Every screen and every page to look through, as one HTML page: `make gallery`.

Run: python -m tests.gallery [--out gallery] [--locale CODE …] [--screen NAME …] [--no-paper] [--workers N]

Screens: every screen, the staff's and the preview too, in every combination of four languages (en, es_US, ar, zh_Hans)
with three sizes of window (1024×600, 1080×1920, 1920×1080), three themes and two sizes of words; and, with the other
languages, the pseudo ones and 3840×2160, so many more that every two values meet in some picture. Paper: each sample
visit × locale, one visit in every size of print, and each language with English beside. Drawn offscreen, kept small.
"""

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date
from functools import lru_cache
from html import escape
from itertools import product
from pathlib import Path
from typing import Final, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # offscreen says at each window what it has not

import pypdfium2  # type: ignore[import-untyped]
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from clinic.settings import Settings
from commands.making import Choices, make
from commands.places import Places
from commands.store import opened
from content.library import Library
from i18n.locales import available
from tests.covering import covering
from tests.ui.places import PLACES, STAFF_PLACES, told
from ui.app import Options, build, prepare
from ui.routes import ToPreview
from ui.staff_room import StaffRoom
from ui.theme import NAMES
from ui.window import Window
from visit.visit_json import read

HOUSE: Final = Path(__file__).parents[1]
DAY: Final = date(2026, 11, 22)
WHOLE: Final = ("en", "es_US", "ar", "zh_Hans")
SIZES: Final = ((1024, 600), (1080, 1920), (1920, 1080))
LARGEST: Final = (3840, 2160)
PERCENTS: Final = (100, 200)
POINTS: Final = (12, 14, 18, 24)
SCREENS: Final = PLACES | STAFF_PLACES | {"preview": ToPreview()}
WIDTH: Final = 640
PATIENCE: Final = 60.0
HEAD: Final = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Teachback: every screen and page</title>
<style>body{font:14px sans-serif;margin:1em}figure{display:inline-block;margin:4px;vertical-align:top}
img{border:1px solid #999;max-width:480px}figcaption{font-size:12px}nav a{margin-right:1em}</style>
<h1>Every screen and page</h1>
"""


class Look(NamedTuple):
    """One way a window may look."""

    locale: str
    size: tuple[int, int]
    theme: str
    percent: int

    def __str__(self) -> str:
        return f"{self.locale}, {self.size[0]}×{self.size[1]}, {self.theme}, {self.percent} %"


class Picture(NamedTuple):
    """One picture that was taken: its chapter, its file, and what it shows."""

    chapter: str
    file: str
    caption: str


def looks(locales: Sequence[str]) -> tuple[Look, ...]:
    """Give every look of the languages that are looked at whole, and pairs of the rest."""
    whole = [Look(*row) for row in product([one for one in WHOLE if one in locales], SIZES, NAMES, PERCENTS)]
    rows = covering((locales, (*SIZES, LARGEST), NAMES, PERCENTS), whole)
    return tuple(Look(*row) for row in rows)  # type: ignore[arg-type]


def settle() -> None:
    """Let Qt finish what it began."""
    for _ in range(4):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


@lru_cache(maxsize=1)
def at_hand() -> tuple[QApplication, Library, StaffRoom]:
    """Give what every window of this process needs."""
    places = Places(HOUSE)
    room = StaffRoom(folder=Path(tempfile.mkdtemp()) / "staff", settings=Settings())
    return prepare(places.resources), opened(places), room


def opened_window(look: Look) -> Window:
    """Open a window that looks so, in the middle of a visit."""
    application, library, room = at_hand()
    options = Options(
        windowed=True, locale=look.locale, text_percent=look.percent, theme=look.theme, staff=room,
        resources=HOUSE / "resources", locales=HOUSE / "i18n" / "locales",
    )  # fmt: skip
    window = build(options, library, application)
    window.resize(*look.size)
    window.show()
    window.state.replace(told(window.state.visit))
    return window


def photographed(look: Look, folder: Path, names: Sequence[str]) -> list[Picture]:
    """Open a window that looks so, and take a picture of every screen."""
    window = opened_window(look)
    taken = [_one(window, name, look, folder) for name in names]
    window.close()
    window.deleteLater()
    settle()
    return taken


def shown(window: Window, name: str) -> QPixmap:
    """Go to a screen, wait until it is ready, and take its picture."""
    window.is_staff_in = name in STAFF_PLACES
    window.fulfil(SCREENS[name])
    settle()
    until = time.monotonic() + PATIENCE
    while (front := window.stage.front) is not None and front.is_busy and time.monotonic() < until:
        settle()
        time.sleep(0.01)
    settle()
    return window.grab()


def _one(window: Window, name: str, look: Look, folder: Path) -> Picture:
    file = f"{name}-{look.locale}-{look.size[0]}-{look.theme}-{look.percent}.jpg"
    picture = shown(window, name).scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    picture.save(str(folder / file), "JPG", 80)
    return Picture(name, file, str(look))


def sheets(locale: str) -> Iterator[tuple[Path, Choices]]:
    """Give the handouts of a language: each sample visit, one beside another language; English in every size."""
    visits = sorted((HOUSE / "tests" / "visits").glob("*.json"))
    yield from ((path, Choices(locale=locale)) for path in visits)
    yield visits[-1], Choices(locale=locale, beside="en" if locale != "en" else "es_US")
    if locale == "en":
        yield from ((visits[-1], Choices(locale=locale, text_pt=points)) for points in POINTS)


def printed(locale: str, folder: Path) -> list[Picture]:
    """Take a picture of every page of the handouts of a language."""
    _application, library, _room = at_hand()
    return [one for path, choices in sheets(locale) for one in _pages(path, choices, library, folder)]


def at_the_printer(folder: Path) -> list[Picture]:
    """Take a picture of each state of a printer in words; none where there is no print service to run."""
    from tests.printing_pictures import is_possible, pictures

    return [_of_printer(state, window, folder) for state, window in pictures(at_hand()[1])] if is_possible() else []


def _of_printer(state: str, window: Window, folder: Path) -> Picture:
    file = f"printing-{state.replace(' ', '-')}.jpg"
    picture = window.grab().scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    picture.save(str(folder / file), "JPG", 80)
    return Picture("printing", file, f"{state}, English, light")


def _pages(path: Path, choices: Choices, library: Library, folder: Path) -> Iterator[Picture]:
    made = make(read(path.read_text("utf-8")), choices, library, Places(HOUSE), DAY)
    how = [str(part) for part in (path.stem, choices.locale, choices.beside, choices.text_pt) if part]
    document = pypdfium2.PdfDocument(made.pdf)
    for number in range(len(document)):
        page, file = document[number], f"paper-{'-'.join(how)}-{number + 1}.jpg"
        picture = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
        picture.save(folder / file, "JPEG", quality=80)
        yield Picture("paper", file, f"{', '.join(how)}, page {number + 1}")
    document.close()


def page(pictures: Iterable[Picture]) -> str:
    """Write the page that shows them all, in chapters."""
    chapters: dict[str, list[Picture]] = defaultdict(list)
    for one in pictures:
        chapters[one.chapter].append(one)
    contents = "".join(f'<a href="#{escape(one)}">{escape(one)}</a> ' for one in chapters)
    parts = [HEAD, f"<nav>{contents}</nav>"]
    for chapter, taken in chapters.items():
        parts.append(f'<h2 id="{escape(chapter)}">{escape(chapter)}</h2>')
        parts += [
            f'<figure><a href="{one.file}"><img loading="lazy" src="{one.file}" alt=""></a>'
            f"<figcaption>{escape(one.caption)}</figcaption></figure>"
            for one in taken
        ]
    return "\n".join(parts)


def main(arguments: list[str]) -> int:
    """Make the gallery that was asked for."""
    options = argparse.ArgumentParser(prog="python -m tests.gallery", description="Draw every screen and every page.")
    options.add_argument("--out", type=Path, default=HOUSE / "gallery", metavar="DIR")
    options.add_argument("--locale", nargs="+", metavar="CODE")
    options.add_argument("--screen", nargs="+", metavar="NAME", choices=tuple(SCREENS), default=list(SCREENS))
    options.add_argument("--no-paper", action="store_true")
    options.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked = options.parse_args(arguments)
    asked.out.mkdir(parents=True, exist_ok=True)
    for old in asked.out.glob("*.jpg"):
        old.unlink()
    places, began = Places(HOUSE), time.monotonic()
    opened(places).close()  # built here, where it is missing, and not by each worker
    spoken = [info.code for info in available(places.locales)]
    locales = asked.locale or [info.code for info in available(places.locales, with_pseudo=True)]
    with ProcessPoolExecutor(asked.workers, multiprocessing.get_context("spawn")) as workers:
        # First, because it mostly waits: its pictures are taken beside all others.
        at_printer = [] if asked.no_paper else [workers.submit(at_the_printer, asked.out)]
        screens = [workers.submit(photographed, look, asked.out, asked.screen) for look in looks(locales)]
        on_paper = [] if asked.no_paper else [one for one in locales if one in spoken]
        pages = [workers.submit(printed, one, asked.out) for one in on_paper]
        taken, faults = collected((*screens, *at_printer, *pages))
    (asked.out / "index.html").write_text(page(taken), "utf-8")
    print(
        f"{asked.out / 'index.html'}: {len(taken):,} pictures, {faults} parts failed, {time.monotonic() - began:.0f} s"
    )
    return 1 if faults else 0


def collected(parts: Iterable[Future[list[Picture]]]) -> tuple[list[Picture], int]:
    """Wait for all parts and tell of each; give the pictures, and how many failed: none takes another with it."""
    taken: list[Picture] = []
    faults = 0
    for part in parts:
        if (problem := part.exception()) is not None:
            faults += 1
            print(f"failed: {problem}", flush=True)
        elif one := part.result():
            print(f"{one[0].chapter if one[0].chapter == 'paper' else 'screens'}: {one[0].caption}", flush=True)
            taken += one
    return taken, faults


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
