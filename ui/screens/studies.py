"""The studies to choose from."""

from content.model import Trial
from ui.choice_screen import GO_ON, WARNED, ChoiceScreen
from ui.override import override
from ui.routes import Route
from ui.topics import ToStudy
from ui.widgets.directions import foreign_tag
from visit.wording import isolated


class StudiesScreen(ChoiceScreen):
    """One tile for each study: its name, its year, what was measured."""

    @override
    def retranslate(self) -> None:
        self.open_with(
            self.gettext("What studies say"),
            self.gettext("Each study with its numbers, what weakens it, and who paid for it."),
        )

    @override
    def show_route(self, route: Route) -> None:
        trials = self.library.ids(Trial)
        cleared = [self.safety.piece(Trial, trial, lambda item: item.outcome) for trial in trials]
        self.begin_anew(self.notices(cleared))
        for trial, outcome in zip(trials, cleared, strict=True):
            if outcome.piece is not None:
                item = self.library.get(Trial, trial).item
                name = item.name if item.year in item.name else f"{item.name}, {item.year}"
                mark = WARNED if item.is_withdrawn else GO_ON
                measured = self.line(outcome)
                self.add("study", isolated(name, foreign_tag(measured)), measured, ToStudy(trial), mark)

    @override
    def onward(self) -> tuple[Route, ...]:
        return tuple(map(ToStudy, self.library.ids(Trial)[:2]))


SCREEN = StudiesScreen
