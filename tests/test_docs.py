"""The documents are true: what they name exists, and what exists is named."""

import re
from pathlib import Path

import pytest

from clinic.settings import table
from commands.line import COMMANDS
from tests import reference_page
from tests.ui.places import PLACES, STAFF_PLACES

HOUSE = Path(__file__).parents[1]
README = (HOUSE / "README.md").read_text()
DOCUMENTS = {path.name: path.read_text() for path in (*(HOUSE / "docs").glob("*.md"), *HOUSE.glob("*.md"))}


@pytest.mark.parametrize("row", tuple(table()), ids=lambda row: row[0])
def test_every_setting_stands_in_the_clinics_guide(row: tuple[str, str, str]) -> None:
    name, default, meaning = row
    assert f"| `{name}` | `{default}` | {meaning} |" in (HOUSE / "docs" / "clinics.md").read_text()


def test_every_row_of_the_clinics_table_is_a_setting() -> None:
    told = (HOUSE / "docs" / "clinics.md").read_text().partition("| setting |")[2].partition("\n\n")[0]
    named = re.findall(r"^\| `(\w+)` \|", told, re.MULTILINE)
    assert named == [name for name, _default, _meaning in table()]


def test_every_command_option_screen_and_check_stands_in_the_reference_and_nothing_else() -> None:
    assert reference_page.PAGE.read_text("utf-8") == reference_page.page(), "run: python -m tests.reference_page"


def test_every_command_the_documents_name_exists() -> None:
    known = {words for words, _says, _parser in reference_page.parsers()} | {"./run test"}
    for name, text in DOCUMENTS.items():
        for said in re.findall(r"\./run [a-z]+(?: [a-z]+)?(?![\w.])", text):
            assert said in known or said.rpartition(" ")[0] in known, f"{name}: {said}"


def test_every_option_the_documents_give_a_command_is_one_of_its_own() -> None:
    known = {words: parser for words, _says, parser in reference_page.parsers()}
    for name, text in DOCUMENTS.items():
        for said in re.findall(r"(?:^|`)(\./run [^`\n#]*-[^`\n#]*)", text, re.MULTILINE):
            command = max((words for words in known if f"{said} ".startswith(f"{words} ")), key=len)
            taken = {word for action in known[command]._actions for word in action.option_strings}
            given = set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", said))
            assert given - {"--install-system-packages"} <= taken, f"{name}: {said}"


def test_no_command_of_the_documents_wants_a_python_of_its_own() -> None:
    """`./run` sets up `.venv`; the Python of the machine has none of what we need."""
    for name, text in DOCUMENTS.items():
        assert not re.findall(r"(?:^|[`\s])python3? (?:-m |main\.py)", text, re.MULTILINE), name


def test_every_screen_of_the_code_is_drawn_in_the_gallery() -> None:
    drawn = {route.screen for route in (*PLACES.values(), *STAFF_PLACES.values())} | {"preview"}
    assert {name for name, _is_staff, _says in reference_page.screens()} == drawn
    modules = {path.stem for path in (HOUSE / "ui" / "screens").glob("[a-z]*.py")}
    assert drawn == modules


@pytest.mark.parametrize("name", tuple(COMMANDS))
def test_every_command_is_named_in_the_readme_or_a_guide(name: str) -> None:
    documents = README + "".join(path.read_text() for path in (HOUSE / "docs").glob("*.md"))
    assert f"./run {name}" in documents


def test_the_readme_gives_exactly_two_commands_first() -> None:
    block = README.split("```sh")[1].split("```")[0].strip().splitlines()
    assert [line.split("#")[0].strip() for line in block] == ["./run", "./run test"]


def test_every_file_the_documents_name_exists() -> None:
    named = {word.strip("`()[],.:;") for word in README.replace("](", " ").split() if "docs/" in word}
    assert all((HOUSE / name.rstrip(":;")).exists() for name in named if "/" in name), named


def test_every_target_of_make_is_named_and_says_what_it_does() -> None:
    targets = [
        line.partition(":")[0]
        for line in (HOUSE / "Makefile").read_text().splitlines()
        if ": " in line and "##" in line
    ]
    documents = README + "".join(
        path.read_text() for path in (*(HOUSE / "docs").glob("*.md"), HOUSE / "CONTRIBUTING.md")
    )
    assert {"bench", "gallery", "fuzz"} <= set(targets)
    of_run = {"help", "app", "check", "test"}
    assert [name for name in targets if name not in of_run and f"`make {name}`" not in documents] == []


def test_every_part_of_the_measurements_is_a_file() -> None:
    from bench.everything import PARTS

    for part in PARTS:
        named = part.command[1].replace(".", "/") + ".py" if part.command[0] == "-m" else part.command[0]
        assert (HOUSE / named).is_file(), part.name
