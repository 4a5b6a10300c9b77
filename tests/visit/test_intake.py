"""Goals checked by hand against the National Academies' tables (2019, appendix J; NCBI Bookshelf NBK545442)."""

import csv
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.library import Library, NotInStore
from content.model import Depth, Food, Intake, LifeStage, Nutrient, Sex
from content.quantity import Quantity, Unit
from tests.visit.reading import words
from visit.intake import estimate, standing, standings, suggestions
from visit.pages import food_page, guide_page, nutrient_page, nutrients_page
from visit.reference import reference
from visit.safety import rules_for
from visit.visit import Authority, Eaten, Kidney, Pill, Taken, Visit
from visit.wording import ENGLISH

FACTS = Path(__file__).parent.parent / "facts/foods.csv"
COLUMNS = {
    "nutrient.calcium": "calcium_mg",
    "nutrient.vitamin-d": "vitamin_d_mcg",
    "nutrient.vitamin-k": "vitamin_k1_mcg",
    "nutrient.magnesium": "magnesium_mg",
    "nutrient.zinc": "zinc_mg",
    "nutrient.manganese": "manganese_mg",
}
MILK, NATTO = "food.usda-01077", "food.usda-16113"

WOMAN_OF_67 = Visit(sex=Sex.FEMALE, age=67, stage=LifeStage.AFTER_MENOPAUSE)
PREGNANT_AT_30 = Visit(sex=Sex.FEMALE, age=30, stage=LifeStage.PREGNANT)
BOY_OF_15 = Visit(sex=Sex.MALE, age=15)

GOALS = [
    (WOMAN_OF_67, "nutrient.calcium", "1200 mg", "2000 mg"),
    (WOMAN_OF_67, "nutrient.vitamin-d", "15 mcg", "100 mcg"),
    (WOMAN_OF_67, "nutrient.vitamin-k", "90 mcg", None),
    (WOMAN_OF_67, "nutrient.magnesium", "320 mg", "350 mg"),
    (WOMAN_OF_67, "nutrient.zinc", "8 mg", "40 mg"),
    (WOMAN_OF_67, "nutrient.manganese", "1.8 mg", "11 mg"),
    (WOMAN_OF_67, "nutrient.boron", None, "20 mg"),
    (PREGNANT_AT_30, "nutrient.calcium", "1000 mg", "2500 mg"),
    (PREGNANT_AT_30, "nutrient.vitamin-d", "15 mcg", "100 mcg"),
    (PREGNANT_AT_30, "nutrient.vitamin-k", "90 mcg", None),
    (PREGNANT_AT_30, "nutrient.magnesium", "350 mg", "350 mg"),
    (PREGNANT_AT_30, "nutrient.zinc", "11 mg", "40 mg"),
    (PREGNANT_AT_30, "nutrient.manganese", "2 mg", "11 mg"),
    (BOY_OF_15, "nutrient.calcium", "1300 mg", "3000 mg"),
    (BOY_OF_15, "nutrient.vitamin-d", "15 mcg", "100 mcg"),
    (BOY_OF_15, "nutrient.vitamin-k", "75 mcg", None),
    (BOY_OF_15, "nutrient.magnesium", "410 mg", "350 mg"),
    (BOY_OF_15, "nutrient.zinc", "11 mg", "34 mg"),
    (BOY_OF_15, "nutrient.manganese", "2.2 mg", "9 mg"),
    (BOY_OF_15, "nutrient.boron", None, "17 mg"),
    (Visit(sex=Sex.FEMALE, age=71), "nutrient.vitamin-d", "20 mcg", "100 mcg"),
    (Visit(sex=Sex.MALE, age=70), "nutrient.calcium", "1000 mg", "2000 mg"),
    (Visit(sex=Sex.MALE, age=71), "nutrient.calcium", "1200 mg", "2000 mg"),
    (replace(WOMAN_OF_67, authority=Authority.EFSA), "nutrient.calcium", "950 mg", "2500 mg"),
    (replace(WOMAN_OF_67, authority=Authority.EFSA), "nutrient.vitamin-k", "70 mcg", None),
    (replace(BOY_OF_15, authority=Authority.EFSA), "nutrient.calcium", "1150 mg", None),  # that limit is for adults
    (
        replace(WOMAN_OF_67, authority=Authority.EFSA),
        "nutrient.magnesium",
        "300 mg",
        "250 mg",
    ),  # the limit: pills alone
    (replace(WOMAN_OF_67, authority=Authority.EFSA), "nutrient.zinc", "7.5 mg", "25 mg"),
    (replace(WOMAN_OF_67, authority=Authority.EFSA), "nutrient.boron", None, "10 mg"),
    (Visit(sex=Sex.FEMALE, age=9, authority=Authority.EFSA), "nutrient.vitamin-d", "15 mcg", "50 mcg"),
    (Visit(sex=Sex.FEMALE, age=9, authority=Authority.EFSA), "nutrient.zinc", None, None),  # tables for adults only
    (replace(BOY_OF_15, authority=Authority.EFSA), "nutrient.vitamin-d", "15 mcg", "100 mcg"),
    (Visit(sex=Sex.FEMALE, age=2), "nutrient.calcium", "700 mg", "2500 mg"),
    (Visit(sex=Sex.FEMALE, age=2), "nutrient.zinc", "3 mg", "7 mg"),
    (Visit(sex=Sex.MALE, age=10), "nutrient.vitamin-d", "15 mcg", "100 mcg"),
    (replace(WOMAN_OF_67, authority=Authority.JAPAN), "nutrient.vitamin-d", "8.5 mcg", "100 mcg"),  # 2020, not 2015
    (replace(WOMAN_OF_67, authority=Authority.JAPAN), "nutrient.calcium", "650 mg", "2500 mg"),
    (replace(WOMAN_OF_67, authority=Authority.JAPAN), "nutrient.vitamin-k", "150 mcg", None),
]


@pytest.mark.parametrize(("visit", "nutrient", "goal", "limit"), GOALS)
def test_goal_and_limit_are_those_of_the_table(
    visit: Visit, nutrient: str, goal: str | None, limit: str | None, library: Library
) -> None:
    found = reference(nutrient, visit, library)
    assert [str(one.amount) if one else None for one in found] == [goal, limit]


def test_every_goal_carries_unit_source_and_year(library: Library) -> None:
    for visit in (WOMAN_OF_67, PREGNANT_AT_30, BOY_OF_15):
        for one in standings(visit, library):
            for goal in filter(None, (one.goal, one.limit)):
                assert goal.amount.unit and goal.row.year.isdecimal() and goal.row.source


def test_without_age_or_sex_there_is_no_goal_to_guess(library: Library) -> None:
    assert reference("nutrient.calcium", Visit(), library) == (None, None)
    assert reference("nutrient.zinc", Visit(age=40), library)[0] is None
    assert reference("nutrient.vitamin-d", Visit(sex=Sex.FEMALE), library)[0] is None


def test_a_first_year_of_life_has_no_single_goal(library: Library) -> None:
    assert reference("nutrient.calcium", Visit(age=0, sex=Sex.MALE), library)[0] is None


@pytest.mark.parametrize("age", range(1, 121))
@pytest.mark.parametrize("sex", Sex)
def test_every_age_has_a_calcium_goal(age: int, sex: Sex, library: Library) -> None:
    goal, limit = reference("nutrient.calcium", Visit(age=age, sex=sex), library)
    assert goal is not None and limit is not None and goal.amount < limit.amount


def rows() -> dict[str, dict[str, str]]:
    with FACTS.open(encoding="utf-8") as file:
        return {f"food.{row['food_id'].lower()}": row for row in csv.DictReader(file)}


ROWS = rows()
WEEKS = st.dictionaries(st.sampled_from(sorted(ROWS)), st.integers(1, 2000), max_size=12).map(
    lambda week: tuple(Eaten(food, Decimal(number) / 100) for food, number in week.items())
)


@settings(max_examples=40, deadline=None)
@given(week=WEEKS)
def test_a_week_of_foods_adds_up_to_the_table_by_plain_arithmetic(week: tuple[Eaten, ...], library: Library) -> None:
    for nutrient, column in COLUMNS.items():
        cells = [(one, ROWS[one.food][column]) for one in week]
        found = estimate(nutrient, Visit(foods=week), library)
        known = [Decimal(cell) * one.servings for one, cell in cells if cell]
        assert found.unknown == tuple(one.food for one, cell in cells if not cell)
        if not known:
            assert found.food is None
        else:
            assert found.food is not None and abs(found.food.value - sum(known) / 7) < Decimal("1e-9")
            assert found.food.value >= 0


def test_a_glass_of_milk_a_day_by_hand(library: Library) -> None:
    """276 mg in a cup, 7 cups a week: 276 mg a day, 23 % of 1,200 mg."""
    found = standing("nutrient.calcium", replace(WOMAN_OF_67, foods=(Eaten(MILK, Decimal(7)),)), library)
    assert found.estimate.total == Quantity(Decimal(276), Unit.MG)
    assert found.share == Decimal("0.23")


def test_unknown_is_never_zero(library: Library) -> None:
    assert estimate("nutrient.calcium", Visit(), library).total is None
    for shown in library.every(Food):
        food = shown.item
        one = Visit(foods=(Eaten(food.id, Decimal(7)),))
        known = {amount.nutrient for amount in food.amounts}
        for nutrient in COLUMNS:
            found = estimate(nutrient, one, library)
            assert (found.food is None) == (nutrient not in known)
            assert (found.unknown == (food.id,)) == (nutrient not in known)
            assert found.is_at_least == (nutrient not in known)


def test_no_servings_is_no_gap_in_knowledge(library: Library) -> None:
    found = estimate("nutrient.calcium", Visit(foods=(Eaten(NATTO, Decimal(0)),)), library)
    assert found.food is None and found.unknown == ()


def test_an_unknown_food_is_an_error_with_its_name(library: Library) -> None:
    with pytest.raises(NotInStore):
        estimate("nutrient.calcium", Visit(foods=(Eaten("food.manna", Decimal(1)),)), library)


def test_magnesium_pills_count_apart_from_food(library: Library) -> None:
    beans = replace(WOMAN_OF_67, foods=(Eaten("food.usda-16015", Decimal(50)),))
    assert not standing("nutrient.magnesium", beans, library).is_over_limit
    pills = replace(beans, pills=(Pill("nutrient.magnesium", Quantity(Decimal(400), Unit.MG)),))
    assert standing("nutrient.magnesium", pills, library).is_over_limit


def test_a_pill_in_another_unit_is_converted_in_plain_sight(library: Library) -> None:
    visit = replace(WOMAN_OF_67, pills=(Pill("nutrient.vitamin-d", Quantity(Decimal("0.15"), Unit.MG)),))
    found = standing("nutrient.vitamin-d", visit, library)
    assert found.share == 10 and found.is_over_limit


def test_a_pill_of_unknown_size_makes_it_at_least(library: Library) -> None:
    visit = replace(WOMAN_OF_67, foods=(Eaten(MILK, Decimal(7)),), pills=(Pill("nutrient.calcium"),))
    assert estimate("nutrient.calcium", visit, library).is_at_least


def test_three_foods_are_suggested_from_the_chosen_kitchen(library: Library) -> None:
    visit = replace(WOMAN_OF_67, cuisines=("south asian",))
    found = suggestions("nutrient.calcium", visit, rules_for(visit, library))
    foods = [library.get(Food, one.food).item for one in found]
    assert len(found) == 3
    assert all({"general", "south asian"} & set(food.cuisines) for food in foods)
    assert len({food.group for food in foods}) == 3
    assert not any(food.is_poorly_absorbed for food in foods)


def test_with_warfarin_no_food_is_pushed_for_vitamin_k(library: Library) -> None:
    visit = replace(WOMAN_OF_67, medicines=(Taken("medicine.warfarin"),))
    safety = rules_for(visit, library)
    assert suggestions("nutrient.vitamin-k", visit, safety) == ()
    for nutrient in library.ids(Nutrient):
        for one in suggestions(nutrient, visit, safety, 30):
            known = {amount.nutrient: amount.amount for amount in library.get(Food, one.food).item.amounts}
            vitamin_k = known.get("nutrient.vitamin-k")
            assert vitamin_k is None or vitamin_k.value < 80, one


def test_in_pregnancy_no_liver_is_suggested(library: Library) -> None:
    safety = rules_for(PREGNANT_AT_30, library)
    found = [
        one.food for nutrient in library.ids(Nutrient) for one in suggestions(nutrient, PREGNANT_AT_30, safety, 50)
    ]
    assert found and not [food for food in found if "liver" in library.get(Food, food).item.name.lower()]


def test_every_food_and_nutrient_has_a_page(library: Library) -> None:
    week = replace(WOMAN_OF_67, foods=(Eaten(MILK, Decimal(7)), Eaten(NATTO, Decimal(1))))
    assert all(food_page(food, week, library, ENGLISH) for food in library.ids(Food))
    assert all(nutrient_page(nutrient, week, library, ENGLISH) for nutrient in library.ids(Nutrient))
    assert nutrients_page(week, library, ENGLISH)


def test_a_limit_that_is_passed_is_said_even_where_a_rule_hides_the_goal(library: Library) -> None:
    pills = (Pill("nutrient.magnesium", Quantity(Decimal(400), Unit.MG)),)
    visit = replace(WOMAN_OF_67, kidney=Kidney.YES, pills=pills)
    assert "More than the limit" in words(nutrients_page(visit, library, ENGLISH))


def test_a_nutrient_no_food_is_measured_for_is_left_out(library: Library) -> None:
    said = words(nutrients_page(replace(WOMAN_OF_67, foods=(Eaten(MILK, Decimal(7)),)), library, ENGLISH))
    assert "Boron" not in said and "about 276" in said


def test_raw_egg_and_raw_fish_are_counted_but_never_suggested(library: Library) -> None:
    raw = {one.item.id for one in library.every(Food) if one.item.is_raw_animal}
    safety = rules_for(Visit(), library)
    offered = {one.food for name in library.ids(Nutrient) for one in suggestions(name, Visit(), safety, 200)}
    assert len(raw) == 2
    assert offered.isdisjoint(raw)


def test_goals_are_written_in_the_numbers_of_the_table(library: Library) -> None:
    """12.7 mg is not 13 mg; what a week gives is rounded, because it is an estimate."""
    visit = replace(WOMAN_OF_67, authority=Authority.EFSA)
    said = words(nutrient_page("nutrient.zinc", visit, library, ENGLISH))
    assert "7.5\u00a0mg" in said and "12.7\u00a0mg" in said and "25\u00a0mg" in said


def test_a_nutrient_is_measured_in_one_unit_everywhere(library: Library) -> None:
    units = {shown.item.id: shown.item.unit for shown in library.every(Nutrient)}
    assert units["nutrient.vitamin-d"] == units["nutrient.vitamin-k"] == "mcg"
    amounts = [(one.item.nutrient, one.item.amount) for one in library.every(Intake) if one.item.amount]
    amounts += [(one.nutrient, one.amount) for shown in library.every(Food) for one in shown.item.amounts]
    assert len(amounts) > 1000
    assert [(name, str(amount)) for name, amount in amounts if str(amount.unit) != units[name]] == []


@pytest.mark.parametrize(
    ("visit", "said"),
    [
        (replace(WOMAN_OF_67, authority=Authority.EFSA), "Take no more than 250\u00a0mg a day from pills"),
        (replace(BOY_OF_15, authority=Authority.US), "Take no more than 350\u00a0mg a day from pills"),
        (Visit(sex=Sex.FEMALE, age=5), "Take no more than 110\u00a0mg a day from pills"),
        (WOMAN_OF_67, "Take no more than 350\u00a0mg a day from pills"),
    ],
)
def test_the_limit_that_is_told_is_that_of_the_person(visit: Visit, said: str, library: Library) -> None:
    assert said in words(guide_page("guide.magnesium", Depth.MORE, visit, library, ENGLISH))


def test_where_a_table_has_no_limit_none_is_told(library: Library) -> None:
    child = Visit(sex=Sex.FEMALE, age=2, authority=Authority.EFSA)  # the European limit of magnesium begins at 4
    assert "from pills. Magnesium in food" not in words(
        guide_page("guide.magnesium", Depth.MORE, child, library, ENGLISH)
    )


TABLES = {"US/Canada": Authority.US, "EFSA": Authority.EFSA, "Japan": Authority.JAPAN}


def ages_of(row: Intake) -> tuple[int, ...]:
    """Give the first and the last whole year of a row; none for the months before the first birthday."""
    first, last = -(-row.from_months // 12), (row.to_months or 1200) // 12 - 1
    return (max(1, first), last) if last >= 1 else ()


def test_every_limit_of_every_table_can_be_told(library: Library) -> None:
    """Each row of a limit is found by somebody of its age; the placeholder never shows."""
    limits = [one.item for one in library.every(Intake) if one.item.value_type == "UL" and one.item.amount is not None]
    told = 0
    for row, age in ((one, age) for one in limits if one.stage is LifeStage.NONE for age in ages_of(one)):
        table = next(one for name, one in TABLES.items() if row.authority.startswith(name))
        visit = Visit(sex=row.sex or Sex.FEMALE, age=age, authority=table)
        _, limit = reference(row.nutrient, visit, library)
        assert limit is not None and limit.amount == row.amount, row.id
        safety = rules_for(visit, library)
        said = [safety.rule(one.rule.id).item for one in safety.applied]
        assert not [rule.id for rule in said if "{" in rule.say]
        told += sum(f"[[{limit.amount}" in rule.say for rule in said if rule.when.limit_of == row.nutrient)
    assert told >= 40
