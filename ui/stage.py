"""Where screens appear: one at a time, each built when it is first wanted and kept."""

from importlib import import_module

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from i18n.language import Language
from ui.desk import Desk
from ui.routes import Route
from ui.screen import Screen


class Stage(QStackedWidget):
    """The screens. `wished` carries what the one in front wishes for."""

    wished = Signal(object)

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__()
        self._desk = desk
        self._language = language
        self._screens: dict[str, Screen] = {}

    @property
    def front(self) -> Screen | None:
        """Give the screen in front."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Screen) else None

    def show_route(self, route: Route) -> Screen:
        """Bring the screen of a route to the front and let it show the route."""
        screen = self._screens.get(route.screen) or self._built(route.screen)
        screen.arrive(route)
        self.setCurrentWidget(screen)
        return screen

    def prepare(self, name: str) -> None:
        """Build a screen that will be wanted, out of sight."""
        if name not in self._screens:
            self._built(name)

    def ready(self, route: Route) -> None:
        """Let a screen out of sight show a place, and dress it, so that only bringing it to the front is left."""
        screen = self._screens.get(route.screen) or self._built(route.screen)
        if screen is not self.currentWidget() and not screen.is_at(route):
            screen.arrive(route)
            screen.resize(self.size())
            for part in screen.findChildren(QWidget):
                part.ensurePolished()

    def speak(self, language: Language) -> None:
        """Hand every screen another language; each changes its words when it is next shown."""
        self._language = language
        for screen in self._screens.values():
            screen.speak(language)

    def clear(self) -> None:
        """Let every screen go, with whatever it remembers."""
        for name in tuple(self._screens):
            self._let_go(name)

    def keep_front(self) -> None:
        """Let the screens out of sight go: to dress them anew takes longer than to build them again."""
        for name, screen in tuple(self._screens.items()):
            if screen is not self.currentWidget():
                self._let_go(name)

    def _let_go(self, name: str) -> None:
        screen = self._screens.pop(name)
        self.removeWidget(screen)
        screen.hide()
        shiboken6.delete(screen)

    def _built(self, name: str) -> Screen:
        kind: type[Screen] = import_module(f"ui.screens.{name}").SCREEN
        screen = kind(self._desk, self._language)
        screen.wished.connect(self.wished)
        self._screens[name] = screen
        self.addWidget(screen)
        return screen
