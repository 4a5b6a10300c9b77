"""Reasons to ask for a bone scan: tick what fits. No score, no chance of a break."""

from dataclasses import replace
from functools import partial

from content.model import Screening
from i18n.language import Language
from ui.desk import Desk
from ui.override import override
from ui.page_screen import PageScreen
from ui.routes import Route, ToAboutMe
from ui.widgets.button import ActionButton, Tile
from ui.widgets.flow import Flow
from ui.widgets.grid import Grid
from visit.pages.medicines import scan_page
from visit.self_check import questions


class ReasonsScreen(PageScreen):
    """A list to tick, and below it what to say to the doctor."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._list = self.area()
        self._found = self.area()
        self._me = ActionButton("person")
        self._me.clicked.connect(lambda: self.wished.emit(ToAboutMe()))
        buttons = Flow()
        buttons.addWidget(self._me)
        self.column.addLayout(buttons)
        self.column.addStretch(1)

    @override
    def retranslate(self) -> None:
        self.open_with(
            self.gettext("Do I need a scan?"),
            self.gettext("Touch what is true for you. This does not tell how strong your bones are."),
        )
        self._me.say(self.gettext("About me"))

    @override
    def show_route(self, route: Route) -> None:
        self._list.clear()
        grid = Grid(least_ems=15, most=2)
        for row in questions(self.library):
            cleared = self.safety.piece(Screening, row, lambda item: item.text)
            if cleared.piece is None:
                continue
            tile = Tile()
            tile.show_lines(self.line(cleared))
            tile.setCheckable(True)
            tile.setChecked(row in self.visit.reasons)
            tile.show_mark("check" if row in self.visit.reasons else "plus")
            tile.clicked.connect(partial(self._toggle, row, tile))
            grid.addWidget(tile)
        self._list.column.addLayout(grid)
        self._show_found()

    def _toggle(self, row: str, tile: Tile) -> None:
        is_on = tile.isChecked()
        kept = tuple(one for one in self.visit.reasons if one != row)
        self.state.replace(replace(self.visit, reasons=(*kept, row) if is_on else kept))
        tile.show_mark("check" if is_on else "plus")
        self._show_found()

    def _show_found(self) -> None:
        self._found.show_elements(scan_page(self.visit, self.library, self.language))


SCREEN = ReasonsScreen
