"""The kinds of thing we teach, as frozen values: the same from YAML to screen and paper.

`Text` marks what translators see and people read; plain `str` is for ids, codes and records that stay as they are.
Every `id` is ASCII, `kind.slug` for items and a slug inside them, never changed and never used again.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar, NewType, TypeAlias

from content.quantity import Quantity

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


class Standing(StrEnum):
    """How a claim of the source articles stands against independent evidence."""

    SUPPORTED = "supported"
    CONTESTED = "contested"
    OUTDATED = "outdated"
    PROMOTIONAL = "promotional"


class Depth(StrEnum):
    """How much of a guide a reader asked for; `more` includes `short`."""

    SHORT = "short"
    MORE = "more"


class QuestionType(StrEnum):
    """The six ways a question can be answered."""

    ONE = "one answer"
    SEVERAL = "several answers"
    TRUE_FALSE = "true or false"
    SCALE = "number on a scale"
    ORDER = "put in order"
    MATCH = "match pairs"


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


class Sex(StrEnum):
    """Sex as the reference tables use it."""

    FEMALE = "female"
    MALE = "male"


class LifeStage(StrEnum):
    """Life stages that change a goal or a rule."""

    NONE = "none"
    PREGNANT = "pregnancy"
    BREASTFEEDING = "lactation"
    AFTER_MENOPAUSE = "after menopause"


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
    status: str


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


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicineClass(Item):
    """A family of medicines that share an effect and what to say about it."""

    kind: ClassVar[str] = "medicine-class"
    name: Text
    plain: Text
    formal_name: str = ""
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
    source: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Whom a rule is for: every filled field must hold; inside a field, any of the values.

    `medicines` and `classes` ask whether one is ticked; `with_medicines` and `with_classes` ask the same of a second
    medicine.
    """

    always: bool = False
    medicines: tuple[ToMedicine, ...] = ()
    classes: tuple[ToClass, ...] = ()
    with_medicines: tuple[ToMedicine, ...] = ()
    with_classes: tuple[ToClass, ...] = ()
    kidney: tuple[str, ...] = ()
    stages: tuple[LifeStage, ...] = ()
    foods: tuple[ToFood, ...] = ()


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
    tip or claim.
    """

    kind: ClassVar[str] = "subject"
    patterns: tuple[str, ...]
    foods: tuple[ToFood, ...] = ()


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
    """A food with its household measure and what is in it. `menaquinone` is vitamin K2, counted apart from K1."""

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
    tip: Text | None = None
    note: str = ""
    description: str = ""
    measure_source: str = ""
    menaquinone_source: str = ""
    changed: str = ""
    source: str
    status: str


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
    citation: str
    source: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Item):
    """A drawing of our own, without words inside."""

    kind: ClassVar[str] = "picture"
    file: str
    caption: Text
    alt: Text


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


KINDS: tuple[type[Item], ...] = (
    Guide, Claim, Reference, Trial, Quiz, MedicineClass, Medicine, Rule, Subject, Nutrient, Intake, Food, Term, Phrase,
    Screening, Picture, Bundle,
)  # fmt: skip
