"""What two readers, poppler and PDFium, find on the pages of a file: the text area only, without what stands around."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from difflib import SequenceMatcher
from pathlib import Path
from subprocess import run
from unicodedata import category, normalize

import pypdfium2

from handouts.frame import _FOOT_HEIGHT, BOTTOM, TOP
from handouts.layout import Layout
from i18n.runs import Run, plain
from visit.sheet import Sheet

# The length of the pieces by which a place is found, and how many places are looked at.
_PIECE = 5
_TRIES = 3
# What PDFium makes of a hyphen at the end of a line.
_LINE_END_HYPHENS = {0x02: "-", 0xFFFE: "-"}


def bare(text: str) -> str:
    """Spaces and steering signs aside, and compatibility forms as the letters they stand for."""
    return "".join(c for c in normalize("NFKC", text) if not c.isspace() and category(c) not in ("Cf", "Cc"))


def lines(thing: object) -> Iterator[str]:
    """Give every line of words below a section or element, bare."""
    if isinstance(thing, tuple) and thing and all(isinstance(part, Run) for part in thing):
        yield bare(plain(thing))
    elif isinstance(thing, tuple):
        for part in thing:
            yield from lines(part)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for each in fields(thing):
            yield from lines(getattr(thing, each.name))


def told(given: Sheet) -> list[str]:
    """Give every line of words of a sheet."""
    return [line for section in given.sections for line in lines(section) if line]


def by_poppler(file: Path, layout: Layout, order: str = "-raw") -> str:
    """Read in the order of the file; without `order` as poppler thinks the lines run, which right to left is better."""
    width, height = (round(side) for side in layout.size)
    room = round(height - BOTTOM - _FOOT_HEIGHT - TOP)
    crop = ["-x", "0", "-y", str(round(TOP) - 4), "-W", str(width), "-H", str(room + 8)]
    done = run(["pdftotext", *order.split(), "-nopgbrk", *crop, file, "-"], capture_output=True, text=True, check=True)
    return bare(done.stdout)


def by_pdfium(data: bytes, layout: Layout) -> str:
    """Read in the order of the file."""
    width, height = layout.size
    bottom, top = BOTTOM + _FOOT_HEIGHT - 4, height - TOP + 4
    with pypdfium2.PdfDocument(data) as document:
        text = "".join(page.get_textpage().get_text_bounded(0, bottom, width, top) for page in document)
    return bare(text.translate(_LINE_END_HYPHENS))


def likeness(line: str, text: str) -> float:
    """Tell how like a stretch of a text is to a line, at the places that share most short pieces with it."""
    if line in text:
        return 1.0
    places: Counter[int] = Counter()
    for i in range(len(line) - _PIECE + 1):
        at = text.find(line[i : i + _PIECE])
        while at >= 0:
            places[(at - i) // _PIECE * _PIECE] += 1
            at = text.find(line[i : i + _PIECE], at + 1)
    starts = [place for place, _ in places.most_common(_TRIES)]
    near = {max(0, place + shift) for place in starts for shift in range(-_PIECE, 2 * _PIECE)}
    size = len(line)
    return max((SequenceMatcher(None, line, text[at : at + size], autojunk=False).ratio() for at in near), default=0.0)


def mean_likeness(wanted: list[str], text: str) -> float:
    """Tell how like a text is to the lines that were written, each by its length."""
    return sum(len(line) * likeness(line, text) for line in wanted) / sum(map(len, wanted))
