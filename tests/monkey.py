"""Many people who touch anything: `python -m tests.monkey --visits 10000 [--seed 8] [--every 100]`.

The real window offscreen, real presses, keys and typing; each visit ends in one of its ways. After each, the window
must be as a fresh one: every part of it and, now and then, one screen in turn is compared with a window nobody used.
A visit is repeated by its seed and number: `--seed 8 --from 4711 --visits 1`. Memory (`likeness.held_mb`) is measured
every hundred visits. The first ten measures are the warm-up. What it is at the end, the middle of the last ten, must be
at most 2 % above the middle of the ten that follow the warm-up. Before all, everything is read, shown and made into a
handout once in every language.
"""

import argparse
import faulthandler
import os
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt, QThreadPool, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from content.library import Library
from tests.likeness import TYPED, Snapshot, as_begun, held_mb, left_in_files, parts, settle
from tests.machine import PIN, FicklePrinter, complete, read_all, use_all, window_for
from tests.ui.places import PLACES, ROOT
from ui.app import prepare
from ui.keeper import Keeper
from ui.loading import share_one_heap
from ui.screens.finish import FinishScreen
from ui.screens.preview import PreviewScreen
from ui.window import Window
from ui.wishes import Erase

WORDS = ("warf", "prednis", "milk", "kale", "bone", "vitamin", "zzz", "12", "بحث", "骨", "<b>", "{n}", "%s", "'; --")
KEYS = (
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Down,
    Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Backspace, Qt.Key.Key_PageDown, Qt.Key.Key_Home,
)  # fmt: skip
COMPARED = tuple(name for name in PLACES if name not in ("welcome", "staff_door"))
_MOST_TOLD = 50
_MOST_GROWN = 1.02
_LONGEST_WORK = 60_000  # ms


@dataclass
class Monkey:
    """Somebody at the window, and what is found wrong."""

    window: Window
    fresh: dict[str, Snapshot]
    faults: list[str] = field(default_factory=list)
    presses: int = 0
    seen: set[str] = field(default_factory=set)

    def visit(self, seed: int, number: int) -> None:
        """Make one visit and compare what it leaves."""
        chance = random.Random(f"{seed}-{number}")
        front = self.window.stage.front
        assert front is not None
        if chance.random() < 0.8:
            self._press(chance, chance.choice(front.findChildren(QAbstractButton)))
        for _ in range(chance.choice((1, 2, 3, 4, 5, 6, 8, 24))):
            self._act(chance, TYPED.format(number))
            self.seen.add(self.window.history.here.screen)
        self._end(chance)
        self._compare("greeting", as_begun(self.window), number)
        if number % 3 == 0:
            name = COMPARED[number // 3 % len(COMPARED)]
            self._compare(name, self.shown(name), number)

    def shown(self, name: str) -> Snapshot:
        """Describe a screen as the next person would find it, and go back to the greeting."""
        self.window.fulfil(PLACES[name])
        settle()
        front = self.window.stage.front
        assert front is not None
        found = (name, *parts(front))
        self.window.fulfil(Erase())
        settle()
        return found

    def _compare(self, name: str, found: Snapshot, number: int) -> None:
        wanted = self.fresh.setdefault(name, found)
        if found != wanted:
            other = [(a, b) for a, b in zip(wanted, found, strict=False) if a != b][:3]
            self.faults.append(f"visit {number} left something at {name}: {len(wanted)}/{len(found)} {other}")
            self.window.fulfil(Erase())  # so that the next visit is not blamed for it

    def _act(self, chance: random.Random, token: str) -> None:
        self.window.stirred.emit()
        front = self.window.stage.front
        what = chance.random()
        if isinstance(front, PreviewScreen) and chance.random() < 0.5:
            self._print(chance, front)
            what = 1.0
        if what < 0.68:
            shown = [one for one in self.window.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
            if shown:
                self._press(chance, chance.choice(shown))
        elif what < 0.83:
            self._type(chance, token)
        elif what < 0.95:
            QTest.keyClick(self.window.windowHandle(), chance.choice(KEYS))
        elif what < 0.97:
            self._rest(chance)
        elif what < 0.98:
            self.window.resize(*chance.choice(((1280, 800), (1024, 600), (800, 1280))))
        elif what < 1:
            self._roll(chance)
        QCoreApplication.processEvents()

    def _press(self, chance: random.Random, button: QAbstractButton) -> None:
        self.presses += 1
        at = button.mapTo(self.window, QPoint(chance.randrange(button.width() or 1), button.height() // 2))
        if chance.random() < 0.5 or not self.window.rect().contains(at):
            button.click()
        else:
            QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
        if not self.window.isVisible():  # staff left, or it was closed
            self.window.show()

    def _type(self, chance: random.Random, token: str) -> None:
        fields = [one for one in self.window.findChildren(QLineEdit) if one.isVisible() and one.isEnabled()]
        if not fields:
            return
        field = chance.choice(fields)
        field.setFocus()
        is_pin = field.echoMode() != QLineEdit.EchoMode.Normal
        said = chance.choice(WORDS)  # staff's own words may stay: they save them on purpose
        text = PIN if is_pin else said if self.window.is_staff_in else chance.choice((token, said))
        if text.isascii():
            QTest.keyClicks(field, text)
        else:  # as an input method hands it over; QTest has keys for ASCII alone
            typed = QInputMethodEvent()
            typed.setCommitString(text)
            QCoreApplication.sendEvent(field, typed)
        if chance.random() < 0.5:
            QTest.keyClick(field, Qt.Key.Key_Return)

    def _print(self, chance: random.Random, preview: PreviewScreen) -> None:
        """Wait for the handout, or the printer, as people do; print what is there."""
        QThreadPool.globalInstance().waitForDone(_LONGEST_WORK)
        settle()
        if preview is self.window.stage.front and preview._print.isEnabled():
            self._press(chance, preview._print)

    def _rest(self, chance: random.Random) -> None:
        """Do nothing, and let the window get ready meanwhile."""
        for _ in range(chance.randint(0, 20)):
            self.window.warm_up._step()

    def _roll(self, chance: random.Random) -> None:
        at, step = QPointF(chance.randrange(1, 800), chance.randrange(1, 500)), QPoint(0, chance.choice((-120, 120)))
        turned = QWheelEvent(
            at, at, step, step, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QCoreApplication.sendEvent(self.window.windowHandle(), turned)

    def _end(self, chance: random.Random) -> None:
        keeper = self.window.findChild(Keeper)
        assert keeper is not None
        way = chance.randrange(4)
        if way == 0 and self.window.around.header.finish.isVisible():
            self.window.around.header.finish.click()
            front = self.window.stage.front
            if isinstance(front, FinishScreen):
                front._erase.click()
        elif way == 1:
            keeper.draw_curtain()
            keeper._drawn.timeout.emit()
        elif way == 2:
            keeper._warn(1)
            keeper.idle.ended.emit()
        else:
            self.window.fulfil(Erase())
        self.window.resize(1280, 800)


def untouched(library: Library, folder: Path) -> dict[str, Snapshot]:
    """Describe a window nobody used: its greeting, and every screen."""
    window = window_for(library, folder, FicklePrinter(random.Random(0)))
    complete(window)
    first = Monkey(window, {})
    window.fulfil(Erase())
    settle()
    found = {"greeting": as_begun(window)} | {name: first.shown(name) for name in COMPARED}
    window.close()
    window.deleteLater()
    settle()
    return found


def listen(faults: list[str]) -> None:
    """Take every exception and every warning of Qt for a fault."""

    def hook(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        faults.append("".join(traceback.format_exception(kind, fault, trace)))
        print(faults[-1], file=sys.stderr, flush=True)

    def heard(kind: QtMsgType, _where: object, said: str | None) -> None:
        if kind != QtMsgType.QtDebugMsg and "This plugin does not support" not in str(said):
            faults.append(f"Qt: {said}")

    sys.excepthook = hook
    qInstallMessageHandler(heard)


def main(arguments: list[str]) -> int:
    """Let them come; status 1 where anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.monkey", description="Many people who touch anything.")
    parser.add_argument("--visits", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--from", dest="first", type=int, default=0)
    parser.add_argument("--every", type=int, default=100, help="visits between two measures")
    parser.add_argument("--warm", type=int, default=10, help="measures of the warm-up, and of each part compared")
    parser.add_argument("--store", type=Path, default=ROOT / "resources" / "content.db")
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    share_one_heap()  # as a visit's process does
    faulthandler.enable()
    with tempfile.TemporaryDirectory() as folder:
        return many(chosen, Library.open(chosen.store), Path(folder))


def many(chosen: argparse.Namespace, library: Library, folder: Path) -> int:
    """Make the visits; print a line now and then, and every fault."""
    faults: list[str] = []
    prepare(ROOT / "resources")  # which listens to Qt itself
    listen(faults)
    fresh = untouched(library, folder)
    printer = FicklePrinter(random.Random(chosen.seed))
    monkey = Monkey(window_for(library, folder, printer), fresh, faults)
    complete(monkey.window)
    read_all(monkey.window)
    use_all(monkey.window)
    held: list[float] = []
    told, start = 0, time.monotonic()
    for done in range(1, chosen.visits + 1):
        number = chosen.first + done - 1
        monkey.visit(chosen.seed, number)
        for fault in monkey.faults[told:_MOST_TOLD]:
            print(f"FAULT in visit {number}: {fault}", flush=True)
        told = len(monkey.faults)
        if done % chosen.every == 0 or done == chosen.visits:
            held.append(held_mb())
            print(
                f"{done} visits, {monkey.presses} presses, {printer.asked} prints, {told} faults, "
                f"{held[-1]:.1f} MB, {time.monotonic() - start:.0f} s, {len(monkey.seen)} screens, "
                f"files {left_in_files(folder)}",
                flush=True,
            )
    return 1 if grew(held, chosen.warm) or monkey.faults or left_in_files(folder) else 0


def grew(held: Sequence[float], count: int) -> bool:
    """Tell whether memory grew by more than it may since the first `count` measures; too few tell nothing."""
    if len(held) < 3 * count:
        return False
    cold, first, last = (median(some) for some in (held[:count], held[count : 2 * count], held[-count:]))
    print(
        f"memory: {first:.1f} MB after the warm-up, at the end {last:.1f} MB ({last / first - 1:+.1%}); "
        f"{cold:.1f} MB while it warmed up ({last / cold - 1:+.1%})",
        flush=True,
    )
    return last > first * _MOST_GROWN


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
