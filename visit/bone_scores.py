"""OST and ORAI, two published scores for staff alone, each with its cut-off, its accuracy and its source.

Nothing here is ever shown or printed to a person: a score is not a diagnosis. We do not rebuild FRAX or Garvan.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from content.library import Library
from content.model import Screening, Sex

OST: Final = "OST"
ORAI: Final = "ORAI"
AGES: Final = range(45, 121)
"""Years. Both scores were tested on women from 45; the men of the OST study were older."""
WEIGHTS: Final = range(20, 301)
"""Kilograms that can be true of a grown person."""
_OST_LIMIT: Final = {Sex.FEMALE: 2, Sex.MALE: 4}
_ORAI_LIMIT: Final = 9


class NotForThisPerson(ValueError):
    """The score was not made for a person of this sex, age or weight; carries the name of the score."""


@dataclass(frozen=True, slots=True)
class Body:
    """What the scores ask of a person: nothing else, and nothing is kept. `age` in years."""

    sex: Sex
    age: int
    weight_kg: Decimal
    takes_estrogen: bool = False


@dataclass(frozen=True, slots=True)
class Cut:
    """The published cut-off for this person: a reason to ask for a scan below it, or from it on."""

    limit: int
    is_below: bool


@dataclass(frozen=True, slots=True)
class Score:
    """A score for staff. `value` means nothing without `cut`, `accuracy` and `source`, so they travel together.

    `cut_offs`, `for_whom`, `accuracy` and `source` are records in English, as printed where they come from; `caution`
    is in the language asked for.
    """

    tool: str
    value: int
    cut: Cut
    is_reason: bool
    cut_offs: str
    for_whom: str
    accuracy: str
    caution: str
    source: str


def scores(body: Body, library: Library, locale: str = "en") -> tuple[Score, ...]:
    """Work out every score that was made for this person: OST, and for women ORAI too. Raises: NotForThisPerson."""
    first = ost(body, library, locale)
    return (first, orai(body, library, locale)) if body.sex is Sex.FEMALE else (first,)


def ost(body: Body, library: Library, locale: str = "en") -> Score:
    """Work out OST = (weight in kg - age in years) / 5, decimals dropped toward zero.

    Cut-offs: women below 2, men below 4. Source: the row of the pack (Cadarette 2004; Adler 2003).
    Raises: NotForThisPerson.
    """
    _check(body, OST)
    value, limit = int((body.weight_kg - body.age) / 5), _OST_LIMIT[body.sex]
    return _score(value, Cut(limit, is_below=True), _row(OST, library, locale))


def orai(body: Body, library: Library, locale: str = "en") -> Score:
    """Add up ORAI: age 75+ 15, 65-74 9, 55-64 5; under 60 kg 9, 60 to 69.9 kg 3; no estrogen 2. Cut-off: 9 or more.

    Source: the rows of the pack (Cadarette 2000, CMAJ 162:1289). Raises: NotForThisPerson; for men too.
    """
    _check(body, ORAI)
    if body.sex is not Sex.FEMALE:
        raise NotForThisPerson(ORAI)
    by_age = 15 if body.age >= 75 else 9 if body.age >= 65 else 5 if body.age >= 55 else 0
    by_weight = 9 if body.weight_kg < 60 else 3 if body.weight_kg < 70 else 0
    value = by_age + by_weight + (0 if body.takes_estrogen else 2)
    return _score(value, Cut(_ORAI_LIMIT, is_below=False), _row(ORAI, library, locale))


def _check(body: Body, tool: str) -> None:
    is_weight = body.weight_kg.is_finite() and WEIGHTS.start <= body.weight_kg < WEIGHTS.stop
    if body.age not in AGES or not is_weight:
        raise NotForThisPerson(tool)


def _row(tool: str, library: Library, locale: str) -> Screening:
    return next(shown.item for shown in library.every(Screening, locale) if shown.item.tool == tool)


def _score(value: int, cut: Cut, row: Screening) -> Score:
    is_reason = value < cut.limit if cut.is_below else value >= cut.limit
    records = (row.threshold, row.applies_to, row.performance, row.caution or "", row.citation)
    return Score(row.tool, value, cut, is_reason, *records)
