"""What is wrong with the machine: each has a sentence, nobody's visit is lost, and nothing falls over."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from clinic.faults import note
from clinic.settings import Settings
from tests.ui.places import ROOT, STAFF_PLACES, told
from tests.ui.visitor import PROGRAM, furnished, is_possible, visiting
from ui.app import Options, build, start_no_bus
from ui.keeper import Keeper
from ui.routes import ToCode, ToHome, ToReport, ToStaff, ToStaffDoor, ToWelcome
from ui.screens.staff import _month_of
from ui.staff_room import StaffRoom
from ui.wishes import Erase, KeepPlan

on_a_display = pytest.mark.skipif(not is_possible(), reason="needs Xvfb and xdotool")


def words(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible()).strip()


@pytest.fixture
def full(tmp_path):
    """A staff folder that nobody can write into: a disk that is full, or a home that is read-only."""
    (tmp_path / "no-folder").touch()
    return StaffRoom(folder=tmp_path / "no-folder" / "staff", settings=Settings(counts_use=True))


def test_where_nothing_can_be_written_a_visit_goes_on_and_each_staff_page_says_so(open_window, full):
    window = open_window(staff=full)
    window.fulfil(ToHome())
    window.state.replace(told(window.state.visit))
    window.findChild(Keeper).do(KeepPlan("The printer has no paper."))
    assert words(window.banner) == "The printer has no paper."
    window.fulfil(ToCode())
    window.stage.front._field.edit.setText("000000")
    window.stage.front._open()
    assert "Codes do not work on this machine right now" in words(window.stage.front)
    window.fulfil(Erase())
    assert window.history.here == ToWelcome()
    window.is_staff_in = True
    said = {}
    for name, route in STAFF_PLACES.items():
        window.fulfil(route)
        for _turn in range(3):
            QCoreApplication.processEvents()
        front = window.stage.front
        {"compose": lambda f: f._hand_out(), "settings": lambda f: f._keep("theme", QLabel(), "dark"),
         "report": lambda f: f._keep()}.get(name, lambda f: None)(front)  # fmt: skip
        said[name] = words(window)
    for name in ("compose", "settings", "counts", "report"):
        assert "cannot be written" in said[name], name


def test_the_first_pin_cannot_be_chosen_where_nothing_can_be_written(open_window, full):
    window = open_window(staff=full)
    window.fulfil(ToStaffDoor())
    for _time in range(2):
        window.stage.front._take("493817")
    assert "cannot be written" in words(window.stage.front)
    assert not window.is_staff_in


def test_without_our_fonts_the_machines_own_are_used(application, library, qtbot, tmp_path):
    resources = tmp_path / "resources"
    resources.mkdir()
    for part in ("icons", "pictures", "themes", "keyboards"):
        (resources / part).symlink_to(ROOT / "resources" / part)
    (resources / "fonts").mkdir()
    options = Options(
        windowed=True, locale="ar", text_percent=100, theme="light", resources=resources,
        locales=ROOT / "i18n" / "locales",
    )  # fmt: skip
    window = build(options, library, application)
    qtbot.addWidget(window)
    window.show()
    window.fulfil(ToHome())
    assert words(window.stage.front)


def test_a_clock_before_the_contents_own_month_is_named_to_staff(window, monkeypatch):
    assert _month_of("2026.11.1") == date(2026, 11, 1)
    assert _month_of("draft") == date.min
    monkeypatch.setattr(window.desk.library, "version", "2099.3.1")
    window.is_staff_in = True
    window.fulfil(ToStaff())
    assert "The content was made later. Set the clock." in words(window.stage.front)


def test_the_report_names_versions_printer_and_faults_and_nobody(window, qtbot, tmp_path):
    window.state.replace(told(window.state.visit))
    note(window.desk.staff.folder, "KeyError", ("plan.py:7",))
    window.is_staff_in = True
    window.fulfil(ToStaff())
    assert "Something went wrong here lately" in words(window.stage.front)
    window.fulfil(ToReport())
    screen = window.stage.front
    qtbot.waitUntil(screen._write.isEnabled, timeout=60_000)
    screen._write.click()
    text = next(window.desk.staff.reports.glob("report-*.txt")).read_text()
    wanted = ("program: 0.1.0", window.desk.library.digest, "printer: a folder", "window: 1280", "KeyError plan.py:7")
    assert [one for one in wanted if one not in text] == []
    assert "warfarin" not in text
    assert "Zzz" not in text


def test_the_version_in_the_report_is_that_of_the_project():
    from clinic.report import VERSION

    assert f'version = "{VERSION}"' in (ROOT / "pyproject.toml").read_text()


@on_a_display
def test_a_home_that_cannot_be_written_stops_nobody_and_a_second_copy_says_so(tmp_path, library, window):
    store = Path(library._path)
    (tmp_path / "closed").touch()
    closed = {"XDG_CONFIG_HOME": str(tmp_path / "closed" / "config")}
    with visiting(tmp_path / "one", store, window, around=closed) as here:
        here.press("English")
        assert here.program.poll() is None
    with visiting(tmp_path / "two", store, window) as here:
        around = {"XDG_CONFIG_HOME": str(tmp_path / "two" / "config"), "DISPLAY": here.display, "PYTHONPATH": str(ROOT)}
        second = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(furnished(tmp_path / "three", store)), "--windowed"],
            env=around, capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
        assert second.returncode == 1
        assert "Teachback runs already on this machine." in second.stderr
        assert here.program.poll() is None


@pytest.mark.parametrize("told_by", ["nothing", "its name", "its place"])
def test_no_message_bus_is_started_and_one_that_is_there_is_used(monkeypatch, tmp_path, told_by):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    if told_by == "its name":
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/there")
    elif told_by == "its place":
        (tmp_path / "bus").touch()
    start_no_bus()
    wanted = {"nothing": "disabled:", "its name": "unix:path=/there", "its place": None}
    assert os.environ.get("DBUS_SESSION_BUS_ADDRESS") == wanted[told_by]
