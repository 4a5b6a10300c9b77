"""What a page is made of, in one language: the common form from which screens, paper and the chart note are drawn.

A writer (screen, PDF, plain text) is one `match` over these. The elements of one block are
the same, in the same order, in every language, so two languages can be set row by row.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from i18n.runs import Line


class Tone(StrEnum):
    """How much a notice weighs."""

    DANGER = "danger"
    CAUTION = "caution"
    NOTE = "note"


class DayTime(StrEnum):
    """The four columns of the AHRQ pill card."""

    MORNING = "morning"
    NOON = "noon"
    EVENING = "evening"
    BEDTIME = "bedtime"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 2 opens a block, 3 a part of it (1 is the sheet's title)."""

    level: int
    text: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; a lead opens a guide, small print closes a sheet."""

    text: Line
    is_lead: bool = False
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """A boxed call-out with its title; readable without colour. A brief one is a line or two with its sign, no box."""

    tone: Tone
    title: Line
    text: Line
    is_brief: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order; `is_key` marks the main points of a guide."""

    items: tuple[Line, ...]
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class Steps:
    """A numbered list."""

    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Checks:
    """Boxes to tick by pen."""

    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class WriteLines:
    """Empty lines to write on, under a label."""

    label: Line
    count: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table with column heads; the first cell of each row is its header."""

    caption: Line
    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class PillRow:
    """One medicine on the pill card: name, what for, how, and what to take at each time of day (None = nothing)."""

    name: Line
    used_for: Line
    how: Line
    times: tuple[Line | None, Line | None, Line | None, Line | None]


@dataclass(frozen=True, slots=True)
class PillCard:
    """The AHRQ grid. `head` is seven words: medicine, used for, how, morning, noon, evening, bedtime."""

    caption: Line
    head: tuple[Line, Line, Line, Line, Line, Line, Line]
    rows: tuple[PillRow, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing of `resources/pictures`, with caption and text equivalent."""

    file: str
    caption: Line
    alt: str


@dataclass(frozen=True, slots=True)
class IconRow:
    """One group of an icon array: `count` of `out_of` people."""

    label: Line
    count: int
    out_of: int
    says: Line


@dataclass(frozen=True, slots=True)
class IconArray:
    """People out of 100, one denominator for all rows, and how to read it."""

    caption: Line
    how_to_read: Line
    rows: tuple[IconRow, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: share of the goal (1 = reached, None = not known), its figures in words, an optional limit share."""

    label: Line
    share: Decimal | None
    figures: Line
    limit_share: Decimal | None = None
    says: Line = ()


# On paper, bars end at so many goals; a limit beyond is not drawn.
LONGEST_BAR = Decimal("2.5")


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars against a goal, readable without colour."""

    caption: Line
    how_to_read: Line
    bars: tuple[Bar, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Interval:
    """One result with its range; a range that touches `neutral` shows no clear difference."""

    label: Line
    low: Decimal
    middle: Decimal
    high: Decimal
    says: Line


@dataclass(frozen=True, slots=True)
class Intervals:
    """Results with ranges on one axis, and how to read it."""

    caption: Line
    how_to_read: Line
    neutral: Decimal
    rows: tuple[Interval, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Terms:
    """Words and what they mean."""

    items: tuple[tuple[Line, Line], ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to answer by pen: options to tick (none for open questions)."""

    number: int
    text: Line
    options: tuple[Line, ...]


Element: TypeAlias = (
    Heading
    | Paragraph
    | Notice
    | Bullets
    | Steps
    | Checks
    | WriteLines
    | Table
    | PillCard
    | Figure
    | IconArray
    | Bars
    | Intervals
    | Terms
    | Ask
)
