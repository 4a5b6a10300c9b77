"""Doses and numbers: the same in every language, in the same order, and never in a form that can be misread."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final, TypeVar

from i18n.checks.finding import Found, Severity
from i18n.descriptor import Descriptor

_T = TypeVar("_T")

TOKEN: Final = re.compile(r"\[\[[^\[\]]*\]\]")
_OUT_OF_COUNT: Final = re.compile(r"\[\[[^\[\]]*\]\]|\{[^{}]*\}|<[^<>]*>|https?://\S+")
_UNIT_WORDS: Final = (
    "mcg|ug|[µμ]g|mg|g|kg|IU|UI|U|mL|ml|L|mm|cm|kcal|cc"
    "|miligramos?|microgramos?|gramos?|mililitros?|unidades|miligam|microgam|gam"
    "|units?|milligrams?|micrograms?|grams?|milligrammes?|microgrammes?|grammes?|miligramo|mikrogram"
    "|мг|мкг|г|кг|мл|МЕ|ملغ|مغ|مجم|ملجم|مكغ|مكجم|ميكروغرام|ميكروجرام|ملي?غرام|مل?يجرام|ملليغرام|ملليجرام|غرام|جرام|غم"
    "|وحدة دولية|وحدات دولية"
)
_CJK_UNITS: Final = "微克|毫克|公斤|千克|公克|克|毫升|国际单位|单位|밀리그램|마이크로그램|그램"
_BARE_DOSE: Final = re.compile(rf"\d[\s\u00a0\u202f-]*(?:(?:{_UNIT_WORDS})(?![^\W\d_])|{_CJK_UNITS})")
_UNSAFE: Final = (
    (re.compile(r"[µμ]g"), "μg is read as mg", "Write mcg, inside a token."),
    (
        re.compile(r"\b(?:IU|UI|I\.U\.|U\.I\.)(?!\w)"),
        "IU is read as IV or 10",
        "Copy the token; it adds the units itself.",
    ),
    (re.compile(r"\b(?:QD|QOD|Q\.D\.|q\.d\.|b\.i\.d\.|t\.i\.d\.)(?!\w)"), "a Latin abbreviation", "Write it out."),
    (re.compile(r"(?:^|[\s(])[.,٫]\d"), "a decimal without its zero", "Write 0 before the mark."),
    (re.compile(r"\d[.,٫]0+(?!\d)(?!\s*%)"), "a decimal that ends in zero", "Leave the .0 out: 5, not 5.0."),
)
_NUMBER_WORDS: Final = {
    "one": 1, "once": 1, "first": 1, "two": 2, "twice": 2, "second": 2, "both": 2, "three": 3, "third": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "half": 2, "a": 1, "an": 1,
}  # fmt: skip
_TO_ASCII: Final = {
    ord(digit): str(n % 10) for n, digit in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९０１２３４５６７８９")
}


_FOREIGN: Final = re.compile(f"[{''.join(map(chr, _TO_ASCII))}]")


def _ascii_digits(text: str) -> str:
    return text.translate(_TO_ASCII) if _FOREIGN.search(text) else text


def tokens(english: str, text: str, locale: Descriptor) -> Iterator[Found]:
    """Ask for exactly the English doses, as tokens, in the same order."""
    wanted, found = TOKEN.findall(english), TOKEN.findall(text)
    missing, extra = _difference(wanted, found)
    for token in missing:
        yield Found("dose", f"{token} is missing.", "Copy it from the English exactly.")
    for token in extra:
        yield Found("dose", f"{token} is not in the English.", "Copy the English dose exactly.")
    if not missing and not extra and wanted != found:
        yield Found("dose-order", "The doses stand in another order.", "See that none is swapped.", Severity.CONFIRM)
    if text.replace("[[", "").count("[") != text.replace("]]", "").count("]") or "[[" in TOKEN.sub("", text):
        yield Found("dose", "A dose is not closed.", "Write [[ before it and ]] behind it.")


def _difference(wanted: list[_T], found: list[_T]) -> tuple[Counter[_T], Counter[_T]]:
    """Give what is missing and what is too much."""
    if wanted == found:
        return Counter(), Counter()
    return Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)


def bare(english: str, text: str, locale: Descriptor) -> Iterator[Found]:
    """Find an amount with a unit outside a token."""
    inside = _ascii_digits(TOKEN.sub(" ", text))
    found = _BARE_DOSE.search(inside)
    if found and not _BARE_DOSE.search(TOKEN.sub(" ", english)):
        yield Found("bare-dose", f"{found[0]!r} is a dose outside [[ ]].", "Copy the English token instead.")


def unsafe(english: str, text: str, locale: Descriptor) -> Iterator[Found]:
    """Find ways of writing that were misread before. Source: ISMP list of error-prone abbreviations."""
    inside, source = _ascii_digits(TOKEN.sub(" ", text)), TOKEN.sub(" ", english)
    for pattern, what, cure in _UNSAFE:
        found = pattern.search(inside)
        if found and not pattern.search(source):
            yield Found("unsafe", f"{found[0].strip()!r}: {what}.", cure)


def numbers(english: str, text: str, locale: Descriptor) -> Iterator[Found]:
    """Ask for the same numbers, written as this locale writes them, in the same order where the grammar allows."""
    wanted, found = _values(english, ".", ","), _values(text, locale.decimal_mark, locale.group_mark)
    if wanted == found:
        return
    spelled = Counter(Decimal(_NUMBER_WORDS[w]) for w in re.findall(r"[a-z]+", english.lower()) if w in _NUMBER_WORDS)
    missing, extra = _difference(wanted, found)
    extra -= spelled
    said = {value for value in missing if any(word in text for word in locale.number_words.get(f"{value:f}", ()))}
    for value in missing.keys() - said:
        yield Found("number", f"The number {value:f} is missing or is written otherwise.", _cure(locale))
    for value in extra:
        yield Found("number", f"The number {value:f} is not in the English.", _cure(locale))
    if locale.keeps_order and not (missing.keys() - said) and not extra and not _in_order(wanted, found, said):
        yield Found(
            "number-order", "The numbers stand in another order.", "See that none is swapped.", Severity.CONFIRM
        )


def _in_order(wanted: list[Decimal], found: list[Decimal], said: set[Decimal]) -> bool:
    """Compare the order of the numbers that both have in digits."""
    both = (Counter(wanted) & Counter(found)).keys() - said
    return [value for value in wanted if value in both] == [value for value in found if value in both]


def _cure(locale: Descriptor) -> str:
    sample = f"1{locale.group_mark}200{locale.decimal_mark}5"
    return f"Write numbers in digits, as in {sample}."


def numbers_in(english: str) -> Counter[Decimal]:
    """Count the numbers of an English text outside its tokens."""
    return Counter(_values(english, ".", ","))


def _values(text: str, decimal_mark: str, group_mark: str) -> list[Decimal]:
    """Read the numbers of a text outside tokens, places, tags and addresses."""
    plain = _ascii_digits(_OUT_OF_COUNT.sub(" ", text))
    return [_value(found[0], decimal_mark) for found in _shape(decimal_mark, group_mark).finditer(plain)]


@cache
def _shape(decimal_mark: str, group_mark: str) -> re.Pattern[str]:
    group = "[\u202f\u00a0]" if group_mark in "\u202f\u00a0" else re.escape(group_mark)
    part = rf"(?:{re.escape(decimal_mark)}\d+)?"
    return re.compile(rf"\d{{1,3}}(?:{group}\d{{3}})+(?!\d){part}|\d+{part}")


def _value(written: str, decimal_mark: str) -> Decimal:
    whole, _, part = written.partition(decimal_mark)
    return Decimal(re.sub(r"\D", "", whole) + (f".{part}" if part else "")).normalize()
