"""Every bundle on paper: in which language, beside which other, in which size, on which paper; and what is checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import product
from pathlib import Path

from archive import faults as archive_faults
from pypdfium2 import PdfDocument
from reading import by_pdfium, by_poppler, mean_likeness, told
from structure import problems

from content.build import Translation, build
from content.library import Library
from content.model import Bundle
from content.pack import Pack
from handouts.budget import Sheets, fit, usual_pages
from handouts.document import pdf
from handouts.layout import Layout
from i18n.catalogue import content_translations
from i18n.locales import load
from visit.blocks import Plan
from visit.plan import plan
from visit.sheet import Sheet, sheet
from visit.visit import Visit

WAVE = ("en", "es_US", "ar", "zh_Hans", "vi")
LEFT_TO_RIGHT = ("en", "es_US", "zh_Hans", "vi")
LIKE = 0.95
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


def printed(case: Case, library: Library) -> tuple[bytes, Sheet]:
    """Print a case; give the file and the sheet in its first language."""
    visit = Visit(bundle=case.bundle, date=DAY)
    layout = Layout(paper=case.paper, text_pt=case.text_pt)

    def write(part: Plan) -> Sheets:
        beside = written(part, visit, library, case.beside) if case.beside else None
        return written(part, visit, library, case.locale), beside

    limit = usual_pages(layout, case.beside is not None) if case.pages is None else case.pages
    made = fit(plan(visit, library), write, layout, limit)
    return pdf(made.sheet, layout, made.beside), made.sheet


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found wrong with one file, how many pages it has, and how like the read text is to the written."""

    faults: tuple[str, ...]
    pages: int
    likeness: float | None = None


def examined(case: Case, library: Library, folder: Path) -> Findings:
    """Print a case and check its structure; in one language also what two readers find on it."""
    data, given = printed(case, library)
    faults = sorted(problems(data) | archive_faults(data))
    with PdfDocument(data) as document:
        count = len(document)
    if case.beside:
        return Findings(tuple(faults), count)
    layout, wanted = Layout(paper=case.paper, text_pt=case.text_pt), told(given)
    if case.locale not in LEFT_TO_RIGHT:
        like = mean_likeness(wanted, by_pdfium(data, layout))
        return Findings((*faults, *(["read unlike"] if like < LIKE else [])), count, like)
    file = folder / f"{case}.pdf"
    file.write_bytes(data)
    for reader, text in (("poppler", by_poppler(file, layout)), ("PDFium", by_pdfium(data, layout))):
        faults += [f"{reader}: {line}" for line in wanted if line not in text]
    return Findings(tuple(faults), count, 1.0)


def bundles_of(library: Library) -> tuple[str, ...]:
    """List the bundles of the pack."""
    return library.ids(Bundle)
