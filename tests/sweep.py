"""Every screen in every kind of language and size of words: nothing cut, no letter missing, no word in no catalogue.

Run: python -m tests.sweep [--locale CODE …] [--percent N …] [--size WIDTHxHEIGHT …] [--store FILE]
A few minutes; a small sample of it is among the tests (tests/ui/translating/test_sweep.py).
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from content.library import Library
from content.model import Food, Medicine, Trial
from i18n.live.words import View
from ui.app import prepare
from ui.theme import TEXT_PERCENTS
from ui.translating.faults import Fault, Kind, unspoken
from ui.translating.opening import Work, begin
from ui.translating.session import Session, Voice
from ui.translating.tour import TYPED, Stop, go, lasting, settle, stops, told
from ui.window import Window

HOUSE: Final = Path(__file__).parents[1]
LOCALES: Final = ("en", "es_US", "ar", "zh_Hans", "vi", "en_XA", "ar_XB")
PSEUDO: Final = ("en_XA", "ar_XB")
PERCENTS: Final = (100, 150, 200)
IN_ENGLISH: Final = "report"  # for whoever looks after the machine
AGES: Final = ((19, 30), (31, 50), (51, 60), (61, 70))
SIZES: Final = ("1280x800", "1024x600", "1080x1920")


def session_in(code: str, store: Path, room: Path, application: QApplication, locales: Path) -> Session:
    """Open a window in a language as it is on the disk; a pseudo one changes every text there is."""
    view = View.PSEUDO if code in PSEUDO else View.TRANSLATION
    work = Work(
        code=code, locales=locales, resources=HOUSE / "resources", room=room, voice=lambda found: Voice(found, view)
    )
    return begin(work, Library.open(store), application)


def names(session: Session) -> tuple[str, ...]:
    """List what nobody translates here: names of studies, brands and languages, what a person typed or looked for."""
    library = session.library
    studies = (shown.item.name for shown in library.every(Trial))
    brands = (brand for shown in library.every(Medicine) for brand in (*shown.item.brands, *shown.item.other_names))
    own = (one.name for one in session.window.state.visit.own_medicines)
    languages = (info.own_name for info in session.window.desk.offered)
    records = (text for one in library.every(Food)[:1] for text in (one.item.source, one.item.measure_source))
    found = (hit.title for hit in library.search(TYPED["search"], "en"))
    english = session.learn("en")  # its tile in the choice of languages; ages are written as locale.toml says
    ages = (session.catalogue.known.range_pattern.format(low=low, high=high) for low, high in AGES)
    return (*studies, *brands, *own, *languages, *records, *found, english.gettext("Welcome. Touch here."), *ages)


def swept(
    session: Session, percents: tuple[int, ...] = PERCENTS, route: tuple[Stop, ...] = ()
) -> Iterator[tuple[str, Fault]]:
    """Go to every screen, or to some stops, in every size; give what is wrong, and where."""
    window, route = session.window, route or tuple(stops(session.library))
    window.show()
    window.state.replace(told(window.state.visit, session.library))
    is_longer = session.voice.view is View.PSEUDO and session.catalogue.known.direction == "ltr"
    asked = window.size()
    for percent in TEXT_PERCENTS:
        for stop in route if percent in percents else ():
            go(window, stop)
            found = [*lasting(window), *_grown(window, asked)]
            if is_longer and stop.name != IN_ENGLISH:
                found += unspoken(window, names(session))
            yield from ((f"{stop.name} at {percent} %", fault) for fault in dict.fromkeys(found))
        window.header.larger_wanted.emit()
        settle()


def _grown(window: Window, asked: QSize) -> Iterator[Fault]:
    """Find a window that had to grow: on a kiosk the screen does not."""
    if window.size() != asked:
        yield Fault(Kind.OUTSIDE, "the window", (), f"{window.width()}×{window.height()} pixels")
        window.resize(asked)
        settle()


def main(arguments: list[str]) -> int:
    """Sweep, say what was found, and fail where anything was."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--locale", nargs="+", default=LOCALES, metavar="CODE")
    parser.add_argument("--percent", nargs="+", type=int, default=PERCENTS, choices=TEXT_PERCENTS)
    parser.add_argument("--size", nargs="+", default=SIZES, metavar="WIDTHxHEIGHT")
    parser.add_argument("--store", type=Path, default=HOUSE / "resources/content.db")
    asked = parser.parse_args(arguments)
    application, wrong = prepare(HOUSE / "resources"), 0
    with tempfile.TemporaryDirectory() as room:
        for code in asked.locale:
            for size in asked.size:
                session = session_in(code, asked.store, Path(room), application, HOUSE / "i18n/locales")
                session.window.resize(*map(int, size.split("x")))
                found = list(swept(session, tuple(asked.percent)))
                print(f"{code}, {size}: {len(found)} faults", flush=True)
                for where, fault in found:
                    print(f"  {where}: {fault}", flush=True)
                wrong += len(found)
                session.window.close()
                session.window.deleteLater()
                settle()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
