"""Medicines, and the safety rules and self-checks as data."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from content.model.base import (
    Code,
    Item,
    Text,
    ToClass,
    ToFood,
    ToMedicine,
    ToNutrient,
    ToPicture,
    ToRule,
    ToSubject,
    ToTaken,
)


class LifeStage(StrEnum):
    """Life stages that change a goal or a rule."""

    NONE = "none"
    PREGNANT = "pregnancy"
    BREASTFEEDING = "lactation"
    AFTER_MENOPAUSE = "after menopause"


class Effect(StrEnum):
    """What a safety rule does to the content it bites on."""

    WARN = "warn"
    REPLACE = "replace"
    WITHHOLD = "withhold"


class Severity(StrEnum):
    """How much a finding weighs; decides order and look."""

    DANGER = "danger"
    CAUTION = "caution"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicineClass(Item):
    """A family of medicines that share an effect and what to say about it.

    `other_names` are general words people type in any language, and medicines of the family that we do not list; `atc`
    are the beginnings of its codes. `part_of` names the family with the more general word. Rules for `treated_as` hold
    for whoever knows only that general word.
    """

    kind: ClassVar[str] = "medicine-class"
    name: Text
    plain: Text
    formal_name: str = ""
    other_names: tuple[str, ...] = ()
    atc: tuple[str, ...] = ()
    part_of: ToClass | None = None
    treated_as: tuple[ToClass, ...] = ()
    picture: ToPicture | None = None
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Medicine(Item):
    """One medicine: what it does to bone, what to tell the person, and how it meets nutrients.

    `other_names` are other generic names and abbreviations, for search only; `effect` is the finding in the words of
    the source.
    """

    kind: ClassVar[str] = "medicine"
    name: Text
    brands: tuple[str, ...]
    brands_note: str = ""
    other_names: tuple[str, ...] = ()
    number: str = ""
    medicine_class: ToClass
    atc: str
    atc_status: str
    rxcui: str = ""
    rxcui_status: str = ""
    role: str
    bone: Text
    effect: str = ""
    evidence: str
    tell: Text
    vitamin_k: Text | None = None
    calcium: Text | None = None
    magnesium: Text | None = None
    named_in_seed: str
    codes: tuple[Code, ...] = ()
    note: str = ""
    source: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Whom a rule is for: every filled field must hold; inside a field, any of the values.

    `medicines` and `classes` ask whether one is ticked; `with_medicines` and `with_classes` ask the same of a second
    medicine; `without_classes` asks that none of these is. `unknown_medicine` asks for one that we do not know.
    `from_age` (years) and `authorities` say for whom the rule's figures are; an age not told counts as adult.
    `limit_of` asks that the person's table has an upper limit; the rule says it at `{limit}`. `unless` names rules that
    say more: where one of them holds, this one does not.
    """

    always: bool = False
    medicines: tuple[ToMedicine, ...] = ()
    classes: tuple[ToClass, ...] = ()
    with_medicines: tuple[ToMedicine, ...] = ()
    with_classes: tuple[ToClass, ...] = ()
    without_classes: tuple[ToClass, ...] = ()
    unknown_medicine: bool = False
    kidney: tuple[str, ...] = ()
    stages: tuple[LifeStage, ...] = ()
    foods: tuple[ToFood, ...] = ()
    from_age: int | None = None
    authorities: tuple[str, ...] = ()
    limit_of: ToNutrient | None = None
    unless: tuple[ToRule, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """A separation in time: `first` is taken before `then` by the given minutes.

    Both name medicines, classes or subjects.
    """

    first: tuple[ToTaken, ...]
    then: tuple[ToTaken, ...]
    minutes_before: int
    minutes_after: int
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Item):
    """A safety rule as data: who, with what, what to say, why, how much it weighs, and what it does to content.

    `about` names subjects (see Subject): content of such a subject is warned about, replaced or withheld. A rule with
    no `about` is a finding only.
    """

    kind: ClassVar[str] = "rule"
    when: When
    about: tuple[ToSubject, ...] = ()
    effect: Effect = Effect.WARN
    title: Text
    say: Text
    why: Text
    severity: Severity
    apart: Apart | None = None
    asks_for_scan: bool = False
    source: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject(Item):
    """What a text is about, for the safety rules: found by patterns in its English, so nobody can forget to tag it.

    `patterns` are regular expressions, matched without regard to case against the English of each block, option,
    tip or claim. `not_typed` are what people type that only looks like it, such as the salt in "atorvastatin calcium".
    """

    kind: ClassVar[str] = "subject"
    patterns: tuple[str, ...]
    not_typed: tuple[str, ...] = ()
    foods: tuple[ToFood, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening(Item):
    """A row of a self-check or staff index: a reason to ask for a scan, points, a cut-off or a recommendation."""

    kind: ClassVar[str] = "screening"
    tool: str
    item_type: str
    text: Text
    points: str
    units: str = ""
    threshold: str = ""
    applies_to: str = ""
    performance: str = ""
    caution: Text | None = None
    note: str = ""
    citation: str
    source: str
    status: str
