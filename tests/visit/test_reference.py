"""Goals checked by hand against the National Academies' tables (2019, appendix J; NCBI Bookshelf NBK545442)."""

from dataclasses import replace

import pytest

from content.library import Library
from content.model import Depth, Intake, LifeStage, Sex
from tests.visit.people import BOY_OF_15, PREGNANT_AT_30, WOMAN_OF_67
from tests.visit.reading import words
from visit.intake import standings
from visit.pages import guide_page
from visit.reference import reference
from visit.safety import rules_for
from visit.visit import Authority, Visit
from visit.wording import ENGLISH

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
