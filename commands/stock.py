"""A clinic's stock: a handout of every bundle in every language in which anything is published, for nobody by name."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from commands.failure import FAILED, CommandFailed
from commands.making import Choices
from commands.writing import write_whole
from content.library import Library
from content.model import Bundle
from visit.openemr import file_names
from visit.visit import Visit

Make = Callable[[Visit, Choices], bytes]


@dataclass(frozen=True, slots=True)
class Stock:
    """What to make: where, in which languages, and for whom the files are named."""

    out: Path
    choices: Choices
    locales: tuple[str, ...]
    is_openemr: bool = False


def fill(stock: Stock, make: Make, library: Library) -> int:
    """Make every handout; a bundle that may not be printed is named, the rest goes on. Raises: CommandFailed."""
    _folder(stock.out)
    made = failed = 0
    for bundle, locale, names in _wanted(stock, library):
        try:
            document = make(Visit(bundle=bundle), replace(stock.choices, locale=locale))
        except CommandFailed as problem:
            print(f"{bundle} in {locale}: {problem.sentence}", file=sys.stderr)
            failed += 1
            continue
        for name in names:
            write_whole(stock.out / name, document)
            made += 1
            print(stock.out / name)
    print(f"{made} files made, {failed} handouts left out")
    return FAILED if failed else 0


def published(offered: Iterable[str], library: Library) -> tuple[str, ...]:
    """List those of the offered languages in which anything is published."""
    return tuple(code for code in offered if code in library.locales() and library.coverage(code).ready)


def _wanted(stock: Stock, library: Library) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Give bundle, language and file names. A name two bundles ask for stays with the first, and that is said."""
    for locale in stock.locales:
        taken: dict[str, str] = {}
        for bundle in library.ids(Bundle):
            names = file_names(bundle, locale, library) if stock.is_openemr else (f"{_slug(bundle)}_{locale}.pdf",)
            for name in names:
                if taken.setdefault(name, bundle) != bundle:
                    print(f"{name} is the handout of {taken[name]}; {bundle} has the same code", file=sys.stderr)
            own = tuple(name for name in names if taken[name] == bundle)
            if own:
                yield bundle, locale, own


def _slug(bundle: str) -> str:
    return bundle.partition(".")[2]


def _folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise CommandFailed(f"{out} cannot be made ({problem.strerror}). Choose another folder.", FAILED) from problem
