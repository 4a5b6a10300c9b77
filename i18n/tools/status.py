"""Count what is done in a locale, item by item, and say which texts keep the rest in English, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from i18n.catalogue import DOMAINS, INTERFACE_DOMAINS, read_domain
from i18n.checks.entry import Checker
from i18n.descriptor import FOLDER, read
from i18n.entry import Entry
from i18n.reviews import holding, read_reviews
from i18n.tools.sources import Source

_MISSING: Final = "missing"
_CHANGED: Final = "the English changed"
_AGAIN: Final = "to look at again"


@dataclass(frozen=True, slots=True)
class Waiting:
    """One text that keeps its item in English: its key, and why."""

    key: str
    why: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.key}: {self.why}{f': {self.detail}' if self.detail else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemStatus:
    """How far one item is: how many texts it has, and those that are missing, changed, or fail a check."""

    id: str
    domain: str
    texts: int
    waiting: tuple[Waiting, ...] = ()
    is_signed: bool = False

    @property
    def is_ready(self) -> bool:
        """Tell whether the item is shown in this locale."""
        return not self.waiting

    @property
    def why(self) -> str:
        """Count what keeps the item in English."""
        whys = [one.why for one in self.waiting]
        counts = ", ".join(f"{whys.count(why)} {why}" for why in dict.fromkeys(whys))
        return f"{counts} of {self.texts}"

    def __str__(self) -> str:
        if self.waiting:
            return f"{self.id}: in English ({self.why})"
        return f"{self.id}: ready, {'signed off' if self.is_signed else 'draft'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How far a locale is. `ui_ready` of `ui_total` interface sentences; items are the units of content."""

    locale: str
    ui_ready: int
    ui_total: int
    ui_waiting: tuple[Waiting, ...] = ()
    items: tuple[ItemStatus, ...]

    @property
    def ready(self) -> int:
        """Count the items shown in this locale."""
        return sum(item.is_ready for item in self.items)

    @property
    def signed(self) -> int:
        """Count the items that are signed off as they stand."""
        return sum(item.is_signed for item in self.items)

    def __str__(self) -> str:
        items = f"items {self.ready} of {len(self.items)}, {self.signed} signed off"
        return f"{self.locale}: interface {self.ui_ready} of {self.ui_total}, {items}"


def status(locale: str, folder: Path = FOLDER, sources: Iterable[Source] = ()) -> Status:
    """Count a locale; with `sources`, English that changed since the last sync is seen too.

    Raises: UnknownLocale, BadLocale, BadCatalogue.
    """
    known = read(locale, folder)
    entries = tuple(entry for domain in DOMAINS for entry in read_domain(locale, domain, folder))
    look = _Look(Checker.of(known, entries), {(one.domain, *one.name): one for one in sources})
    interface = [entry for entry in entries if entry.domain in INTERFACE_DOMAINS]
    waiting = tuple(one for entry in interface if (one := look.at(entry)))
    return Status(
        locale=locale,
        ui_ready=len(interface) - len(waiting),
        ui_total=len(interface),
        ui_waiting=waiting,
        items=look.items(entries, holding(read_reviews(locale, folder), entries)),
    )


@dataclass(frozen=True, slots=True)
class _Look:
    """What is needed to say why a text waits."""

    checker: Checker
    english: Mapping[tuple[str, str, str], Source] = field(default_factory=dict)

    def at(self, entry: Entry) -> Waiting | None:
        """Say why a text waits; None where it is ready."""
        parts = (entry.key, entry.english[:60]) if entry.domain in INTERFACE_DOMAINS else (entry.key,)
        name = ": ".join(filter(None, parts))
        source = self.english.get((entry.domain, entry.key, entry.english if entry.domain in INTERFACE_DOMAINS else ""))
        if source and (source.english, source.plural) != (entry.english, entry.plural):
            return Waiting(name, _CHANGED, _change(entry.english, source.english, entry.plural, source.plural))
        if entry.is_fuzzy:
            return Waiting(name, _AGAIN, _change(entry.previous, entry.english, entry.previous_plural, entry.plural))
        if not all(entry.texts):
            return Waiting(name, _MISSING)
        found = next((finding for finding in self.checker.findings(entry) if finding.blocks), None)
        return Waiting(name, "with errors", f"{found.what} {found.cure}") if found else None

    def items(self, entries: Iterable[Entry], signed: frozenset[str]) -> tuple[ItemStatus, ...]:
        """Put the texts of content together, item by item."""
        grouped: dict[tuple[str, str], list[Entry]] = {}
        for entry in entries:
            if entry.domain not in INTERFACE_DOMAINS:
                grouped.setdefault((entry.domain, entry.item), []).append(entry)
        return tuple(
            ItemStatus(
                id=item,
                domain=domain,
                texts=len(texts),
                waiting=tuple(one for entry in texts if (one := self.at(entry))),
                is_signed=item in signed,
            )
            for (domain, item), texts in grouped.items()
        )


def _change(before: str, after: str, plural_before: str, plural_after: str) -> str:
    """Show what the English was and is; of two forms, the one that changed."""
    if before == after or not before:
        before, after = plural_before or before, plural_after or after
    return f"“{before}” is now “{after}”" if before and before != after else ""
