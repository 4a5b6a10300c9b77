"""The visit as the screens see it: a value that is replaced, and a signal when it was."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from content.library import Library

if TYPE_CHECKING:
    from ui.leaflet import Arrangement
    from visit.safety import Safety
    from visit.visit import Visit


class VisitState(QObject):
    """Hold the one visit of this window; `changed` follows every replacement by a different value.

    The first visit is made when it is asked for: the greeting is painted before anybody has one, and every visit begins
    with the day of its own. `turn` counts the changes.
    """

    changed = Signal()

    def __init__(
        self, locale: str, text_pt: int = 12, paper: str | None = None, clock: Callable[[], date] = date.today
    ) -> None:
        super().__init__()
        self._clock = clock
        self._text_pt, self._paper = text_pt, paper
        self._start_locale = locale
        self._now: Visit | None = None
        self._arranged: Arrangement | None = None
        self._safety: dict[str, Safety] = {}
        self.turn = 0
        self.has_path = False
        """Whether staff put something together for this visit."""

    def _begun(self) -> "Visit":
        from visit.visit import Paper, Visit  # noqa: PLC0415  see above

        paper = next((one for one in Paper if one.value == self._paper), None)
        return Visit(locale=self._start_locale, text_pt=self._text_pt, paper=paper, today=self._clock())

    @property
    def locale(self) -> str:
        """Give the locale of the visit as it is now."""
        return self._now.locale if self._now else self._start_locale

    @property
    def visit(self) -> "Visit":
        """Give the visit as it is now."""
        if self._now is None:
            self._now = self._begun()
        return self._now

    def replace(self, visit: "Visit") -> None:
        """Put another value in its place."""
        if visit != self.visit:
            self._now = visit
            self._tell()

    def safety(self, library: Library, code: str) -> "Safety":
        """Give the one door to content for the visit as it is now, in a language; its rules are worked out once."""
        known = self._safety.get(code)
        if known is None:
            from visit.safety import rules_for  # noqa: PLC0415  the greeting shows no content

            other = next(iter(self._safety.values()), None)
            known = other.in_locale(code) if other else rules_for(self.visit, library, code)
            self._safety[code] = known
        return known

    @property
    def arrangement(self) -> "Arrangement":
        """Give what the person did to the plan of their handout."""
        if self._arranged is None:
            from ui.leaflet import Arrangement  # noqa: PLC0415  see above

            self._arranged = Arrangement()
        return self._arranged

    def arrange(self, arrangement: "Arrangement") -> None:
        """Arrange the handout in another way."""
        if arrangement != self.arrangement:
            self._arranged = arrangement
            self._tell()

    def begin_again(self) -> None:
        """Forget everything: the visit is as it was when the application started."""
        self._now = self._arranged = None
        self.has_path = False
        self._tell()

    def _tell(self) -> None:
        self._safety.clear()
        self.turn += 1
        self.changed.emit()
