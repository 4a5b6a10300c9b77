"""Reasons for a person to ask for a bone scan: no score and no probability."""

from dataclasses import dataclass
from typing import Final

from content.library import Library
from content.model import Screening, Sex
from visit.findings import findings
from visit.safety import Safety
from visit.visit import Visit

RISK_FACTOR: Final = "risk factor"
WOMEN_OF_65: Final = "screening.s14"


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
