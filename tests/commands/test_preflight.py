"""The look at the machine before Qt."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from commands.preflight import IMPORT_LIBRARIES, WINDOW_LIBRARIES, display_lack, missing_libraries, qt_lack

HOUSE = Path(__file__).parents[2]


def test_missing_libraries_are_named_with_one_line_that_cures_them() -> None:
    lack = missing_libraries(IMPORT_LIBRARIES | WINDOW_LIBRARIES, lambda name: "xcb" not in name)
    assert lack is not None
    assert lack.cure.startswith("Run: sudo apt install ")
    assert "libxcb-cursor0" in lack.cure
    assert "libegl1" not in lack.cure


def test_a_machine_with_all_libraries_lacks_nothing() -> None:
    assert missing_libraries({"libc.so.6": "libc6"}) is None


def test_a_library_that_does_not_exist_is_seen_to_be_missing() -> None:
    assert missing_libraries({"libnosuch-teachback.so.1": "libnosuch"}) is not None


@pytest.mark.parametrize(
    ("python", "qt", "is_refused"),
    [
        ((3, 11), "6.12.0", True),
        ((3, 11), "6.11.3", False),
        ((3, 12), "6.12.0", False),
        ((3, 13), "6.12.0", False),
    ],
)
def test_only_qt_6_12_below_python_3_12_is_refused(python: tuple[int, int], qt: str, is_refused: bool) -> None:
    assert (qt_lack(python, qt) is not None) == is_refused


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ":4711"},
        {"DISPLAY": "nonsense"},
        {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/nowhere"},
    ],
)
def test_no_display_names_the_command_that_needs_none(environment: dict[str, str]) -> None:
    lack = display_lack(environment)
    assert lack is not None
    assert "handout" in lack.cure


def test_an_answering_x_socket_is_a_display() -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind("\0/tmp/.X11-unix/X4712")
        server.listen()
        assert display_lack({"DISPLAY": ":4712"}) is None


def test_the_offscreen_platform_needs_no_display() -> None:
    assert display_lack({"QT_QPA_PLATFORM": "offscreen"}) is None


def test_starting_without_a_display_ends_with_status_3_and_a_sentence() -> None:
    done = subprocess.run(
        [sys.executable, "main.py"], cwd=HOUSE, env={"PATH": "/usr/bin"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 3
    assert "no display" in done.stderr
    assert "Traceback" not in done.stderr
