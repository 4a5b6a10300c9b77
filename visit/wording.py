"""Words for what was worked out: source text with its doses as lines, sentences of the interface, reasons, dates."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Final
from unicodedata import bidirectional

from content.quantity import Quantity, Token, pieces
from i18n.language import Language
from i18n.runs import Line, Run

ENGLISH: Final = Language(code="en", tag="en", own_name="English")
_WIDE: Final = ("、", "。", "，", "：", "；", "！", "？", "）", "」", "』", "】")
_STOPS: Final = (".", ",", "،", "؛")
# Letters that run right to left, and signs that make any text run so.
_RIGHT_TO_LEFT: Final = ("R", "AL", "RLI", "RLO", "RLE")
# The word for international units in a label pattern; it must not be parted from its number.
_LABEL_UNITS: Final = re.compile(r"\{units\} (\w+)")


def dose(token: Token, language: Language) -> str:
    """Write a quantity in a language; number and unit are never parted by a line break."""
    unit = str(token.low.unit)
    if token.high:
        low, high = language.number(token.low.value), language.dose(token.high.value, unit)
        return language.range_pattern.format(low=low, high=high)
    amount = language.dose(token.low.value, unit)
    if not token.vitamin_d_label:
        return amount
    return language.label_pattern.format(dose=amount, units=language.number(token.label_units))


def line(text: str, language: Language, source: str | None = None) -> Line:
    """Turn a text with `[[45 mg]]` tokens into runs: doses strong and kept together against the direction around them.

    `source` is the locale the text is in. Where it is not the language of the sheet, the runs carry its tag and its
    doses are written its way: a dose never changes its marks in the middle of a foreign sentence.
    """
    is_foreign = source is not None and source != language.code
    writes = ENGLISH if is_foreign else language
    tag = ENGLISH.tag if is_foreign else None
    runs: list[Run] = []
    for part in pieces(text):
        if isinstance(part, str):
            runs.append(Run(_after(runs, part) if writes.direction == "rtl" else part))
        else:
            runs.extend(_amount(part, writes))
    return tuple(replace(run, lang=tag) for run in runs)


def _after(runs: Sequence[Run], text: str) -> str:
    """Keep a stop off the number before it: right to left it stands before the digits, and 45 mg reads as .45 mg."""
    return f"\u00a0{text}" if text.startswith(_STOPS) and runs and _is_number(runs[-1]) else text


def _is_number(run: Run) -> bool:
    """Tell whether a run is drawn with its digits first, whatever the direction around it."""
    return run.is_isolated and run.text[:1].isdigit() and not _is_turned(run.text)


def _is_turned(text: str) -> bool:
    return any(bidirectional(sign) in _RIGHT_TO_LEFT for sign in text)


def _amount(token: Token, language: Language) -> Line:
    """Write an amount; where there are two, each is kept together, and the words between them run as words."""
    if token.high:
        low = Run(language.number(token.low.value), is_strong=True, is_isolated=True)
        return emphasis(fill(language.range_pattern, low=(low,), high=exact(token.high, language)))
    if not token.vitamin_d_label:
        return exact(token.low, language)
    amount = exact(token.low, language)
    pattern = _LABEL_UNITS.sub("{units}", language.label_pattern)
    word = _LABEL_UNITS.search(language.label_pattern)
    units = language.number(token.label_units) + (f"\u00a0{word[1]}" if word else "")
    return fill(pattern, dose=amount, units=isolated(units))


def say(text: str) -> Line:
    """Make a line of words that are already in the reader's language."""
    return (Run(text),)


def strong(text: str) -> Line:
    """Make a line that stands out."""
    return (Run(text, is_strong=True),)


def emphasis(words: Line) -> Line:
    """Make a line stand out."""
    return tuple(replace(run, is_strong=True) for run in words)


def titled(title: Line, text: Line, language: Language) -> Line:
    """Put a title that stands out and a text into one line."""
    return fill(language.pgettext("a title and its text", "{title}: {text}"), title=emphasis(title), text=text)


def isolated(text: str, lang: str | None = None) -> Line:
    """Make a line of a name, code or number that keeps its own direction."""
    return (Run(text, is_isolated=True, lang=lang),)


def fill(pattern: str, **values: Line) -> Line:
    """Put lines into the `{named}` places of a sentence that is already translated."""
    runs: list[Run] = []
    is_turned = _is_turned(pattern)
    rest = pattern
    while rest:
        before, opened, after = rest.partition("{")
        if before:
            runs.append(Run(_after(runs, before) if is_turned else before))
        name, closed, rest = after.partition("}")
        if opened:
            runs.extend(values[name] if closed else say(opened + name))
    return tuple(runs)


def joined(lines: Iterable[Line], language: Language) -> Line:
    """Join lines into a list such as `calcium, zinc`."""
    is_turned = language.direction == "rtl"
    return sentences(lines, language.pgettext("between the parts of a list", ", "), is_turned)


def sentences(lines: Iterable[Line], between: str = " ", is_turned: bool = False) -> Line:
    """Put sentences one after the other; after a full-width stop, which brings its own space, without another.

    `is_turned` tells that they run right to left, where `between` must not touch a number.
    """
    runs: list[Run] = []
    for one in lines:
        if runs:
            shut = between.rstrip(" ")
            apart = shut if _is_wide(shut or runs[-1].text) else between
            runs.extend(say(_after(runs, apart) if is_turned else apart) if apart else ())
        runs.extend(one)
    return tuple(runs)


def _is_wide(text: str) -> bool:
    return text.endswith(_WIDE)


def amount(value: Quantity, language: Language) -> Line:
    """Write an amount as a dose: rounded to what the eye can use, strong, kept together."""
    rounded = rounded_amount(value.value)
    return (Run(language.dose(rounded, str(value.unit)), is_strong=True, is_isolated=True),)


def exact(value: Quantity, language: Language) -> Line:
    """Write an amount as the source prints it, strong, kept together."""
    return (Run(language.dose(value.value, str(value.unit)), is_strong=True, is_isolated=True),)


def rounded_amount(value: Decimal) -> Decimal:
    """Round for reading: whole numbers from 10 up, one decimal from 1, two below."""
    places = Decimal(1) if value >= 10 else Decimal("0.1") if value >= 1 else Decimal("0.01")
    return value.quantize(places, ROUND_HALF_UP)


def share(value: Decimal, language: Language) -> Line:
    """Write a part of a goal as a percentage without decimals: 0.8 is 80%."""
    percent = language.number((value * 100).quantize(Decimal(1), ROUND_HALF_UP))
    return isolated(language.pgettext("a percentage", "{number}%").format(number=percent))


def day(value: date, language: Language) -> Line:
    """Write a date in the long form of the language."""
    return isolated(language.day(value))
