"""Questions in their six types."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from content.model.base import Item, Review, Text, ToClaim, ToGuide


class QuestionType(StrEnum):
    """The six ways a question can be answered."""

    ONE = "one answer"
    SEVERAL = "several answers"
    TRUE_FALSE = "true or false"
    SCALE = "number on a scale"
    ORDER = "put in order"
    MATCH = "match pairs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer. `match` is its pair in a matching question, `place` (from 1) its place in an ordering one."""

    id: str
    text: Text
    is_right: bool = False
    explain: Text
    match: Text | None = None
    place: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A range of whole numbers to choose from, and the right one with its tolerance."""

    low: int
    high: int
    step: int = 1
    right: int
    tolerance: int = 0
    unit_word: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question; names the claim it teaches and the guide block that answers it."""

    id: str
    type: QuestionType
    ask: Text
    options: tuple[Option, ...] = ()
    scale: Scale | None = None
    explain: Text
    claim: ToClaim | None = None
    guide: ToGuide
    block: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz(Item):
    """Questions on one topic."""

    kind: ClassVar[str] = "quiz"
    title: Text
    purpose: Text
    questions: tuple[Question, ...]
    review: Review
