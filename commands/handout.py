"""`handout`: one person's handout as a PDF, from a visit file, without a window; or the check of a printed stamp."""

import argparse
import sys
import uuid
from dataclasses import replace
from datetime import date
from pathlib import Path

from commands import letterhead
from commands.failure import BAD_INPUT, FAILED, CommandFailed
from commands.making import Choices, Made, language_of, make
from commands.places import Places
from commands.stock import Stock, fill, published
from commands.store import opened
from commands.writing import write_whole
from content.errors import NotInStore
from content.library import Library
from handouts.errors import HandoutError
from handouts.stamp import Edition, Verdict, verify
from i18n.locales import available
from visit import fhir
from visit.fhir_import import medicines
from visit.json_value import BadVisit
from visit.note import note
from visit.visit import OwnMedicine, Taken, Visit
from visit.visit_json import read

SIZES = {"normal": 12, "medium": 14, "large": 18, "largest": 24}
LARGEST_VISIT = 1_000_000
SAID = {
    Verdict.CURRENT: "current: this is what Teachback teaches now",
    Verdict.OUT_OF_DATE: "out of date: print a new handout",
    Verdict.UNKNOWN: "unknown: this is not a stamp of this content",
}


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the options of a handout."""
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--visit", metavar="FILE", help="the visit, as JSON (docs/visit.schema.json); - reads a pipe")
    which.add_argument("--all", action="store_true", help="every bundle in every language that has content, into --out")
    which.add_argument(
        "--verify", metavar="STAMP", help="say whether a printed stamp, or its QR code, is still current"
    )
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to write the PDF")
    parser.add_argument("--out", type=Path, metavar="DIR", help="with --all: the folder to write to")
    parser.add_argument("--openemr", action="store_true", help="with --all: name files as OpenEMR looks for them")
    parser.add_argument("--note", type=Path, metavar="FILE", help="also write a note for the chart, as plain text")
    parser.add_argument("--note-locale", metavar="CODE", default="en", help="language of the note (default: en)")
    parser.add_argument("--fhir", type=Path, metavar="FILE", help="also write an HL7 FHIR R4 bundle")
    parser.add_argument("--medicines", type=Path, metavar="FILE", help="add the medicines of an HL7 FHIR bundle")
    describe_choices(parser)


def describe_choices(parser: argparse.ArgumentParser) -> None:
    """Add what is chosen for the paper."""
    parser.add_argument("--locale", metavar="CODE", help="the patient's language (default: the visit's)")
    parser.add_argument("--beside", metavar="CODE", help="a second language, row by row beside the first")
    parser.add_argument("--size", choices=SIZES, help="words of 12, 14, 18 or 24 points (default: the visit's)")
    parser.add_argument("--paper", choices=("letter", "a4", "a5"), help="default: the visit's, or the language's")
    said = "leave out what may go until it fits on N pages (default: 4; 6 in two languages or large words; 0: no limit)"
    parser.add_argument("--pages", type=int, metavar="N", help=said)
    letterhead.describe(parser)


def choices_of(options: argparse.Namespace, places: Places) -> Choices:
    """Gather what was chosen for the paper. Raises: CommandFailed."""
    if options.pages is not None and options.pages < 0:
        raise CommandFailed("--pages needs a number from 1 on, or 0 for no limit.", BAD_INPUT)
    return Choices(
        locale=options.locale,
        beside=options.beside,
        text_pt=SIZES[options.size] if options.size else None,
        paper=options.paper,
        pages=options.pages,
        letterhead=letterhead.letterhead(options, places),
    )


def answer(options: argparse.Namespace, places: Places) -> int:
    """Make the handout and write it, whole or not at all."""
    if options.verify is not None:
        return _verified(options.verify, opened(places))
    if options.all:
        return _stock(options, places)
    if not (options.output or options.note or options.fhir):
        raise CommandFailed("Say where to write with -o FILE, --note FILE or --fhir FILE.", BAD_INPUT)
    library = opened(places)
    visit = visit_from(options.visit)
    if options.medicines:
        visit = with_medicines(visit, options.medicines, library)
    made = made_from(visit, choices_of(options, places), library, places, date.today())
    for target, document in _documents(options, made, library, places):
        write_whole(target, document)
    return 0


def with_medicines(visit: Visit, file: Path, library: Library) -> Visit:
    """Add the medicines another system names; say which of them we do not know. Raises: CommandFailed."""
    try:
        found = medicines(file.read_text(encoding="utf-8"), library)
    except (OSError, UnicodeDecodeError) as problem:
        raise CommandFailed(f"{file} cannot be read. Name a FHIR bundle as JSON.", BAD_INPUT) from problem
    except BadVisit as problem:
        raise CommandFailed(f"{file}: {problem}", BAD_INPUT) from problem
    if not (found.medicines or found.unknown or found.not_taken):
        raise CommandFailed(f"{file} has no medicines. Export them as statements or requests.", BAD_INPUT)
    for name in found.unknown:
        print(f"Not in our list, printed as written: {name}", file=sys.stderr)
    for name in found.not_taken:
        print(f"Left out, not taken any more: {name}", file=sys.stderr)
    told = {taken.id for taken in visit.medicines}
    ticked = tuple(Taken(name) for name in found.medicines if name not in told)
    typed = tuple(OwnMedicine(name) for name in found.unknown)
    return replace(visit, medicines=(*visit.medicines, *ticked), own_medicines=(*visit.own_medicines, *typed))


def _stock(options: argparse.Namespace, places: Places) -> int:
    if options.out is None or options.output or options.note or options.fhir:
        raise CommandFailed("With --all, say where to write with --out DIR and nothing else.", BAD_INPUT)
    choices, library, today = choices_of(options, places), opened(places), date.today()
    offered = (info.code for info in available(places.locales))
    chosen = (language_of(choices.locale, places).code,) if choices.locale else published(offered, library)
    stock = Stock(options.out, choices, chosen, options.openemr)
    return fill(stock, lambda visit, how: made_from(visit, how, library, places, today).pdf, library)


def _verified(stamp: str, library: Library) -> int:
    verdict = verify(stamp, Edition(library.pack, library.version, library.digest))
    print(SAID[verdict])
    return 0 if verdict is Verdict.CURRENT else FAILED


def _documents(options: argparse.Namespace, made: Made, library: Library, places: Places) -> list[tuple[Path, bytes]]:
    """Make everything before anything is written, so that a failure leaves no part of it."""
    documents: list[tuple[Path, bytes]] = []
    if options.output:
        documents.append((options.output, made.pdf))
    if options.note:
        words = note(made.plan, made.visit, library, language_of(options.note_locale, places))
        documents.append((options.note, words.encode()))
    if options.fhir:
        posting = fhir.Posting(uuid.uuid4(), made.pdf)
        documents.append((options.fhir, fhir.bundle(made.sheet, made.plan, made.visit, library, posting).encode()))
    return documents


def made_from(visit: Visit, choices: Choices, library: Library, places: Places, today: date) -> Made:
    """Make a handout, and word what can go wrong. Raises: CommandFailed."""
    try:
        return make(visit, choices, library, places, today)
    except NotInStore as problem:
        said = f"The visit names {problem.id}, which is not in the content. Check its spelling."
        raise CommandFailed(said, BAD_INPUT) from problem
    except HandoutError as problem:
        raise CommandFailed(f"The handout cannot be printed: {problem}.", FAILED) from problem


def visit_from(name: str) -> Visit:
    """Read a visit from a file, or from standard input for `-`. Raises: CommandFailed."""
    try:
        text = sys.stdin.read(LARGEST_VISIT) if name == "-" else _text(Path(name))
    except (OSError, UnicodeDecodeError) as problem:
        why = problem.strerror if isinstance(problem, OSError) else "it is not UTF-8 text"
        said = f"{name} cannot be read ({why}). Name a visit file, or - to pipe one in."
        raise CommandFailed(said, BAD_INPUT) from problem
    try:
        return read(text)
    except BadVisit as problem:
        raise CommandFailed(f"{name}: {problem}", BAD_INPUT) from problem


def _text(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        return file.read(LARGEST_VISIT)
