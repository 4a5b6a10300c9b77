"""What a person sees of the printer: the real screen with a real print service of our own, one queue for each state."""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from clinic.ipp import Service
from clinic.settings import Settings
from content.library import Library
from tests.clinic.print_service import PrintService, print_service
from tests.ui.places import ROOT, told
from ui.app import Options, build, prepare
from ui.printer import NoPrinter, Printer
from ui.queue_printer import QueuePrinter
from ui.routes import ToPreview
from ui.staff_room import StaffRoom
from ui.window import Window

_PATIENCE = 120.0
STATES = ("no printer", "printing", "printed", "paused", "takes nothing", "no paper", "failed", "does not answer")


def is_possible() -> bool:
    """Tell whether this machine has a print service to run."""
    return Path("/usr/sbin/cupsd").exists() and shutil.which("lpadmin") is not None


def pictures(library: Library, locale: str = "en", theme: str = "light") -> Iterator[tuple[str, Window]]:
    """Give each state with the window that shows it; the window is gone with the next."""
    with tempfile.TemporaryDirectory() as home, print_service(Path(home)) as cups:
        for state in STATES:
            room = StaffRoom(folder=Path(home) / "staff", settings=Settings())
            window = _window(library, Options(
                windowed=True, locale=locale, text_percent=100, theme=theme, resources=ROOT / "resources",
                locales=ROOT / "i18n" / "locales", printer=_printer(cups, state), staff=room,
            ))  # fmt: skip
            front = window.stage.front
            _wait(lambda front=front: front._print.isEnabled())
            front._print.click()
            _wait(lambda window=window, state=state: _is_reached(window, state))
            yield state, window
            if front._order:
                front._order.stop()
                _wait(lambda front=front: not front._order)
            window.close()
            window.deleteLater()


def _window(library: Library, options: Options) -> Window:
    window = build(options, library, prepare(ROOT / "resources"))
    window.resize(1280, 800)
    window.show()
    window.state.replace(told(window.state.visit))
    window.fulfil(ToPreview())
    return window


def _printer(cups: PrintService, state: str) -> Printer:
    if state == "no printer":
        return NoPrinter()
    behaviour = {"no paper": "empty", "failed": "broken", "printing": "slow", "does not answer": "slow"}
    name = state.replace(" ", "-")
    cups.queue(name, behaviour.get(state, ""))
    if state == "paused":
        cups.tell("cupsdisable", name)
    if state == "takes nothing":
        cups.tell("cupsreject", name)
    service = Service(cups.service.host, cups.service.port)
    return QueuePrinter(service, name, patience=1 if state == "does not answer" else _PATIENCE)


def _is_reached(window: Window, state: str) -> bool:
    front = window.stage.front
    if state == "printing":
        return front._state.text() == window.language.gettext("Your handout is printing.")
    return front._order is None


def _wait(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not is_so():
        QCoreApplication.processEvents()
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.01)
    for _ in range(5):
        QCoreApplication.processEvents()
