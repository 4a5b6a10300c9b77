"""The medicines and the self-check of the pack hold every row and every number of the CSV files they came from."""

import re

import pytest

from content.model import (
    Medicine,
    Screening,
)
from tests.content.fact_tables import by_id, numbers, pack, rows, slug, words


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


def test_every_row_of_the_self_check_keeps_its_record() -> None:
    items = by_id(Screening)
    for row in rows("screening"):
        one = items[f"screening.{row['item_id'].lower()}"]
        kept = (one.tool, one.item_type, one.points, one.units, one.threshold, one.applies_to, one.performance)
        names = ("tool", "item_type", "points_or_formula", "units", "threshold_or_rule", "applies_to", "performance")
        assert kept == tuple(row[name] for name in names), one.id
        assert (one.citation, one.source, one.status) == (row["citation"], row["source_opened"], row["status"])


def test_no_number_of_a_medicine_is_lost_in_plain_words() -> None:
    for row in rows("medicines"):
        item = by_id(Medicine)[f"medicine.{slug(row['generic'])}"]
        told = numbers(f"{words(item)} {item!r}")
        for column in ("effect_on_bone", "tell_the_patient", "vitamin_k", "calcium", "magnesium"):
            assert numbers(row[column]) <= told, (item.id, column)


def test_no_number_of_the_self_check_is_lost_in_plain_words() -> None:
    for row in rows("screening"):
        item = by_id(Screening)[f"screening.{row['item_id'].lower()}"]
        told = numbers(f"{words(item)} {item!r}")
        assert numbers(row["item"]) | numbers(row["caution"]) <= told, item.id
