"""A language as a value: its words, its numbers and its doses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from gettext import NullTranslations
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Everything needed to speak one language; handed to whoever writes words.

    `code` is the locale's folder name (es_US), `tag` its BCP 47 form (es-US). `units` maps our unit names to the words
    people read; doses are never formatted from CLDR, whose short microgram is the unsafe sign.
    """

    code: str
    tag: str
    own_name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    is_draft: bool = False
    paper: Literal["letter", "a4"] = "a4"
    fonts: tuple[str, ...] = ()
    decimal_mark: str = "."
    group_mark: str = ","
    range_pattern: str = "{low} to {high}"
    label_pattern: str = "{dose} (your bottle may say {units} IU)"
    units: Mapping[str, str] = field(default_factory=dict)
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

    def number(self, value: Decimal | int) -> str:
        """Write a number with this locale's marks and no trailing zeros: 1,200 or 0.5."""
        whole, _, part = f"{Decimal(value):f}".partition(".")
        part = part.rstrip("0")
        grouped = f"{int(whole):,}".replace(",", self.group_mark)
        return grouped + (self.decimal_mark + part if part else "")

    def dose(self, value: Decimal | int, unit: str) -> str:
        """Write an amount with its unit, which no line break may part."""
        return f"{self.number(value)}\u00a0{self.units.get(unit, unit)}"

    def day(self, value: date) -> str:
        """Write a date in the locale's long form (Babel, imported on first use)."""
        from babel.dates import format_date  # noqa: PLC0415  28 ms that the first paint need not pay

        return format_date(value, format="long", locale=self.code)
