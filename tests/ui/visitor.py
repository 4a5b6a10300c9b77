"""A person at the real program, on a display of their own: they touch what a twin of its window says lies where.

The twin is the same window in this process, of the same size, never shown to the person: it gives the places to touch
and goes along.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from tests.ui.places import ROOT
from ui.window import Window

SIZE = (1280, 800)
PROGRAM = """
import sys
from pathlib import Path
from commands.line import main
sys.exit(main(sys.argv[2:], Path(sys.argv[1])))
"""
NEEDED = ("Xvfb", "xdotool")
PATIENCE = 90.0


def is_possible() -> bool:
    """Tell whether this machine has what is needed."""
    return sys.platform == "linux" and all(shutil.which(program) for program in NEEDED)


def until(is_so: Callable[[], object], what: str) -> None:
    """Wait, with much patience. Raises: TimeoutError."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError(what)
        QTest.qWait(20)


@contextmanager
def display() -> Iterator[str]:
    """Run a display of our own; it does not start anew when its last client goes, while the next one comes."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-noreset", "-nolisten", "tcp"],
        pass_fds=[writing], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as told:
        name = f":{told.readline().strip()}"
    try:
        yield name
    finally:
        server.terminate()
        server.wait(60)


def furnished(home: Path, store: Path) -> Path:
    """Make a house of its own with everything the window needs."""
    house = home / "house"
    (house / "resources").mkdir(parents=True)
    (house / "i18n").mkdir()
    (house / "i18n" / "locales").symlink_to(ROOT / "i18n" / "locales")
    for part in ("fonts", "icons", "pictures", "themes", "keyboards"):
        (house / "resources" / part).symlink_to(ROOT / "resources" / part)
    shutil.copy(store, house / "resources" / "content.db")
    return house


def children(pid: int) -> tuple[int, ...]:
    """List the living children of a process, oldest first."""
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except FileNotFoundError:
        return ()
    return tuple(int(one) for one in found)


@dataclass
class Visitor:
    """The program, the display it is on, and the twin."""

    program: "subprocess.Popen[bytes]"
    display: str
    twin: Window
    shown: list[str] = field(default_factory=list)

    def asks(self, *words: str) -> str:
        """Use the display's keyboard and pointer."""
        around = {**os.environ, "DISPLAY": self.display}
        done = subprocess.run(["xdotool", *words], env=around, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def windows(self) -> tuple[str, ...]:
        """List the windows of the program that are on the screen."""
        return tuple(self.asks("search", "--onlyvisible", "--name", "Teachback").split())

    def fronts(self) -> tuple[int, ...]:
        """List the processes of the windows that are on the screen."""
        return tuple(int(self.asks("getwindowpid", window) or 0) for window in self.windows())

    def stand_by(self) -> int | None:
        """Give the process that waits, once there is one: the youngest, and not one that is just being ended."""
        return next((one for one in children(self.program.pid)[-1:] if one not in self.fronts()), None)

    def wait_for_a_stand_by(self) -> int:
        """Wait until a process is loaded and waits: it sleeps and uses no time any more."""
        until(self.stand_by, "a stand-by")
        waiting = self.stand_by()
        assert waiting
        self.wait_for_rest(waiting)
        return waiting

    def wait_for_rest(self, pid: int) -> None:
        """Wait until a process has done what it was at: it uses no time any more."""
        used = [-1.0]

        def rests() -> bool:
            before, used[0] = used[0], _seconds(pid)
            QTest.qWait(400)
            return before == used[0]

        until(rests, "a process that rests")

    def button(self, name: str) -> QAbstractButton:
        """Find a button of the twin that is in sight."""
        buttons = [one for one in self.twin.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
        exact = [one for one in buttons if one.accessibleName() == name]
        return (exact or [one for one in buttons if name in one.accessibleName()])[0]

    def touch(self, button: QAbstractButton) -> None:
        """Touch the place where the twin has a button."""
        at = button.mapTo(self.twin, QPoint(button.width() // 2, button.height() // 2))
        assert self.twin.rect().contains(at), f"{button.accessibleName()} is out of sight"
        self.asks("mousemove", str(at.x()), str(at.y()), "click", "1")

    def press(self, name: str, after: float = 0.4) -> None:
        """Touch the button of this name, there and at the twin."""
        button = self.button(name)
        self.touch(button)
        button.click()
        QTest.qWait(int(after * 1000))

    def type(self, text: str) -> None:
        """Type letter by letter: no list of processes ever shows the whole."""
        for letter in text:
            self.asks("key", {" ": "space"}.get(letter, letter))
        QTest.qWait(300)

    def key(self, name: str) -> None:
        """Press one key."""
        self.asks("key", name)
        QTest.qWait(300)

    def picture(self, target: Path) -> None:
        """Keep a picture of the screen."""
        subprocess.run(["import", "-display", self.display, "-window", "root", str(target)], check=True)


def _seconds(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return -2.0
    return float(fields[11]) + float(fields[12])


@contextmanager
def visiting(
    home: Path, store: Path, twin: Window, more: Sequence[str] = (), around: Mapping[str, str] | None = None
) -> Iterator[Visitor]:
    """Start the program in a home of its own and wait until its window is on the screen."""
    house = furnished(home, store)
    (home / "tmp").mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "DBUS_", "XDG_"))}
    surroundings = {
        **kept, "HOME": str(home / "person"), "XDG_CONFIG_HOME": str(home / "config"), "TMPDIR": str(home / "tmp"),
        "XDG_CACHE_HOME": str(home / "cache"), "XDG_DATA_HOME": str(home / "data"), "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1", **(around or {}),
    }  # fmt: skip
    (home / "person").mkdir()
    with display() as name, (home / "log").open("wb") as log:
        program = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(house), "--windowed", *more],
            env={**surroundings, "DISPLAY": name}, cwd=home, stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
        visitor = Visitor(program, name, twin)
        try:
            until(lambda: visitor.windows() or program.poll() is not None, "the window")
            assert program.poll() is None, (home / "log").read_text()
            yield visitor
        finally:
            program.kill()
            program.wait(60)
