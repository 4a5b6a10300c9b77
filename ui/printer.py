"""How a finished handout reaches paper: bytes are handed over, nothing is kept."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from threading import Event
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal

from i18n.language import Language


class Handed(NamedTuple):
    """What became of a handout: whether it was taken, and the sentence for the person.

    `is_wanted`: whether they still want it on paper; not where they stopped it themselves.
    """

    is_taken: bool
    sentence: str
    is_wanted: bool = True


class Left(NamedTuple):
    """What became of handouts whose visit ended meanwhile: how many lie there, how many failed, and why, in words."""

    waiting: int = 0
    failed: int = 0
    trouble: str = ""


class Order(QObject):
    """One handout under way. `told` carries a sentence on how far it is; it may be stopped from another thread."""

    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._stopped = Event()

    def stop(self) -> None:
        """Want it no more."""
        self._stopped.set()

    @property
    def is_stopped(self) -> bool:
        """Tell whether it is wanted no more."""
        return self._stopped.is_set()

    def rest(self, seconds: float) -> None:
        """Wait, but no longer than it is wanted."""
        self._stopped.wait(seconds)


class Printer(Protocol):
    """Somebody who takes a PDF."""

    def take(self, pdf: bytes, language: Language, order: Order | None = None) -> Handed:
        """Take a PDF; come back when it is printed or cannot be, and say in one sentence what became of it."""

    def state(self) -> str:
        """Name its state in English, for the report on the machine."""

    def left(self, language: Language) -> Left:
        """Look for handouts that nobody follows any more, for staff."""

    def take_back(self) -> None:
        """Take those that lie there back."""


class NoPrinter:
    """The printer of a machine that has none."""

    def take(self, pdf: bytes, language: Language, order: Order | None = None) -> Handed:
        """Say that there is no printer."""
        return Handed(False, language.gettext("There is no printer here. Please ask staff to print your handout."))

    def state(self) -> str:
        """Say that there is none."""
        return "no print service"

    def left(self, language: Language) -> Left:
        """Say that nothing lies there."""
        return Left()

    def take_back(self) -> None:
        """Have nothing to take back."""


class Later:
    """A printer that `make` gives when somebody first prints: what speaks to a queue takes 20 ms to load."""

    def __init__(self, make: Callable[[], Printer]) -> None:
        self._make = make

    def take(self, pdf: bytes, language: Language, order: Order | None = None) -> Handed:
        """Let the printer take a PDF."""
        return self._printer.take(pdf, language, order)

    def state(self) -> str:
        """Name the state of the printer."""
        return self._printer.state()

    def left(self, language: Language) -> Left:
        """Let the printer look."""
        return self._printer.left(language)

    def take_back(self) -> None:
        """Let the printer take them back."""
        self._printer.take_back()

    @cached_property
    def _printer(self) -> Printer:
        return self._make()


class FolderPrinter:
    """Keep handouts as files in a folder the clinic chose, under a neutral name; for a desk without a printer."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def take(self, pdf: bytes, language: Language, order: Order | None = None) -> Handed:
        """Write the file beside, then rename: it is whole or not there."""
        number = sum(1 for _file in self._folder.glob("handout-*.pdf")) + 1
        target = self._folder / f"handout-{number}.pdf"
        beside = target.with_suffix(".part")
        try:
            beside.write_bytes(pdf)
            beside.replace(target)
        except OSError:
            beside.unlink(missing_ok=True)
            return Handed(False, language.gettext("Your handout could not be saved. Please ask staff for help."))
        return Handed(True, language.gettext("Your handout is saved as {file}.").format(file=target.name))

    def state(self) -> str:
        """Say whether the folder is there."""
        return "a folder" if self._folder.is_dir() else "a folder that is not there"

    def left(self, language: Language) -> Left:
        """Say that nothing waits: a file is written at once."""
        return Left()

    def take_back(self) -> None:
        """Have nothing to take back."""
