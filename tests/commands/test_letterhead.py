"""Who gives the sheet, in which size and on which paper: the command line, else the settings and the visit."""

import json
import subprocess
from pathlib import Path

import pikepdf
import pytest

from commands.line import main

LOGO = '<svg viewBox="0 0 40 20" xmlns="http://www.w3.org/2000/svg"><rect width="40" height="20" fill="#123456"/></svg>'
LOGO_INK = b"0.071 0.204 0.337 rg"


@pytest.fixture
def visit(tmp_path: Path) -> Path:
    file = tmp_path / "visit.json"
    file.write_text('{"version": 1, "date": "2026-11-22"}')
    return file


def made(house: Path, visit: Path, *more: str) -> Path:
    target = house.parent / "h.pdf"
    assert main(["handout", "--visit", str(visit), "-o", str(target), *more], house) == 0
    return target


def text(file: Path) -> str:
    return subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout


def width(file: Path) -> float:
    with pikepdf.open(file) as document:
        return float(document.pages[0].MediaBox[2])


def largest_body(file: Path) -> set[str]:
    with pikepdf.open(file) as document:
        steps = pikepdf.parse_content_stream(document.pages[0])
        return {f"{float(step.operands[0]):g}" for step in steps if str(step.operator) == "Tm"}


def settings(house: Path, toml: str) -> None:
    folder = house.parent / "config" / "teachback"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(toml)


def test_name_phone_and_logo_are_printed(house: Path, visit: Path) -> None:
    logo = house.parent / "logo.svg"
    logo.write_text(LOGO)
    file = made(house, visit, "--clinic-name", "Riverside Clinic", "--clinic-phone", "555-0100", "--logo", str(logo))
    words = text(file)
    assert words.index("Riverside Clinic") < words.index("555-0100")
    with pikepdf.open(file) as document:
        assert LOGO_INK in document.pages[0].Contents.read_bytes()


def test_the_settings_of_the_clinic_hold_where_nothing_is_said(house: Path, visit: Path) -> None:
    settings(house, 'clinic_name = "Elm Street Clinic"\nclinic_phone = "555-0199"\n')
    words = text(made(house, visit))
    assert "Elm Street Clinic" in words
    assert "555-0199" in words
    assert "Elm Street" not in text(made(house, visit, "--clinic-name", "Oak Clinic"))
    assert "Clinic" not in text(made(house, visit, "--clinic-name", "", "--clinic-phone", "")).partition("Name:")[0]


def test_a_setting_that_cannot_be_used_is_named(house: Path, visit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(house, "clinic_name = 7\n")
    made(house, visit)
    assert "clinic_name" in capsys.readouterr().err


@pytest.mark.parametrize("content", ["not a picture", '<svg viewBox="0 0 9 9"><text>hi</text></svg>', None])
def test_a_logo_that_cannot_be_drawn_is_a_sentence(
    content: str | None, house: Path, visit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logo = house.parent / "logo.svg"
    if content:
        logo.write_text(content)
    asked = ["handout", "--visit", str(visit), "-o", str(house.parent / "h.pdf"), "--logo", str(logo)]
    assert main(asked, house) == 2
    assert "logo" in capsys.readouterr().err
    assert not (house.parent / "h.pdf").exists()


def test_the_name_is_a_line_to_write_on_unless_it_is_given(house: Path, visit: Path) -> None:
    assert "Name:" in text(made(house, visit))
    visit.write_text('{"version": 1, "date": "2026-11-22", "name": "Ana Ruiz"}')
    assert "Name: Ana Ruiz" in text(made(house, visit))


def test_size_and_paper_come_from_the_visit_unless_said(house: Path, visit: Path) -> None:
    visit.write_text(json.dumps({"version": 1, "date": "2026-11-22", "text_pt": 18, "paper": "a4"}))
    asked = made(house, visit)
    assert (round(width(asked)), "18" in largest_body(asked)) == (595, True)
    said = made(house, visit, "--size", "medium", "--paper", "letter")
    assert (round(width(said)), "14" in largest_body(said), "18" in largest_body(said)) == (612, True, False)


@pytest.mark.parametrize("pages", ["-1", "-3", "two"])
def test_a_number_of_pages_below_nought_is_refused(
    pages: str, house: Path, visit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["handout", "--visit", str(visit), "-o", str(house.parent / "h.pdf"), f"--pages={pages}"]
    try:
        status = main(asked, house)
    except SystemExit as ended:
        status = ended.code
    assert status == 2
    assert "--pages" in capsys.readouterr().err


def test_the_same_visit_gives_the_same_bytes(house: Path, visit: Path) -> None:
    first = made(house, visit, "--clinic-name", "Riverside", "--locale", "ar").read_bytes()
    assert made(house, visit, "--clinic-name", "Riverside", "--locale", "ar").read_bytes() == first
