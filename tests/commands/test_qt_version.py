"""The version trap: one pairing of Qt and Python dies after some 5,000 calls."""

import subprocess
import sys

MANY_CALLS = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
for number in range(20_000):
    label.setText(str(number))
"""


def test_twenty_thousand_calls_leave_the_process_alive() -> None:
    done = subprocess.run([sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
