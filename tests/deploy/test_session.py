"""The plain X session, on a display that nobody sees."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
SCREEN = (1024, 768)
NEEDED = ("Xvfb", "openbox", "xdotool", "dbus-run-session")
WAYS_OUT = (
    "alt+F4", "ctrl+q", "ctrl+w", "ctrl+n", "ctrl+t", "ctrl+o", "ctrl+s", "ctrl+p", "ctrl+c", "alt+Tab",
    "alt+shift+Tab", "ctrl+Tab", "super", "super+d", "super+l", "super+r", "super+e", "super+Tab", "ctrl+Escape",
    "ctrl+shift+Escape", "alt+space", "alt+F1", "alt+F2", "alt+F3", "alt+F5", "alt+F10", "alt+Escape", "ctrl+alt+d",
    "ctrl+alt+t", "ctrl+alt+l", "ctrl+alt+Left", "ctrl+alt+Right", "ctrl+alt+BackSpace", "ctrl+alt+F2", "F1", "F11",
    "F12", "Menu", "Print", "shift+F10", "Escape", "ctrl+shift+i",
)  # fmt: skip

pytestmark = pytest.mark.skipif(
    any(shutil.which(program) is None for program in NEEDED), reason=f"needs {', '.join(NEEDED)}"
)


@pytest.fixture
def display() -> Iterator[str]:
    reading, writing = os.pipe()
    screen = f"{SCREEN[0]}x{SCREEN[1]}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", screen, "-noreset", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        yield f":{told.readline().strip()}"
    server.terminate()
    server.wait(10)


@pytest.fixture
def session(display: str, tmp_path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    program = tmp_path / "teachback"
    program.write_text(f'#!/bin/sh\necho $$ > "{tmp_path}/pid"\nexec "{sys.executable}" "{HOUSE}/main.py" "$@"\n')
    program.chmod(0o755)
    environment = {**os.environ, "DISPLAY": display, "TEACHBACK_PROGRAM": str(program), "HOME": str(tmp_path)}
    environment.pop("QT_QPA_PLATFORM", None)
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    with subprocess.Popen(
        [HOUSE / "deploy" / "linux" / "session"], env=environment, start_new_session=True, stderr=subprocess.DEVNULL
    ) as running:
        yield running
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGTERM)


def asked(display: str, *words: str) -> str:
    done = subprocess.run(
        ["xdotool", *words], env={**os.environ, "DISPLAY": display}, capture_output=True, text=True, check=False
    )
    return done.stdout.strip()


def shown(display: str) -> str:
    """Wait for the window and give its number."""
    end = time.monotonic() + 120
    while time.monotonic() < end:
        found = asked(display, "search", "--onlyvisible", "--name", "Teachback").splitlines()
        if found:
            return found[-1]
        time.sleep(0.1)
    raise TimeoutError


def size(display: str, window: str) -> tuple[int, int]:
    lines = dict(line.split("=") for line in asked(display, "getwindowgeometry", "--shell", window).splitlines())
    return int(lines["WIDTH"]), int(lines["HEIGHT"])


def test_the_window_fills_the_screen_no_key_leaves_it_and_a_kill_ends_the_session(
    session: "subprocess.Popen[bytes]", display: str, tmp_path: Path
) -> None:
    window = shown(display)
    end = time.monotonic() + 60
    while size(display, window) != SCREEN and time.monotonic() < end:
        time.sleep(0.05)
    assert size(display, window) == SCREEN
    for key in WAYS_OUT:
        asked(display, "key", key)
    time.sleep(0.5)
    assert session.poll() is None
    assert asked(display, "search", "--onlyvisible", "--name", "Teachback").splitlines()[-1] == window
    os.kill(int((tmp_path / "pid").read_text()), signal.SIGKILL)
    assert session.wait(10) != 0  # the unit starts it anew
    assert is_empty(session.pid), "the window manager must go with it"


def is_empty(group: int) -> bool:
    """Tell whether a group of processes ended, after some patience."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_the_window_shut_its_memory_before_anybody_could_type(
    session: "subprocess.Popen[bytes]", display: str, tmp_path: Path
) -> None:
    """Run as root this tells of the core limit only: root owns the memory of its processes anyway."""
    shown(display)
    process = Path("/proc") / (tmp_path / "pid").read_text().strip()
    assert "Max core file size        0                    0" in (process / "limits").read_text()
    assert (process / "mem").stat().st_uid == 0
