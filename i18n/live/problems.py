"""What is left to do in a locale, item by item: the queue a translator works through."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final

from i18n.checks.entry import Checker
from i18n.checks.finding import Finding, Severity
from i18n.entry import Entry
from i18n.live.catalogue import LiveCatalogue

# What brings most to readers soonest comes first, as docs/translators.md says.
_ORDER: Final = ("ui", "qt", "phrases", "medicines", "nutrients", "guides", "quizzes", "evidence")


class State(StrEnum):
    """How far an entry is, in words for translators."""

    WRONG = "fails a check"
    CONFIRM = "asks you to confirm"
    FUZZY = "the English changed"
    MISSING = "not translated"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Problem:
    """One entry to look at: the item it belongs to, its number, and why."""

    domain: str
    item: str
    number: int
    state: State


def item_of(entry: Entry) -> str:
    """Name the item of an entry; interface sentences belong to the file their English stands in."""
    return entry.key.partition(":")[0] if entry.domain not in {"ui", "qt"} else entry.file or entry.domain


def state_of(entry: Entry, findings: Iterable[Finding]) -> State:
    """Say how far an entry is."""
    if entry.is_fuzzy:
        return State.FUZZY
    if not all(entry.texts):
        return State.MISSING
    worst = {finding.severity for finding in findings}
    if Severity.ERROR in worst:
        return State.WRONG
    return State.CONFIRM if Severity.CONFIRM in worst else State.READY


class Problems:
    """The queue of one locale. The checks look at an entry once, and again when it changed."""

    def __init__(self, catalogue: LiveCatalogue) -> None:
        self._catalogue = catalogue
        self._findings: dict[int, tuple[Finding, ...]] = {}
        self._checker: Checker | None = None

    def forget(self, numbers: Iterable[int]) -> None:
        """Let the checks look at these again."""
        for number in numbers:
            self._findings.pop(number, None)
        self._checker = None

    def waiting(self) -> tuple[int, ...]:
        """List the entries the checks have not looked at."""
        return tuple(number for number, _entry in self._catalogue.all() if number not in self._findings)

    def findings(self, number: int) -> tuple[Finding, ...]:
        """Give what the checks say of an entry; looks now where nothing has yet."""
        if number not in self._findings:
            if self._checker is None:
                every = tuple(entry for _number, entry in self._catalogue.all())
                self._checker = Checker.of(self._catalogue.known, every)
            self._findings[number] = tuple(self._checker.findings(self._catalogue[number]))
        return self._findings[number]

    def queue(self) -> tuple[Problem, ...]:
        """List what is known to be left, item by item: in each catalogue the items nearest to ready first."""
        return tuple(problem for item in sorted(self._by_item(), key=_nearest) for problem in item)

    def _by_item(self) -> Iterator[tuple[Problem, ...]]:
        for _key, members in groupby(self._catalogue.all(), key=lambda one: (one[1].domain, item_of(one[1]))):
            found = (self._problem(number, entry) for number, entry in members)
            if left := tuple(problem for problem in found if problem.state is not State.READY):
                yield left

    def _problem(self, number: int, entry: Entry) -> Problem:
        state = state_of(entry, self._findings.get(number, ()))
        return Problem(entry.domain, item_of(entry), number, state)


def _nearest(item: tuple[Problem, ...]) -> tuple[int, int]:
    return _ORDER.index(item[0].domain), len(item)


def counts(queue: Iterable[Problem]) -> Mapping[State, int]:
    """Count the problems of each kind."""
    found: dict[State, int] = {}
    for problem in queue:
        found[problem.state] = found.get(problem.state, 0) + 1
    return found
