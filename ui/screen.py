"""What every screen is: it shows a route, says its words anew in another language, and emits wishes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from i18n.language import Language
from ui.desk import Desk
from ui.routes import Route
from ui.widgets.words import Words

if TYPE_CHECKING:
    from visit.safety import Safety
    from visit.visit import Visit


class Screen(QWidget):
    """One screen. Words are set in `retranslate` and nowhere else; `wished` carries a Wish for the window to fulfil."""

    wished = Signal(object)
    is_always_new: ClassVar[bool] = False
    """Whether it is drawn anew on every arrival, even where neither place nor visit nor language changed."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__()
        self.desk = desk
        self.library = desk.library
        self.state = desk.state
        self.language = language
        self._turn()
        self._is_stale = True
        self._shown: tuple[Route, int, str] | None = None

    @property
    def visit(self) -> "Visit":
        """Give the visit as it is now."""
        return self.state.visit

    @property
    def safety(self) -> "Safety":
        """Give the one door to content: the rules of the visit as it is now, in the language shown."""
        return self.state.safety(self.library, self.language.code)

    @property
    def is_busy(self) -> bool:
        """Tell whether the machine is at work for the person here, so that nothing may end meanwhile."""
        return False

    def gettext(self, message: str) -> str:
        """Translate an interface sentence; not named `_`, which Qt for Python 6.11 does not find."""
        return self.language.gettext(message)

    @property
    def was_shown(self) -> bool:
        """Tell whether it ever showed a place, if only out of sight."""
        return self._shown is not None

    def is_at(self, route: Route) -> bool:
        """Tell whether this screen shows a place, in the words and for the visit as they are now."""
        return not self._is_stale and self._shown == (route, self.state.turn, self.language.code)

    @property
    def is_current(self) -> bool:
        """Tell whether what it shows is as it would be drawn now."""
        return self._shown is not None and self.is_at(self._shown[0])

    def arrive(self, route: Route) -> None:
        """Come to this screen: words first if the language changed meanwhile, then the route."""
        was_stale, self._is_stale = self._is_stale, False
        if was_stale:
            self._turn()
            self.retranslate()
        shown = (route, self.state.turn, self.language.code)
        if was_stale or shown != self._shown or self.is_always_new:
            self._shown = shown
            self.show_route(route)

    def _turn(self) -> None:
        """Read from the side the language is read from; out of sight a screen need not turn with the others."""
        is_rtl = self.language.direction == "rtl"
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)

    def title(self) -> str:
        """Say in a few words where one is; a screen reader hears it on arrival."""
        return ""

    def retranslate(self) -> None:
        """Set all words that do not depend on the route."""

    def show_route(self, route: Route) -> None:
        """Show a place; also called when the language changes there."""

    def begin(self) -> QWidget | None:
        """Name the widget that takes the keyboard on arrival, if it is not the first."""
        return None

    def onward(self) -> tuple[Route, ...]:
        """Name the places people are likely to go to from here, to have them ready; to show one changes no visit."""
        return ()

    def spoken(self) -> Iterator[Words]:
        """List the labels to read aloud, from top to bottom."""
        shown = (label for label in self.findChildren(Words) if label.isVisibleTo(self) and label.text().strip())
        from ui.reader import in_order  # noqa: PLC0415  when somebody first listens

        return iter(in_order(shown, self))

    def speak(self, language: Language) -> None:
        """Use another language, or the same with other words, from the next arrival on."""
        self.language = language
        self._is_stale, self._safety = True, None
