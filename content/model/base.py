"""What every kind is made of: words, references, codes, and the review it went through."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, NewType, TypeAlias

Text = NewType("Text", str)


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a string as the id of an item of one of these kinds; the reader of sources follows every one."""

    kinds: tuple[str, ...]


ToGuide: TypeAlias = Annotated[str, RefersTo(("guide",))]
ToQuiz: TypeAlias = Annotated[str, RefersTo(("quiz",))]
ToBundle: TypeAlias = Annotated[str, RefersTo(("bundle",))]
ToClaim: TypeAlias = Annotated[str, RefersTo(("claim",))]
ToReference: TypeAlias = Annotated[str, RefersTo(("reference",))]
ToTrial: TypeAlias = Annotated[str, RefersTo(("trial",))]
ToPicture: TypeAlias = Annotated[str, RefersTo(("picture",))]
ToMedicine: TypeAlias = Annotated[str, RefersTo(("medicine",))]
ToClass: TypeAlias = Annotated[str, RefersTo(("medicine-class",))]
ToRule: TypeAlias = Annotated[str, RefersTo(("rule",))]
ToSubject: TypeAlias = Annotated[str, RefersTo(("subject",))]
ToNutrient: TypeAlias = Annotated[str, RefersTo(("nutrient",))]
ToFood: TypeAlias = Annotated[str, RefersTo(("food",))]
ToTerm: TypeAlias = Annotated[str, RefersTo(("term",))]
ToTaken: TypeAlias = Annotated[str, RefersTo(("medicine", "medicine-class", "subject"))]


class Evidence(StrEnum):
    """How sure the studies make us (GRADE words)."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very low"


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code of a public system, such as ICD-10 M81.0."""

    system: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """A named reason why one writing rule does not bind one item, or the part of it at path `where`."""

    rule: str
    reason: str
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Who wrote and checked an item, when it must be looked at again, and when it may no longer be printed."""

    author: str
    reviewer: str
    reviewed_on: date
    next_review_on: date
    expires_on: date
    funding: str
    conflicts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Anything that has a stable id, may be published and is looked up by it."""

    kind: ClassVar[str] = ""
    id: str
    exempt: tuple[Exemption, ...] = ()
