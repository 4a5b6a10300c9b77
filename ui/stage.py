"""Where screens appear: one at a time, each built when it is first wanted and kept."""

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from typing import Final

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import delete, isValid

from i18n.language import Language
from ui.desk import Desk
from ui.routes import Route
from ui.screen import Screen

_MOST_WAITING: Final = 6
"""Screens that wait where people may go next; each holds 2 to 3 megabytes."""


class Stage(QStackedWidget):
    """The screens. `wished` carries what the one in front wishes for."""

    wished = Signal(object)

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__()
        self._desk = desk
        self._language = language
        self._screens: dict[str, Screen] = {}
        self._waiting: list[Screen] = []

    @property
    def front(self) -> Screen | None:
        """Give the screen in front."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Screen) else None

    def show_route(self, route: Route) -> Screen:
        """Bring the screen of a route to the front and let it show the route."""
        self._swap_in(route)
        screen = self._screens.get(route.screen) or self._built(route.screen)
        screen.arrive(route)
        self.setCurrentWidget(screen)
        return screen

    def _swap_in(self, route: Route) -> None:
        """Take the screen that waits at a place, where there is one, for the one of its kind, which then waits."""
        known = self._screens.get(route.screen)
        waiting = next((one for one in self._waiting if one.is_at(route)), None)
        if waiting is not None and not (known is not None and known.is_at(route)):
            self._waiting.remove(waiting)
            self._screens[route.screen] = waiting
            self._waiting += [known] if known is not None else []

    def prepare(self, name: str) -> None:
        """Build a screen that will be wanted, out of sight."""
        if name not in self._screens:
            self._built(name)

    def ready(self, route: Route) -> Iterator[Callable[[], object]]:
        """List the steps that let a screen out of sight show a place, so that only bringing it to the front is left."""
        if route.screen not in self._screens:
            yield partial(self.prepare, route.screen)
        screen = self._screens.get(route.screen)
        if screen is not None and not screen.is_at(route):
            yield from self._steps(screen, route)

    def ready_aside(self, route: Route) -> Iterator[Callable[[], object]]:
        """List the steps that let a screen of its own wait at a place; the one of its kind stays as it is."""
        if any(one.is_at(route) for one in (*self._screens.values(), *self._waiting)):
            return
        kind = _kind(route.screen)
        screen = next((one for one in self._waiting if isinstance(one, kind) and not one.is_current), None)
        if screen is None:
            if len(self._waiting) >= _MOST_WAITING:
                self._drop(self._waiting.pop(0))
            screen = self._made(route.screen)
            self._waiting.append(screen)
        yield from self._steps(screen, route)

    def _steps(self, screen: Screen, route: Route) -> Iterator[Callable[[], object]]:
        for step in (partial(screen.arrive, route), partial(_dress, screen), partial(_lay_out, screen)):
            if isValid(screen) and screen is not self.currentWidget():
                screen.resize(self.size())
                yield step

    def speak(self, language: Language) -> None:
        """Hand every screen another language; each changes its words when it is next shown."""
        self._language = language
        for screen in (*self._screens.values(), *self._waiting):
            screen.speak(language)

    def clear(self) -> None:
        """Let every screen go, with whatever it remembers."""
        for screen in (*self._screens.values(), *self._waiting):
            self._drop(screen)
        self._screens.clear()
        self._waiting.clear()

    def keep_front(self) -> None:
        """Let the screens out of sight go: to dress them anew takes longer than to build them again."""
        front = {name: screen for name, screen in self._screens.items() if screen is self.currentWidget()}
        for screen in (*self._screens.values(), *self._waiting):
            if screen is not self.currentWidget():
                self._drop(screen)
        self._screens = front
        self._waiting.clear()

    def _drop(self, screen: Screen) -> None:
        self.removeWidget(screen)
        screen.hide()
        delete(screen)

    def _built(self, name: str) -> Screen:
        screen = self._screens[name] = self._made(name)
        return screen

    def _made(self, name: str) -> Screen:
        screen = _kind(name)(self._desk, self._language)
        screen.wished.connect(self.wished)
        self.addWidget(screen)
        return screen


def _kind(name: str) -> type[Screen]:
    kind: type[Screen] = import_module(f"ui.screens.{name}").SCREEN
    return kind


def _dress(screen: Screen) -> None:
    for part in screen.findChildren(QWidget):
        part.ensurePolished()


def _lay_out(screen: Screen) -> None:
    """Put everything in its place: Qt does so out of sight only for a picture, and of that one pixel is enough."""
    screen.grab(QRect(0, 0, 1, 1))
