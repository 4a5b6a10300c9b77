"""One person's visit as a value: what they told us, held in memory and handed from function to function."""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final

from content.model import Depth, LifeStage, Sex
from content.quantity import Quantity
from visit.elements import DayTime

NO_LIMIT: Final = 0


class Kidney(StrEnum):
    """What the person said about kidney disease."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Authority(StrEnum):
    """Whose reference table sets the goals."""

    US = "us"
    EFSA = "efsa"
    JAPAN = "japan"


class Paper(StrEnum):
    """Sheet sizes we print on."""

    LETTER = "letter"
    A4 = "a4"


@dataclass(frozen=True, slots=True)
class Taken:
    """A medicine, or a whole class of medicines, ticked from our list. `pills` is the number at each time."""

    id: str
    times: tuple[DayTime, ...] = ()
    as_needed: bool = False
    pills: int | None = None


@dataclass(frozen=True, slots=True)
class OwnMedicine:
    """A medicine the person typed because it is not in our list."""

    name: str
    times: tuple[DayTime, ...] = ()
    as_needed: bool = False


@dataclass(frozen=True, slots=True)
class Pill:
    """A food supplement: its nutrient, the amount in one day where known, and when it is taken."""

    nutrient: str
    a_day: Quantity | None = None
    times: tuple[DayTime, ...] = ()


@dataclass(frozen=True, slots=True)
class Eaten:
    """A food and how many servings of it in one week."""

    food: str
    servings: Decimal


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to one question; a later answer to the same question is a retry.

    `options` are ids: the chosen one, the chosen several, or all in the chosen order. `pairs` join an option with the
    option whose match was chosen. `number` is the place on a scale.
    """

    quiz: str
    question: str
    options: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A guide the person opened or asked for, and how deep."""

    guide: str
    depth: Depth = Depth.SHORT


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Everything one person told us. Nothing here is ever written to disk; `name` is only ever printed.

    `pages` is how many the handout may have: 0 for no limit, None for what is usual. `age` is in years. `date` is the
    day the handout is made on; `today` is the day by the clock, handed in by whoever has one and in no file: a date of
    long ago makes nothing fresh that is too old by now.
    """

    locale: str = "en"
    beside: str | None = None
    text_pt: int = 12
    paper: Paper | None = None
    pages: int | None = None
    name: str | None = None
    date: datetime.date | None = None
    sex: Sex | None = None
    age: int | None = None
    stage: LifeStage = LifeStage.NONE
    kidney: Kidney | None = None
    authority: Authority = Authority.US
    cuisines: tuple[str, ...] = ()
    medicines: tuple[Taken, ...] = ()
    own_medicines: tuple[OwnMedicine, ...] = ()
    pills: tuple[Pill, ...] = ()
    foods: tuple[Eaten, ...] = ()
    answers: tuple[Answer, ...] = ()
    guides: tuple[Opened, ...] = ()
    bundle: str | None = None
    quizzes: tuple[str, ...] = ()
    trials: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    today: datetime.date | None = field(default=None, compare=False)

    @property
    def day(self) -> datetime.date | None:
        """Give the later of the two days we know, for what may be too old."""
        return max((one for one in (self.date, self.today) if one is not None), default=None)
