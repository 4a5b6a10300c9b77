"""Which safety rules hold for a visit, and because of what. The rules themselves are data in the pack."""

from dataclasses import dataclass
from typing import Final

from content.library import Library
from content.model import Medicine, MedicineClass, Rule, Severity, When
from visit.medicines import named
from visit.visit import Visit

KIDNEY: Final = "kidney"
STAGE: Final = "stage"
_WEIGHT: Final = {Severity.DANGER: 0, Severity.CAUTION: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True)
class Applied:
    """A rule that holds, and the ids of what made it hold (medicines, classes, foods, `kidney`, `stage`)."""

    rule: Rule
    because: tuple[str, ...]

    @property
    def order(self) -> tuple[int, str]:
        """Put the gravest first."""
        return _WEIGHT[self.rule.severity], self.rule.id


@dataclass(frozen=True, slots=True)
class Facts:
    """What rules ask about a visit. `medicines` pairs each ticked id with every name rules may call it by."""

    medicines: tuple[tuple[str, frozenset[str]], ...]
    foods: frozenset[str]
    kidney: str
    stage: str
    age: int | None = None
    authority: str = ""


def recognised(visit: Visit, library: Library) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Pair what people typed with all medicines it names."""
    return tuple((own.name, named(own.name, library)) for own in visit.own_medicines)


def called(ticked: str, library: Library) -> frozenset[str]:
    """Give every name rules may call a ticked id by: a medicine and its class, or a class and all its medicines.

    Who ticks a class does not know which medicine it is, so every rule about one of them is theirs. Raises: NotInStore.
    """
    if ticked.startswith("medicine."):
        return frozenset({ticked, library.get(Medicine, ticked).item.medicine_class})
    library.get(MedicineClass, ticked)
    members = (shown.item for shown in library.every(Medicine))
    return frozenset({ticked, *(one.id for one in members if one.medicine_class == ticked)})


def known_best(ticked: tuple[str, ...], library: Library) -> tuple[str, ...]:
    """List what was ticked, once each; a class gives way to a medicine of it, so that one pill never counts as two."""
    medicines = {one for one in ticked if one.startswith("medicine.")}
    classes = {library.get(Medicine, one).item.medicine_class for one in medicines}
    return tuple(one for one in dict.fromkeys(ticked) if one not in classes)


def facts(visit: Visit, taken: tuple[str, ...], library: Library) -> Facts:
    """Gather what rules ask about. Raises: NotInStore for a medicine that is not in the pack."""
    medicines = tuple((one, called(one, library)) for one in taken)
    foods = frozenset(eaten.food for eaten in visit.foods if eaten.servings)
    return Facts(medicines, foods, visit.kidney or "", visit.stage, visit.age, visit.authority)


def _among(known: Facts, *wanted: tuple[str, ...]) -> tuple[str, ...] | None:
    """Give the ticked medicines that fill these fields; None where a filled field is not met."""
    found = [[one for one, names in known.medicines if names.intersection(field)] for field in wanted if field]
    if not all(found):
        return None
    return tuple(dict.fromkeys(one for field in found for one in field))


def _is_for(when: When, known: Facts) -> bool:
    """Tell whether a rule's figures are for this age and table; an age that was not told counts as grown up."""
    is_of_age = when.from_age is None or known.age is None or known.age >= when.from_age
    return is_of_age and (not when.authorities or not known.authority or known.authority in when.authorities)


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
    )
    if any(asked and not holds for asked, holds, _ in met):
        return None
    found = (*first, *second, *(name for asked, _, names in met if asked for name in names))
    return tuple(dict.fromkeys(found)) or None


def applied(known: Facts, library: Library) -> tuple[Applied, ...]:
    """List the rules that hold, the gravest first."""
    found = ((shown.item, because(shown.item.when, known)) for shown in library.every(Rule))
    return tuple(sorted((Applied(rule, why) for rule, why in found if why is not None), key=lambda one: one.order))
