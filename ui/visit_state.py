"""The visit as the screens see it: a value that is replaced, and a signal when it was."""

from PySide6.QtCore import QObject, Signal

from ui.leaflet import Arrangement
from visit.visit import Visit


class VisitState(QObject):
    """Hold the one visit of this window; `changed` follows every replacement by a different value."""

    changed = Signal()

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self._first = visit
        self._visit = visit
        self._arrangement = Arrangement()

    @property
    def visit(self) -> Visit:
        """Give the visit as it is now."""
        return self._visit

    def replace(self, visit: Visit) -> None:
        """Put another value in its place."""
        if visit != self._visit:
            self._visit = visit
            self.changed.emit()

    @property
    def arrangement(self) -> Arrangement:
        """Give what the person did to the plan of their handout."""
        return self._arrangement

    def arrange(self, arrangement: Arrangement) -> None:
        """Arrange the handout in another way."""
        if arrangement != self._arrangement:
            self._arrangement = arrangement
            self.changed.emit()

    def begin_again(self) -> None:
        """Forget everything: the visit is as it was when the application started."""
        self._arrangement = Arrangement()
        self.replace(self._first)
