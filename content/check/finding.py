"""What a rule says about a text: where, which rule, what is wrong and how to mend it."""

from dataclasses import dataclass
from enum import StrEnum

from content.model import Exemption, Item


class Weight(StrEnum):
    """An error keeps the pack from being built; a warning is counted and shown."""

    ERROR = "error"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of one rule, with the path inside the item and the cure."""

    item: str
    path: str
    rule: str
    what: str
    fix: str
    severity: Weight

    def __str__(self) -> str:
        where = f"{self.item}:{self.path}" if self.path else self.item
        return f"{self.severity} {self.rule} {where}: {self.what} {self.fix}"


def is_exempt(finding: Finding, exemption: Exemption) -> bool:
    """Say whether the exemption covers this finding: same rule, and at or below its path."""
    if exemption.rule != finding.rule:
        return False
    below = f"{exemption.where}/"
    return not exemption.where or finding.path == exemption.where or finding.path.startswith(below)


def unused(item: Item, found: tuple[Finding, ...]) -> tuple[Exemption, ...]:
    """List the exemptions of an item that excuse nothing."""
    return tuple(one for one in item.exempt if not any(is_exempt(finding, one) for finding in found))
