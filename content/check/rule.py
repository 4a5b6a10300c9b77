"""What a rule is: a small function with its id, where it comes from and how to mend what it finds."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeAlias, TypeVar

from content.check.finding import Finding, Weight
from content.check.passages import Passage
from content.model import Item, Term

ISMP = "ISMP error-prone abbreviations, 2021"
USP = "USP <17>, 2012"
CDC = "CDC Clear Communication Index"
PEMAT = "AHRQ PEMAT-P"
IPDAS = "IPDAS, risk communication"
HOUSE = "house rule"

K = TypeVar("K", bound=Item)
Breach: TypeAlias = tuple[str, str]


@dataclass(frozen=True)
class Setting:
    """What rules need to know beyond the item: the day, and more of the pack.

    `terms` are the words we explain, `names` what reading scores leave out, `dated` the papers with a year.
    """

    today: date
    terms: tuple[Term, ...] = ()
    names: frozenset[str] = frozenset()
    dated: frozenset[str] = frozenset()


@dataclass(frozen=True)
class TextRule:
    """A rule on one text; `find` gives what offends, piece by piece."""

    id: str
    source: str
    fix: str
    severity: Weight
    find: Callable[[Passage], Iterable[str]]

    def findings(self, passage: Passage) -> Iterator[Finding]:
        """Name every breach in a passage."""
        for offence in self.find(passage):
            yield Finding(passage.item.id, passage.path, self.id, f"“{offence}”.", self.fix, self.severity)


@dataclass(frozen=True)
class ItemRule(Generic[K]):
    """A rule on a whole item of one kind; `find` gives path and what is wrong."""

    id: str
    source: str
    fix: str
    severity: Weight
    binds: type[K]
    find: Callable[[K, tuple[Passage, ...], Setting], Iterable[Breach]]

    def findings(self, item: Item, texts: tuple[Passage, ...], setting: Setting) -> Iterator[Finding]:
        """Name every breach in an item; items of other kinds have none."""
        if isinstance(item, self.binds):
            for path, what in self.find(item, texts, setting):
                yield Finding(item.id, path, self.id, what, self.fix, self.severity)


def text_rule(
    name: str, source: str, fix: str, severity: Weight = Weight.ERROR
) -> Callable[[Callable[[Passage], Iterable[str]]], TextRule]:
    """Make a rule of a function that looks at one text."""
    return lambda find: TextRule(name, source, fix, severity, find)


def item_rule(
    binds: type[K], name: str, source: str, fix: str, severity: Weight = Weight.ERROR
) -> Callable[[Callable[[K, tuple[Passage, ...], Setting], Iterable[Breach]]], ItemRule[K]]:
    """Make a rule of a function that looks at one item."""
    return lambda find: ItemRule(name, source, fix, severity, binds, find)


def matches(pattern: str, text: str, flags: re.RegexFlag = re.IGNORECASE) -> Iterator[str]:
    """Give every piece of a text that a pattern matches."""
    return (found[0].strip() for found in re.finditer(pattern, text, flags))
