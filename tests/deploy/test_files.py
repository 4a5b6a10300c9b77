"""What goes to a clinic's machine."""

import configparser
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

from clinic.spool import lacks
from commands.line import COMMANDS
from deploy.contents import COMMAND, EXECUTABLE, FILES, MAN_PAGE, depends
from deploy.debian_package import Source, build
from deploy.man_page import man_page

HOUSE = Path(__file__).parents[2]
LINUX = HOUSE / "deploy" / "linux"
UNITS = sorted(LINUX.glob("*.service"))
SVG = "{http://www.w3.org/2000/svg}"


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(program) is None, reason=f"{program} is not installed")


def said(*words: str | Path) -> str:
    """Run a checker and give all it says; silence is praise."""
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    return done.stdout + done.stderr + ("" if done.returncode == 0 else f"status {done.returncode}")


def test_every_file_of_the_package_is_there_and_runs_where_it_must() -> None:
    for target, origin in FILES.items():
        assert (HOUSE / origin).is_file(), origin
        assert bool((HOUSE / origin).stat().st_mode & 0o100) == (target in EXECUTABLE), origin


@pytest.mark.parametrize("command", ["--windowed", *COMMANDS])
def test_the_man_page_names_every_command(command: str) -> None:
    assert command.replace("-", "\\-") in man_page("1.0", "2026-11-22")


def test_the_man_page_names_every_option_of_a_handout() -> None:
    page = man_page("1.0", "2026-11-22")
    for option in ("visit", "output", "beside", "size", "paper", "fhir"):
        assert f"\\-\\-{option}" in page


@needs("groff")
def test_the_man_page_renders_without_a_warning(tmp_path: Path) -> None:
    file = tmp_path / "teachback.1"
    file.write_text(man_page("1.0", "2026-11-22"))
    done = subprocess.run(
        ["groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-P-c", file], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert "TEACHBACK(1)" in done.stdout


@needs("desktop-file-validate")
def test_the_desktop_file_is_valid() -> None:
    assert said("desktop-file-validate", LINUX / "teachback.desktop") == ""


def test_the_desktop_file_starts_what_is_installed() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(LINUX / "teachback.desktop")
    assert entry["Desktop Entry"]["Exec"].split()[0] == Path(COMMAND).name
    assert f"{entry['Desktop Entry']['Icon']}.svg" in {Path(target).name for target in FILES}


@needs("systemd-analyze")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_understands_the_unit(unit: Path, tmp_path: Path) -> None:
    """Its programs may be absent here, so they are named as one that is not."""
    text = re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", unit.read_text(), flags=re.MULTILINE)
    (tmp_path / unit.name).write_text(text)
    told = said("systemd-analyze", "verify", "--man=no", tmp_path / unit.name)
    assert unit.name not in told


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_the_unit_starts_again_whatever_happened_and_keeps_no_core(unit: Path) -> None:
    lines = set(unit.read_text().splitlines())
    assert {"Restart=always", "LimitCORE=0", "MemorySwapMax=0", "User=teachback", "StartLimitIntervalSec=0"} <= lines


def test_cage_is_started_without_the_way_to_another_terminal() -> None:
    call = next(line for line in (LINUX / "teachback-cage.service").read_text().splitlines() if "ExecStart" in line)
    assert " -s" not in call
    assert call.endswith(f"-- /{COMMAND}")


def test_the_window_manager_has_no_key_no_mouse_button_and_no_menu() -> None:
    root = ElementTree.parse(LINUX / "openbox.xml").getroot()
    for part in ("keyboard", "mouse", "menu"):
        found = root.find(f"{{http://openbox.org/3.4/rc}}{part}")
        assert found is not None
        assert list(found) == []


def test_the_icon_is_the_bone_of_the_screens() -> None:
    icon = ElementTree.parse(LINUX / "teachback.svg").find(f"{SVG}path")
    bone = ElementTree.parse(HOUSE / "resources" / "icons" / "bone.svg").find(f"{SVG}path")
    assert icon is not None
    assert bone is not None
    assert icon.get("d") == bone.get("d")


def test_the_print_services_lines_are_what_doctor_asks_for() -> None:
    assert lacks((LINUX / "cupsd.txt").read_text()) == ()


@needs("shellcheck")
@pytest.mark.parametrize("script", ["linux/session", "debian/postinst", "debian/postrm"])
def test_the_shell_scripts_are_clean(script: str) -> None:
    assert said("shellcheck", HOUSE / "deploy" / script) == ""


def test_no_file_names_the_machine_it_was_written_on() -> None:
    for file in (HOUSE / "deploy").rglob("*.*"):
        if "__pycache__" not in file.parts:
            assert not re.search(r"/(work|root|tmp|home)/", file.read_text()), file


@needs("dpkg-deb")
def test_the_package_holds_what_the_table_says_and_is_built_the_same_twice(tmp_path: Path) -> None:
    program = tmp_path / "teachback"
    program.mkdir()
    (program / "teachback").write_text("#!/bin/sh\necho started\n")
    (program / "teachback").chmod(0o755)
    source = Source(HOUSE, program, 1_800_000_000)
    package = build(source, tmp_path)
    first = package.read_bytes()
    assert build(source, tmp_path).read_bytes() == first
    listed = {line.split()[5].removeprefix("./") for line in said("dpkg-deb", "-c", package).splitlines()}
    assert {target for target in FILES if not target.startswith("DEBIAN/")} <= listed
    assert {COMMAND, MAN_PAGE} <= listed
    version = tomllib.loads((HOUSE / "pyproject.toml").read_text())["project"]["version"]
    assert said("dpkg-deb", "-f", package, "Version").strip() == version
    assert "libegl1 | libegl1t64" in said("dpkg-deb", "-f", package, "Depends")
    subprocess.run(["dpkg-deb", "-x", package, tmp_path / "root"], check=True)
    assert said(tmp_path / "root" / COMMAND) == "started\n"


def test_the_package_needs_every_library_that_the_window_needs() -> None:
    assert len(depends(HOUSE)) == len((HOUSE / "requirements" / "system-run.txt").read_text().split())
