"""The keeper of a visit's life: asks who is still there, draws the curtain, lets staff in, hands over to the next."""

from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.idle import Idle, IdleTimes
from ui.routes import History, ToHome, ToWelcome
from ui.uses import Uses
from ui.wishes import KeepPlan, Leave, LetIn, Open, Printed, Wish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.frame.cover import Cover, Curtain, StillThere
    from ui.window import Window


class Keeper(QObject):
    """Looks after one window."""

    def __init__(self, window: "Window", times: IdleTimes) -> None:
        super().__init__(window)
        self._window = window
        self._room = window.desk.staff
        self._uses = Uses(self._room)
        self.idle = Idle(times, self._is_busy, self)
        self._drawn = QTimer(self, singleShot=True, interval=times.curtain * 1000)
        self._connect()

    def _connect(self) -> None:
        window = self._window
        window.asked.connect(self.do)
        window.erasing.connect(self._on_erasing)
        window.erased.connect(self._on_erased)
        window.stirred.connect(self.idle.stir)
        window.header.curtain_wanted.connect(self.draw_curtain)
        self.idle.warned.connect(self._warn)
        self.idle.ended.connect(self.end)
        self._drawn.timeout.connect(self.end)

    @cached_property
    def still_there(self) -> "StillThere":
        """Give the question whether somebody is still there, made when it is first asked."""
        from ui.frame.cover import StillThere  # noqa: PLC0415  nothing lies over the greeting; the same below

        cover = StillThere(self._window, self._window.language)
        cover.lifted.connect(self._stay)
        return cover

    @cached_property
    def curtain(self) -> "Curtain":
        """Give the curtain, made when it is first drawn."""
        from ui.frame.cover import Curtain  # noqa: PLC0415

        cover = Curtain(self._window, self._window.language)
        cover.lifted.connect(self._lift)
        return cover

    def _is_drawn(self) -> bool:
        return "curtain" in vars(self) and self.curtain.isVisible()

    def _made(self) -> "Iterator[Cover]":
        return (vars(self)[name] for name in ("still_there", "curtain") if name in vars(self))

    def do(self, wish: Wish) -> None:
        """Fulfil what the window leaves to its keeper."""
        match wish:
            case Printed():
                self._uses.printed += 1
            case KeepPlan(sentence):
                self._keep_plan(sentence)
            case Open():
                QTimer.singleShot(0, self, partial(self._open, wish))  # the screen that asks is let go
            case LetIn():
                self._window.is_staff_in = True
            case Leave():
                self._window.leave()

    def end(self) -> None:
        """End the visit, whoever is before the screen."""
        self._window.erase()

    def draw_curtain(self) -> None:
        """Show nothing at once; back within the time, else the visit ends."""
        self._window.listening.hush()
        self.curtain.language = self._window.language
        self.curtain.draw_over(self._window.header.curtain)
        self._drawn.start()

    def _is_busy(self) -> bool:
        window = self._window
        if isinstance(window.history.here, ToWelcome) or self._is_drawn():
            return True
        front = window.stage.front
        return window.listening.is_speaking or (front is not None and front.is_busy)

    def _warn(self, seconds: int) -> None:
        self.still_there.language = self._window.language
        self.still_there.count(seconds)

    def _stay(self) -> None:
        self.still_there.hide()
        self.idle.stay()

    def _lift(self) -> None:
        self._drawn.stop()
        self.curtain.hide()
        self.idle.stay()

    def _on_erasing(self) -> None:
        from ui.clipboard import forget  # noqa: PLC0415

        forget()
        self._drawn.stop()
        self.idle.stay()
        self._window.is_staff_in = False
        self._uses.close(self._window.history, self._window.state)

    def _on_erased(self) -> None:
        for cover in self._made():
            cover.forget(self._window.language)

    def _keep_plan(self, sentence: str) -> None:
        """Say what went wrong, with a code that brings the topics back today."""
        from ui.handoff import kept  # noqa: PLC0415  only where printing fails

        window = self._window
        window.banner.tell(kept(self._room, window.state.visit, sentence, window.language), "caution")

    def _open(self, wish: Open) -> None:
        """Begin a visit with what staff chose; their pages close, and nothing leads back to them."""
        from visit.ticket import opened  # noqa: PLC0415  only with a code

        window = self._window
        was_staff = window.is_staff_in
        window.is_staff_in = False
        window.stage.clear()
        window.state.begin_again()
        paper = window.state.visit.paper
        there = [info.code for info in window.desk.offered]
        code = wish.composition.locale if wish.composition.locale in there else "en"
        window.state.has_path = True
        window.state.replace(replace(opened(wish.composition), paper=paper, locale=code))
        self._uses.codes += not was_staff
        window.history = History(wish.to, (ToHome(),))
        window.speak(code)
