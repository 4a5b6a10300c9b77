"""The handout command: real visits become files, hostile ones a sentence and nothing else."""

import json
from pathlib import Path

import pytest

from commands.line import main
from tests.visit.test_visit_json import HOSTILE

HOUSE = Path(__file__).parents[2]
VISITS = sorted((HOUSE / "tests" / "visits").glob("*.json"))


def test_there_are_at_least_twelve_real_visits() -> None:
    assert len(VISITS) >= 12


@pytest.mark.parametrize("visit", VISITS, ids=lambda path: path.stem)
def test_every_visit_becomes_a_handout_a_note_and_a_bundle(visit: Path, house: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    asked = ["handout", "--visit", str(visit), "-o", str(out / "h.pdf")]
    assert main([*asked, "--note", str(out / "n.txt"), "--fhir", str(out / "b.json")], house) == 0
    assert (out / "h.pdf").read_bytes().startswith(b"%PDF-")
    assert sorted(path.name for path in out.iterdir()) == ["b.json", "h.pdf", "n.txt"]


@pytest.mark.parametrize("hostile", tuple(HOSTILE.values()), ids=tuple(HOSTILE))
def test_a_hostile_visit_is_one_sentence_and_nothing_is_written(
    hostile: str, house: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    visit, folder = tmp_path / "visit.json", tmp_path / "out"
    visit.write_text(hostile, encoding="utf-8", errors="surrogatepass")
    folder.mkdir()
    assert main(["handout", "--visit", str(visit), "-o", str(folder / "h.pdf")], house) == 2
    said = capsys.readouterr().err
    assert len(said.strip().splitlines()) == 1
    assert "Traceback" not in said
    assert list(folder.iterdir()) == []


def test_an_unknown_medicine_is_named(house: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "v.json").write_text('{"version": 1, "medicines": [{"id": "medicine.no-such"}]}')
    assert main(["handout", "--visit", str(tmp_path / "v.json"), "-o", str(tmp_path / "h.pdf")], house) == 2
    assert "medicine.no-such" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_a_sentence(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["handout", "--visit", str(VISITS[0]), "-o", "/proc/nowhere/h.pdf"], house) == 1
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("asked", [(), ("--beside", "ar"), ("--beside", "es_US")])
def test_a_draft_language_is_never_printed_without_english(asked: tuple[str, ...], house: Path, tmp_path: Path) -> None:
    """Not even where another draft, or the language itself, was asked for beside it."""
    first = ["handout", "--visit", str(HOUSE / "tests/visits/bare.json"), "--locale", "ar", "-o"]
    assert main([*first, str(tmp_path / "one.pdf"), *asked], house) == 0
    assert main([*first, str(tmp_path / "two.pdf"), "--beside", "en"], house) == 0
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_medicines_of_another_system_are_added_and_unknown_ones_named(
    house: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    statements = [
        {"resourceType": "MedicationStatement", "status": "active", "medicationCodeableConcept": {"text": name}}
        for name in ("warfarin 5 mg", "Moonstone drops")
    ]
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": one} for one in statements]}
    (tmp_path / "bundle.json").write_text(json.dumps(bundle))
    asked = ["handout", "--visit", str(HOUSE / "tests/visits/bare.json"), "--note", str(tmp_path / "n.txt")]
    assert main([*asked, "--medicines", str(tmp_path / "bundle.json")], house) == 0
    assert "Moonstone drops" in capsys.readouterr().err
    assert "rule.blocker-vitamin-k2" in (tmp_path / "n.txt").read_text()


@pytest.mark.parametrize("content", ["", "[]", "{", "\x00", '{"resourceType": "Patient"}'])
def test_a_bundle_that_is_none_is_a_sentence(content: str, house: Path, tmp_path: Path) -> None:
    (tmp_path / "bundle.json").write_text(content)
    asked = ["handout", "--visit", str(HOUSE / "tests/visits/bare.json"), "-o", str(tmp_path / "h.pdf")]
    assert main([*asked, "--medicines", str(tmp_path / "bundle.json")], house) == 2
    assert not (tmp_path / "h.pdf").exists()
