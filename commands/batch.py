"""`batch`: many handouts from a file with one visit a line; resumable, a bad line is reported and the rest goes on."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from commands.failure import BAD_INPUT, FAILED, CommandFailed
from commands.handout import choices_of, describe_choices, made_from
from commands.making import Choices
from commands.places import Places
from commands.store import opened
from content.library import Library
from handouts.batch import Outcome, Status, run
from visit.json_value import BadVisit
from visit.visit_json import read


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the options of a batch."""
    parser.add_argument("visits", type=Path, metavar="FILE", help="one visit a line, as JSON Lines")
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="the folder to write to")
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="how many processes work (default: 1)")
    parser.add_argument("--dask", metavar="ADDRESS", help="work on a Dask cluster that runs already")
    describe_choices(parser)


@dataclass(frozen=True, slots=True)
class Maker:
    """Turns a line into a PDF; small enough to send to another process, which opens the store once for itself."""

    choices: Choices
    places: Places
    today: date

    def __call__(self, line: str) -> bytes:
        """Make one handout. Raises: ValueError, whose words are all that has to come back from another process."""
        try:
            return made_from(read(line), self.choices, _library(self.places), self.places, self.today).pdf
        except CommandFailed as problem:
            raise ValueError(problem.sentence) from None
        except BadVisit as problem:
            raise ValueError(str(problem)) from None


@cache
def _library(places: Places) -> Library:
    return Library.open(places.store)


def answer(options: argparse.Namespace, places: Places) -> int:
    """Make every handout of the file; status 1 when a line was bad."""
    if not 1 <= options.workers <= 64:
        raise CommandFailed("--workers needs a number from 1 to 64.", BAD_INPUT)
    opened(places).close()
    maker = Maker(choices_of(options, places), places, date.today())
    try:
        with options.visits.open(encoding="utf-8") as lines, _cluster(options.dask) as cluster:
            counts = _told(run(lines, maker, options.out, options.workers, cluster))
    except (OSError, UnicodeDecodeError) as problem:
        why = problem.strerror if isinstance(problem, OSError) else "it is not UTF-8 text"
        said = f"The batch stopped ({why}). Run the same command again: what is made is kept."
        raise CommandFailed(said, FAILED) from problem
    print(f"{counts[Status.MADE]} made, {counts[Status.KEPT]} kept, {counts[Status.BAD]} bad")
    return FAILED if counts[Status.BAD] else 0


def _told(outcomes: Iterator[Outcome]) -> Counter[Status]:
    """Follow the batch: a line for each bad one, a counter on a terminal."""
    counts: Counter[Status] = Counter()
    is_watched = sys.stderr.isatty()
    back = "\r" if is_watched else ""
    for outcome in outcomes:
        counts[outcome.status] += 1
        if outcome.status is Status.BAD:
            print(f"{back}line {outcome.line}: {outcome.problem}", file=sys.stderr)
        if is_watched:
            print(f"\r{counts.total()} lines", end="", file=sys.stderr, flush=True)
    if is_watched:
        print(file=sys.stderr)
    return counts


@contextmanager
def _cluster(address: str | None) -> Iterator[Executor | None]:
    """Reach a Dask cluster by its address, where one is asked for. Raises: CommandFailed."""
    if address is None:
        yield None
        return
    try:
        from distributed import Client  # noqa: PLC0415  only who has a cluster has this package
    except ImportError as problem:
        raise CommandFailed("Dask is not installed. Run: .venv/bin/pip install distributed", BAD_INPUT) from problem
    try:
        client = Client(address, timeout=5)
    except (OSError, ValueError) as problem:
        said = f"No Dask scheduler answers at {address}. Start one, or leave out --dask."
        raise CommandFailed(said, BAD_INPUT) from problem
    with client:
        yield client.get_executor()
