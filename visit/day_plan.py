"""A day of medicines on the AHRQ pill card: four times, separation rules solved, as-needed medicines kept off it.

Source: AHRQ pill card (08-M016): four time columns, no as-needed medicines; Universal Medication Schedule (USP <17>).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from content.model import Apart, Effect, Rule
from visit.elements import DayTime
from visit.findings import pill_subjects
from visit.rules import called
from visit.safety import Safety
from visit.visit import Visit

WAKING: Final = "waking"
"""The moment of getting up: shown in the morning column, before everything else of the morning."""

MINUTES: Final[Mapping[str, int]] = {
    WAKING: 420,
    DayTime.MORNING: 480,
    DayTime.NOON: 720,
    DayTime.EVENING: 1080,
    DayTime.BEDTIME: 1320,
}
MEALS: Final = "subject.meals"
MEAL_TIMES: Final = (DayTime.MORNING, DayTime.NOON, DayTime.EVENING)
TRIES: Final = 20_000


@dataclass(frozen=True, slots=True)
class Dose:
    """Something to take: its id (or free text), every name rules may call it by, and the times that were chosen."""

    id: str
    called: frozenset[str]
    times: tuple[DayTime, ...]
    pills: int | None = None
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A dose on the card. `slots` are times of day or WAKING; `is_moved`: not at the times chosen; `rules`: why."""

    dose: Dose
    slots: tuple[str, ...]
    is_moved: bool
    rules: tuple[str, ...]

    def is_at(self, time: DayTime) -> bool:
        """Say whether it stands in this column."""
        return time in self.slots or (time is DayTime.MORNING and WAKING in self.slots)


@dataclass(frozen=True, slots=True)
class DayPlan:
    """The card. `unsolved` names the rules no plan of four times can satisfy together: then times stay as chosen."""

    placed: tuple[Placed, ...] = ()
    as_needed: tuple[Dose, ...] = ()
    untimed: tuple[Dose, ...] = ()
    unsolved: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to take."""
        return not (self.placed or self.as_needed or self.untimed)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two doses, by place, that a rule keeps apart. `is_listed`: the rule names the second one."""

    rule: Rule
    apart: Apart
    first: int
    then: int
    is_listed: bool

    def holds(self, first: tuple[str, ...], then: tuple[str, ...]) -> bool:
        return all(self._is_apart(MINUTES[other] - MINUTES[one]) for one in first for other in then)

    def _is_apart(self, gap: int) -> bool:
        if gap > 0 or not self.is_listed:
            return abs(gap) >= max(1, self.apart.minutes_before)
        return bool(self.apart.minutes_after) and -gap >= self.apart.minutes_after


def _doses(visit: Visit, safety: Safety) -> Iterator[tuple[Dose, bool]]:
    library = safety.library
    for one in visit.medicines:
        yield Dose(one.id, called(one.id, library), one.times, one.pills), one.as_needed
    for own, (_name, known) in zip(visit.own_medicines, safety.typed, strict=True):
        names = frozenset[str]().union(*(called(one, library) for one in known)) or safety.subjects(own.name)
        yield Dose(own.name, names, own.times, is_own=True), own.as_needed
    for pill in visit.pills:
        yield Dose(pill.nutrient, frozenset({pill.nutrient, *pill_subjects(pill, safety)}), pill.times), False


def _pairs(doses: tuple[Dose, ...], rules: tuple[Rule, ...]) -> tuple[_Pair, ...]:
    return tuple(
        _Pair(rule, rule.apart, n, m, is_listed=bool(then.called.intersection(rule.apart.then)))
        for rule in rules
        if rule.apart is not None
        for n, first in enumerate(doses)
        for m, then in enumerate(doses)
        if n != m
        and first.called.intersection(rule.apart.first)
        and (then.called.intersection(rule.apart.then) or (rule.apart.alone and MEALS not in then.called))
    )


def _choices(dose: Dose, is_alone: bool) -> list[tuple[str, ...]]:
    """List the sets of times a dose may have, those nearest to the chosen ones first.

    What is taken alone is taken on getting up, never with the rest of the morning.
    """
    slots = (WAKING, *map(str, tuple(DayTime)[1:])) if is_alone else tuple(map(str, DayTime))
    every = list(combinations(slots, max(1, len(dose.times))))
    return sorted(every, key=lambda slots: (_distance(slots, dose.times), every.index(slots)))


def _distance(slots: tuple[str, ...], chosen: tuple[DayTime, ...]) -> int:
    if not chosen:
        return 0
    return sum(abs(_column(slot) - MINUTES[time]) for slot, time in zip(slots, chosen, strict=True))


def _column(slot: str) -> int:
    return MINUTES[DayTime.MORNING if slot == WAKING else slot]


@dataclass
class _Search:
    """A search for the times with the least change that satisfy every pair; gives up after TRIES steps."""

    doses: tuple[Dose, ...]
    choices: tuple[list[tuple[str, ...]], ...]
    pairs: tuple[_Pair, ...]
    best: tuple[tuple[str, ...], ...] | None = None
    least: int | None = None
    steps: int = 0

    def run(self) -> tuple[tuple[str, ...], ...] | None:
        self._next((), 0)
        return self.best

    def _next(self, chosen: tuple[tuple[str, ...], ...], cost: int) -> None:
        self.steps += 1
        if (self.least is not None and cost >= self.least) or self.steps > TRIES:
            return
        place = len(chosen)
        if place == len(self.doses):
            self.best, self.least = chosen, cost
            return
        for slots in self.choices[place]:
            tried = (*chosen, slots)
            if self._holds(tried):
                self._next(tried, cost + _distance(slots, self.doses[place].times))

    def _holds(self, chosen: tuple[tuple[str, ...], ...]) -> bool:
        last = len(chosen) - 1
        newly = (pair for pair in self.pairs if max(pair.first, pair.then) == last)
        return all(pair.holds(chosen[pair.first], chosen[pair.then]) for pair in newly)


def _place(doses: tuple[Dose, ...], pairs: tuple[_Pair, ...]) -> tuple[tuple[str, ...], ...] | None:
    """Find times for every dose; what no rule names by itself keeps the times that were chosen."""
    bound = {place for pair in pairs for place in (pair.first, *((pair.then,) if pair.is_listed else ()))}
    alone = {pair.first for pair in pairs if pair.apart.alone}
    choices = tuple(
        _choices(dose, n in alone) if n in bound and MEALS not in dose.called else [tuple(map(str, dose.times))]
        for n, dose in enumerate(doses)
    )
    return _Search(doses, choices, pairs).run()


def _placed(
    place: int, dose: Dose, slots: tuple[str, ...], pairs: tuple[_Pair, ...], against: tuple[str, ...]
) -> Placed:
    apart = (pair.rule.id for pair in pairs if place in (pair.first, pair.then) and pair.is_listed)
    is_moved = bool(dose.times) and _distance(slots, dose.times) > 0
    return Placed(dose, slots, is_moved, tuple(dict.fromkeys((*against, *apart))))


def _against(dose: Dose, safety: Safety) -> tuple[str, ...]:
    """List the rules that speak against taking it at all: its row must say so, not only a page before."""
    rules = (one.rule for one in safety.applied if one.rule.effect is Effect.REPLACE)
    return tuple(rule.id for rule in rules if dose.called.intersection(rule.about))


def day_plan(visit: Visit, safety: Safety) -> DayPlan:
    """Make the card of a visit. Where no plan satisfies every rule it says which, and moves nothing."""
    given = tuple(_doses(visit, safety))
    regular = tuple(dose for dose, as_needed in given if not as_needed)
    meals = Dose(MEALS, frozenset({MEALS}), MEAL_TIMES)
    pairs = _pairs((*regular, meals), tuple(one.rule for one in safety.applied))
    found = _place((*regular, meals), pairs)
    slots = found or tuple(tuple(map(str, dose.times)) for dose in regular)
    placed = tuple(
        _placed(n, dose, slots[n], pairs, _against(dose, safety)) for n, dose in enumerate(regular) if slots[n]
    )
    return DayPlan(
        placed,
        tuple(dose for dose, as_needed in given if as_needed),
        tuple(dose for n, dose in enumerate(regular) if not slots[n]),
        () if found else tuple(dict.fromkeys(pair.rule.id for pair in pairs)),
    )
