import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from unicodedata import normalize

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.model import Depth, LifeStage, Sex
from content.quantity import Quantity, Unit
from visit.elements import DayTime
from visit.visit import Answer, Authority, Eaten, Kidney, Opened, OwnMedicine, Paper, Pill, Taken, Visit
from visit.visit_json import READERS, BadVisit, read, write

ROOT = Path(__file__).parent.parent.parent
VISITS = sorted((ROOT / "tests/visits").glob("*.json"))
SCHEMA = json.loads((ROOT / "docs/visit.schema.json").read_text("utf-8"))


def visit(**given: object) -> str:
    return json.dumps({"version": 1, **given})


MEDICINE = {"id": "medicine.warfarin"}
HOSTILE = {
    "nothing": "",
    "not JSON": "{",
    "a list": "[]",
    "a number": "7",
    "null": "null",
    "no version": "{}",
    "a future version": '{"version": 2}',
    "a version that is text": '{"version": "1"}',
    "a version that is true": '{"version": true}',
    "a field nobody knows": visit(weight=70),
    "a future field in a medicine": visit(medicines=[MEDICINE | {"dose": "5 mg"}]),
    "a field twice": '{"version": 1, "age": 40, "age": 41}',
    "age -3": visit(age=-3),
    "age 200": visit(age=200),
    "age as text": visit(age="67"),
    "half an age": visit(age=67.5),
    "age NaN": '{"version": 1, "age": NaN}',
    "an age of 5,000 digits": '{"version": 1, "age": ' + "9" * 5000 + "}",
    "a sex of its own": visit(sex="F"),
    "pregnant and male": visit(sex="male", stage="pregnancy"),
    "10,000 medicines": visit(medicines=[{"id": f"medicine.m{n}"} for n in range(10_000)]),
    "the same medicine twice": visit(medicines=[MEDICINE, MEDICINE]),
    "a medicine of another kind": visit(medicines=[{"id": "food.milk"}]),
    "a medicine without id": visit(medicines=[{"times": ["noon"]}]),
    "a medicine as text": visit(medicines=["medicine.warfarin"]),
    "a path as id": visit(medicines=[{"id": "medicine.../../etc/passwd"}]),
    "an unknown time of day": visit(medicines=[MEDICINE | {"times": ["midnight"]}]),
    "as needed, as text": visit(medicines=[MEDICINE | {"as_needed": "no"}]),
    "a name of 1 MB": visit(name="x" * 1_000_000),
    "a long name": visit(name="x" * 200),
    "an empty name": visit(name="  "),
    "markup in a name": visit(name="<b>Maria</b>"),
    "a control sign in a name": visit(name="Maria\u0007"),
    "a sign that turns the writing": visit(name="Maria\u202e"),
    "half a surrogate": '{"version": 1, "name": "\\ud800"}',
    "a token in own words": visit(own_medicines=[{"name": "[[45 mg]]"}]),
    "a wrong unit": visit(pills=[{"nutrient": "nutrient.calcium", "a_day": "500 mgs"}]),
    "the unsafe sign for micrograms": visit(pills=[{"nutrient": "nutrient.vitamin-d", "a_day": "25 µg"}]),
    "international units": visit(pills=[{"nutrient": "nutrient.vitamin-d", "a_day": "1000 IU"}]),
    "a trailing zero": visit(pills=[{"nutrient": "nutrient.calcium", "a_day": "5.0 mg"}]),
    "half a kilogram of zinc": visit(pills=[{"nutrient": "nutrient.zinc", "a_day": "500 g"}]),
    "a pill of nothing": visit(pills=[{"nutrient": "nutrient.zinc", "a_day": "0 mg"}]),
    "NaN servings": '{"version": 1, "foods": [{"food": "food.milk", "servings": NaN}]}',
    "endless servings": '{"version": 1, "foods": [{"food": "food.milk", "servings": 1e999999}]}',
    "tiny servings": '{"version": 1, "foods": [{"food": "food.milk", "servings": 1e-999999}]}',
    "servings below nothing": visit(foods=[{"food": "food.milk", "servings": -1}]),
    "servings that are true": visit(foods=[{"food": "food.milk", "servings": True}]),
    "a locale that is a path": visit(locale="../../../etc"),
    "the same language beside": visit(locale="ar", beside="ar"),
    "a day that never was": visit(date="2026-02-30"),
    "a time for a day": visit(date="2026-02-03T10:00"),
    "letters too small to read": visit(text_pt=4),
    "unknown paper": visit(paper="a3"),
    "three in a pair": visit(answers=[{"quiz": "quiz.bones", "question": "q1", "pairs": [["a", "b", "c"]]}]),
    "100,000 brackets": "[" * 100_000,
    "objects in objects": visit(guides={"guide": {"guide": {}}}),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_visit_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(BadVisit) as refused:
        read(text)
    error = refused.value
    assert error.path and error.message.endswith(".") and error.cure.endswith(".")
    assert str(error).isascii() and len(str(error)) < 400 and "\n" not in str(error)


def test_there_are_at_least_forty_hostile_visits() -> None:
    assert len(HOSTILE) >= 40


def test_the_place_of_the_fault_is_named() -> None:
    with pytest.raises(BadVisit) as refused:
        read(visit(medicines=[MEDICINE, {"id": "medicine.x", "times": ["morning", "never"]}]))
    assert refused.value.path == "medicines[1].times[1]"


@pytest.mark.parametrize("path", VISITS, ids=lambda path: path.stem)
def test_our_own_visits_are_read_and_fit_the_schema(path: Path) -> None:
    text = path.read_text("utf-8")
    assert read(write(read(text))) == read(text)
    jsonschema.validate(json.loads(text), SCHEMA)
    jsonschema.validate(json.loads(write(read(text))), SCHEMA)


def test_every_field_is_read_and_in_the_schema() -> None:
    names = {field.name for field in fields(Visit) if field.name != "today"}
    assert set(READERS) == names
    assert set(SCHEMA["properties"]) == names | {"version"}
    assert SCHEMA["additionalProperties"] is False


SLUGS = st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5})?", fullmatch=True)
TIMES = st.lists(st.sampled_from(DayTime), unique=True).map(
    lambda chosen: tuple(time for time in DayTime if time in chosen)
)
WORDS = st.text(st.characters(whitelist_categories=("Lu", "Ll", "Lo", "Nd")), min_size=1, max_size=20)


def ids(kind: str) -> st.SearchStrategy[str]:
    return SLUGS.map(lambda slug: f"{kind}.{slug}")


def many(one: st.SearchStrategy, key: Callable[[object], object] = lambda one: one) -> st.SearchStrategy:
    return st.lists(one, max_size=4, unique_by=key).map(tuple)


AMOUNTS = st.builds(Quantity, st.integers(1, 9000).map(Decimal), st.sampled_from([Unit.MG, Unit.MCG]))
SERVINGS = st.integers(0, 20_000).map(lambda number: Decimal(number) / 100)
A_VISIT = st.builds(
    Visit,
    locale=st.sampled_from(["en", "es_US", "ar"]),
    text_pt=st.sampled_from([12, 14, 18]),
    paper=st.none() | st.sampled_from(Paper),
    date=st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    sex=st.none() | st.just(Sex.FEMALE),
    age=st.none() | st.integers(0, 120),
    stage=st.sampled_from(LifeStage),
    kidney=st.none() | st.sampled_from(Kidney),
    authority=st.sampled_from(Authority),
    medicines=many(
        st.builds(Taken, ids("medicine"), TIMES, st.booleans(), st.none() | st.integers(1, 9)), lambda one: one.id
    ),
    own_medicines=many(
        st.builds(OwnMedicine, WORDS.map(lambda text: normalize("NFC", text)), TIMES),
        lambda one: one.name,
    ),
    pills=many(st.builds(Pill, ids("nutrient"), st.none() | AMOUNTS, TIMES), lambda one: one.nutrient),
    foods=many(st.builds(Eaten, ids("food"), SERVINGS), lambda one: one.food),
    answers=many(
        st.builds(Answer, ids("quiz"), SLUGS, many(SLUGS), many(st.tuples(SLUGS, SLUGS)), st.none() | st.integers(0, 9))
    ),
    guides=many(st.builds(Opened, ids("guide"), st.sampled_from(Depth)), lambda one: one.guide),
    bundle=st.none() | ids("bundle"),
    quizzes=many(ids("quiz")),
    trials=many(ids("trial")),
    reasons=many(ids("screening")),
)


@settings(max_examples=50, deadline=None)
@given(A_VISIT)
def test_what_is_written_is_read_back_the_same(visit: Visit) -> None:
    assert read(write(visit)) == visit


LEAVES = st.none() | st.booleans() | st.floats() | st.text()
FIELDS = st.sampled_from(sorted(READERS))
ANY_JSON = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(FIELDS, inner))


@settings(max_examples=60, deadline=None)
@given(ANY_JSON)
def test_any_json_is_a_visit_or_refused(value: object) -> None:
    text = json.dumps({"version": 1, **value} if isinstance(value, dict) else value)
    try:
        read(text)
    except BadVisit as error:
        assert error.cure
