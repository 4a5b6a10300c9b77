"""Reasons to ask for a bone scan for the person; two published indices for staff alone, with how well they do.

No score and no probability is ever shown to a person. We do not rebuild FRAX or Garvan.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from content.library import Library
from content.model import Screening, Sex
from visit.findings import findings
from visit.safety import Safety
from visit.visit import Visit

RISK_FACTOR: Final = "risk factor"
WOMEN_OF_65: Final = "screening.s14"
OST: Final = "OST"
ORAI: Final = "ORAI"


class NotForThisPerson(ValueError):
    """The index was not made for a person of this sex or age."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why this person may ask for a scan: screening rows, and the medicines that are a reason by a rule."""

    rows: tuple[str, ...]
    medicines: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Say whether there is no reason."""
        return not (self.rows or self.medicines)


def questions(library: Library) -> tuple[str, ...]:
    """List the screening rows a person can tick as their own reasons."""
    return tuple(shown.item.id for shown in library.every(Screening) if shown.item.item_type == RISK_FACTOR)


def reasons(visit: Visit, safety: Safety) -> Reasons:
    """Gather the reasons: what was ticked, age (USPSTF 2025: women from 65), medicines."""
    asked = questions(safety.library)
    rows = tuple(one for one in asked if one in visit.reasons)
    is_of_age = visit.sex is Sex.FEMALE and visit.age is not None and visit.age >= 65
    by_rule = (one for finding in findings(visit, safety).scan_reasons for one in finding.because)
    medicines = tuple(dict.fromkeys(one for one in by_rule if one.startswith("medicine")))
    return Reasons((WOMEN_OF_65, *rows) if is_of_age else rows, medicines)


@dataclass(frozen=True, slots=True)
class Index:
    """A staff index. `value` means nothing without `cut_off`, `accuracy` and `source`, so they travel together."""

    tool: str
    value: int
    is_reason: bool
    cut_off: str
    accuracy: str
    caution: str
    source: str


def _row(tool: str, library: Library) -> Screening:
    return next(shown.item for shown in library.every(Screening) if shown.item.tool == tool)


def ost(sex: Sex, age: int, weight_kg: Decimal, library: Library) -> Index:
    """Work out OST = (weight in kg - age in years) / 5, decimals dropped toward zero. Staff only.

    Cut-offs: women below 2, men below 4. Source: the row of the pack (Cadarette 2004; Adler 2003).
    """
    value = int((weight_kg - age) * Decimal("0.2"))
    row = _row(OST, library)
    limit = 2 if sex is Sex.FEMALE else 4
    return Index(OST, value, value < limit, row.threshold, row.performance, row.caution or "", row.citation)


def orai(age: int, weight_kg: Decimal, takes_estrogen: bool, library: Library) -> Index:
    """Add up ORAI: age 75+ 15, 65-74 9, 55-64 5; under 60 kg 9, 60 to 69.9 kg 3; no estrogen 2. Cut-off 9. Staff only.

    Source: the rows of the pack (Cadarette 2000, CMAJ 162:1289). Raises: NotForThisPerson below 45 years.
    """
    if age < 45:
        raise NotForThisPerson(ORAI)
    by_age = 15 if age >= 75 else 9 if age >= 65 else 5 if age >= 55 else 0
    by_weight = 9 if weight_kg < 60 else 3 if weight_kg < 70 else 0
    value = by_age + by_weight + (0 if takes_estrogen else 2)
    row = _row(ORAI, library)
    return Index(ORAI, value, value >= 9, row.threshold, row.performance, row.caution or "", row.citation)
