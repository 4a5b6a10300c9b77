"""A language as a value: its words, its numbers and its doses."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from gettext import NullTranslations
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True, kw_only=True)
class Language:
    """Everything needed to speak one language; handed to whoever writes words.

    `code` is the locale's folder name (es_US), `tag` its BCP 47 form (es-US). `units` maps our unit names to the words
    people read; doses are never formatted from CLDR, whose short microgram is the unsafe sign. `fonts` are files of
    resources/fonts, tried in order letter by letter; the bold of X-Regular.ttf is X-Bold.ttf where there is one.
    `cldr` names the locale whose dates and lists Babel writes; `months` and `and_word` replace its words
    where they are wrong.
    """

    code: str
    tag: str
    own_name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    is_draft: bool = False
    paper: Literal["letter", "a4"] = "a4"
    fonts: tuple[str, ...] = ()
    digits: str = "0123456789"
    decimal_mark: str = "."
    group_mark: str = ","
    range_pattern: str = "{low} to {high}"
    label_pattern: str = "{dose} (your bottle may say {units} IU)"
    units: Mapping[str, str] = field(default_factory=dict, hash=False)
    cldr: str = "en_US"
    months: tuple[str, ...] = ()
    date_pattern: str = ""
    and_word: str = ""
    words: NullTranslations = field(default_factory=NullTranslations, compare=False)

    def gettext(self, message: str) -> str:
        """Translate an interface sentence."""
        return self.words.gettext(message)

    def pgettext(self, context: str, message: str) -> str:
        """Translate an interface sentence that needs its context to be clear."""
        return self.words.pgettext(context, message)

    def ngettext(self, one: str, other: str, number: int) -> str:
        """Translate a sentence that depends on a number; put `{n}` or another named place in both forms."""
        return self.words.ngettext(one, other, number)

    def number(self, value: "Decimal | int") -> str:
        """Write a number with this locale's digits and marks and no trailing zeros: 1,200 or 0.5."""
        whole, _, part = (str(value) if isinstance(value, int) else f"{value:f}").partition(".")
        part = part.rstrip("0")
        sign, whole = ("\u2212", whole[1:]) if whole.startswith("-") else ("", whole)
        grouped = f"{int(whole):,}".replace(",", self.group_mark)
        written = grouped + (self.decimal_mark + part if part else "")
        return sign + written.translate(str.maketrans("0123456789", self.digits))

    def dose(self, value: "Decimal | int", unit: str) -> str:
        """Write an amount with its unit, which no line break may part."""
        return f"{self.number(value)}\u00a0{self.units.get(unit, unit)}"

    def day(self, value: date) -> str:
        """Write a date in the locale's long form (Babel, imported on first use)."""
        if self.months:
            return self.date_pattern.format(day=value.day, month=self.months[value.month - 1], year=value.year)
        from babel.dates import format_date  # noqa: PLC0415  28 ms that the first paint need not pay

        return format_date(value, format="long", locale=self.cldr)

    def listing(self, items: Sequence[str]) -> str:
        """Join words as a sentence does: a, b, and c (Babel, imported on first use)."""
        if self.and_word and len(items) > 1:
            return f"{', '.join(items[:-1])} {self.and_word} {items[-1]}"
        from babel.lists import format_list  # noqa: PLC0415  as above

        return format_list(items, locale=self.cldr)


def _never(_code: str) -> bool:
    return False


def needs_english(first: Language, second: Language | None, has_drafts: Callable[[str], bool] = _never) -> bool:
    """Say whether English must be the second language: a draft, in either place, is never printed without it.

    `has_drafts` tells of a language by its code whether any of its content still waits for a sign-off.
    """
    both = (first,) if second is None else (first, second)
    return any(one.is_draft or has_drafts(one.code) for one in both) and all(one.code != "en" for one in both)
