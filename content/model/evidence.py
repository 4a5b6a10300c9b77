"""Claims, the studies behind them, and the papers that say so."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from content.model.base import Evidence, Item, Text, ToReference


class Standing(StrEnum):
    """How a claim of the source articles stands against independent evidence."""

    SUPPORTED = "supported"
    CONTESTED = "contested"
    OUTDATED = "outdated"
    PROMOTIONAL = "promotional"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Item):
    """One claim of the source articles, and how it stands."""

    kind: ClassVar[str] = "claim"
    text: Text
    caution: Text | None = None
    correction: Text | None = None
    article: str
    seed_file: str = ""
    seller: str = ""
    section: str
    numbers: str = ""
    superscripts: str = ""
    references: tuple[ToReference, ...] = ()
    topic: str
    claim_kind: str
    standing: Standing
    evidence: Evidence | None = None
    note: str = ""
    checked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Item):
    """A published source, with what is known of corrections, retractions and money."""

    kind: ClassVar[str] = "reference"
    authors: str
    title: str
    journal: str = ""
    year: str = ""
    volume: str = ""
    pages: str = ""
    pmid: str = ""
    doi: str = ""
    seed: str = ""
    number_in_seed: str = ""
    id_status: str = ""
    record_status: str = ""
    integrity: Text | None = None
    integrity_note: str = ""
    integrity_status: str = ""
    funding: str = ""
    is_corrected: bool = False
    is_retracted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """One group of a trial. `dose` holds tokens; `figures` and `effect` are the numbers as the study printed them."""

    id: str
    name: Text
    people: str = ""
    dose: Text | None = None
    beside: Text | None = None
    result: Text | None = None
    figures: str = ""
    effect: str = ""
    out_of_100: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial(Item):
    """One study, with its groups and what came out."""

    kind: ClassVar[str] = "trial"
    name: str
    year: str
    design: Text
    population: Text
    country: str
    people: int | None = None
    people_note: str = ""
    duration: Text | None = None
    outcome: Text
    finding: Text
    arms: tuple[Arm, ...]
    bias: Text | None = None
    who_paid: Text
    strength: str
    in_seed: str
    references: tuple[ToReference, ...] = ()
    seller_claim: str | None = None
    is_withdrawn: bool = False
    source: str
    note: str = ""
    status: str
