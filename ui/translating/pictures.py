"""A picture of every screen in one language, and which text stands where in it.

`index.json` is an object. Its names are those of entries: the key, or the English where an entry has no key. Each holds
a list of places: `{"screen", "picture", "rectangle": [x, y, width, height], "room"}`, in pixels of the picture; `room`
is how much wider the words could be in their box. `index.html` shows the same to people.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from html import escape
from pathlib import Path
from typing import Final

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from i18n.entry import Entry
from i18n.files import replace
from ui.routes import ToHandout, ToHome, ToMedicines
from ui.translating.faults import Fault
from ui.translating.picking import in_sight
from ui.translating.room import room, said_in
from ui.translating.session import Session
from ui.translating.tour import Stop, go, lasting, settle, stops, told
from ui.widgets.scroll import Scroll
from ui.window import Window

INDEX: Final = "index.json"
_EMPTY: Final = (ToHome, ToHandout, ToMedicines)
"""What says something else to somebody who has done nothing yet."""
_PAGE: Final = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<style>body{{font:15px sans-serif;margin:1em}}img{{border:1px solid gray;display:block}}
figure{{position:relative;margin:0;display:inline-block}}
figure b{{position:absolute;border:1px dotted mediumblue}}figure b:hover{{background:rgb(0 0 205 / 25%)}}</style>
</head><body><h1>{title}</h1><p>Point at a frame to read which text it is.</p>{body}</body></html>
"""


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a text stands: screen, file of the picture, rectangle in it, and the room left in its box."""

    screen: str
    picture: str
    rectangle: tuple[int, int, int, int]
    room: int


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen at one stop: its pictures by file name, the places of texts by number, and what was wrong."""

    stop: Stop
    pictures: dict[str, QPixmap]
    places: tuple[tuple[int, Place], ...]
    faults: tuple[Fault, ...]


def name_of(entry: Entry) -> str:
    """Give what an entry is called in the index."""
    return entry.key or entry.english


def tour(session: Session, route: Iterable[Stop] = ()) -> Iterator[Seen]:
    """Look at stops in the window at hand; at every screen where none are named."""
    window, library = session.window, session.library
    fresh = [Stop(f"{kind.screen}-empty", kind()) for kind in _EMPTY]
    for stop in fresh:
        yield _seen(stop, window)
    window.state.replace(told(window.state.visit, library))
    for stop in tuple(route) or stops(library):
        yield _seen(stop, window)


def _seen(stop: Stop, window: Window) -> Seen:
    go(window, stop)
    found = lasting(window)
    return Seen(stop, *_taken(stop.name, window), found)


def _taken(name: str, window: Window) -> tuple[dict[str, QPixmap], tuple[tuple[int, Place], ...]]:
    """Take the window; a page longer than the window is taken whole, beside it."""
    pictures, places = {f"{name}.png": window.grab()}, []
    pages = {f"{name}-page.png": long for long in _long_pages(window.stage)}
    for file, page in pages.items():
        pictures[file] = page.grab()
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or not (said := said_in(widget)):
            continue
        file, ground = next(((f, p) for f, p in pages.items() if p.isAncestorOf(widget)), (f"{name}.png", window))
        found, box = room(widget), in_sight(widget, ground)
        if box.isEmpty():  # scrolled away beside the page
            continue
        left = found.left if found is not None else 0
        where = Place(name, file, (box.x(), box.y(), box.width(), box.height()), left)
        places += [(number, where) for number in said if isinstance(widget, QLabel) or not _is_labelled(widget, number)]
    return pictures, tuple(places)


def _is_labelled(widget: QWidget, number: int) -> bool:
    """Tell whether a label within a widget shows what the widget is called."""
    return any(number in said_in(label) for label in widget.findChildren(QLabel))


def _long_pages(stage: QWidget) -> list[QWidget]:
    pages = [one for one in stage.findChildren(Scroll) if one.isVisible() and one.verticalScrollBar().maximum() > 0]
    return [inner for page in pages if (inner := page.widget()) is not None][:1]


def write(session: Session, folder: Path, route: Iterable[Stop] = ()) -> Iterator[Seen]:
    """Write pictures and index into a folder, and give each stop as it is done. Raises: OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    index: dict[str, list[Place]] = {}
    for seen in tour(session, route):
        for file, picture in seen.pictures.items():
            if not picture.save(str(folder / file)):
                raise OSError(f"{file} cannot be written")
        for number, place in seen.places:
            index.setdefault(name_of(session.catalogue[number]), []).append(place)
        yield seen
        settle()
    known = session.catalogue.known
    replace(folder / INDEX, _as_json(index).encode())
    replace(folder / "index.html", _as_page(f"{known.own_name} ({known.code})", index).encode())


def _as_json(index: dict[str, list[Place]]) -> str:
    return json.dumps(
        {name: [asdict(one) for one in index[name]] for name in sorted(index)}, ensure_ascii=False, indent=1
    )


def _as_page(title: str, index: dict[str, list[Place]]) -> str:
    frames: dict[str, list[str]] = {}
    for name, places in index.items():
        for place in places:
            frames.setdefault(place.picture, []).append(_frame(name, place))
    parts = (
        f'<h2>{escape(file)}</h2><figure><img loading="lazy" src="{escape(file)}" alt="">{"".join(inside)}</figure>'
        for file, inside in frames.items()
    )
    return _PAGE.format(title=escape(title), body="".join(parts))


def _frame(name: str, place: Place) -> str:
    x, y, width, height = place.rectangle
    where = f"left:{x}px;top:{y}px;width:{width}px;height:{height}px"
    return f'<b style="{where}" title="{escape(name)}"></b>'
