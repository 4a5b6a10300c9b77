"""What the medicines of a visit mean: rules that hold, what to tell about each medicine, and what we did not know."""

from dataclasses import dataclass
from typing import Final

from content.model import Nutrient, Rule, Severity
from visit.rules import Applied
from visit.safety import Safety
from visit.visit import Pill, Visit

PILLS: Final = "-pills"


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that holds for this person, and the ids of what made it hold."""

    rule: str
    severity: Severity
    because: tuple[str, ...]
    asks_for_scan: bool


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found. `medicines` are medicines and classes; `unknown` is what people typed and we do not know."""

    rules: tuple[Finding, ...]
    medicines: tuple[str, ...]
    recognised: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]

    @property
    def scan_reasons(self) -> tuple[Finding, ...]:
        """List the findings that are a reason to ask for a bone scan."""
        return tuple(one for one in self.rules if one.asks_for_scan)


def _finding(one: Applied, visit: Visit, safety: Safety) -> Finding:
    named = tuple(pill.nutrient for pill in visit.pills if pill_subjects(pill, safety).intersection(one.rule.about))
    return Finding(one.rule.id, one.rule.severity, (*one.because, *named), one.rule.asks_for_scan)


def pill_subjects(pill: Pill, safety: Safety) -> frozenset[str]:
    """Give the subjects under which rules speak of a supplement, by its English name.

    Pills of calcium are `subject.calcium-pills`; those of MK-4 are vitamin K pills like any other.
    """
    name = safety.library.get(Nutrient, pill.nutrient).item.name
    return frozenset(one for one in safety.subjects(name) if one.endswith(PILLS))


def is_personal(rule: Rule) -> bool:
    """Say whether a rule speaks of the person, not of a text alone."""
    return not rule.when.always


def findings(visit: Visit, safety: Safety) -> Findings:
    """Work out the findings of a visit: the rules that hold, gravest first, then the medicines in the order given."""
    rules = tuple(_finding(one, visit, safety) for one in safety.applied if is_personal(one.rule))
    return Findings(
        rules,
        safety.taken,
        tuple((name, one) for name, found in safety.typed for one in found),
        tuple(name for name, found in safety.typed if not found),
    )
