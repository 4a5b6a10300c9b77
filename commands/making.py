"""Make one person's handout from their visit: languages, sheet, pages, PDF."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from commands.failure import BAD_INPUT, FAILED, CommandFailed
from commands.places import Places
from content.library import Library
from handouts.budget import Sheets, fit, usual_pages
from handouts.document import pdf
from handouts.layout import Layout, Letterhead
from i18n.errors import I18nError
from i18n.language import Language, needs_english
from i18n.locales import available, load
from i18n.negotiation import negotiate
from i18n.runs import plain
from visit.blocks import LeftOutWhy, Plan, ReasonKind
from visit.naming import names_of
from visit.plan import plan
from visit.sheet import Sheet, sheet
from visit.visit import Paper, Visit
from visit.wording import ENGLISH


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What was chosen for the paper; what is None follows the visit or the language."""

    locale: str | None = None
    beside: str | None = None
    text_pt: float | None = None
    paper: Literal["letter", "a4", "a5"] | None = None
    pages: int | None = None
    letterhead: Letterhead | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A finished handout and what it was made from."""

    pdf: bytes
    sheet: Sheet
    plan: Plan
    visit: Visit


def make(visit: Visit, choices: Choices, library: Library, places: Places, today: date) -> Made:
    """Plan, word, fit and print. Raises: CommandFailed, NotInStore, HandoutError."""
    dated = replace(visit, date=visit.date or today, today=today)
    language = language_of(choices.locale or dated.locale, places)
    second = beside_of(choices.beside or dated.beside, language, library, places)
    layout = Layout(
        paper=choices.paper or _paper(dated) or language.paper,
        text_pt=choices.text_pt or dated.text_pt,
        letterhead=choices.letterhead,
    )

    def write(part: Plan) -> Sheets:
        return sheet(part, dated, library, language), sheet(part, dated, library, second) if second else None

    pages = dated.pages if choices.pages is None else choices.pages
    limit = usual_pages(layout, second is not None) if pages is None else pages
    made = fit(_printable(plan(dated, library), library), write, layout, limit)
    return Made(pdf(made.sheet, layout, made.beside), made.sheet, made.plan, dated)


def _printable(whole: Plan, library: Library) -> Plan:
    """Refuse a plan of which nothing is left that may still be printed. Raises: CommandFailed."""
    expired = [one.id for one in whole.left_out if one.why is LeftOutWhy.EXPIRED]
    if expired and all(block.reason.kind is ReasonKind.EVERY_SHEET for block in whole.blocks):
        names = plain(names_of(tuple(expired), library, ENGLISH))
        said = f"Nothing is printed: the review date of {names} has passed. Take in newer content."
        raise CommandFailed(said, FAILED)
    return whole


def _paper(visit: Visit) -> Literal["letter", "a4"] | None:
    """Give the paper the visit asks for."""
    if visit.paper is None:
        return None
    return "a4" if visit.paper is Paper.A4 else "letter"


def language_of(wanted: str, places: Places) -> Language:
    """Find and load a language. Raises: CommandFailed with those offered."""
    offered = [info.code for info in available(places.locales, with_pseudo=True)]
    found = wanted if wanted in offered else negotiate([wanted], offered)
    if found is None:
        said = f"There is no language “{wanted[:40]}”. These are offered: {', '.join(offered)}."
        raise CommandFailed(said, BAD_INPUT)
    try:
        return load(found, places.locales)
    except I18nError as problem:
        raise CommandFailed(str(problem), BAD_INPUT) from problem


def beside_of(wanted: str | None, language: Language, library: Library, places: Places) -> Language | None:
    """Find the second language; a draft is never printed without English beside it, whatever was asked for."""
    second = language_of(wanted, places) if wanted is not None else None
    if second is not None and second.code == language.code:
        second = None
    return language_of("en", places) if needs_english(language, second, library.has_drafts) else second
