"""Rules that every text of a pack must keep: plain language, safe doses, honest numbers.

`check` runs them all over the English of a pack. A rule is a small function with an id, its source and a cure
(`doses`, `risks`, `voice`, `guides`, `reading`, `records`); an item is free of a rule only by an `exempt` entry that
names the reason.
"""

import re
from collections.abc import Iterator
from datetime import date

from content.check.finding import Finding, Weight, is_exempt, unused
from content.check.passages import passages
from content.check.readability import words
from content.check.rule import Setting
from content.check.rules import EXEMPTION, ITEM_RULES, TEXT_RULES, rule_ids
from content.model import Item, Medicine, Reference, Term
from content.pack import Pack

__all__ = ["Finding", "Weight", "check", "findings", "setting_of"]


def check(pack: Pack, today: date) -> tuple[Finding, ...]:
    """Run every rule over every English text of a pack."""
    setting = setting_of(pack, today)
    return tuple(found for item in pack.items() for found in findings(item, setting))


def setting_of(pack: Pack, today: date) -> Setting:
    """Gather what rules need to know beyond the item."""
    medicines = pack.of(Medicine)
    names = (re.sub(r"\(.*?\)", "", name) for one in medicines for name in (one.name, *one.brands, *one.other_names))
    return Setting(
        today,
        terms=pack.of(Term),
        names=frozenset(word.lower() for name in names for word in words(name)),
        dated=frozenset(paper.id for paper in pack.of(Reference) if paper.year),
    )


def findings(item: Item, setting: Setting) -> Iterator[Finding]:
    """Run every rule over one item, and weigh its exemptions."""
    found = tuple(_all(item, setting))
    yield from (one for one in found if not any(is_exempt(one, exemption) for exemption in item.exempt))
    yield from _bad_exemptions(item, found)


def _all(item: Item, setting: Setting) -> Iterator[Finding]:
    texts = passages(item)
    for passage in texts:
        for text_rule in TEXT_RULES:
            yield from text_rule.findings(passage)
    for item_rule in ITEM_RULES:
        yield from item_rule.findings(item, texts, setting)


def _bad_exemptions(item: Item, found: tuple[Finding, ...]) -> Iterator[Finding]:
    for exemption in item.exempt:
        if not exemption.reason.strip():
            yield Finding(item.id, "exempt", EXEMPTION, f"{exemption.rule} without a reason.", "Say why.", Weight.ERROR)
        if exemption.rule not in rule_ids():
            what = f"There is no rule {exemption.rule}."
            yield Finding(item.id, "exempt", EXEMPTION, what, "Name a rule.", Weight.ERROR)
    for exemption in unused(item, found):
        what = f"{exemption.rule} at “{exemption.where}” excuses nothing."
        yield Finding(item.id, "exempt", EXEMPTION, what, "Take it out.", Weight.WARN)
