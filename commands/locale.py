"""`locale add | sync | check | status | pictures | sign | submit`: what translators run."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from commands import screens
from commands.failure import BAD_INPUT, CommandFailed
from commands.places import Places
from commands.writing import write_whole
from content.errors import SourceErrors
from content.source.extraction import pack_files, texts
from content.strings import domain_of
from i18n.checks.finding import Finding, Severity
from i18n.descriptor import read as read_locale
from i18n.errors import BadCatalogue, BadLocale, I18nError
from i18n.locales import available
from i18n.tools.add import add
from i18n.tools.check import check
from i18n.tools.pictures import read_index
from i18n.tools.report import Report, relative
from i18n.tools.sign import sign
from i18n.tools.sources import Source, interface_strings
from i18n.tools.status import status
from i18n.tools.submit import submit
from i18n.tools.sync import sync

SOURCE = "en"


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the tasks."""
    tasks = parser.add_subparsers(dest="task", metavar="TASK", required=True)
    for name, task, meaning, needs in (
        ("add", _add, "start a new language", True),
        ("sync", _sync, "bring catalogues up to the English of today", False),
        ("check", _check, "find what is wrong with the catalogues", False),
        ("status", _status, "count what is done, and say what is still in English and why", False),
        ("pictures", _pictures, "take a picture of every screen, and note which text stands where", False),
        ("sign", _sign, "sign off an item that a qualified person has checked", True),
        ("submit", _submit, "pack a language into one zip file to send in", True),
    ):
        one = tasks.add_parser(name, help=meaning)
        one.add_argument("locale", nargs=None if needs else "?", help="its code, such as so or pt_BR (default: all)")
        one.set_defaults(task=task)
    tasks.choices["sync"].add_argument(
        "--trivial",
        nargs=2,
        action="append",
        default=[],
        metavar=("KEY", "WHO_WHY"),
        help='this English changed in spelling only; say who says so and why: "Ana Ruiz: a letter was missing"',
    )
    tasks.choices["check"].add_argument("--report", type=Path, metavar="FILE", help="also write an HTML page")
    tasks.choices["check"].add_argument(
        "--pictures", type=Path, metavar="DIR", help="the folder `locale pictures` made, shown in the report"
    )
    tasks.choices["check"].add_argument(
        "--pixels", action="store_true", help="also look whether everything fits into the real screens (a minute each)"
    )
    screens.describe(tasks.choices["pictures"])
    tasks.choices["sign"].add_argument("item", help="its id, such as medicine.warfarin")
    tasks.choices["sign"].add_argument("--reviewer", required=True, metavar="NAME", help="who checked it")
    tasks.choices["submit"].add_argument("--zip", type=Path, metavar="FILE", help="where to write (default: CODE.zip)")
    tasks.choices["status"].add_argument("--items", action="store_true", help="also list the items still in English")


def answer(options: argparse.Namespace, places: Places) -> int:
    """Do the task that was asked for."""
    task: Callable[[argparse.Namespace, Places], int] = options.task
    try:
        return task(options, places)
    except I18nError as problem:
        raise CommandFailed(str(problem), BAD_INPUT) from problem


def sources(places: Places) -> Iterator[Source]:
    """List everything there is to translate: the interface, then the content. Raises: CommandFailed."""
    if not places.pack.is_dir():
        raise CommandFailed("The sources of the content are not here; they come with a checkout.", BAD_INPUT)
    yield from interface_strings(places.house)
    try:
        for file in pack_files(places.pack):
            name = file.relative_to(places.house).as_posix()
            for found in texts(file, file.read_bytes()):
                domain = domain_of(found.kind)
                if domain is not None:
                    yield Source(domain, found.key, found.english, found.note, name, max_length=found.room)
    except SourceErrors as faults:
        raise CommandFailed("\n".join(str(fault) for fault in faults.errors), BAD_INPUT) from faults


def _locales(options: argparse.Namespace, places: Places) -> tuple[str, ...]:
    if options.locale:
        return (options.locale,)
    return tuple(info.code for info in available(places.locales) if info.code != SOURCE)


def _add(options: argparse.Namespace, places: Places) -> int:
    known = add(options.locale, places.locales)
    print(f"{known.code}: {places.locales / known.code / 'locale.toml'} is there; look through it, then: locale sync")
    print(sync(known.code, sources(places), places.locales))
    return 0


def _sync(options: argparse.Namespace, places: Places) -> int:
    wanted, trivial = tuple(sources(places)), _trivial(options.trivial)
    unused = set(trivial)
    for code in _locales(options, places):
        report = sync(code, wanted, places.locales, trivial)
        unused -= set(report.trivial)
        print(report)
    for key in sorted(unused):
        print(f"{key}: no finished translation waits because of this English; nothing was kept.", file=sys.stderr)
    return BAD_INPUT if unused else 0


def _trivial(pairs: list[list[str]]) -> dict[str, str]:
    """Take keys with who says, and why, that only the spelling changed. Raises: CommandFailed."""
    for key, said in pairs:
        who, colon, why = said.partition(":")
        if not (who.strip() and colon and why.strip()):
            raise CommandFailed(f'{key}: say who and why, as in "Ana Ruiz: a letter was missing".', BAD_INPUT)
    return {key: said for key, said in pairs}


def _check(options: argparse.Namespace, places: Places) -> int:
    wanted = tuple(sources(places))
    worst = 0
    for code in _locales(options, places):
        found = check(code, places.locales, wanted)
        if options.pixels:
            found += screens.misfits(code, places)
        for finding in found:
            print(finding, file=sys.stderr)
        errors = sum(finding.severity is Severity.ERROR for finding in found)
        print(f"{code}: {errors} errors, {len(found) - errors} to look at")
        worst = worst or (BAD_INPUT if errors else 0)
        if options.report:
            _write_report(code, found, wanted, options, places)
    return worst


def _write_report(
    code: str, found: tuple[Finding, ...], wanted: tuple[Source, ...], options: argparse.Namespace, places: Places
) -> None:
    """Write the page of one locale; where several were asked for, each in a file with its code."""
    target: Path = options.report if options.locale else options.report.with_stem(f"{options.report.stem}-{code}")
    pictures: Path | None = options.pictures if options.locale or not options.pictures else options.pictures / code
    known, counted = None, None
    with suppress(BadLocale, BadCatalogue):  # the findings name the broken file
        known = read_locale(code, places.locales)
        counted = status(code, places.locales, wanted)
    page = Report(
        code=code,
        locale=known,
        findings=found,
        status=counted,
        sources=wanted,
        stands=read_index(pictures) if pictures else {},
        pictures=relative(pictures, target) if pictures else "",
    )
    write_whole(target, page.html().encode())
    print(f"{target}: the report")


def _pictures(options: argparse.Namespace, places: Places) -> int:
    for code in _locales(options, places):
        folder = options.out if options.locale else options.out / code
        screens.write_pictures(code, folder, places, with_items=options.every_item)
    return 0


def _status(options: argparse.Namespace, places: Places) -> int:
    wanted = tuple(sources(places))
    for code in _locales(options, places):
        counted = status(code, places.locales, wanted)
        print(counted)
        for one in counted.ui_waiting if options.items else ():
            print(f"  interface: {one}")
        for item in counted.items if options.items else ():
            if not item.is_ready:
                print(f"  {item}")
                print("\n".join(f"    {one}" for one in item.waiting))
    return 0


def _sign(options: argparse.Namespace, places: Places) -> int:
    counted = status(options.locale, places.locales, tuple(sources(places)))
    review = sign(counted, options.item, options.reviewer, date.today(), places.locales)
    print(f"{options.locale}: {review.item} is signed off by {review.reviewer}, as it stands today.")
    return 0


def _submit(options: argparse.Namespace, places: Places) -> int:
    target = options.zip or Path(f"{options.locale}.zip")
    try:
        names = submit(options.locale, target, places.locales)
    except OSError as problem:
        raise CommandFailed(
            f"{target} cannot be written ({problem.strerror}). Choose another place with --zip."
        ) from problem
    print(f"{target}: {len(names)} files. Send it in with a short note of who translated.")
    return 0
