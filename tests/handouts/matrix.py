"""Every bundle on paper: in which language, beside which other, in which size, on which paper; and what is checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import product
from pathlib import Path

from archive import faults as archive_faults
from pypdfium2 import PdfDocument
from reading import bare, by_pdfium, by_poppler, columns, likeness, mean_likeness, told, unread
from structure import problems

from content.build import Translation, build
from content.library import Library
from content.model import Bundle
from content.pack import Pack
from handouts.budget import Sheets, fit, usual_pages
from handouts.document import letters, pdf
from handouts.layout import Layout
from handouts.story import share_of
from i18n.catalogue import content_translations
from i18n.locales import load
from i18n.runs import plain
from visit.blocks import Plan
from visit.plan import plan
from visit.sheet import Sheet, sheet
from visit.visit import Visit

WAVE = ("en", "es_US", "ar", "zh_Hans", "vi")
LEFT_TO_RIGHT = ("en", "es_US", "zh_Hans", "vi")
LIKE = 0.95
# A short title right to left with Latin letters in it.
_LIKE_TITLE = 0.75
DAY = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Case:
    """One way to print a bundle; `pages` 0 prints all of it."""

    bundle: str
    locale: str
    beside: str | None = None
    text_pt: int = 12
    paper: str = "letter"
    pages: int | None = None

    def __str__(self) -> str:
        both = f"{self.locale}+{self.beside}" if self.beside else self.locale
        return f"{self.bundle.partition('.')[2]}-{both}-{self.text_pt}-{self.paper}"


def partner(locale: str) -> str:
    """Give the second language to print beside a first."""
    return "ar" if locale == "en" else "en"


def every(bundles: tuple[str, ...], pages: int | None = None) -> Iterator[Case]:
    """List all settings of some bundles."""
    for bundle, locale, is_two, size, paper in product(bundles, WAVE, (False, True), (12, 18), ("letter", "a4")):
        yield Case(bundle, locale, partner(locale) if is_two else None, size, paper, pages)


def sample(bundles: tuple[str, ...]) -> tuple[Case, ...]:
    """List all bundles and languages in one setting, and all settings of two bundles."""
    usual = (Case(bundle, locale) for bundle, locale in product(bundles, WAVE))
    return tuple(dict.fromkeys((*usual, *every((bundles[0], bundles[-1])))))


def wave_store(pack: Pack, target: Path) -> Path:
    """Build the store with all that is translated today."""
    words = {
        code: {key: Translation(each.english, each.text) for key, each in content_translations(code).items()}
        for code in WAVE[1:]
    }
    build(pack, words, target)
    return target


@lru_cache(maxsize=8)
def language(code: str):
    return load(code)


@lru_cache(maxsize=4_096)
def written(part: Plan, visit: Visit, library: Library, code: str) -> Sheet:
    return sheet(part, visit, library, language(code))


def printed(case: Case, library: Library) -> tuple[bytes, Sheets]:
    """Print a case; give the file and the sheet in each of its languages."""
    visit = Visit(bundle=case.bundle, date=DAY)
    layout = layout_of(case)

    def write(part: Plan) -> Sheets:
        beside = written(part, visit, library, case.beside) if case.beside else None
        return written(part, visit, library, case.locale), beside

    limit = usual_pages(layout, case.beside is not None) if case.pages is None else case.pages
    made = fit(plan(visit, library), write, layout, limit)
    return pdf(made.sheet, layout, made.beside), (made.sheet, made.beside)


def layout_of(case: Case) -> Layout:
    return Layout(paper=case.paper, text_pt=case.text_pt)


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found wrong with one file, how many pages it has, how like text right to left is read."""

    faults: tuple[str, ...]
    pages: int
    likeness: float


def examined(case: Case, library: Library, folder: Path) -> Findings:
    """Print a case; check its structure, and what two readers find on it in each language."""
    data, sheets = printed(case, library)
    faults = sorted(problems(data) | archive_faults(data))
    with PdfDocument(data) as document:
        count = len(document)
    found, like = read_back(data, sheets, layout_of(case), folder / f"{case}.pdf")
    return Findings((*faults, *found), count, like)


def read_back(data: bytes, sheets: Sheets, layout: Layout, file: Path) -> tuple[list[str], float]:
    """Give what two readers do not find of a file, or not in its column, and the least likeness of a language."""
    file.write_bytes(data)
    readers = {"poppler": by_poppler(file, layout), "PDFium": by_pdfium(data, layout)}
    faults, likes = _misplaced(data, sheets, layout), [1.0]
    for given in filter(None, sheets):
        wanted = told(given)
        if given.language.code in LEFT_TO_RIGHT:
            faults += [f"{reader}: {line}" for reader, pages in readers.items() for line in unread(wanted, pages)]
        else:
            likes.append(mean_likeness(wanted, readers["PDFium"]))
    return faults + ["read unlike"] * (min(likes) < LIKE), min(likes)


def _misplaced(data: bytes, sheets: Sheets, layout: Layout) -> list[str]:
    """Give the titles of a sheet in two languages that do not stand in their language's column."""
    first, second = sheets
    if second is None:
        return []
    faults = []
    share = share_of(layout, (letters(first), letters(second)))
    places = columns(layout, share, first.language.direction == "rtl")
    for given, sides in zip((first, second), places, strict=True):
        titles, text = [bare(plain(each.title)) for each in given.sections], "".join(by_pdfium(data, layout, sides))
        faults += [f"not in its column: {title}" for title in titles if likeness(title, text) < _LIKE_TITLE]
    return faults


def bundles_of(library: Library) -> tuple[str, ...]:
    """List the bundles of the pack."""
    return library.ids(Bundle)
