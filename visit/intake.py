"""What a person needs of each nutrient, and what a week of foods and pills gives. Unknown is never counted as zero."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from content.library import Library
from content.model import Food, Nutrient
from content.quantity import Quantity
from visit.reference import Goal, reference
from visit.safety import Safety
from visit.visit import Eaten, Visit

DAYS: Final = 7
POORLY_ABSORBED: Final = "nutrient.calcium"


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a day gives of one nutrient. None means not known; foods without a value are named in `unknown`.

    `poorly` are foods whose calcium the body hardly takes up; they are counted, and named.
    """

    food: Quantity | None
    pills: Quantity | None
    unknown: tuple[str, ...] = ()
    poorly: tuple[str, ...] = ()
    has_unknown_pill: bool = False

    @property
    def total(self) -> Quantity | None:
        """Give food and pills together, in the unit of the food; None where neither is known."""
        if self.food is None or self.pills is None:
            return self.food or self.pills
        return self.food + self.pills.to(self.food.unit)

    @property
    def is_at_least(self) -> bool:
        """Say whether the true amount may be larger, because something eaten has no value in our table."""
        return bool(self.unknown) or self.has_unknown_pill


@dataclass(frozen=True, slots=True)
class Standing:
    """One nutrient for one person: goal, upper limit, what the week gives, and how they compare.

    Shares are parts of 1. The limit is compared with pills alone where the table says so (magnesium).
    """

    nutrient: str
    goal: Goal | None
    limit: Goal | None
    estimate: Estimate
    share: Decimal | None
    limit_share: Decimal | None

    @property
    def is_over_limit(self) -> bool:
        """Say whether what is known already passes the upper limit."""
        return self.limit_share is not None and self.limit_share > 1


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A food to add, and what one serving gives."""

    food: str
    gives: Quantity


def _amount(food: Food, nutrient: str) -> Quantity | None:
    return next((one.amount for one in food.amounts if one.nutrient == nutrient), None)


def measured(library: Library) -> frozenset[str]:
    """Give the nutrients our food table has values for at all; of the others nothing eaten can be known."""
    return frozenset(one.nutrient for shown in library.every(Food) for one in shown.item.amounts)


def _total(parts: Iterable[Quantity]) -> Quantity | None:
    total: Quantity | None = None
    for part in parts:
        total = part if total is None else total + part.to(total.unit)
    return total


def _eaten(foods: Iterable[Eaten], library: Library) -> Iterator[tuple[Food, Decimal]]:
    return ((library.get(Food, one.food).item, one.servings) for one in foods if one.servings)


def estimate(nutrient: str, visit: Visit, library: Library) -> Estimate:
    """Estimate one nutrient of one day from a week of foods and from pills. Raises: NotInStore for an unknown food."""
    known: list[Quantity] = []
    unknown: list[str] = []
    poorly: list[str] = []
    for food, servings in _eaten(visit.foods, library):
        one = _amount(food, nutrient)
        if one is None:
            unknown.append(food.id)
        else:
            known.append(one * servings / DAYS)
            if food.is_poorly_absorbed and nutrient == POORLY_ABSORBED:
                poorly.append(food.id)
    pills = [pill.a_day for pill in visit.pills if pill.nutrient == nutrient]
    given = _total(amount for amount in pills if amount is not None)
    return Estimate(_total(known), given, tuple(unknown), tuple(poorly), None in pills)


def _part(amount: Quantity | None, whole: Goal | None) -> Decimal | None:
    if amount is None or whole is None:
        return None
    return amount.to(whole.amount.unit).share_of(whole.amount)


def standing(nutrient: str, visit: Visit, library: Library) -> Standing:
    """Compare what a day gives with the goal and the upper limit."""
    goal, limit = reference(nutrient, visit, library)
    found = estimate(nutrient, visit, library)
    counted = found.pills if limit is not None and limit.row.supplements_only else found.total
    return Standing(nutrient, goal, limit, found, _part(found.total, goal), _part(counted, limit))


def standings(visit: Visit, library: Library) -> tuple[Standing, ...]:
    """Compare every nutrient that has a goal, a limit or a known amount, in the order of the pack."""
    every = (standing(nutrient, visit, library) for nutrient in library.ids(Nutrient))
    return tuple(one for one in every if one.goal or one.limit or one.estimate.total)


def _is_allowed(amount: Quantity, limit: Goal | None) -> bool:
    """Say whether one serving alone stays under the upper limit, where the limit is for food too."""
    return limit is None or limit.row.supplements_only or amount.to(limit.amount.unit) < limit.amount


def _fits(food: Food, visit: Visit) -> bool:
    """Tell whether a food may be suggested: of the person's cuisines, and no animal food measured raw."""
    is_known = not visit.cuisines or bool({"general", *visit.cuisines}.intersection(food.cuisines))
    return is_known and not food.is_raw_animal


def suggestions(nutrient: str, visit: Visit, safety: Safety, most: int = 3) -> tuple[Suggestion, ...]:
    """Give the foods that add most of a nutrient, of different groups, within the cuisines and the rules of the visit.

    No food any rule speaks about is ever suggested; nor is any for a nutrient a rule of this visit speaks about.
    """
    if not safety.piece(Nutrient, nutrient, lambda item: item.name).is_plain:
        return ()
    _, limit = reference(nutrient, visit, safety.library)
    foods = (shown.item for shown in safety.library.every(Food) if _fits(shown.item, visit))
    rich = [(amount, food) for food in foods if (amount := _amount(food, nutrient)) is not None]
    rich.sort(key=lambda one: (-one[0].value, one[1].id))
    found: dict[str, Suggestion] = {}
    for amount, food in rich:
        is_new = food.group not in found and not (food.is_poorly_absorbed and nutrient == POORLY_ABSORBED)
        if is_new and amount.value > 0 and _is_allowed(amount, limit) and safety.item(Food, food.id).is_plain:
            found[food.group] = Suggestion(food.id, amount)
        if len(found) == most:
            break
    return tuple(found.values())
