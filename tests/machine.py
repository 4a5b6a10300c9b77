"""A clinic's machine for whoever touches anything: its window, a PIN, and a printer that works now and then."""

import random
from datetime import date
from pathlib import Path

from PySide6.QtCore import QThreadPool

from clinic.settings import Settings
from content.library import Library
from content.model import KINDS
from i18n.language import Language
from tests.likeness import settle
from tests.ui.places import PLACES, ROOT, told
from ui.app import Options, build, prepare
from ui.keeper import Keeper
from ui.printer import Handed, Left, Order
from ui.routes import ToPreview
from ui.staff_room import StaffRoom
from ui.theme import NAMES, TEXT_PERCENTS
from ui.window import Window
from ui.wishes import Erase, SpeakLanguage

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
    """Read everything in every language, and its days and lists: what is kept of all that is no growth then.

    Babel keeps what it knows of a language, half a megabyte to a megabyte each, from the first day or list on.
    """
    for info in window.desk.offered:
        language = window.desk.learn(info.code)
        language.day(date(2026, 11, 22))
        language.listing(("a", "b", "c"))
        for kind in KINDS:
            window.desk.library.every(kind, info.code)


def use_all(window: Window) -> None:
    """Show every place to a person with medicines, and make their handout, in every language, theme and size of words.

    The heap has its full size then; what people make later lies among what these leave free.
    """
    for number, info in enumerate(window.desk.offered):
        window.fulfil(SpeakLanguage(info.code))
        window.state.replace(told(window.state.visit))
        for _ in range(number % len(NAMES)):
            window._change_look(window.look.next_theme)
        for _ in range(number % len(TEXT_PERCENTS)):
            window._change_look(window.look.larger)
        for place in (*PLACES.values(), ToPreview()):
            window.fulfil(place)
            QThreadPool.globalInstance().waitForDone()
            settle()
        window.fulfil(Erase())
        settle()
