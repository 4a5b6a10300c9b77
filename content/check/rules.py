"""Every rule of writing, in the order in which findings are told."""

from typing import Any, Final

from content.check import doses, guides, reading, records, risks, voice
from content.check.rule import ItemRule, TextRule

TEXT_RULES: Final[tuple[TextRule, ...]] = (*doses.RULES, *risks.RULES, *voice.RULES)
ITEM_RULES: Final[tuple[ItemRule[Any], ...]] = (*guides.RULES, *reading.RULES, *records.RULES)
EXEMPTION: Final = "EXEMPT-01"


def rule_ids() -> tuple[str, ...]:
    """List the ids of all rules."""
    return (*(rule.id for rule in TEXT_RULES), *(rule.id for rule in ITEM_RULES))
