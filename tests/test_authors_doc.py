"""docs/authors.md is true: each command runs, each example is accepted, each refusal is what it says."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from commands.line import main

HOUSE = Path(__file__).parents[1]
DOCUMENT = (HOUSE / "docs" / "authors.md").read_text("utf-8")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", DOCUMENT, re.DOTALL) for line in block.splitlines()]
EXAMPLES = re.findall(r"```yaml (\S+) ?(\w*)\n(.*?)```", DOCUMENT, re.DOTALL)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout of one's own to write in: the pack is copied, English alone is spoken."""
    made = tmp_path_factory.mktemp("house")
    shutil.copytree(HOUSE / "content" / "packs", made / "content" / "packs")
    shutil.copytree(HOUSE / "i18n" / "locales" / "en", made / "i18n" / "locales" / "en")
    (made / "resources").mkdir()
    for name in ("fonts", "pictures", "colour", "icons", "themes"):
        (made / "resources" / name).symlink_to(HOUSE / "resources" / name)
    (made / "tests").symlink_to(HOUSE / "tests")
    for name in ("ui", "commands", "handouts", "visit"):
        (made / name).symlink_to(HOUSE / name)
    return made


@pytest.fixture(autouse=True)
def inside(house: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(house)
    monkeypatch.setenv("TEACHBACK_PASSPHRASE", "correct horse")
    yield


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_runs_in_the_order_of_the_page(command: str, house: Path) -> None:
    run, *words = shlex.split(command)
    assert (run, main(words, house)) == ("./run", 0)


def pack_with(house: Path, folder: Path, examples: list[tuple[str, str, str]]) -> Path:
    """Give a house whose pack holds the examples of the page."""
    shutil.copytree(house, folder, symlinks=True)
    for file, field, text in examples:
        path = folder / "content" / "packs" / "bone-health" / file
        held: Any = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        rows = held.setdefault(field, []) if field else held
        rows.append(yaml.load(text, Loader=yaml.BaseLoader))
        path.write_text(yaml.safe_dump(held, allow_unicode=True, sort_keys=False), "utf-8")
    return folder


def test_every_example_together_is_a_good_pack(house: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(EXAMPLES) == 4
    status = main(["content", "check"], pack_with(house, tmp_path / "house", EXAMPLES))
    said = capsys.readouterr()
    assert said.err == ""
    assert status == 0


def test_an_amount_outside_a_token_is_refused_as_shown(
    house: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = pack_with(house, tmp_path / "house", [])
    guide = made / "content" / "packs" / "bone-health" / "guides" / "calcium.yaml"
    guide.write_text(
        guide.read_text("utf-8").replace("Aim for your daily calcium", "Aim for 1,000 mg of calcium"), "utf-8"
    )
    assert main(["content", "check"], made) == 2
    (shown,) = re.findall(r"```text\n(.*?)\n```", DOCUMENT, re.DOTALL)
    assert f"{shown}:" in capsys.readouterr().err


def test_a_retired_id_and_what_still_points_there_are_named(
    house: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = pack_with(house, tmp_path / "house", [])
    pack = made / "content" / "packs" / "bone-health"
    (pack / "guides" / "falls.yaml").unlink()
    with (pack / "retired-ids.txt").open("a") as out:
        out.write("guide.falls\nguide.boron\n")
    assert main(["content", "check"], made) == 2
    said = capsys.readouterr().err
    assert 'there is no item "guide.falls"' in said and '"guide.boron" was used before and is retired' in said


def test_dates_bite_as_said(house: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = pack_with(house, tmp_path / "house", [])
    guide = made / "content" / "packs" / "bone-health" / "guides" / "falls.yaml"
    old = guide.read_text("utf-8").replace("reviewed_on: 2026", "reviewed_on: 2020")
    old = old.replace("next_review_on: 2027", "next_review_on: 2021").replace("expires_on: 2028", "expires_on: 2022")
    guide.write_text(old, "utf-8")
    assert main(["content", "build"], made) == 2
    assert "guides/falls.yaml" in capsys.readouterr().err


def test_no_command_of_content_is_missing_from_the_page() -> None:
    assert {shlex.split(command)[2] for command in COMMANDS if "content" in command} == {
        "check", "build", "report", "keys", "publish",
    }  # fmt: skip
