from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.library import Library
from content.model import Medicine
from tests.visit.reading import words
from visit.day_plan import MINUTES, WAKING, DayPlan, day_plan
from visit.elements import DayTime, PillCard
from visit.pages import day_plan_page
from visit.safety import rules_for
from visit.visit import OwnMedicine, Pill, Taken, Visit
from visit.wording import ENGLISH

MORNING, NOON, EVENING, BEDTIME = DayTime


def planned(visit: Visit, library: Library) -> DayPlan:
    return day_plan(visit, rules_for(visit, library))


def slots(plan: DayPlan) -> dict[str, tuple[str, ...]]:
    return {one.dose.id: one.slots for one in plan.placed}


FOUR = Visit(
    medicines=(
        Taken("medicine.alendronic-acid", (MORNING,)),
        Taken("medicine.levothyroxine", (MORNING,)),
        Taken("medicine.warfarin", (EVENING,)),
    ),
    pills=(Pill("nutrient.calcium", None, (MORNING,)),),
)


def test_alendronate_levothyroxine_calcium_and_warfarin_by_hand(library: Library) -> None:
    """Bone tablet on getting up, 30 minutes before all else; then the thyroid tablet; calcium 4 hours after it.

    Sources: product labels as in the rules of the pack (facts/README §4.5).
    """
    plan = planned(FOUR, library)
    assert slots(plan) == {
        "medicine.alendronic-acid": (WAKING,),
        "medicine.levothyroxine": ("morning",),
        "medicine.warfarin": ("evening",),
        "nutrient.calcium": ("noon",),
    }
    assert [one.dose.id for one in plan.placed if one.is_moved] == ["nutrient.calcium"]
    assert plan.unsolved == ()


def test_two_calcium_pills_move_as_little_as_they_can(library: Library) -> None:
    visit = Visit(
        medicines=(Taken("medicine.levothyroxine", (MORNING,)),),
        pills=(Pill("nutrient.calcium", None, (MORNING, EVENING)),),
    )
    assert slots(planned(visit, library))["nutrient.calcium"] == ("noon", "evening")


def test_what_no_rule_binds_keeps_its_times(library: Library) -> None:
    visit = Visit(medicines=(Taken("medicine.furosemide", (MORNING, NOON)), Taken("medicine.warfarin", (BEDTIME,))))
    plan = planned(visit, library)
    assert slots(plan) == {"medicine.furosemide": ("morning", "noon"), "medicine.warfarin": ("bedtime",)}
    assert not any(one.is_moved for one in plan.placed)


def test_as_needed_medicines_stay_off_the_card(library: Library) -> None:
    visit = Visit(
        medicines=(Taken("medicine.famotidine", (MORNING,), as_needed=True),),
        own_medicines=(OwnMedicine("Cough drops", as_needed=True),),
    )
    plan = planned(visit, library)
    assert plan.placed == () and [one.id for one in plan.as_needed] == ["medicine.famotidine", "Cough drops"]


def test_a_medicine_without_a_time_is_not_given_one(library: Library) -> None:
    plan = planned(Visit(medicines=(Taken("medicine.warfarin"),)), library)
    assert plan.placed == () and [one.id for one in plan.untimed] == ["medicine.warfarin"]


def test_where_nothing_fits_it_says_so_and_moves_nothing(library: Library) -> None:
    visit = Visit(
        medicines=(Taken("medicine.levothyroxine", (MORNING, NOON, EVENING, BEDTIME)),),
        pills=(Pill("nutrient.calcium", None, (NOON,)),),
    )
    plan = planned(visit, library)
    assert plan.unsolved == ("rule.levothyroxine-minerals",)
    assert slots(plan) == {
        "medicine.levothyroxine": ("morning", "noon", "evening", "bedtime"),
        "nutrient.calcium": ("noon",),
    }
    assert "Ask your pharmacist about the times" in words(day_plan_page(visit, library, ENGLISH))


def test_typed_medicines_follow_the_rules_too(library: Library) -> None:
    visit = Visit(
        own_medicines=(OwnMedicine("Synthroid", (MORNING,)),), pills=(Pill("nutrient.calcium", None, (MORNING,)),)
    )
    assert slots(planned(visit, library))["nutrient.calcium"] == ("noon",)


@pytest.mark.parametrize(
    "typed", ["Calcium carbonate 1.5 g", "Tums", "Caltrate", "Iron", "ferrous sulfate 65 mg", "calcio", "钙片", "حديد"]
)
def test_a_typed_supplement_is_kept_apart_like_a_ticked_one(typed: str, library: Library) -> None:
    visit = Visit(
        medicines=(Taken("medicine.levothyroxine", (MORNING,)),), own_medicines=(OwnMedicine(typed, (MORNING,)),)
    )
    assert slots(planned(visit, library))[typed] == ("noon",)


@pytest.mark.parametrize("typed", ["Vitamin K2 MK-7", "vitamina K", "维生素K2", "Multivitamin", "فيتامين K2"])
def test_a_row_says_what_a_blocker_does_not_allow(typed: str, library: Library) -> None:
    """The card never says `as your label says` of a pill that a rule of this visit speaks against."""
    blocker = (Taken("medicine.warfarin", (EVENING,)),)
    own = card(Visit(medicines=blocker, own_medicines=(OwnMedicine(typed, (MORNING,)),)), library)
    k1, mk4 = (
        card(Visit(medicines=blocker, pills=(Pill(nutrient, None, (MORNING,)),)), library)
        for nutrient in ("nutrient.vitamin-k", "nutrient.vitamin-k2-mk4")
    )
    for made in (own, k1, mk4):
        assert "No vitamin K pills with your blood thinner" in words(made.rows[-1].how)


def test_etidronate_stands_two_hours_from_meals(library: Library) -> None:
    visit = Visit(medicines=(Taken("medicine.etidronic-acid", (MORNING,)),))
    assert slots(planned(visit, library)) == {"medicine.etidronic-acid": ("bedtime",)}


def card(visit: Visit, library: Library) -> PillCard:
    return next(one for one in day_plan_page(visit, library, ENGLISH) if isinstance(one, PillCard))


def test_the_card_has_four_columns_a_purpose_and_a_time_in_each_row(library: Library) -> None:
    made = card(FOUR, library)
    assert [words(one) for one in made.head[3:]] == ["Morning ", "Noon ", "Evening ", "Bedtime "]
    assert all(row.used_for and row.how and any(row.times) for row in made.rows)


def test_pills_are_counted_with_digits(library: Library) -> None:
    visit = Visit(
        medicines=(Taken("medicine.warfarin", (EVENING,), pills=2), Taken("medicine.digoxin", (MORNING,), pills=1))
    )
    cells = [words(cell) for row in card(visit, library).rows for cell in row.times if cell]
    assert cells == ["Take 2 pills ", "Take 1 pill "]


BOUND = (
    "alendronic-acid", "ibandronic-acid", "etidronic-acid", "levothyroxine", "ciprofloxacin", "doxycycline",
    "phenytoin", "warfarin",
)  # fmt: skip
TIMES = st.lists(st.sampled_from(DayTime), unique=True, min_size=1, max_size=2).map(
    lambda chosen: tuple(time for time in DayTime if time in chosen)
)
TAKEN = st.dictionaries(st.sampled_from(BOUND), TIMES, max_size=4)
PILLS = st.dictionaries(st.sampled_from(("calcium", "magnesium", "zinc")), TIMES, max_size=2)


@settings(max_examples=60, deadline=None)
@given(taken=TAKEN, pills=PILLS)
def test_a_plan_that_is_given_keeps_every_distance(
    taken: dict[str, tuple[DayTime, ...]], pills: dict[str, tuple[DayTime, ...]], library: Library
) -> None:
    visit = Visit(
        medicines=tuple(Taken(f"medicine.{name}", times) for name, times in taken.items()),
        pills=tuple(Pill(f"nutrient.{name}", None, times) for name, times in pills.items()),
    )
    safety = rules_for(visit, library)
    plan = day_plan(visit, safety)
    assert len(plan.placed) == len(taken) + len(pills)
    assert all(len(one.slots) == len(one.dose.times) for one in plan.placed)
    if plan.unsolved:
        assert not any(one.is_moved for one in plan.placed)
        return
    for rule in (one.rule for one in safety.applied if one.rule.apart):
        apart = rule.apart
        assert apart is not None
        firsts = [one for one in plan.placed if one.dose.called & set(apart.first)]
        thens = [one for one in plan.placed if one.dose.called & set(apart.then)]
        for first, then in product(firsts, thens):
            for one, other in product(first.slots, then.slots):
                gap = MINUTES[other] - MINUTES[one]
                assert gap >= apart.minutes_before or -gap >= apart.minutes_after > 0


@pytest.mark.parametrize("count", [20])
def test_many_medicines_are_planned_in_a_blink(count: int, library: Library) -> None:
    medicines = tuple(Taken(one, (MORNING,)) for one in library.ids(Medicine)[:count])
    assert len(planned(Visit(medicines=medicines), library).placed) == count
