"""The doors of a visit: its file, a ticket, a printed stamp, medicines and quizzes of other programs."""

import json
from pathlib import Path

from content.build import build
from content.errors import NotInStore
from content.library import Library
from content.model import Quiz
from content.source import read_pack
from handouts.stamp import Edition, verify
from tests.fuzz.door import HOUSE, Door, words
from visit import fhir_import, visit_json
from visit.gift import GiftError
from visit.gift import read as read_gift
from visit.gift import write as write_gift
from visit.json_value import BadVisit
from visit.plan import plan
from visit.sheet import sheet
from visit.ticket import TicketError, code, number
from visit.wording import ENGLISH


def _library(folder: Path) -> Library:
    build(read_pack(HOUSE / "content/packs/bone-health", HOUSE / "resources/pictures"), {}, folder / "content.db")
    return Library.open(folder / "content.db")


def visit(folder: Path) -> Door:
    """A visit, and the sheet of whoever gets through."""
    library = _library(folder)
    seeds = tuple(path.read_bytes() for path in sorted((HOUSE / "tests/visits").glob("*.json")))

    def enter(data: bytes) -> None:
        visit = visit_json.read(words(data))
        assert visit_json.read(visit_json.write(visit)) == visit
        sheet(plan(visit, library), visit, library, ENGLISH)

    return Door("visit", seeds, enter, (BadVisit, NotInStore), "json")


def ticket(_folder: Path) -> Door:
    def enter(data: bytes) -> None:
        assert number(words(data)) >= 0

    seeds = tuple(made.encode() for drawn in range(0, 30_000_000, 1_000_003) if (made := code(drawn)))
    return Door("ticket", seeds, enter, (TicketError,))


def stamp(_folder: Path) -> Door:
    now = Edition("bone-health", "2026.11.1", "3f9a1c22" * 8)

    def enter(data: bytes) -> None:
        verify(words(data), now)

    return Door("stamp", (b"bone-health:2026.11.1:en:3f9a1c22", b"Bone-health 2026.11.1, English, 3f9a1c22"), enter)


def gift(folder: Path) -> Door:
    library = _library(folder)
    seeds = tuple(write_gift(one.item).text.encode() for one in library.every(Quiz))[:6]

    def enter(data: bytes) -> None:
        read_gift(words(data))

    return Door("gift", seeds, enter, (GiftError,))


def fhir(folder: Path) -> Door:
    library = _library(folder)
    coding = {"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "11289", "display": "warfarin"}
    statement = {
        "resourceType": "MedicationStatement", "status": "active",
        "medicationCodeableConcept": {"text": "Warfarin 5 mg", "coding": [coding]},
    }  # fmt: skip
    pointing = {
        "resourceType": "MedicationStatement", "status": "stopped", "medicationReference": {"reference": "#a"},
        "contained": [{"resourceType": "Medication", "id": "a", "code": {"coding": [coding]}}],
    }  # fmt: skip
    whole = {"resourceType": "Bundle", "entry": [{"resource": statement}, {"resource": pointing}]}

    def enter(data: bytes) -> None:
        fhir_import.medicines(words(data), library)

    return Door(
        "fhir", tuple(json.dumps(one).encode() for one in (statement, pointing, whole)), enter, (BadVisit,), "json"
    )
