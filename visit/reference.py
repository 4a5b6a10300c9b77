"""The goal and the upper limit of a nutrient for one person, by the reference table they chose."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from content.library import Library
from content.model import Intake, LifeStage
from content.quantity import Quantity
from visit.visit import Authority, Visit

MONTHS: Final = 12
UPPER_LIMIT: Final = "UL"
_NAMES: Final = {Authority.US: "US/Canada", Authority.EFSA: "EFSA", Authority.JAPAN: "Japan"}
_STAGES: Final = (LifeStage.PREGNANT, LifeStage.BREASTFEEDING)


@dataclass(frozen=True, slots=True)
class Goal:
    """One row of a reference table for this person."""

    row: Intake
    amount: Quantity
    high: Quantity | None


def _is_for(row: Intake, visit: Visit, stage: LifeStage) -> bool:
    if row.stage is not stage or row.sex not in (None, visit.sex):
        return False
    if visit.age is None:
        return row.from_months == 0 and row.to_months is None
    first, after = visit.age * MONTHS, (visit.age + 1) * MONTHS
    return row.from_months <= first and (row.to_months is None or after <= row.to_months)


def _pick(rows: Iterable[Intake], visit: Visit) -> Goal | None:
    """Take the row for this person's stage before the general one, for one sex before both, the newest table first."""
    known = tuple(rows)
    asked = visit.stage if visit.stage in _STAGES else LifeStage.NONE
    for stage in dict.fromkeys((asked, LifeStage.NONE)):
        fitting = [row for row in known if _is_for(row, visit, stage)]
        best = max(fitting, key=lambda row: (row.sex is not None, row.year, row.from_months, row.id), default=None)
        if best is not None:
            return Goal(best, best.amount, best.high) if best.amount is not None else None
    return None


def reference(nutrient: str, visit: Visit, library: Library) -> tuple[Goal | None, Goal | None]:
    """Give the daily goal and the upper limit of a nutrient for this person, by the table they chose.

    None where the table has none, or where age or sex is needed and not given. Source: each row carries its own.
    """
    table = _NAMES[visit.authority]
    shown = library.every(Intake)
    rows = [one.item for one in shown if one.item.nutrient == nutrient and one.item.authority.startswith(table)]
    goals = (row for row in rows if row.value_type != UPPER_LIMIT)
    return _pick(goals, visit), _pick((row for row in rows if row.value_type == UPPER_LIMIT), visit)
