"""Places that are about one thing: a guide, a quiz, a food, a study. Nobody comes to one before the greeting."""

from dataclasses import dataclass
from typing import ClassVar

from content.model import Depth
from ui.routes import Route


@dataclass(frozen=True, slots=True)
class ToGuide(Route):
    """One guide, at one depth; `block` is scrolled to."""

    screen: ClassVar[str] = "guide"
    guide: str
    depth: Depth = Depth.SHORT
    block: str | None = None


@dataclass(frozen=True, slots=True)
class ToSources(Route):
    """Where a guide is from."""

    screen: ClassVar[str] = "sources"
    guide: str


@dataclass(frozen=True, slots=True)
class ToQuestion(Route):
    """One question of a quiz; `number` counts from 0."""

    screen: ClassVar[str] = "question"
    quiz: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class ToResult(Route):
    """How a quiz went."""

    screen: ClassVar[str] = "result"
    quiz: str


@dataclass(frozen=True, slots=True)
class ToFoodItem(Route):
    """One food, with what is in it."""

    screen: ClassVar[str] = "food_item"
    food: str


@dataclass(frozen=True, slots=True)
class ToPills(Route):
    """Vitamins and minerals taken as pills; the amount of `nutrient` is asked for."""

    screen: ClassVar[str] = "pills"
    nutrient: str | None = None


@dataclass(frozen=True, slots=True)
class ToNutrients(Route):
    """The nutrients, with goals and limits; `nutrient` is opened."""

    screen: ClassVar[str] = "nutrients"
    nutrient: str | None = None


@dataclass(frozen=True, slots=True)
class ToStudy(Route):
    """One study."""

    screen: ClassVar[str] = "study"
    trial: str
