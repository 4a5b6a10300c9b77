import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from content.library import Library
from content.model import Medicine, MedicineClass
from tests.visit.test_safety import BLOCKERS, K2
from visit.fhir import Posting, bundle
from visit.fhir_import import medicines
from visit.json_value import BadVisit
from visit.plan import plan
from visit.sheet import sheet
from visit.visit import Answer, Visit
from visit.visit_json import read
from visit.wording import ENGLISH

SEED = UUID("11111111-2222-3333-4444-555555555555")
VISITS = sorted(Path(__file__).parent.parent.glob("visits/*.json"))


def made(visit: Visit, library: Library, pdf: bytes | None = b"%PDF-1.7") -> str:
    planned = plan(visit, library)
    return bundle(sheet(planned, visit, library, ENGLISH), planned, visit, library, Posting(SEED, pdf))


JUDGE = """
import sys
from fhir.resources.R4B.bundle import Bundle
for text in sys.stdin.read().split(chr(0)):
    Bundle.model_validate_json(text)
    print("valid")
"""


def judged(texts: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", JUDGE], input=texts, capture_output=True, text=True, check=False)


def test_every_visit_gives_a_valid_r4_bundle(library: Library) -> None:
    """The models are asked in a process of their own: pydantic does not survive the import hook of PySide6."""
    texts = [made(read(path.read_text("utf-8")), library) for path in VISITS]
    judged = subprocess.run(
        [sys.executable, "-c", JUDGE], input="\0".join(texts), capture_output=True, text=True, check=False
    )
    assert judged.stdout.split() == ["valid"] * len(VISITS), judged.stderr


def test_an_invalid_bundle_is_seen_by_the_models(library: Library) -> None:
    broken = made(BLOCKERS["warfarin"], library).replace('"subject"', '"object"')
    assert judged(broken).returncode != 0


@pytest.mark.parametrize("path", VISITS, ids=lambda path: path.stem)
def test_a_bundle_holds_sheet_education_and_medicines(path: Path, library: Library) -> None:
    visit = read(path.read_text("utf-8"))
    entries = json.loads(made(visit, library))["entry"]
    kinds = {entry["resource"]["resourceType"] for entry in entries}
    assert {"DocumentReference", "Communication"} <= kinds
    assert ("MedicationStatement" in kinds) == bool(visit.medicines or visit.own_medicines)
    assert len({entry["fullUrl"] for entry in entries}) == len(entries)


def test_the_name_of_the_person_is_nowhere(library: Library) -> None:
    visit = Visit(name="Maria Lopez", date=date(2026, 11, 22))
    assert "Maria" not in made(visit, library)


def test_what_we_write_we_read_back(library: Library) -> None:
    visit = read((VISITS[0].parent / "warfarin.json").read_text("utf-8"))
    assert medicines(made(visit, library), library).medicines == tuple(one.id for one in visit.medicines)


def test_every_medicine_is_found_by_its_atc_code_alone(library: Library) -> None:
    for shown in library.every(Medicine):
        coding = [{"system": "http://www.whocc.no/atc", "code": shown.item.atc}]
        statement = {"resourceType": "MedicationStatement", "status": "active"}
        text = json.dumps(statement | {"medicationCodeableConcept": {"coding": coding}})
        assert medicines(text, library).medicines == (shown.item.id,)


def test_what_is_not_recognised_or_not_taken_is_listed(library: Library) -> None:
    def statement(text: str, status: str) -> dict[str, object]:
        concept = {"text": text}
        kind = {"resourceType": "MedicationStatement", "status": status}
        return {"resource": kind | {"medicationCodeableConcept": concept}}

    entries = [
        statement("Zzkrell", "active"),
        statement("warfarin 5 mg tablet", "active"),
        statement("digoxin", "stopped"),
    ]
    found = medicines(json.dumps({"resourceType": "Bundle", "entry": entries}), library)
    assert found.unknown == ("Zzkrell",)
    assert found.medicines == ("medicine.warfarin",)
    assert found.not_taken == ("digoxin",)


def test_a_medicine_behind_a_reference_is_followed(library: Library) -> None:
    code = {"coding": [{"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "11289"}]}
    entries = [
        {"resource": {"resourceType": "Medication", "id": "m1", "code": code}},
        {
            "resource": {
                "resourceType": "MedicationStatement",
                "status": "active",
                "medicationReference": {"reference": "Medication/m1"},
            }
        },
    ]
    found = medicines(json.dumps({"resourceType": "Bundle", "entry": entries}), library)
    assert found.medicines == ("medicine.warfarin",)


def concept_of(kind: str, status: str | None, atc: str = "", text: str = "") -> str:
    coding = [{"system": "http://www.whocc.no/atc", "code": atc}] if atc else []
    concept = {"coding": coding, **({"text": text} if text else {})}
    return json.dumps(
        {"resourceType": kind, "medicationCodeableConcept": concept} | ({"status": status} if status else {})
    )


@pytest.mark.parametrize(
    ("atc", "family"),
    [
        ("B01AA12", "vitamin-k-antagonist"),  # fluindione
        ("b01aa02 ", "vitamin-k-antagonist"),  # phenindione
        ("B01AA", "vitamin-k-antagonist"),
        ("B01AB04", "heparin"),  # dalteparin
        ("B01AF04", "doac"),  # betrixaban
        ("J01MA12", "binding-antibiotic"),  # levofloxacin
        ("N03AF02", "seizure"),  # oxcarbazepine
        ("C03AA01", "thiazide"),  # bendroflumethiazide
    ],
)
def test_a_medicine_we_do_not_list_is_known_by_the_family_of_its_atc_code(
    atc: str, family: str, library: Library
) -> None:
    found = medicines(concept_of("MedicationStatement", "active", atc), library)
    assert found.medicines == (f"medicine-class.{family}",)


def test_every_family_that_has_a_code_has_the_codes_of_its_medicines(library: Library) -> None:
    families = {shown.item.id: shown.item.atc for shown in library.every(MedicineClass)}
    for shown in library.every(Medicine):
        others = {name: codes for name, codes in families.items() if name != shown.item.medicine_class}
        assert not [name for name, codes in others.items() if shown.item.atc.startswith(codes or ("-",))], shown.item.id


@pytest.mark.parametrize("atc", ["B01AC06", "A10BA02", "B01", "", "B"])
def test_a_code_of_no_family_of_ours_is_unknown(atc: str, library: Library) -> None:
    found = medicines(concept_of("MedicationStatement", "active", atc, "Zzkrell"), library)
    assert (found.medicines, found.unknown) == ((), ("Zzkrell",))


@pytest.mark.parametrize(
    ("kind", "status", "is_taken"),
    [
        ("MedicationRequest", "active", True),
        ("MedicationRequest", "on-hold", True),
        ("MedicationRequest", None, True),
        ("MedicationRequest", "cancelled", False),
        ("MedicationRequest", "draft", False),
        ("MedicationDispense", "completed", True),
        ("MedicationDispense", "cancelled", False),
        ("MedicationStatement", "a status of next year", True),
        ("MedicationStatement", "not-taken", False),
        ("Observation", "final", None),
    ],
)
def test_requests_and_dispenses_are_read_too(
    kind: str, status: str | None, is_taken: bool | None, library: Library
) -> None:
    found = medicines(concept_of(kind, status, text="Coumadin 5 mg"), library)
    assert bool(found.medicines) == bool(is_taken)
    assert bool(found.not_taken) == (is_taken is False)


def test_an_unnamed_blood_thinner_of_another_system_is_one(library: Library) -> None:
    found = medicines(concept_of("MedicationRequest", "active", text="Anticoagulation therapy"), library)
    assert found.medicines == ("medicine-class.blood-thinner",)


LONG = json.dumps({"resourceType": "Bundle", "entry": [{}] * 300})


@pytest.mark.parametrize(
    "text", ["", "[", "[]", "3", '{"a":1}', '{"resourceType":"Bundle","entry":7}', "[" * 100_000, LONG]
)
def test_what_is_no_bundle_is_refused_with_a_sentence(text: str, library: Library) -> None:
    with pytest.raises(BadVisit):
        medicines(text, library)


def test_odd_shapes_inside_a_bundle_do_no_harm(library: Library) -> None:
    odd = [
        {
            "resource": {
                "resourceType": "MedicationStatement",
                "status": "active",
                "medicationCodeableConcept": {"coding": 3},
            }
        },
        {
            "resource": {
                "resourceType": "MedicationStatement",
                "status": "active",
                "medicationReference": {"reference": 4},
            }
        },
        {"resource": {"resourceType": "MedicationStatement", "status": "active", "contained": [3]}},
        {"resource": 5},
        7,
    ]
    found = medicines(json.dumps({"resourceType": "Bundle", "entry": odd}), library)
    assert found.medicines == () and found.unknown == ("?",)


def test_no_k2_question_leaves_without_its_warning(library: Library) -> None:
    for blocked in BLOCKERS.values():
        visit = Visit(
            medicines=blocked.medicines,
            own_medicines=blocked.own_medicines,
            answers=tuple(Answer("quiz.k2-studies", f"q{n}", ("a",)) for n in range(1, 12)),
        )
        written = json.loads(made(visit, library, None))
        asked = next(one["resource"] for one in written["entry"] if one["resource"]["resourceType"] == "Questionnaire")
        warned = False
        for item in asked["item"]:
            warned = warned or (item["type"] == "display" and "Do not take vitamin K" in item["text"])
            assert warned or not K2.search(json.dumps(item))
