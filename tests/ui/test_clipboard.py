"""What was copied goes with the visit, what another program copied stays its own: on a real display."""

import os
import subprocess
import sys

import pytest

from tests.ui.places import ROOT
from tests.ui.visitor import display, is_possible

TWO_PROGRAMS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from ui.clipboard import forget
application, modes = QGuiApplication([]), (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
board = application.clipboard()
for mode in modes:
    board.setText("entered", mode)
if sys.argv[1] == "ours":
    forget()
    print([board.text(mode) for mode in modes], flush=True)
else:
    print("ready", flush=True)
    QTimer.singleShot(60_000, application.quit)
    application.exec()
"""
FORGET = """
from PySide6.QtGui import QClipboard, QGuiApplication
from ui.clipboard import forget
application = QGuiApplication([])
forget()
print(application.clipboard().text(), flush=True)
"""


@pytest.mark.skipif(not is_possible(), reason="needs Xvfb")
def test_what_was_copied_goes_with_the_visit_and_what_another_program_copied_stays() -> None:
    with display() as name:
        around = {**os.environ, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}

        def run(*words: str) -> str:
            return subprocess.run(
                [sys.executable, "-c", *words], env=around, capture_output=True, text=True, check=True
            ).stdout.strip()

        assert run(TWO_PROGRAMS, "ours") == "['', '']"
        with subprocess.Popen(
            [sys.executable, "-c", TWO_PROGRAMS, "theirs"], env=around, stdout=subprocess.PIPE, text=True
        ) as other:
            assert other.stdout
            assert other.stdout.readline() == "ready\n"
            assert run(FORGET) == "entered"
            other.kill()
