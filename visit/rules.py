"""Which safety rules hold for a visit, and because of what. The rules themselves are data in the pack."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from content.library import Library
from content.model import Medicine, MedicineClass, Rule, Severity, When
from content.quantity import Quantity
from visit.reference import reference
from visit.typed import named
from visit.visit import Visit

KIDNEY: Final = "kidney"
STAGE: Final = "stage"
_WEIGHT: Final = {Severity.DANGER: 0, Severity.CAUTION: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True)
class Applied:
    """A rule that holds, and what made it hold: ids of medicines, classes, foods; `kidney`, `stage`; text as typed.

    `limit` is this person's upper limit, where the rule says it.
    """

    rule: Rule
    because: tuple[str, ...]
    limit: Quantity | None = None

    @property
    def order(self) -> tuple[int, str]:
        """Put the gravest first."""
        return _WEIGHT[self.rule.severity], self.rule.id


def no_limit(nutrient: str) -> Quantity | None:
    """Know no upper limit of any nutrient."""
    return None


@dataclass(frozen=True, slots=True)
class Facts:
    """What rules ask about a visit. `medicines` pairs each ticked id with every name rules may call it by.

    `unknown` is what was typed and names nothing we know; `limit` gives the upper limit of a nutrient for this person.
    """

    medicines: tuple[tuple[str, frozenset[str]], ...]
    foods: frozenset[str]
    kidney: str
    stage: str
    age: int | None = None
    authority: str = ""
    unknown: tuple[str, ...] = ()
    limit: Callable[[str], Quantity | None] = no_limit


def recognised(visit: Visit, library: Library) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Pair what people typed with all medicines it names."""
    return tuple((own.name, named(own.name, library)) for own in visit.own_medicines)


def called(ticked: str, library: Library) -> frozenset[str]:
    """Give every name rules may call a ticked id by: a medicine and its class, or a class and all its medicines.

    Who ticks a class does not know which medicine it is, so every rule about one of them is theirs; who knows only a
    general word has the rules of the class it is treated as. Raises: NotInStore.
    """
    if ticked.startswith("medicine."):
        return frozenset({ticked, library.get(Medicine, ticked).item.medicine_class})
    classes = {ticked, *library.get(MedicineClass, ticked).item.treated_as}
    members = (shown.item for shown in library.every(Medicine))
    return frozenset({*classes, *(one.id for one in members if one.medicine_class in classes)})


def known_best(ticked: tuple[str, ...], library: Library) -> tuple[str, ...]:
    """List what was ticked, once each; a class gives way to a medicine of it, so that one pill never counts as two.

    A general word gives way where it would add nothing.
    """
    named = {one for one in ticked if one.startswith("medicine.")}
    classes = {library.get(Medicine, one).item.medicine_class for one in named}
    told = classes.union(ticked)
    return tuple(one for one in dict.fromkeys(ticked) if one not in classes and not _adds_nothing(one, told, library))


def _adds_nothing(ticked: str, told: Iterable[str], library: Library) -> bool:
    if ticked.startswith("medicine."):
        return False
    treated_as = library.get(MedicineClass, ticked).item.treated_as
    return bool(treated_as) and set(treated_as).issubset(told)


def facts(visit: Visit, taken: tuple[str, ...], library: Library, unknown: tuple[str, ...] = ()) -> Facts:
    """Gather what rules ask about. Raises: NotInStore for a medicine that is not in the pack."""
    medicines = tuple((one, called(one, library)) for one in taken)
    foods = frozenset(eaten.food for eaten in visit.foods if eaten.servings)
    limit = partial(_limit, visit, library)
    return Facts(medicines, foods, visit.kidney or "", visit.stage, visit.age, visit.authority, unknown, limit)


def _limit(visit: Visit, library: Library, nutrient: str) -> Quantity | None:
    _, limit = reference(nutrient, visit, library)
    return limit.amount if limit else None


def _among(known: Facts, *wanted: tuple[str, ...]) -> tuple[str, ...] | None:
    """Give the ticked medicines that fill these fields; None where a filled field is not met."""
    found = [[one for one, names in known.medicines if names.intersection(field)] for field in wanted if field]
    if not all(found):
        return None
    return tuple(dict.fromkeys(one for field in found for one in field))


def _is_for(when: When, known: Facts) -> bool:
    """Tell whether a rule's figures are for this age and table; an age that was not told counts as grown up."""
    is_of_age = when.from_age is None or known.age is None or known.age >= when.from_age
    is_of_table = not when.authorities or not known.authority or known.authority in when.authorities
    return is_of_age and is_of_table and not _among(known, when.without_classes)


def because(when: When, known: Facts) -> tuple[str, ...] | None:
    """Give what makes a condition hold, or None where it does not hold. An empty condition never holds."""
    if not _is_for(when, known):
        return None
    if when.always:
        return ()
    first = _among(known, when.medicines, when.classes)
    second = _among(known, when.with_medicines, when.with_classes)
    if first is None or second is None or (first and second and len({*first, *second}) < 2):
        return None
    foods = tuple(food for food in when.foods if food in known.foods)
    met = (
        (bool(when.kidney), known.kidney in when.kidney, (KIDNEY,)),
        (bool(when.stages), known.stage in when.stages, (STAGE,)),
        (bool(when.foods), bool(foods), foods),
        (when.unknown_medicine, bool(known.unknown), known.unknown),
    )
    if any(asked and not holds for asked, holds, _ in met):
        return None
    found = (*first, *second, *(name for asked, _, names in met if asked for name in names))
    return tuple(dict.fromkeys(found)) or None


def applied(known: Facts, library: Library) -> tuple[Applied, ...]:
    """List the rules that hold, the gravest first."""
    held = ((shown.item, because(shown.item.when, known)) for shown in library.every(Rule))
    found = {rule.id: Applied(rule, why) for rule, why in held if why is not None}
    said = (_with_limit(one, known) for one in found.values() if found.keys().isdisjoint(one.rule.when.unless))
    return tuple(sorted((one for one in said if one is not None), key=lambda one: one.order))


def _with_limit(one: Applied, known: Facts) -> Applied | None:
    """Give a rule with the upper limit it says; None where this person has none."""
    nutrient = one.rule.when.limit_of
    if nutrient is None:
        return one
    limit = known.limit(nutrient)
    return replace(one, limit=limit) if limit else None
