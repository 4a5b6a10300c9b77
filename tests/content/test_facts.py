"""The fact tables of the bone-health pack hold every row and every number of the CSV files they came from."""

import csv
import re
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest

from content.check.passages import written_out
from content.model import (
    Claim,
    Evidence,
    Food,
    Intake,
    Item,
    Medicine,
    Nutrient,
    Reference,
    Screening,
    Standing,
    Term,
    Trial,
)
from content.pack import Pack
from content.quantity import Quantity, Unit
from content.source import readable
from content.strings import strings

T = TypeVar("T", bound=Item)

FACTS = Path(__file__).parents[1] / "facts"
PACK = Path(__file__).parents[2] / "content" / "packs" / "bone-health"
LIFE_EXTENSION = "Life Extension"


def rows(name: str) -> list[dict[str, str]]:
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return [{field: (value or "").strip() for field, value in row.items()} for row in csv.DictReader(lines)]


@cache
def pack() -> Pack:
    return readable(PACK)


def by_id(kind: type[T]) -> dict[str, T]:
    return {item.id: item for item in pack().of(kind)}


def slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def words(item: Item) -> str:
    return "\n".join(written_out(source) for _, source in strings(item))


def numbers(text: str) -> set[Decimal]:
    return {Decimal(found.replace(",", "")) for found in re.findall(r"(?<![\w.])\d[\d,]*(?:\.\d+)?", text)}


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
    assert len(by_id(kind)) == count


def test_every_claim_keeps_its_record() -> None:
    claims = by_id(Claim)
    for row in rows("seed_claims"):
        claim = claims[f"claim.{row['id'].lower()}"]
        kept = (claim.seed_file, claim.section, claim.numbers, claim.superscripts, claim.topic, claim.claim_kind)
        names = ("seed_file", "section", "numbers_and_units", "seed_refs", "topic", "kind")
        assert kept == tuple(row[name] for name in names), claim.id
        assert (claim.standing, claim.checked) == (Standing(row["status"]), row["check"])
        assert claim.references == tuple(f"reference.{slug(one)}" for one in row["reference_ids"].split(";") if one)
        assert row["article"] in (claim.article, f"{LIFE_EXTENSION}: {claim.article}")


def test_every_number_of_a_claim_is_told() -> None:
    claims = by_id(Claim)
    for row in rows("seed_claims"):
        claim = claims[f"claim.{row['id'].lower()}"]
        told = row["claim"].replace("1-alpha-hydroxyvitamin D3", "").replace("400 IU", "10 mcg")
        assert numbers(told) <= numbers(words(claim)), claim.id


def test_a_claim_of_the_seller_names_the_seller() -> None:
    for claim in pack().of(Claim):
        assert claim.seller == ("" if claim.article.startswith("Iwamoto") else LIFE_EXTENSION)


def test_no_claim_that_was_not_verified_counts_as_high_evidence() -> None:
    surest = [one for one in pack().of(Claim) if one.evidence is Evidence.HIGH]
    assert len(surest) > 30
    for claim in surest:
        assert claim.checked.startswith(("VERIFIED", "calculation")) or claim.id == "claim.c152"


CORRECTIONS = {
    "a thousandfold dose": ("claim.c043", "claim.c044"),
    "the wrong artery and the wrong way": ("claim.c032",),
    "a withdrawn review": ("claim.c020",),
    "two numbers for one survey": ("claim.c017", "claim.c040", "claim.c041", "claim.c042"),
    "a better medicine left out": ("claim.c105", "claim.c106"),
    "fractures taken for people": ("claim.c066", "claim.c103"),
    "a comparison that flatters": ("claim.c100",),
    "almost any bone, eight-fold": ("claim.c087", "claim.c088"),
    "no adverse events": ("claim.c111", "claim.c141"),
    "cells and animals": ("claim.c134",),
    "outdated warfarin advice": ("claim.c144",),
    "scan errors": ("claim.c005", "claim.c011"),
}


@pytest.mark.parametrize("error", CORRECTIONS)
def test_each_of_the_twelve_errors_is_taught_as_a_correction(error: str) -> None:
    for claim in CORRECTIONS[error]:
        said = by_id(Claim)[claim].correction or ""
        assert said.startswith(("The article", "The copy of the article")), claim
        assert len(said.split(". ")) > 1


def test_every_reference_keeps_its_record() -> None:
    references = by_id(Reference)
    for row in rows("references"):
        one = references[f"reference.{slug(row['ref_id'])}"]
        kept = (one.authors, one.title, one.journal, one.year, one.volume, one.pages, one.pmid, one.doi, one.seed)
        names = ("authors", "title", "journal", "year", "volume_issue", "pages", "pmid", "doi_or_pmc", "seed")
        assert kept == tuple(row[name] for name in names), one.id
        kept = (one.number_in_seed, one.id_status, one.record_status, one.integrity_note, one.integrity_status)
        names = ("number_in_seed", "id_status", "record_status", "integrity_note", "integrity_status")
        assert kept == tuple(row[name] for name in names), one.id
        assert one.funding == row["funding_or_conflict"]
        assert one.integrity or not row["integrity_note"]
        assert one.is_corrected == ("ERRATUM" in row["integrity_note"] or one.id == "reference.s0b-02")


def test_every_study_and_every_arm_is_there() -> None:
    table, trials = rows("trials"), by_id(Trial)
    assert (len(table), len(trials)) == (42, 23)
    assert Counter(f"trial.{row['trial_id'].lower()}" for row in table) == {
        trial.id: len(trial.arms) for trial in trials.values()
    }


def test_every_study_keeps_its_numbers() -> None:
    trials, seen = by_id(Trial), Counter[str]()
    for row in rows("trials"):
        trial = trials[f"trial.{row['trial_id'].lower()}"]
        arm = trial.arms[seen[trial.id]]
        seen[trial.id] += 1
        assert (trial.name, trial.year, trial.country) == (row["short_name"], row["year"], row["country"])
        assert (trial.strength, trial.in_seed, trial.source) == (row["strength"], row["in_seed_file"], row["source"])
        assert trial.status.startswith(row["status"])
        assert (trial.people_note or str(trial.people or "-")) == row["n_total"]
        assert (arm.people or "-", arm.figures, arm.effect or "-") == (row["n_arm"], row["result"], row["effect_or_p"])
        iu = {Decimal(400)} if "IU" in row["dose"] else set()
        assert numbers(row["dose"]) - iu <= numbers(words(trial)), trial.id


def test_a_withdrawn_review_says_so() -> None:
    assert [trial.id for trial in pack().of(Trial) if trial.is_withdrawn] == ["trial.t12"]


def test_people_out_of_100_are_given_only_where_people_were_counted() -> None:
    counted = {(trial.id, arm.id): arm.out_of_100 for trial in pack().of(Trial) for arm in trial.arms if arm.out_of_100}
    assert counted == {("trial.t04", "a1"): Decimal("1.9"), ("trial.t04", "a2"): Decimal("3.8")}


def test_every_medicine_keeps_its_record() -> None:
    medicines = by_id(Medicine)
    for row in rows("medicines"):
        one = medicines[f"medicine.{slug(row['generic'])}"]
        kept = (one.number, one.atc, one.atc_status, one.rxcui, one.rxcui_status, one.role, one.effect, one.evidence)
        names = ("med_id", "atc", "atc_status", "rxcui", "rxcui_status", "role", "effect_on_bone", "evidence_level")
        assert kept == tuple(row[name] for name in names), one.id
        assert (one.named_in_seed, one.source) == (row["named_in_seed"], row["source"])
        assert one.status.startswith(row["status"])
        assert one.brands_note == row["brand_names"] or one.brands == tuple(row["brand_names"].split("; "))
        assert row["generic"] in {one.name, *one.other_names}


@pytest.mark.parametrize("field", ["vitamin_k", "calcium", "magnesium"])
def test_every_known_clash_of_a_medicine_is_told(field: str) -> None:
    silent = {"none", "none known", "no clash known", "no important clash known", "no clash known with K1 or K2"}
    medicines = by_id(Medicine)
    for row in rows("medicines"):
        said = getattr(medicines[f"medicine.{slug(row['generic'])}"], field)
        assert bool(said) == (row[field] not in silent), row["generic"]


def test_a_fact_from_memory_is_marked_and_said_with_care() -> None:
    careful = re.compile(r"\b(?:may|might|seems?|could not|ask|check|tell your clinic)\b", re.IGNORECASE)
    medicines = by_id(Medicine)
    for row in rows("medicines"):
        one = medicines[f"medicine.{slug(row['generic'])}"]
        for field in ("vitamin_k", "calcium", "magnesium"):
            if "MEMORY" in row[field]:
                assert f"{field}: MEMORY" in one.status, one.id
                assert careful.search(getattr(one, field)), one.id
        if row["status"].startswith("MEMORY"):
            assert careful.search(one.bone + one.tell), one.id


def test_no_medicine_is_ever_stopped() -> None:
    for one in pack().of(Medicine):
        if "Do not stop" in next(row for row in rows("medicines") if row["med_id"] == one.number)["tell_the_patient"]:
            assert "Do not stop or change this medicine on your own." in one.tell


def test_every_nutrient_keeps_its_numbers() -> None:
    named = {nutrient.id.removeprefix("nutrient."): nutrient for nutrient in pack().of(Nutrient)}
    keys = ("calcium", "vitamin-d", "vitamin-k", "vitamin-k2-mk4", "magnesium", "zinc", "manganese", "silicon", "boron")
    for key, row in zip(keys, rows("nutrients"), strict=True):
        one = named[key]
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


def test_every_row_of_the_self_check_keeps_its_record() -> None:
    items = by_id(Screening)
    for row in rows("screening"):
        one = items[f"screening.{row['item_id'].lower()}"]
        kept = (one.tool, one.item_type, one.points, one.units, one.threshold, one.applies_to, one.performance)
        names = ("tool", "item_type", "points_or_formula", "units", "threshold_or_rule", "applies_to", "performance")
        assert kept == tuple(row[name] for name in names), one.id
        assert (one.citation, one.source, one.status) == (row["citation"], row["source_opened"], row["status"])


@pytest.mark.parametrize("kind", [Claim, Trial, Medicine, Nutrient, Food, Screening, Reference])
def test_no_mark_of_the_record_stands_in_a_text_for_people(kind: type[Item]) -> None:
    for item in pack().of(kind):
        assert not re.search(r"MEMORY|VERIFIED|SEED\b|CALCULATION", words(item)), item.id
