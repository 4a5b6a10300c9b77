"""Get ready while nobody is waiting: one small step whenever the window has nothing else to do."""

import gc
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from ui.desk import Desk
from ui.routes import (
    ToAboutMe,
    ToFindings,
    ToFood,
    ToHandout,
    ToHelp,
    ToHome,
    ToLanguages,
    ToLearn,
    ToMedicines,
    ToQuizzes,
    ToReasons,
    ToSearch,
    ToStudies,
)  # fmt: skip
from ui.stage import Stage
from ui.surround import Surround

if TYPE_CHECKING:
    from content.model import Item

_FIRST_MS = 200
"""After the greeting is shown; it is painted by then."""
_REST_MS = 1_000
"""After a touch: the person comes first."""

_SOON: Final = (
    "home", "quizzes", "medicines", "question", "findings", "about_me", "food", "nutrients", "learn", "guide",
    "studies", "study", "reasons", "search", "handout", "help", "finish", "preview", "result", "languages", "pills",
    "food_item", "sources",
)  # fmt: skip
"""The screens in the order in which people come to them."""
_PLACES: Final = (
    ToHome(), ToMedicines(), ToQuizzes(), ToLearn(), ToFood(), ToFindings(), ToStudies(), ToReasons(),
    ToHandout(), ToSearch(), ToAboutMe(), ToLanguages(), ToHelp(),
)  # fmt: skip
"""The places that are the same for whoever goes there, and change nothing of the visit."""


class WarmUp(QObject):
    """Takes steps one by one, each in a turn of its own, and rests after every touch. `finished` follows the last."""

    finished = Signal()

    def __init__(self, steps: Iterable[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self.is_finished = False
        self._steps: Iterator[Callable[[], object]] = iter(steps)
        self._more: Iterator[Callable[[], object]] = iter(())
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)

    def again(self, steps: Iterable[Callable[[], object]]) -> None:
        """Take these steps too, after the first ones and instead of those that were added before."""
        self._more = iter(steps)
        self._timer.start(_REST_MS)

    def begin(self) -> None:
        """Begin soon, or go on."""
        self._timer.start(_FIRST_MS)

    def rest(self) -> None:
        """Wait a moment longer, where there is anything left to do."""
        if self._timer.isActive():
            self._timer.start(_REST_MS)

    def _step(self) -> None:
        step = next(self._steps, None)
        if step is None and not self.is_finished:
            self.is_finished = True
            self.finished.emit()
        step = step or next(self._more, None)
        if step is not None:
            try:
                step()
            finally:  # one that fails is told as any fault is, and keeps nobody from the others
                self._timer.start(0)

    @property
    def is_at_work(self) -> bool:
        """Tell whether anything is left to do."""
        return self._timer.isActive()


def collect_garbage() -> None:
    """Begin to collect garbage, but not to look through all that was made at the start."""
    gc.freeze()
    gc.enable()


def first_steps(stage: Stage, around: Surround, desk: Desk) -> Iterator[Callable[[], object]]:
    """List what to have ready once the greeting is painted: the parts around a screen, then screen by screen."""
    yield collect_garbage
    yield from modules("content.model", "visit.visit", "visit.safety", "ui.page_screen", "visit.sheet", "ui.leaflet")
    for part in ("footer", "banner", "tray"):
        yield partial(getattr, around, part)
    for name in _SOON:
        yield from modules(f"ui.screens.{name}")
        yield partial(stage.prepare, name)
    yield from texts(desk)


def next_steps(stage: Stage) -> Iterator[Callable[[], object]]:
    """List what to have ready after a step or a change of the visit: screens that only have to be brought to front."""
    for place in stage.front.onward() if stage.front is not None else ():
        yield from stage.ready_aside(place)
    from ui.topics import ToNutrients  # noqa: PLC0415  with the model, after the greeting

    for place in (*_PLACES, ToNutrients()):
        yield from stage.ready(place)


def texts(desk: Desk) -> Iterator[Callable[[], object]]:
    """Give the steps that read each guide with its papers, and each study, once: what a text is about is then known."""
    from content.model import Guide, Reference, Trial  # noqa: PLC0415  after the greeting

    for kind in (Guide, Trial, Reference):
        for item in desk.library.ids(kind):
            yield partial(_read, desk, kind, item)


def _read(desk: Desk, kind: "type[Item]", item: str) -> None:
    desk.state.safety(desk.library, desk.state.locale).item(kind, item)


def modules(*names: str) -> Iterator[Callable[[], object]]:
    """Give the steps that load modules, each alone."""
    return (lambda name=name: import_module(name) for name in names)  # type: ignore[misc]
