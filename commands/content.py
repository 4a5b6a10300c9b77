"""`content build | check | report | keys | publish | rotate`: the store, the rules, the score card, releases."""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from commands import publishing
from commands.failure import BAD_INPUT, FAILED, CommandFailed
from commands.places import Places
from commands.score_sheet import score_sheet
from commands.writing import write_whole
from content.build import SOURCE_LOCALE, Built
from content.build import build as write_store
from content.check import Finding, Weight, check
from content.edition import Edition
from content.errors import SourceErrors, StoreUnwritable
from content.model import Guide
from content.pack import Pack
from content.report import ScoreCard, html, score_card
from content.source import read_pack
from handouts.document import pdf
from handouts.layout import Layout
from i18n.catalogue import Translation, content_translations
from i18n.descriptor import read as locale
from i18n.errors import I18nError
from i18n.locales import available
from i18n.reviews import signed_items
from i18n.sorting import sort_key


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the tasks."""
    tasks = parser.add_subparsers(dest="task", metavar="TASK", required=True)
    tasks.add_parser("build", help="make the store from the sources and the translations").set_defaults(task=_build)
    tasks.add_parser("check", help="run every writing and safety rule over the sources").set_defaults(task=_check)
    report = tasks.add_parser("report", help="write the score card: measured grade and marks of each topic")
    report.add_argument(
        "-o", "--output", type=Path, default=Path("score-card.html"), metavar="FILE", help="where to write"
    )
    report.set_defaults(task=_report)
    publishing.describe(tasks)


def answer(options: argparse.Namespace, places: Places) -> int:
    """Do the task that was asked for."""
    task: Callable[[argparse.Namespace, Places], int] = options.task
    return task(options, places)


def read(places: Places, today: date) -> Pack:
    """Read the pack's sources. Raises: CommandFailed with a line for each fault."""
    if not places.pack.is_dir():
        raise CommandFailed("The sources of the content are not here; they come with a checkout.", BAD_INPUT)
    try:
        return read_pack(places.pack, today=today)
    except SourceErrors as faults:
        raise CommandFailed("\n".join(str(fault) for fault in faults.errors), BAD_INPUT) from faults


def build(places: Places) -> Built:
    """Read, check and build; the old store stays where anything is wrong. Raises: CommandFailed."""
    today = date.today()
    pack = read(places, today)
    refuse(check(pack, today))
    try:
        return write_store(pack, translations(places), places.store, editions(places))
    except StoreUnwritable as full:
        said = f"The content store {places.store.name} cannot be written ({full}). Free the disk, then try again."
        raise CommandFailed(said, FAILED) from full


def translations(places: Places) -> dict[str, Mapping[str, Translation]]:
    """Gather the finished, checked translations of every locale. Raises: CommandFailed."""
    codes = [info.code for info in available(places.locales) if info.code != SOURCE_LOCALE]
    try:
        return {code: content_translations(code, places.locales) for code in codes}
    except I18nError as problem:
        raise CommandFailed(str(problem), BAD_INPUT) from problem


def editions(places: Places) -> dict[str, Edition]:
    """Gather the order of each locale's alphabet, and what is signed off in it. Raises: CommandFailed."""
    folder = places.locales
    codes = [info.code for info in available(folder)]
    try:
        return {
            code: Edition(key=sort_key(locale(code, folder), folder), signed=signed_items(code, folder))
            for code in codes
        }
    except I18nError as problem:
        raise CommandFailed(str(problem), BAD_INPUT) from problem


def refuse(findings: tuple[Finding, ...]) -> None:
    """Stop where a rule was broken. Raises: CommandFailed with a line for each breach."""
    errors = [finding for finding in findings if finding.severity is Weight.ERROR]
    if errors:
        raise CommandFailed("\n".join(str(error) for error in errors), BAD_INPUT)


def _build(_options: argparse.Namespace, places: Places) -> int:
    built = build(places)
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(built.counts.items()))
    ready = ", ".join(f"{locale} {count}" for locale, count in built.ready.items())
    print(f"{places.store.name}: {kinds}.\nReady by language: {ready}.\nsha256 {built.sha256}")
    return 0


def _check(_options: argparse.Namespace, places: Places) -> int:
    today = date.today()
    pack = read(places, today)
    findings = check(pack, today)
    counts = Counter(item.kind for item in pack.items())
    print(", ".join(f"{count} {kind}" for kind, count in sorted(counts.items())))
    print(_grades(score_card(pack, today)))
    for finding in findings:
        print(finding, file=sys.stderr)
    errors = sum(finding.severity is Weight.ERROR for finding in findings)
    print(f"{errors} errors, {len(findings) - errors} warnings")
    return BAD_INPUT if errors else 0


def _grades(card: ScoreCard) -> str:
    guides = [topic for topic in card.topics if topic.kind == Guide.kind]
    means = ", ".join(f"{one.kind} {one.grade:.1f}" for one in card.sums if one.grade is not None)
    return (
        f"Flesch-Kincaid grades: {means}. Hardest guide {max(topic.grade for topic in guides):.1f}, "
        f"hardest block of a guide {max(topic.hardest_grade for topic in guides):.1f}."
    )


def _report(options: argparse.Namespace, places: Places) -> int:
    today = date.today()
    card = score_card(read(places, today), today, translations(places))
    paper = options.output.with_suffix(".pdf")
    write_whole(options.output, html(card).encode())
    write_whole(paper, pdf(score_sheet(card), Layout(paper="letter", text_pt=12, has_name_line=False)))
    print(f"{options.output} and {paper}: the score card")
    return 0
