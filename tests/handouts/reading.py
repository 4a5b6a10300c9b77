"""What two readers, poppler and PDFium, find on the pages of a file: the text area only, without what stands around."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from difflib import SequenceMatcher
from itertools import accumulate, pairwise
from pathlib import Path
from subprocess import run
from unicodedata import category, normalize

import pypdfium2

from handouts.frame import _FOOT_HEIGHT, BOTTOM, TOP
from handouts.layout import Layout
from i18n.runs import Run, plain
from visit.sheet import Section, Sheet

# The length of the pieces by which a place is found, and how many places are looked at.
_PIECE = 5
_TRIES = 3
# Below this a line may have been parted by the end of a page.
_UNLIKE = 0.75
_CUTS = 10
# What PDFium makes of a hyphen at the end of a line.
_LINE_END_HYPHENS = {0x02: "-", 0xFFFE: "-"}


def bare(text: str) -> str:
    """Give a text composed, without spaces and steering signs."""
    return "".join(c for c in normalize("NFC", text) if not c.isspace() and category(c) not in ("Cf", "Cc"))


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
    """Give every line of words of a sheet, in the order they are printed."""
    parts = (given.title, *(part for section in given.sections for part in _parts(section)))
    return [line for part in parts for line in lines(part) if line]


def _parts(section: Section) -> tuple[object, ...]:
    return section.title, None if section.say_why else section.reason, section.untranslated, section.elements


def by_poppler(file: Path, layout: Layout, order: str = "-raw") -> list[str]:
    """Read page by page in the order of the file; without `order` as poppler thinks the lines run.

    Right to left that is better.
    """
    width, height = (round(side) for side in layout.size)
    room = round(height - BOTTOM - _FOOT_HEIGHT - TOP)
    crop = ["-x", "0", "-y", str(round(TOP) - 4), "-W", str(width), "-H", str(room + 8)]
    done = run(["pdftotext", *order.split(), *crop, file, "-"], capture_output=True, text=True, check=True)
    return [bare(page) for page in done.stdout.removesuffix("\f").split("\f")]


def by_pdfium(data: bytes, layout: Layout, sides: tuple[float, float] | None = None) -> list[str]:
    """Read page by page in the order of the file; with `sides` only what stands between two edges, in points."""
    width, height = layout.size
    bottom, top = BOTTOM + _FOOT_HEIGHT - 4, height - TOP + 4
    left, right = sides or (0, width)
    with pypdfium2.PdfDocument(data) as document:
        found = [page.get_textpage().get_text_bounded(left, bottom, right, top) for page in document]
    return [bare(text.translate(_LINE_END_HYPHENS)) for text in found]


def columns(layout: Layout, share: float, is_rtl: bool) -> tuple[tuple[float, float], tuple[float, float]]:
    """Give from where to where the first and the second language of a sheet stand, in points, by the first's share."""
    gutter = 1.6 * layout.text_pt
    wide = layout.margin + (layout.width - gutter) * share + gutter / 2
    left, right = (0.0, layout.size[0] - wide if is_rtl else wide), (0.0, layout.size[0])
    sides = left, (left[1], right[1])
    return (sides[1], sides[0]) if is_rtl else sides


def unread(wanted: Sequence[str], pages: Sequence[str]) -> list[str]:
    """Give the lines that do not stand in the pages, one after the other; one may go on on the next page."""
    text, edges = "".join(pages), [0, *accumulate(map(len, pages))]
    missing, at = [], 0
    for line in wanted:
        found = text.find(line, at)
        end = found + len(line) if found >= 0 else _end_over_page(line, text, edges, at)
        if end is None:
            missing.append(line)
        else:
            at = end
    return missing


def _end_over_page(line: str, text: str, edges: Sequence[int], start: int) -> int | None:
    """Find a line whose head stands on one page and whose rest on the next; give where it ends."""
    for edge, end in pairwise(edges[1:]):
        for cut in range(len(line) - 1, 0, -1):
            if edge > start and text.find(line[:cut], start, edge) >= 0:
                rest = text.find(line[cut:], edge, end)
                if rest >= 0:
                    return rest + len(line) - cut
    return None


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


def mean_likeness(wanted: Sequence[str], pages: Sequence[str]) -> float:
    """Tell how like the pages are to the lines that were written, each by its length."""
    text = "".join(pages)
    likes = [likeness(line, text) for line in wanted]
    likes = [
        max(like, _parted_likeness(line, pages)) if like < _UNLIKE else like
        for line, like in zip(wanted, likes, strict=True)
    ]
    return sum(len(line) * like for line, like in zip(wanted, likes, strict=True)) / sum(map(len, wanted))


def _parted_likeness(line: str, pages: Sequence[str]) -> float:
    """Tell how like a line is whose head stands on one page and whose rest on the next, beside another language."""
    pieces = {line[i : i + _PIECE] for i in range(len(line) - _PIECE + 1)}
    near = max(pairwise(pages), key=lambda two: sum(piece in "".join(two) for piece in pieces), default=("", ""))
    size, step = len(line), max(_PIECE, len(line) // _CUTS)
    return max((_likeness_cut(line, cut, near) / size for cut in range(step, size, step)), default=0.0)


def _likeness_cut(line: str, cut: int, near: tuple[str, str]) -> float:
    return cut * likeness(line[:cut], near[0]) + (len(line) - cut) * likeness(line[cut:], near[1])
