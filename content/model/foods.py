"""Nutrients, how much of them people need, and the foods that hold them."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from content.model.base import Item, Text, ToNutrient
from content.model.medicines import LifeStage
from content.quantity import Quantity


class Sex(StrEnum):
    """Sex as the reference tables use it."""

    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nutrient(Item):
    """One nutrient of bone, its fair wording and its limits in words."""

    kind: ClassVar[str] = "nutrient"
    name: Text
    role: Text
    goal: Text
    limit: Text
    european: Text | None = None
    good_foods: Text
    evidence_note: Text
    fair: Text
    warning: Text
    unit: str
    in_seed: str
    source: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake(Item):
    """One row of a reference table: goal or limit for a group of people. Ages in months, `to` exclusive, None = no end.

    `high` is the other end where the table gives a span; `form` is the only form of the nutrient that counts.
    """

    kind: ClassVar[str] = "intake"
    nutrient: ToNutrient
    form: str = ""
    authority: str
    sex: Sex | None = None
    age_band: str
    from_months: int = 0
    to_months: int | None = None
    stage: LifeStage = LifeStage.NONE
    value_type: str
    amount: Quantity | None = None
    high: Quantity | None = None
    unit: str = ""
    supplements_only: bool = False
    other_value: str = ""
    year: str
    source: str
    status: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How much of one nutrient; a nutrient that is not listed is unknown, not zero."""

    nutrient: ToNutrient
    amount: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Food(Item):
    """A food with its household measure and what is in it.

    `menaquinone` is vitamin K2, counted apart from K1. `is_raw_animal` marks figures of raw egg or fish: counted, never
    suggested.
    """

    kind: ClassVar[str] = "food"
    name: Text
    group: str
    cuisines: tuple[str, ...]
    measure: Text
    grams: Decimal | None = None
    amounts: tuple[Amount, ...] = ()
    per_100_g: tuple[Amount, ...] = ()
    vitamin_d_label: Quantity | None = None
    menaquinone: Quantity | None = None
    menaquinone_form: str = ""
    is_poorly_absorbed: bool = False
    is_raw_animal: bool = False
    tip: Text | None = None
    note: str = ""
    description: str = ""
    measure_source: str = ""
    menaquinone_source: str = ""
    changed: str = ""
    source: str
    status: str
