from pathlib import Path

import pytest

from content.library import Library
from content.model import Bundle, Code, Guide, Medicine
from visit.note import note
from visit.openemr import file_name, file_names
from visit.plan import plan
from visit.visit import OwnMedicine, Taken, Visit
from visit.visit_json import read
from visit.wording import ENGLISH

VISITS = sorted((Path(__file__).parent.parent / "visits").glob("*.json"))


def written(visit: Visit, library: Library) -> str:
    return note(plan(visit, library), visit, library, ENGLISH)


@pytest.mark.parametrize("path", VISITS, ids=lambda path: path.stem)
def test_every_visit_has_a_note_of_plain_lines(path: Path, library: Library) -> None:
    text = written(read(path.read_text("utf-8")), library)
    assert text.startswith("Patient education\n") and text.endswith("\n")
    assert all(len(line) < 400 and line.isprintable() for line in text.splitlines())


def test_the_note_names_rules_medicines_and_what_was_left_out_but_no_person(library: Library) -> None:
    text = written(read((VISITS[0].parent / "warfarin.json").read_text("utf-8")), library)
    assert "rule.blocker-vitamin-k-pills" in text and "- warfarin\n" in text and "safety rule" in text
    assert "Maria" not in text and "Lopez" not in text


def test_what_was_recognised_stands_beside_what_was_typed(library: Library) -> None:
    """A guess of ours is never written into a chart as if the person had ticked it."""
    visit = Visit(medicines=(Taken("medicine.digoxin"),), own_medicines=(OwnMedicine("Cumadin 5"),))
    text = written(visit, library)
    assert "- digoxin\n" in text and "- warfarin (“Cumadin 5”)\n" in text


def test_the_note_gives_no_advice_on_k2(library: Library) -> None:
    """It names titles and rules only; no sentence of a guide is in it."""
    text = written(read((VISITS[0].parent / "warfarin.json").read_text("utf-8")), library)
    for shown in library.every(Guide):
        for said in (
            *shown.item.main_message,
            shown.item.why,
            *(b for one in shown.item.blocks for b in one.paragraphs),
        ):
            assert said not in text


def test_openemr_finds_our_handouts_by_its_own_names(library: Library) -> None:
    assert file_name(Code(system="ICD-10-CM", value="M81.0"), "en") == "icd10_m81.0_en.pdf"
    assert file_name(Code(system="RXCUI", value="11289"), "es_US") == "rxcui_11289_es.pdf"
    assert "icd10_m81.0_en.pdf" in file_names("guide.osteoporosis", "en", library)
    assert file_names("medicine.warfarin", "en", library)[0] == "rxcui_11289_en.pdf"


def test_a_code_that_is_no_file_name_gives_none(library: Library) -> None:
    assert file_name(Code(system="LOINC", value="1"), "en") is None
    assert file_name(Code(system="ICD-10-CM", value="../../x"), "en") is None
    for item in (*library.ids(Bundle), *library.ids(Medicine), *library.ids(Guide)):
        assert all("/" not in name for name in file_names(item, "en", library))
