"""Count what is done in a locale, item by item, and say why the rest is still in English."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from i18n.catalogue import DOMAINS, INTERFACE_DOMAINS, read_domain
from i18n.checks.entry import Checker
from i18n.descriptor import FOLDER, read
from i18n.entry import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemStatus:
    """How far one item is: counts of its texts that are missing, wait for a second look, or fail a check."""

    id: str
    domain: str
    texts: int
    missing: int = 0
    fuzzy: int = 0
    wrong: int = 0

    @property
    def is_ready(self) -> bool:
        """Tell whether the item is shown in this locale."""
        return not (self.missing or self.fuzzy or self.wrong)

    def __str__(self) -> str:
        counts = {"missing": self.missing, "to look at again": self.fuzzy, "with errors": self.wrong}
        why = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
        return f"{self.id}: {'ready' if self.is_ready else f'in English ({why} of {self.texts})'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How far a locale is. `ui_ready` of `ui_total` interface sentences; items are the units of content."""

    locale: str
    ui_ready: int
    ui_total: int
    items: tuple[ItemStatus, ...]

    @property
    def ready(self) -> int:
        """Count the items shown in this locale."""
        return sum(item.is_ready for item in self.items)

    def __str__(self) -> str:
        return f"{self.locale}: interface {self.ui_ready} of {self.ui_total}, items {self.ready} of {len(self.items)}"


def status(locale: str, folder: Path = FOLDER) -> Status:
    """Count a locale. Raises: UnknownLocale, BadLocale, BadCatalogue."""
    known = read(locale, folder)
    entries = tuple(entry for domain in DOMAINS for entry in read_domain(locale, domain, folder))
    checker = Checker.of(known, entries)
    states = [(entry, _state(entry, checker)) for entry in entries]
    interface = [state for entry, state in states if entry.domain in INTERFACE_DOMAINS]
    content = [(entry, state) for entry, state in states if entry.domain not in INTERFACE_DOMAINS]
    return Status(
        locale=locale,
        ui_ready=interface.count("ready"),
        ui_total=len(interface),
        items=_items(content),
    )


def _state(entry: Entry, checker: Checker) -> str:
    if entry.is_fuzzy:
        return "fuzzy"
    if not all(entry.texts):
        return "missing"
    return "wrong" if any(finding.blocks for finding in checker.findings(entry)) else "ready"


def _items(states: Iterable[tuple[Entry, str]]) -> tuple[ItemStatus, ...]:
    grouped: dict[tuple[str, str], Counter[str]] = {}
    for entry, state in states:
        grouped.setdefault((entry.domain, entry.key.partition(":")[0]), Counter())[state] += 1
    return tuple(
        ItemStatus(
            id=item,
            domain=domain,
            texts=counts.total(),
            missing=counts["missing"],
            fuzzy=counts["fuzzy"],
            wrong=counts["wrong"],
        )
        for (domain, item), counts in grouped.items()
    )
