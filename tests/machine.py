"""A clinic's machine for whoever touches anything: its window, a PIN, and a printer that works now and then."""

import random
from pathlib import Path

from clinic.settings import Settings
from content.library import Library
from content.model import KINDS
from i18n.language import Language
from tests.likeness import settle
from tests.ui.places import ROOT
from ui.app import Options, build, prepare
from ui.keeper import Keeper
from ui.printer import Handed, Left, Order
from ui.staff_room import StaffRoom
from ui.window import Window

PIN = "493817"


class FicklePrinter:
    """Takes a handout now and then, as printers do; keeps nothing."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self.asked = 0

    def take(self, pdf: bytes, language: Language, order: Order | None = None) -> Handed:
        """Take it, or not."""
        assert pdf.startswith(b"%PDF")
        self.asked += 1
        if self._chance.random() < 0.5:
            return Handed(True, language.gettext("Your handout is printed."))
        return Handed(
            False, language.gettext("The printer has no paper. Please ask staff to fill it, then print again.")
        )

    def state(self) -> str:
        """Say that it works."""
        return "ready"

    def left(self, language: Language) -> Left:
        """Have something lie there now and then."""
        return Left(waiting=self._chance.choice((0, 0, 2)))

    def take_back(self) -> None:
        """Take nothing back, for there is nothing."""


def window_for(library: Library, folder: Path, printer: FicklePrinter) -> Window:
    """Open a window on a clinic of its own."""
    room = StaffRoom(folder=folder, settings=Settings(counts_use=True))
    if not room.pin.is_set():
        room.pin.choose(PIN)
    options = Options(
        windowed=True, locale="en", text_percent=100, theme="light", resources=ROOT / "resources",
        locales=ROOT / "i18n" / "locales", printer=printer, staff=room,
    )  # fmt: skip
    window = build(options, library, prepare(ROOT / "resources"))
    window.resize(1280, 800)
    window.show()
    settle()
    return window


def complete(window: Window) -> None:
    """Make every part that is otherwise made when it is first needed."""
    keeper = window.findChild(Keeper)
    assert keeper is not None
    around = window.around
    assert all((around.footer, around.banner, around.tray, keeper.still_there, keeper.curtain))


def read_all(window: Window) -> None:
    """Read everything in every language: what is kept of the content is no growth then."""
    for info in window.desk.offered:
        window.desk.learn(info.code)
        for kind in KINDS:
            window.desk.library.every(kind, info.code)
