"""The studies to choose from."""

from functools import partial

from typing_extensions import override

from content.model import Trial
from i18n.language import Language
from i18n.runs import plain
from ui.desk import Desk
from ui.page_screen import PageScreen
from ui.routes import Route, ToStudy
from ui.widgets.button import Tile
from ui.widgets.grid import Grid
from ui.widgets.words import turn


class StudiesScreen(PageScreen):
    """One tile for each study: its name, its year, what was measured."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._area = self.area()
        self.column.addStretch(1)

    @override
    def retranslate(self) -> None:
        self.open_with(
            self.gettext("What studies say"),
            self.gettext("Each study with its numbers, what weakens it, and who paid for it."),
        )

    @override
    def show_route(self, route: Route) -> None:
        self._area.clear()
        trials = self.library.ids(Trial)
        cleared = [self.safety.piece(Trial, trial, lambda item: item.outcome) for trial in trials]
        self._area.show_elements(self.notices(cleared))
        grid = Grid(least_ems=15, most=2)
        for trial, outcome in zip(trials, cleared, strict=True):
            if outcome.piece is None:
                continue
            item = self.library.get(Trial, trial).item
            tile = Tile("study")
            tile.say(
                f"{item.name}, {item.year}" if item.year not in item.name else item.name, plain(self.line(outcome))
            )
            turn(tile, self.line(outcome))
            tile.show_mark("warning" if item.is_withdrawn else "next", "caution" if item.is_withdrawn else "ink")
            tile.clicked.connect(partial(self.wished.emit, ToStudy(trial)))
            grid.addWidget(tile)
        self._area.column.addLayout(grid)


SCREEN = StudiesScreen
