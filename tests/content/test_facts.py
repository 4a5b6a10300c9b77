"""The fact tables of the bone-health pack hold every row and every number of the CSV files they came from."""

import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal

import pytest

from content.check.passages import written_out
from content.model import (
    Claim,
    Food,
    Intake,
    Item,
    Medicine,
    Nutrient,
    Reference,
    Screening,
    Term,
    Trial,
)
from content.quantity import Quantity, Unit
from tests.content.fact_tables import by_id, doses, numbers, pack, rows, slug, words

# The tables of goals and limits, and a study of side effects, that the guides quote beside the papers of the articles.
BESIDE_THE_TABLE = {f"reference.x-{number}" for number in range(16, 21)}


@pytest.mark.parametrize(
    ("kind", "table", "count"),
    [
        (Claim, "seed_claims", 157),
        (Reference, "references", 81),
        (Medicine, "medicines", 81),
        (Nutrient, "nutrients", 9),
        (Intake, "intake_reference", 231),
        (Food, "foods", 205),
        (Term, "glossary", 85),
        (Screening, "screening", 45),
    ],
)
def test_every_row_has_one_item(kind: type[Item], table: str, count: int) -> None:
    assert len(rows(table)) == count
    assert len(by_id(kind).keys() - BESIDE_THE_TABLE) == count


NUTRIENTS = {
    "vitamin D": "vitamin-d",
    "vitamin K (K1 and K2)": "vitamin-k",
    "vitamin K2 as MK-4, 45 mg": "vitamin-k2-mk4",
}


def test_every_nutrient_keeps_its_numbers() -> None:
    for row in rows("nutrients"):
        key = NUTRIENTS.get(row["nutrient"], row["nutrient"])
        one = by_id(Nutrient)[f"nutrient.{key}"]
        assert (one.in_seed, one.source) == (row["in_seed"], row["source"])
        assert one.status.startswith(row["status"])
        units = {Decimal(600), Decimal(800), Decimal(4000)} if key == "vitamin-d" else set()
        for field in ("adult_goal_us", "adult_upper_limit_us", "eu_value"):
            assert numbers(row[field]) - units <= numbers(words(one)), (key, field)


def test_every_goal_and_limit_is_the_number_of_the_table() -> None:
    assert Counter(map(_kept, pack().of(Intake))) == Counter(map(_wanted, rows("intake_reference")))


def _kept(one: Intake) -> tuple[str, ...]:
    record = (one.authority, one.age_band, one.value_type, one.unit, one.other_value, one.year, one.source, one.status)
    name = one.nutrient.removeprefix("nutrient.").replace("-", " ") + (f" ({one.form})" if one.form else "")
    assert one.amount is None or str(one.amount.unit) == one.unit.split("/")[0]
    low, high = (str(end.value.normalize()) if end else "" for end in (one.amount, one.high))
    return (*record, one.note, name, one.sex or "both", one.stage.value, low, high)


def _wanted(row: dict[str, str]) -> tuple[str, ...]:
    names = ("authority", "age_band", "value_type", "unit", "alt_value", "year", "source", "status", "note")
    ends = ["", ""] if row["value"] == "ND" else [*row["value"].split("-"), ""][:2]
    low, high = (str(Decimal(end).normalize()) if end else "" for end in ends)
    nutrient = row["nutrient"].replace("vitamin D", "vitamin d").replace("vitamin K", "vitamin k")
    return (*(row[name] for name in names), nutrient, row["sex"], row["life_stage"], low, high)


def test_every_age_band_is_read_in_months() -> None:
    bands = {one.age_band: (one.from_months, one.to_months) for one in pack().of(Intake)}
    assert bands["0-6 mo"] == (0, 7)
    assert bands["51-70 y"] == (612, 852)
    assert bands[">70 y"] == (852, None)
    assert bands["10-<18 y"] == (120, 216)
    assert bands["all"] == (0, None)


AMOUNTS = {
    "nutrient.calcium": ("calcium_mg", Unit.MG),
    "nutrient.vitamin-d": ("vitamin_d_mcg", Unit.MCG),
    "nutrient.vitamin-k": ("vitamin_k1_mcg", Unit.MCG),
    "nutrient.magnesium": ("magnesium_mg", Unit.MG),
    "nutrient.zinc": ("zinc_mg", Unit.MG),
    "nutrient.manganese": ("manganese_mg", Unit.MG),
}


def test_every_amount_in_a_food_is_the_number_of_the_table() -> None:
    foods = by_id(Food)
    for row in rows("foods"):
        food = foods[f"food.{slug(row['food_id'])}"]
        assert {one.nutrient: one.amount for one in food.amounts} == _amounts(row, ""), food.id
        assert {one.nutrient: one.amount for one in food.per_100_g} == _amounts(row, "_100g"), food.id
        assert food.grams == Decimal(row["grams"])
        assert food.menaquinone == _amount(row["menaquinone_mcg"], Unit.MCG)
        assert food.vitamin_d_label == _amount(row["vitamin_d_iu"], Unit.IU)


def _amounts(row: dict[str, str], per: str) -> dict[str, Quantity]:
    cells = {nutrient: (row[column + per], unit) for nutrient, (column, unit) in AMOUNTS.items()}
    return {nutrient: Quantity(Decimal(cell), unit) for nutrient, (cell, unit) in cells.items() if cell}


def _amount(cell: str, unit: Unit) -> Quantity | None:
    return Quantity(Decimal(cell), unit) if cell else None


def test_every_food_keeps_its_record() -> None:
    foods = by_id(Food)
    for row in rows("foods"):
        food = foods[f"food.{slug(row['food_id'])}"]
        kept = (food.name, food.group, ";".join(food.cuisines), food.note, food.description, food.measure_source)
        names = ("name", "food_group", "cuisines", "note", "usda_description", "measure_source")
        assert kept == tuple(row[name] for name in names), food.id
        rest = (food.menaquinone_form, food.menaquinone_source, food.changed, food.source, food.status)
        more = ("menaquinone_form", "menaquinone_source", "changed_between_sr26_and_sr27", "source", "status")
        assert rest == tuple(row[name] for name in more), food.id
        assert food.is_poorly_absorbed == ("oxalate" in row["note"])


FRACTIONS = {"½": "1/2", "⅓": "1/3", "¼": "1/4", "¾": "3/4", "⅝": "5/8", "⅞": "7/8"}


def test_every_measure_keeps_its_numbers() -> None:
    foods = by_id(Food)
    for row in rows("foods"):
        told = written_out(foods[f"food.{slug(row['food_id'])}"].measure)
        told = "".join(f" {FRACTIONS[letter]}" if letter in FRACTIONS else letter for letter in told)
        wanted = row["household_measure"].replace("(1 NLEA serving)", "")
        assert re.findall(r"[\d.]+", told) == re.findall(r"[\d.]+", wanted), row["food_id"]


def test_every_term_keeps_its_meaning_in_at_most_20_words() -> None:
    terms = by_id(Term)
    for row in rows("glossary"):
        term = terms["term." + slug(re.sub(r"\s*\(.*\)", "", row["term"]))]
        assert (term.source, term.status) == (row["source"], row["status"])
        assert len(term.definition.split()) <= 20
        assert numbers(row["plain_definition"]) <= numbers(written_out(term.definition))


@pytest.mark.parametrize("kind", [Claim, Trial, Medicine, Nutrient, Food, Screening, Reference])
def test_no_mark_of_the_record_stands_in_a_text_for_people(kind: type[Item]) -> None:
    for item in pack().of(kind):
        assert not re.search(r"MEMORY|VERIFIED|SEED\b|CALCULATION", words(item)), item.id


Row = dict[str, str]
GOAL = {(Decimal(90), "mcg"), (Decimal(120), "mcg")}
UNIT_WRITTEN_ONCE = {
    "trial.t07": {(Decimal("0.06"), "mm"), (Decimal("0.136"), "mm")},
    "trial.t21": {(Decimal(50), "mcg")},
    "nutrient.magnesium": {(Decimal(300), "mg"), (Decimal(250), "mg")},
}
TOLD = [
    (Claim, "seed_claims", lambda row: f"claim.{row['id'].lower()}"),
    (Trial, "trials", lambda row: f"trial.{row['trial_id'].lower()}"),
    (Medicine, "medicines", lambda row: f"medicine.{slug(row['generic'])}"),
    (Nutrient, "nutrients", lambda row: f"nutrient.{NUTRIENTS.get(row['nutrient'], row['nutrient'])}"),
    (Screening, "screening", lambda row: f"screening.{row['item_id'].lower()}"),
]


@pytest.mark.parametrize(("kind", "table", "name"), TOLD)
def test_every_dose_told_is_a_dose_of_the_source(kind: type[Item], table: str, name: Callable[[Row], str]) -> None:
    source: dict[str, str] = {}
    for row in rows(table):
        source[name(row)] = source.get(name(row), "") + " ".join(row.values()) + " "
    for item in pack().of(kind):
        known = doses(source[item.id]) | GOAL | UNIT_WRITTEN_ONCE.get(item.id, set())
        assert doses(words(item)) <= known, item.id


def test_a_dose_is_read_with_its_unit() -> None:
    told = {
        (Decimal(45), "mg"),
        (Decimal(90), "mcg"),
        (Decimal(120), "mcg"),
        (Decimal(1500), "mg"),
        (Decimal(10), "mcg"),
    }
    assert doses("45 mg, 90-120 mcg, 1,500 mg and 400 IU") == told
