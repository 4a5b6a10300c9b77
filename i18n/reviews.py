"""Who signed off which item: `reviewed.tsv` of a locale, a ledger that is only ever added to.

A row names an item, the seal of its English and its translation, who checked both, and when. Only texts with that very
seal are signed off: any change of English or translation voids the row.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from i18n.catalogue import CONTENT_DOMAINS, read_domain
from i18n.descriptor import FOLDER, read
from i18n.entry import Entry
from i18n.errors import BadCatalogue
from i18n.files import replace

NAME: Final = "reviewed.tsv"
_HEAD: Final = "id\thash\treviewer\tdate"
_CURE: Final = "write id, hash, reviewer and date with one tab between, as `locale sign` does"


@dataclass(frozen=True, slots=True)
class Review:
    """One row of the ledger."""

    item: str
    seal: str
    reviewer: str
    on: date

    def __str__(self) -> str:
        return "\t".join((self.item, self.seal, self.reviewer, self.on.isoformat()))


def read_reviews(code: str, folder: Path = FOLDER) -> tuple[Review, ...]:
    """Read a locale's ledger; empty where there is none. Raises: BadCatalogue with the line."""
    file = folder / code / NAME
    try:
        lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    except (UnicodeDecodeError, OSError) as error:
        raise BadCatalogue(file, 0, "cannot be read as UTF-8; take the ledger back from a copy") from error
    return tuple(_review(file, number, line) for number, line in enumerate(lines, 1) if number > 1 and line)


def _review(file: Path, number: int, line: str) -> Review:
    try:
        item, seal, reviewer, day = line.split("\t")
        return Review(item, seal, reviewer, date.fromisoformat(day))
    except ValueError as error:
        raise BadCatalogue(file, number, _CURE) from error


def add_review(code: str, review: Review, folder: Path = FOLDER) -> None:
    """Write one more row behind the others. Raises: BadCatalogue, OSError."""
    rows = (_HEAD, *map(str, (*read_reviews(code, folder), review)))
    replace(folder / code / NAME, ("\n".join(rows) + "\n").encode("utf-8"))


def item_seals(entries: Iterable[Entry]) -> dict[str, str]:
    """Give for each item the sum of everything it says, in English and translated, which any change voids."""
    sums: dict[str, list[str]] = {}
    for entry in entries:
        sums.setdefault(entry.item, []).append(f"{entry.key} {entry.full_seal()}")
    return {item: hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest() for item, lines in sums.items()}


def signed_items(code: str, folder: Path = FOLDER) -> frozenset[str]:
    """Name the items whose texts of today are signed off. Raises: UnknownLocale, BadLocale, BadCatalogue."""
    read(code, folder)
    reviews = read_reviews(code, folder)
    if not reviews:
        return frozenset()
    entries = (entry for domain in CONTENT_DOMAINS for entry in read_domain(code, domain, folder))
    return holding(reviews, entries)


def holding(reviews: Iterable[Review], entries: Iterable[Entry]) -> frozenset[str]:
    """Name the items of which a row of the ledger has the seal of today."""
    seals = item_seals(entries)
    return frozenset(review.item for review in reviews if seals.get(review.item) == review.seal)
