"""Rules for chances and sums: one way of counting, never a comparison alone, no arithmetic for the reader."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from content.check.finding import Weight
from content.check.passages import Passage
from content.check.rule import CDC, HOUSE, IPDAS, TextRule, matches, text_rule

_FEW: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
_CHANGE: Final = r"(?:less|fewer|lower|higher|more|greater|drop|cut|fall|rise|increase|decrease|reduction)"
_RELATIVE: Final = (
    rf"\d+(?:\.\d+)?\s?(?:%|percent) {_CHANGE}",
    r"\b(?:risks?|chances?|odds|deaths?|breaks?|fractures?)\b[^.]{0,40}\bby \d+(?:\.\d+)?\s?(?:%|percent)",
    r"\b(?:doubles?|doubled|triples?|tripled|halves|halved) (?:your |the |their |a )?(?:\w+ )?(?:chances?|risks?|odds)",
    r"\b(?:half|twice|double|\w+ times) (?:as likely|the (?:risk|chance|odds))",
    rf"\b{_FEW}-?fold\b",
)


@text_rule("RISK-01", IPDAS, "Write “out of 100” (or 1,000).")
def one_in_so_many(passage: Passage) -> Iterable[str]:
    """People take 1 in 40 for more than 1 in 20; one denominator mends it."""
    return matches(rf"\b(?:1|one) (?:in|out of(?: every)?|of every) (?:every )?(?!100\b|1,000\b){_FEW}\b", passage.read)


@text_rule("RISK-02", IPDAS, "Say in the same block how many out of 100, in both groups.")
def relative_alone(passage: Passage) -> Iterator[str]:
    """A comparison without its size makes any effect look large."""
    if not re.search(r"\bout of [\d,]+|\bfor each [\d,]+", passage.around):
        for pattern in _RELATIVE:
            yield from matches(pattern, passage.read)


@text_rule("RISK-03", IPDAS, "Add the number in the same block, or leave the word out.", Weight.WARN)
def chance_in_words(passage: Passage) -> Iterable[str]:
    """“Rare” means 1 in 100 to one reader and 1 in 10,000 to the next."""
    if re.search(r"\d+ out of [\d,]+", passage.around):
        return ()
    return matches(r"\b(?:rare|rarely|uncommon|commonly|unlikely|most likely|very likely)\b", passage.read)


@text_rule("CALC-01", CDC, "Do the sum for the reader.")
def sum_for_reader(passage: Passage) -> Iterable[str]:
    """Nobody should need arithmetic to use a handout."""
    return matches(r"\b(?:multiply|divide|add up|subtract|calculate|work out (?:your|the) total)\b", passage.read)


@text_rule("CCI-15", CDC, "Use a whole number, if it stays true.", Weight.WARN)
def decimal(passage: Passage) -> Iterable[str]:
    """Whole numbers are understood best."""
    return matches(r"(?<![\d.-])\d+\.\d+(?![\d.])", passage.read) if passage.item.kind == "guide" else ()


@text_rule("SAFE-01", HOUSE, "Say “Do not stop or change this medicine on your own. Call your clinic first.”")
def stop_medicine(passage: Passage) -> Iterable[str]:
    """No text may tell anybody to stop a medicine."""
    what = r"(?:medicines?|drugs?|pills?|tablets?|shots?|doses?|injections?|warfarin|steroids?|denosumab|thinners?)"
    begin = r"(?:^|[.!?:\n] ?|\bthen )"
    return matches(rf"{begin}(?:stop|quit|skip) (?:taking |using )?(?:\w+ ){{0,2}}{what}\b", passage.read)


RULES: Final[tuple[TextRule, ...]] = (
    one_in_so_many,
    relative_alone,
    chance_in_words,
    sum_for_reader,
    decimal,
    stop_medicine,
)
