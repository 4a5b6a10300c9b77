"""What a week of food and pills gives, added up again by plain arithmetic, and what is suggested beside it."""

import csv
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.library import Library, NotInStore
from content.model import Food, Intake, Nutrient
from content.quantity import Quantity, Unit
from tests.visit.people import PREGNANT_AT_30, WOMAN_OF_67
from tests.visit.reading import words
from visit.intake import estimate, standing, suggestions
from visit.pages import food_page, nutrient_page, nutrients_page
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
