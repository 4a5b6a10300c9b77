"""What a screen reader sees, read from another process over AT-SPI under a display and a bus of our own."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
INSIDE = """
"$1" "$2/shown_window.py" "$3" "$4" > "$5" 2>&1 &
window=$!
/usr/bin/python3 "$2/tree_reader.py" 60
status=$?
kill $window
exit $status
"""


@pytest.fixture(scope="module")
def display():
    """Give a display of our own; Xvfb chooses its number."""
    reading, writing = os.pipe()
    asked = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-noreset", "-nolisten", "tcp"]
    with subprocess.Popen(asked, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
        server.terminate()


def tree(display, library, screen, folder):
    """Start a bus, the window and the reader; give what the reader found."""
    around = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "DBUS_"))}
    around |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    said = folder / "window.txt"
    read = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", INSIDE, "-", sys.executable, HERE, library._path, screen, said],
        env=around, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert read.returncode == 0, (read.stderr[-2000:], said.read_text()[-2000:])
    return json.loads(read.stdout.splitlines()[-1])


@pytest.mark.parametrize(
    ("screen", "expected"),
    [
        ("welcome", {"English", "Read aloud", "Larger text", "Help"}),
        ("home", {"Take a quiz", "My medicines", "Back", "Finish and erase"}),
        ("question", {"Check my answer", "Back", "Read aloud"}),
    ],
)
def test_a_screen_reader_finds_every_control_by_name(display, library, tmp_path, screen, expected):
    assert shutil.which("dbus-run-session"), "install requirements/system-test.txt"
    found = tree(display, library, screen, tmp_path)
    assert found["controls"]
    assert [role for role, name in found["controls"] if not name.strip()] == []
    names = [name for _role, name in found["controls"]]
    assert {one for one in expected if not any(one in name for name in names)} == set()
