"""Guides, the pictures and words in them, and the ready bundles of them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from content.model.base import (
    Code,
    Evidence,
    Item,
    Review,
    Text,
    ToBundle,
    ToClaim,
    ToClass,
    ToGuide,
    ToNutrient,
    ToPicture,
    ToQuiz,
    ToReference,
    ToTerm,
    ToTrial,
)


class Depth(StrEnum):
    """How much of a guide a reader asked for; `more` includes `short`."""

    SHORT = "short"
    MORE = "more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One section of a guide: paragraphs, then bullets, steps, a call-out and a picture, where present."""

    id: str
    heading: Text
    depth: Depth = Depth.SHORT
    paragraphs: tuple[Text, ...] = ()
    bullets: tuple[Text, ...] = ()
    steps: tuple[Text, ...] = ()
    callout: Text | None = None
    picture: ToPicture | None = None
    trial: ToTrial | None = None
    claims: tuple[ToClaim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing the reader can do, beginning with a verb."""

    id: str
    do: Text
    how_often: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide(Item):
    """A topic in two depths, with what it asks of the reader and what is known and not known."""

    kind: ClassVar[str] = "guide"
    title: Text
    purpose: Text
    audience: str
    main_message: tuple[Text, ...]
    why: Text
    blocks: tuple[Block, ...]
    actions: tuple[Action, ...]
    when_to_call: tuple[Text, ...]
    know: tuple[Text, ...]
    not_know: tuple[Text, ...]
    benefits: tuple[Text, ...]
    harms: tuple[Text, ...]
    alternatives: tuple[Text, ...]
    evidence: Evidence
    claims: tuple[ToClaim, ...] = ()
    sources: tuple[ToReference, ...]
    glossary: tuple[ToTerm, ...] = ()
    nutrient: ToNutrient | None = None
    codes: tuple[Code, ...] = ()
    review: Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Item):
    """A drawing of our own, without words inside."""

    kind: ClassVar[str] = "picture"
    file: str
    caption: Text
    alt: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Item):
    """A word we explain; an everyday word may stand in a guide without its explanation."""

    kind: ClassVar[str] = "term"
    term: Text
    definition: Text
    is_everyday: bool = False
    source: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase(Item):
    """A sentence used in many places, translated once. `text` may hold named placeholders such as {name}."""

    kind: ClassVar[str] = "phrase"
    text: Text
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle(Item):
    """A ready handout for a common situation."""

    kind: ClassVar[str] = "bundle"
    title: Text
    purpose: Text
    guides: tuple[ToGuide, ...]
    quizzes: tuple[ToQuiz, ...] = ()
    classes: tuple[ToClass, ...] = ()
    bundles: tuple[ToBundle, ...] = ()
    codes: tuple[Code, ...] = ()
    review: Review
