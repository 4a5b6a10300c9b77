"""The items of the CDC Clear Communication Index and of PEMAT-P, and which rules of ours measure each."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from content.check import Finding


class Verdict(StrEnum):
    """What can be said of one item. Only met and missed are measured, and only they count."""

    MET = "met"
    MISSED = "missed"
    LAYOUT = "by layout"
    PERSON = "a person must look"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One item of an index: its number there, its name in our words, the rules (or families) that measure it."""

    number: str
    name: str
    rules: tuple[str, ...] = ()
    is_layout: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """One item of an index and what was found."""

    criterion: Criterion
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Score:
    """The measured part of an index: how many items are met, of how many measured."""

    met: int
    measured: int

    @property
    def percent(self) -> int:
        """Give the share in whole percent; an index of which nothing was measured has 0."""
        return round(100 * self.met / self.measured) if self.measured else 0


NUMBERS: Final = ("ISMP-", "USP-", "RISK-01", "RISK-02", "DOSE-")
CCI: Final = (
    Criterion("1", "One main message", ("CCI-01", "CCI-02")),
    Criterion("2", "Main message stands first", is_layout=True),
    Criterion("3", "Main message stands out", is_layout=True),
    Criterion("4", "A picture or drawing supports it", ("CCI-04", "PEMAT-17")),
    Criterion("5", "A call to action", ("CCI-12",)),
    Criterion("6", "Active voice in message and actions", ("VOICE-03",)),
    Criterion("7", "Words of the reader; others explained", ("CCI-07", "PEMAT-03", "PEMAT-04")),
    Criterion("8", "Lists, none over seven points", ("CCI-08",)),
    Criterion("9", "Chunks with telling headings", ("CCI-09", "PEMAT-08")),
    Criterion("10", "Most important first", is_layout=True),
    Criterion("11", "What is known and not known", ("CCI-11",)),
    Criterion("12", "What to do", ("CCI-12", "PEMAT-21")),
    Criterion("13", "Why it matters", ("CCI-12",)),
    Criterion("14", "How, how often, when to call", ("CCI-12",)),
    Criterion("15", "Familiar, whole numbers", ("CCI-15", *NUMBERS)),
    Criterion("16", "Numbers are explained"),
    Criterion("17", "No sums; one denominator", ("CALC-01", "CCI-17")),
    Criterion("18", "The nature of the risk"),
    Criterion("19", "Benefits and risks", ("CCI-19",)),
    Criterion("20", "Chances also drawn or in words", ("CCI-20", "RISK-03")),
)
PEMAT: Final = (
    Criterion("1", "Purpose is clear", ("PEMAT-01",)),
    Criterion("2", "Nothing distracts"),
    Criterion("3", "Everyday words", ("PEMAT-03", "READ-")),
    Criterion("4", "Medical terms explained", ("PEMAT-04", "CCI-07")),
    Criterion("5", "Active voice", ("PEMAT-05", "VOICE-02", "VOICE-03")),
    Criterion("6", "Numbers are clear", NUMBERS),
    Criterion("7", "No sums for the reader", ("CALC-01",)),
    Criterion("8", "Short chunks", ("PEMAT-08", "LENGTH-01")),
    Criterion("9", "Telling headings", ("CCI-09",)),
    Criterion("10", "Logical order"),
    Criterion("11", "A summary", is_layout=True),
    Criterion("12", "Key points marked, not too many", ("PEMAT-12",)),
    Criterion("15", "Pictures where they help", ("CCI-04",)),
    Criterion("17", "Pictures have captions", ("PEMAT-17",)),
    Criterion("18", "Pictures are clear"),
    Criterion("19", "Tables are simple", is_layout=True),
    Criterion("20", "At least one action", ("CCI-12",)),
    Criterion("21", "Speaks to you", ("VOICE-01", "PEMAT-21")),
    Criterion("22", "Steps, up to seven", ("CCI-08",)),
    Criterion("23", "A tool to take home", is_layout=True),
    Criterion("24", "Sums explained", ("CALC-01",)),
    Criterion("25", "How to read each chart", is_layout=True),
    Criterion("26", "Pictures help to act"),
)


def marks(criteria: Iterable[Criterion], found: Iterable[Finding]) -> tuple[Mark, ...]:
    """Mark every item of an index by the rules that were broken."""
    broken = {finding.rule for finding in found}
    return tuple(Mark(one, _verdict(one, broken)) for one in criteria)


def _verdict(criterion: Criterion, broken: set[str]) -> Verdict:
    if not criterion.rules:
        return Verdict.LAYOUT if criterion.is_layout else Verdict.PERSON
    missed = any(rule.startswith(criterion.rules) for rule in broken)
    return Verdict.MISSED if missed else Verdict.MET


def score(marked: Iterable[Mark]) -> Score:
    """Count what is met and what was measured."""
    verdicts = [mark.verdict for mark in marked]
    met = verdicts.count(Verdict.MET)
    return Score(met, met + verdicts.count(Verdict.MISSED))
