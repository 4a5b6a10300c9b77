"""Rules for amounts and medicine directions: ISMP's list, USP <17>, and our own tokens."""

import re
from collections.abc import Iterable
from typing import Final

from content.check.passages import Passage
from content.check.rule import HOUSE, ISMP, USP, TextRule, matches, text_rule
from content.quantity import TOKEN, NotAToken, parse_token

_UNIT: Final = r"(?:mcg|mg|g|kg|mL|ml|L|mm|cm|kcal|units?)"
_FEW: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten)"
_PILL: Final = r"(?:tablets?|pills?|capsules?|caplets?|drops?|puffs?|doses?|teaspoons?|tablespoons?)"
_CASED: Final = re.RegexFlag(0)


@text_rule("DOSE-01", HOUSE, "Write the amount as a token, such as [[45 mg]].")
def amount_outside_token(passage: Passage) -> Iterable[str]:
    """Only tokens are compared between languages, so an amount outside one is not safe."""
    bare = TOKEN.sub("", passage.source)
    units = r"mcg|µg|μg|ug|mg|g|kg|ml|l|mm|cm|kcal|iu|micrograms?|milligrams?|grams?|kilograms?|milliliters?|liters?"
    return matches(rf"\d[\d,.]*\s?(?:{units})\b", bare)


@text_rule("DOSE-02", HOUSE, "Write number, space, unit: no comma, no naked point, no trailing zero.")
def broken_token(passage: Passage) -> Iterable[str]:
    """A token that cannot be read has no amount."""
    for inside in TOKEN.findall(passage.source):
        try:
            parse_token(inside)
        except NotAToken:
            yield f"[[{inside}]]"


@text_rule("ISMP-01", ISMP, "Write mcg.")
def micro_sign(passage: Passage) -> Iterable[str]:
    """The micro sign is read as m, a thousandfold error."""
    return matches(r"\d*\s?[µμ]g?|\d+\s?ug\b", passage.read)


@text_rule("ISMP-02", ISMP, "Write units; international units belong only in the label line of a vitamin D token.")
def international_units(passage: Passage) -> Iterable[str]:
    """IU is read as IV or 10, U as 0."""
    return matches(r"\bIU\b|\bI\.U\.?|\d\s?U\b", passage.read)


@text_rule("ISMP-03", ISMP, "Leave out the zero after the point: 1 mg.")
def trailing_zero(passage: Passage) -> Iterable[str]:
    """1.0 is read as 10."""
    return matches(rf"\d+\.\d*0\s?{_UNIT}\b", passage.read)


@text_rule("ISMP-04", ISMP, "Put a zero before the point: 0.5 mg.")
def naked_point(passage: Passage) -> Iterable[str]:
    """.5 is read as 5."""
    return matches(r"(?<![\w.)])\.\d+", passage.read)


@text_rule("ISMP-05", ISMP, "Write a comma in amounts of 1,000 and more.")
def long_number(passage: Passage) -> Iterable[str]:
    """1000 is read as 100 or 10000."""
    return matches(rf"(?<![\d,.])\d{{4,}}\s?{_UNIT}\b", passage.read)


@text_rule("ISMP-06", ISMP, "Put a space between number and unit.")
def no_space(passage: Passage) -> Iterable[str]:
    """In 10mg the m is read as a zero."""
    return matches(rf"\d{_UNIT}\b", passage.read, _CASED)


@text_rule("ISMP-07", ISMP, "Leave out the full stop after the unit.")
def stopped_unit(passage: Passage) -> Iterable[str]:
    """A full stop after mg is read as the figure 1."""
    return matches(rf"\d\s?{_UNIT}\.(?=\s+[a-z])", passage.read, _CASED)


@text_rule("ISMP-08", ISMP, "Write it in plain words.")
def latin_abbreviation(passage: Passage) -> Iterable[str]:
    """Short forms of directions are read one for the other."""
    dotted = r"(?<!\w)(?:q\.d\.|q\.o\.d\.|b\.i\.d\.|t\.i\.d\.|q\.i\.d\.|p\.r\.n\.|p\.o\.|h\.s\.|a\.c\.|p\.c\.)"
    plain = r"\b(?:qd|qod|bid|tid|qid|qhs|prn|po|hs|ac|pc|od|cc|d/c|sc|sq|ss|bt)\b"
    return matches(f"{dotted}|{plain}", passage.read)


@text_rule("ISMP-09", ISMP, "Write “more than”, “less than”, “at” or “and”.")
def symbol(passage: Passage) -> Iterable[str]:
    """Signs are read the wrong way round or as figures."""
    return matches(r"[<>≥≤]\s*\d*|[@&+]", passage.read)


@text_rule("ISMP-10", ISMP, "Write “each day” or “for each”.")
def slash_for_per(passage: Passage) -> Iterable[str]:
    """A slash is read as the figure 1."""
    return matches(rf"\d\s?{_UNIT}\s*/|/\s?(?:day|week|month|dose|kg)\b", passage.read)


@text_rule("ISMP-11", ISMP, "Write “half” or the sign ½.")
def slashed_fraction(passage: Passage) -> Iterable[str]:
    """1/2 is read as 1 or 2, or as a date."""
    return matches(r"(?<![\d/])\d/\d(?![\d/])(?: \w+)?", passage.read)


@text_rule("ISMP-12", ISMP, "Write “for 3 days”.")
def times_days(passage: Passage) -> Iterable[str]:
    """In x3d the d is read as days or as doses."""
    return matches(r"\bx\s?\d+\s?d(?:ays?)?\b", passage.read)


@text_rule("ISMP-13", ISMP, "Put a space between name and dose.")
def name_and_dose(passage: Passage) -> Iterable[str]:
    """A name that runs into its dose gains a figure."""
    return matches(rf"\b[a-z]{{3,}}\d[\d,.]*\s?{_UNIT}\b", passage.read)


@text_rule("ISMP-14", ISMP, "Write the number in full, or “10 thousand”.")
def short_thousand(passage: Passage) -> Iterable[str]:
    """K and M do not mean the same to everybody."""
    return matches(r"\b\d+[KM]\b", passage.read, _CASED)


@text_rule("ISMP-15", ISMP, "Write the name of the medicine in full.")
def short_name(passage: Passage) -> Iterable[str]:
    """Short names of medicines are taken for one another."""
    return matches(r"\b(?:APAP|AZT|CPZ|HCTZ?|MgSO4|MSO4|MTX|NoAC|PTU|TNK|TPA|ZnSO4)\b", passage.read, _CASED)


@text_rule("ISMP-16", ISMP, "Write the number in figures.")
def roman_dose(passage: Passage) -> Iterable[str]:
    """Roman numerals are read as letters."""
    return matches(rf"\b(?:I{{1,3}}|IV|VI{{0,3}}|IX|X) (?:{_PILL}|mcg|mg)\b", passage.read, _CASED)


@text_rule("ISMP-17", ISMP, "Write mL or L.")
def small_litre(passage: Passage) -> Iterable[str]:
    """A small l is read as the figure 1."""
    return matches(r"\d\s?(?:ml|l)\b", passage.read, _CASED)


@text_rule("USP-01", USP, "Name the times: morning, noon, evening, bedtime.")
def times_a_day(passage: Passage) -> Iterable[str]:
    """People spread “3 times a day” in many ways; times of day are understood."""
    often = rf"(?:twice|thrice|(?:\d+|{_FEW}) times)"
    return matches(rf"\b{often} (?:daily|(?:a|per|each|every) day)\b|\bevery \d+ (?:hours|hrs)\b", passage.read)


@text_rule("USP-02", USP, "Write the number in figures: “Take 2 tablets”.")
def dose_in_words(passage: Passage) -> Iterable[str]:
    """Figures are found and understood faster than number words."""
    return matches(rf"\b(?:take|swallow|chew|use|inject) {_FEW} (?:\w+ )?{_PILL}\b", passage.read)


RULES: Final[tuple[TextRule, ...]] = (
    amount_outside_token,
    broken_token,
    micro_sign,
    international_units,
    trailing_zero,
    naked_point,
    long_number,
    no_space,
    stopped_unit,
    latin_abbreviation,
    symbol,
    slash_for_per,
    slashed_fraction,
    times_days,
    name_and_dose,
    short_thousand,
    short_name,
    roman_dose,
    small_litre,
    times_a_day,
    dose_in_words,
)
