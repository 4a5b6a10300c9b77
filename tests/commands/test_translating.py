"""Translator mode and pictures, from the command line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from clinic.settings import table
from commands.line import main
from i18n.tools.pictures import read_index

ROOT = Path(__file__).parents[2]


def said(house, capsys, *words):
    return main(words, house), capsys.readouterr().err


def test_a_machine_that_its_clinic_made_a_kiosk_is_not_for_translators(house, tmp_path, capsys):
    settings = tmp_path / "config/teachback/settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("is_kiosk = true\n")
    status, sentence = said(house, capsys, "--translate", "es_US")
    assert (status, sentence) == (2, "This machine is a kiosk (see Settings). Translate on another one.\n")


def test_a_fleet_whose_machines_are_kiosks_is_not_for_translators(house, tmp_path, monkeypatch, capsys):
    fleet = tmp_path / "fleet.toml"
    fleet.write_text("is_kiosk = true\n")
    monkeypatch.setenv("TEACHBACK_MANAGED", str(fleet))
    assert said(house, capsys, "--translate=es_US")[0] == 2


def test_no_screen_and_no_setting_leads_to_translator_mode():
    """The window never imports it; only the word on the command line does."""
    files = [file for file in (ROOT / "ui").rglob("*.py") if file.parent.name != "translating"]
    assert [file.name for file in files if "ui.translating" in file.read_text("utf-8")] == []
    assert [name for name, _default, _meaning in table() if "translat" in name] == []


def teachback(house, *words):
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path; from commands.line import main; "
        "sys.exit(main(sys.argv[3:], Path(sys.argv[2])))"
    )
    return subprocess.run(
        [sys.executable, "-c", code, str(ROOT), str(house), *words],
        capture_output=True, text=True, check=False,
        env={"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": os.environ["XDG_CONFIG_HOME"]},
    )  # fmt: skip


@pytest.mark.parametrize("code", ["tlh", "../es_US"])
def test_a_language_that_is_not_there_is_one_sentence(house, code):
    done = teachback(house, "--translate", code)
    assert done.returncode == 2
    assert f"There is no locale {code!r}" in done.stderr
    assert "Traceback" not in done.stderr


def test_pictures_cannot_be_written_where_nobody_may(house, tmp_path):
    taken = tmp_path / "taken"
    taken.write_text("a file")
    done = teachback(house, "locale", "pictures", "es_US", "--out", str(taken))
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert read_index(tmp_path) == {}
