"""Nothing that anybody entered stays: two visits at the real program, with a real print queue, one of them killed."""

import hashlib
import json
import os
import random
import signal
import string
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from clinic.settings import Settings, write
from tests.clinic.print_service import PrintService, print_service
from tests.ui.traces import forms, in_files, in_memory, living
from tests.ui.visitor import Visitor, is_possible, until, visiting

pytestmark = pytest.mark.skipif(not is_possible(), reason="needs Xvfb and xdotool")
ASK = """
import json
from PySide6.QtGui import QClipboard, QGuiApplication
application = QGuiApplication([])
board, modes = application.clipboard(), (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
print(json.dumps([board.text(mode) for mode in modes]))
"""
MAY_CHANGE = {"config/teachback/faults.txt", "log"}


@pytest.fixture
def cups() -> Iterator[PrintService]:
    with tempfile.TemporaryDirectory() as home, print_service(Path(home)) as service:
        service.queue("Desk")
        yield service


def word() -> str:
    return "".join(random.choices(string.ascii_lowercase, k=14))


def files(home: Path) -> dict[str, str]:
    """Give the digest of every file below a folder."""
    found = (path for path in home.rglob("*") if path.is_file() and not path.is_symlink())
    return {str(path.relative_to(home)): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def enter(visitor: Visitor, medicine: str) -> None:
    """Begin in English and take warfarin and one medicine nobody knows."""
    visitor.press("English")
    visitor.press("My medicines", after=1)
    for name in ("warfarin", medicine):
        visitor.type(name)
        visitor.key("Return")


def copied(visitor: Visitor) -> list[str]:
    """Ask the display, as another program would, for what was copied and for what is marked."""
    around = {**os.environ, "DISPLAY": visitor.display, "QT_QPA_PLATFORM": "xcb"}
    told = subprocess.run([sys.executable, "-c", ASK], env=around, capture_output=True, text=True, check=True)
    return json.loads(told.stdout.splitlines()[-1])


def print_handout(visitor: Visitor, cups: PrintService) -> None:
    """Look at the handout, hear it, print it."""
    visitor.twin.stage.front._take("medicine.warfarin")  # the twin goes along
    visitor.press("My handout", after=1)
    visitor.press("See and print")
    visitor.press("Read aloud")
    until(visitor.twin.stage.front._print.isEnabled, "the twin's preview")
    visitor.press("Read aloud")

    visitor.wait_for_rest(visitor.fronts()[0])
    visitor.touch(visitor.button("Print my handout"))
    until(lambda: list(cups.tray.glob("*.title")), "the paper")


def test_after_two_visits_one_of_them_killed_no_file_and_no_memory_holds_what_was_entered(
    tmp_path, library, window, cups
):
    secrets = [word() for _ in range(3)]
    write(Settings(printer="Desk", counts_use=False), tmp_path / "config" / "teachback" / "settings.toml")
    with visiting(tmp_path, Path(library._path), window, around={"CUPS_SERVER": cups.address}) as visitor:
        waiting = visitor.wait_for_a_stand_by()
        before = files(tmp_path)
        [front] = visitor.fronts()
        enter(visitor, secrets[0])
        print_handout(visitor, cups)
        visitor.press("Search")
        visitor.type(secrets[1])
        for keys in ("ctrl+a", "ctrl+c"):
            visitor.key(keys)
        until(lambda: copied(visitor) == [secrets[1], secrets[1]], "a copy: a visit that runs may make one")
        os.kill(front, signal.SIGKILL)
        until(lambda: visitor.fronts() == (waiting,), "the greeting after the kill")
        assert copied(visitor) == ["", ""]
        visitor.twin.erase()
        visitor.wait_for_a_stand_by()
        enter(visitor, secrets[2])
        visitor.press("Finish and erase")
        visitor.press("Yes, erase everything", after=0)
        until(lambda: waiting not in visitor.fronts(), "the greeting after the end")
        visitor.wait_for_a_stand_by()
        after = files(tmp_path)
        kept = {pid: found for pid in living() if (found := in_memory(pid, forms(secrets)))}
    papers = tuple(map(str, cups.tray.glob("*.pdf")))
    taught = str(tmp_path / "house" / "resources" / "content.db")
    found = in_files([tmp_path, cups.tray.parent], forms([*secrets, "warfarin"]))
    assert set(found) <= {taught, *papers}, "settings, cache, temporary files, logs, spool: all are in these folders"
    assert kept == {}
    assert {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} <= MAY_CHANGE
    [paper] = cups.tray.glob("*.pdf")
    assert_is_the_handout(paper.read_bytes(), secrets)
    assert paper.with_suffix(".title").read_text() == "Handout"


def assert_is_the_handout(pdf: bytes, secrets: list[str]) -> None:
    """The paper names the medicines of its own visit, and its facts name nobody."""
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    facts = str(document.get_metadata_dict())
    document.close()
    assert secrets[0] in text
    assert "Warfarin" in text or "warfarin" in text
    assert secrets[1] not in text
    assert secrets[2] not in text
    assert not any(secret in facts for secret in (*secrets, "arfarin"))
