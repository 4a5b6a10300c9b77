"""Pills with nutrients: the units their labels use, and whether an amount read off a label can be true."""

from decimal import Decimal
from enum import Enum, auto
from typing import Final

from content.library import Library
from content.model import Intake, Nutrient
from content.quantity import IU_PER_MCG_OF_VITAMIN_D, Quantity, Unit
from visit.reference import UPPER_LIMIT, reference
from visit.visit import Visit

VITAMIN_D: Final = "nutrient.vitamin-d"
"""The one nutrient whose labels also count in international units."""
_TIMES_THE_GOAL: Final = 10
_MASSES: Final = (Unit.MCG, Unit.MG)


class Doubt(Enum):
    """Why an amount should be looked at again."""

    ABOVE_LIMIT = auto()
    FAR_ABOVE_GOAL = auto()


def label_units(nutrient: str, library: Library) -> tuple[Unit, ...]:
    """List the units in which bottles state a nutrient, its own first; one only, so that mcg and mg cannot be swapped.

    Where no table has a goal, nothing can be compared: then mcg and mg are both offered and the person must choose.
    """
    own = Unit(library.get(Nutrient, nutrient).item.unit)
    if nutrient == VITAMIN_D:
        return (own, Unit.IU)
    if not _amounts(nutrient, library, is_limit=False) and own in _MASSES:
        return _MASSES
    return (own,)


def from_label(number: Decimal, unit: Unit, nutrient: str, library: Library) -> Quantity:
    """Turn what a label says into the nutrient's own unit; 40 IU of vitamin D are 1 mcg. Raises: UnitMismatch."""
    own = Unit(library.get(Nutrient, nutrient).item.unit)
    if unit is Unit.IU and nutrient == VITAMIN_D:
        return Quantity((number / IU_PER_MCG_OF_VITAMIN_D).normalize(), Unit.MCG).to(own)
    return Quantity(number, unit).to(own)


def doubt(nutrient: str, a_day: Quantity, visit: Visit, library: Library) -> Doubt | None:
    """Say why the amount of one day should be looked at again; None where nothing speaks against it.

    Who did not tell age or sex is compared with the largest row of every table.
    """
    goal, limit = reference(nutrient, visit, library)
    limits = (limit.amount,) if limit is not None else _amounts(nutrient, library, is_limit=True)
    if limits and all(a_day.to(one.unit) > one for one in limits):
        return Doubt.ABOVE_LIMIT
    goals = (goal.amount,) if goal is not None else _amounts(nutrient, library, is_limit=False)
    if goals and all(a_day.to(one.unit) > one * _TIMES_THE_GOAL for one in goals):
        return Doubt.FAR_ABOVE_GOAL
    return None


def _amounts(nutrient: str, library: Library, *, is_limit: bool) -> tuple[Quantity, ...]:
    rows = (shown.item for shown in library.every(Intake) if shown.item.nutrient == nutrient)
    return tuple(row.amount for row in rows if row.amount and (row.value_type == UPPER_LIMIT) is is_limit)
