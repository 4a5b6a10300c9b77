"""`locale add | sync | check | status | submit`: what translators run."""

import argparse
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from commands.content import read
from commands.failure import BAD_INPUT, CommandFailed
from commands.places import Places
from content.model import Item
from content.strings import domain_of, strings
from i18n.checks.finding import Severity
from i18n.errors import I18nError
from i18n.locales import available
from i18n.tools.add import add
from i18n.tools.check import check
from i18n.tools.sources import Source, interface_strings
from i18n.tools.status import status
from i18n.tools.submit import submit
from i18n.tools.sync import sync

SOURCE = "en"


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the five tasks."""
    tasks = parser.add_subparsers(dest="task", metavar="TASK", required=True)
    for name, task, meaning, needs in (
        ("add", _add, "start a new language", True),
        ("sync", _sync, "bring catalogues up to the English of today", False),
        ("check", _check, "find what is wrong with the catalogues", False),
        ("status", _status, "count what is done, and say what is still in English and why", False),
        ("submit", _submit, "pack a language into one zip file to send in", True),
    ):
        one = tasks.add_parser(name, help=meaning)
        one.add_argument("locale", nargs=None if needs else "?", help="its code, such as so or pt_BR (default: all)")
        one.set_defaults(task=task)
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
    """List everything there is to translate: the interface, then the content."""
    yield from interface_strings(places.house)
    for item in read(places, date.today()).items():
        yield from _content_sources(item)


def _content_sources(item: Item) -> Iterator[Source]:
    domain = domain_of(item.kind)
    if domain is not None:
        yield from (Source(domain, key, english, file=item.id) for key, english in strings(item))


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
    wanted = tuple(sources(places))
    for code in _locales(options, places):
        print(sync(code, wanted, places.locales))
    return 0


def _check(options: argparse.Namespace, places: Places) -> int:
    wanted = tuple(sources(places))
    worst = 0
    for code in _locales(options, places):
        found = check(code, places.locales, wanted)
        for finding in found:
            print(finding, file=sys.stderr)
        errors = sum(finding.severity is Severity.ERROR for finding in found)
        print(f"{code}: {errors} errors, {len(found) - errors} to look at")
        worst = worst or (BAD_INPUT if errors else 0)
    return worst


def _status(options: argparse.Namespace, places: Places) -> int:
    for code in _locales(options, places):
        counted = status(code, places.locales)
        print(counted)
        for item in counted.items if options.items else ():
            if not item.is_ready:
                print(f"  {item}")
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
