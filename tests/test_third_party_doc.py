"""docs/third-party.md names every library, font and file of others that we ship, with the licence its maker gives."""

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
PARTS = dict(
    re.findall(r"## (\w+)[^\n]*\n(.*?)(?=\n## |\Z)", (HOUSE / "docs/third-party.md").read_text("utf-8"), re.DOTALL)
)
LIBRARIES = dict(re.findall(r"^\| ([a-z][a-z0-9-]*) \| ([^|]+) \| [^|]+ \|$", PARTS["Libraries"], re.MULTILINE))
LIBRARIES.pop("library")


def test_every_library_that_is_installed_is_named_and_no_other() -> None:
    locked = re.findall(r"^([a-z0-9.-]+)==", (HOUSE / "requirements/app.txt").read_text("utf-8"), re.MULTILINE)
    assert list(LIBRARIES) == sorted(set(locked))


@pytest.mark.parametrize("name", LIBRARIES)
def test_a_licence_is_what_the_package_says_of_itself(name: str) -> None:
    try:
        told = metadata(name)
    except PackageNotFoundError:
        assert name.startswith("pyside6-")  # some are for one Python alone
        return
    said = f"{told.get('License-Expression')} {told.get('License')} {told.get_all('Classifier')}".lower()
    if name == "click-default-group":  # its classifier says public domain, its LICENSE is the BSD one
        return
    for one in LIBRARIES[name].lower().split(" or "):
        assert one.partition("-")[0] in said, said[:200]


def test_every_font_and_every_file_of_others_is_there_and_named() -> None:
    fonts = {file.name for file in (HOUSE / "resources/fonts").glob("*.ttf")}
    assert set(re.findall(r"`([\w-]+\.ttf)`", PARTS["Fonts"])) == fonts
    assert (HOUSE / "resources/fonts/OFL.txt").is_file()
    assert all((HOUSE / name).exists() for name in re.findall(r"\| `([^`]+)` \|$", PARTS["Data"], re.MULTILINE))
