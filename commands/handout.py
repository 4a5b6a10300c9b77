"""`handout`: one person's handout as a PDF, from a visit file, without a window."""

import argparse
import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from commands.failure import BAD_INPUT, FAILED, CommandFailed
from commands.places import Places
from commands.store import opened
from content.errors import NotInStore
from content.library import Library
from handouts.document import pages_needed, pdf
from handouts.errors import HandoutError
from handouts.layout import Layout
from i18n.errors import I18nError
from i18n.language import Language
from i18n.locales import available, load
from i18n.negotiation import negotiate
from visit.json_value import BadVisit
from visit.plan import Plan, plan, shortened
from visit.sheet import Sheet, sheet
from visit.visit import Visit
from visit.visit_json import read

SIZES = {"normal": 12, "medium": 14, "large": 18, "largest": 24}
LARGEST_VISIT = 1_000_000


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the options of a handout."""
    parser.add_argument(
        "--visit", required=True, metavar="FILE", help="the visit, as JSON (docs/visit.schema.json); - reads it"
    )
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="FILE", help="where to write the PDF")
    parser.add_argument("--locale", metavar="CODE", help="the patient's language (default: the visit's)")
    parser.add_argument("--beside", metavar="CODE", help="a second language, row by row beside the first")
    parser.add_argument("--size", choices=SIZES, default="normal", help="size of the words: 12, 14, 18 or 24 points")
    parser.add_argument("--paper", choices=("letter", "a4", "a5"), help="paper (default: usual for the language)")
    parser.add_argument("--pages", type=int, metavar="N", help="leave out what may go until it fits on N pages")


def answer(options: argparse.Namespace, places: Places) -> int:
    """Make the handout and write it, whole or not at all."""
    visit = visit_from(options.visit)
    if visit.date is None:
        visit = replace(visit, date=date.today())
    language = language_of(options.locale or visit.locale, places)
    beside = beside_of(options.beside or visit.beside, language, places)
    layout = Layout(paper=options.paper or language.paper, text_pt=SIZES[options.size])
    document = _made(visit, language, beside, layout, options.pages, opened(places))
    write_whole(options.output, document)
    return 0


def visit_from(name: str) -> Visit:
    """Read a visit from a file, or from standard input for `-`. Raises: CommandFailed."""
    try:
        text = sys.stdin.read(LARGEST_VISIT) if name == "-" else _text(Path(name))
    except (OSError, UnicodeDecodeError) as problem:
        why = problem.strerror if isinstance(problem, OSError) else "it is not UTF-8 text"
        raise CommandFailed(
            f"{name} cannot be read ({why}). Name a visit file, or - to pipe one in.", BAD_INPUT
        ) from problem
    try:
        return read(text)
    except BadVisit as problem:
        raise CommandFailed(f"{name}: {problem}", BAD_INPUT) from problem


def _text(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        return file.read(LARGEST_VISIT)


def language_of(wanted: str, places: Places) -> Language:
    """Find and load a language. Raises: CommandFailed with those offered."""
    offered = [info.code for info in available(places.locales, with_pseudo=True)]
    found = wanted if wanted in offered else negotiate([wanted], offered)
    if found is None:
        raise CommandFailed(
            f"There is no language “{wanted[:40]}”. These are offered: {', '.join(offered)}.", BAD_INPUT
        )
    try:
        return load(found, places.locales)
    except I18nError as problem:
        raise CommandFailed(str(problem), BAD_INPUT) from problem


def beside_of(wanted: str | None, language: Language, places: Places) -> Language | None:
    """Find the second language; a draft is never printed without English beside it."""
    if wanted is None and language.is_draft:
        wanted = "en"
    if wanted is None or (second := language_of(wanted, places)).code == language.code:
        return None
    return second


def _made(  # noqa: PLR0913, PLR0917  the choices of one sheet
    visit: Visit, language: Language, beside: Language | None, layout: Layout, pages: int | None, library: Library
) -> bytes:
    try:
        whole = plan(visit, library)
        return _printed(whole, visit, (language, beside), layout, pages, library)
    except NotInStore as problem:
        raise CommandFailed(
            f"The visit names {problem.id}, which is not in the content. Check its spelling.", BAD_INPUT
        ) from problem
    except HandoutError as problem:
        raise CommandFailed(f"The handout cannot be printed: {problem}", FAILED) from problem


def _printed(  # noqa: PLR0913, PLR0917
    whole: Plan,
    visit: Visit,
    languages: tuple[Language, Language | None],
    layout: Layout,
    pages: int | None,
    library: Library,
) -> bytes:
    """Set the plan; where a number of pages is asked for, leave out block by block until it fits."""

    def set_in(this: Plan) -> tuple[Sheet, Sheet | None]:
        first, second = languages
        return sheet(this, visit, library, first), sheet(this, visit, library, second) if second else None

    first, second = set_in(whole)
    while pages is not None and pages_needed(first, layout, second) > pages and (less := shortened(whole)) is not None:
        whole = less
        first, second = set_in(whole)
    return pdf(first, layout, second)


def write_whole(target: Path, document: bytes) -> None:
    """Write beside, then rename: a reader finds the whole file or none. Raises: CommandFailed."""
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(document)
        beside.replace(target)
    except OSError as problem:
        beside.unlink(missing_ok=True)
        raise CommandFailed(
            f"{target} cannot be written ({problem.strerror}). Choose another place with -o.", FAILED
        ) from problem
