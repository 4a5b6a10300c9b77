"""A clinic's stock: every bundle in every language that has content, under our names or OpenEMR's."""

from pathlib import Path

import pytest

from commands.line import main
from content.build import Translation, build
from content.library import Library
from content.model import Bundle
from content.pack import Pack
from content.strings import strings
from visit.openemr import file_names


@pytest.fixture
def two_languages(house: Path, real_pack: Pack) -> Path:
    """A house whose store has all bundles in Arabic, and nothing in US Spanish."""
    words = {
        key: Translation(text, text)
        for item in real_pack.items()
        if item.kind == "bundle"
        for key, text in strings(item)
    }
    build(real_pack, {"ar": words, "es_US": {}}, house / "resources" / "content.db")
    return house


def bundles(house: Path) -> tuple[str, ...]:
    return tuple(id.partition(".")[2] for id in Library.open(house / "resources" / "content.db").ids(Bundle))


def test_every_bundle_is_made_in_every_language_that_has_content(two_languages: Path, tmp_path: Path) -> None:
    assert main(["handout", "--all", "--out", str(tmp_path / "stock"), "--pages", "2"], two_languages) == 0
    made = {file.name for file in (tmp_path / "stock").iterdir()}
    assert made == {f"{slug}_{code}.pdf" for slug in bundles(two_languages) for code in ("en", "ar")}
    assert all(file.read_bytes().endswith(b"%%EOF\n") for file in (tmp_path / "stock").iterdir())


def test_openemr_finds_a_handout_by_each_code(house: Path, tmp_path: Path) -> None:
    asked = ["handout", "--all", "--openemr", "--locale", "es-US", "--out", str(tmp_path / "stock")]
    assert main(asked, house) == 0
    library = Library.open(house / "resources" / "content.db")
    wanted = [name for id in library.ids(Bundle) for name in file_names(id, "es_US", library)]
    assert len(wanted) == len(set(wanted)) >= 7
    assert {file.name for file in (tmp_path / "stock").iterdir()} == set(wanted)
    assert "icd10_m81.0_es.pdf" in wanted


@pytest.mark.parametrize("more", [(), ("-o", "x.pdf", "--out", "y"), ("--out", "y", "--note", "n.txt")])
def test_a_stock_goes_to_a_folder_and_nowhere_else(
    more: tuple[str, ...], house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["handout", "--all", *more], house) == 2
    assert "--out DIR" in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_a_sentence(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["handout", "--all", "--out", "/proc/nowhere"], house) == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
