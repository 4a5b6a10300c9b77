"""What is counted of a visit, where the clinic counts: which guides and quizzes, never who, and no medicine."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from ui.routes import History, Route, ToWelcome

if TYPE_CHECKING:
    from ui.staff_room import StaffRoom
    from ui.visit_state import VisitState


class Uses:
    """The uses of one visit: `printed` handouts, and `codes` that opened one."""

    def __init__(self, room: "StaffRoom | None") -> None:
        self._room = room
        self.printed = 0
        self.codes = 0

    def close(self, history: History[Route], state: "VisitState") -> None:
        """Add them to the clinic's counts, and begin anew; a visit that never began counts nothing."""
        has_begun = bool(history.behind) or not isinstance(history.here, ToWelcome)
        opened = _opened(state) if has_begun else ()
        counters = (*opened, *["handout.printed"] * self.printed, *["code.opened"] * self.codes)
        self.printed = self.codes = 0
        if self._room is not None and self._room.settings.counts_use and counters:
            _add(self._room, counters)


def _opened(state: "VisitState") -> tuple[str, ...]:
    guides = (one.guide for one in state.visit.guides)
    quizzes = (one.quiz for one in state.visit.answers)
    return ("visit", *dict.fromkeys((*guides, *quizzes)))


def _add(room: "StaffRoom", counters: Iterable[str]) -> None:
    from clinic.counts import BadCounter, add  # noqa: PLC0415  at the end of a visit, not before the first
    from clinic.staff_store import StaffStoreError  # noqa: PLC0415

    try:
        with room.store() as store:
            add(store, counters, date.today())
    except (StaffStoreError, BadCounter):
        return  # a count is never worth keeping the next person waiting
