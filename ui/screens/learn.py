"""Learn: the guides to choose from."""

from functools import partial

from typing_extensions import override

from content.model import Guide
from i18n.language import Language
from i18n.runs import plain
from ui.desk import Desk
from ui.page_screen import PageScreen
from ui.routes import Route, ToGuide
from ui.widgets.button import Tile
from ui.widgets.grid import Grid
from ui.widgets.words import turn
from visit.pages.listing import listed


class LearnScreen(PageScreen):
    """One tile for each guide."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._area = self.area()
        self.column.addStretch(1)

    @override
    def retranslate(self) -> None:
        self.open_with(
            self.gettext("Learn"), self.gettext("Short guides. Each one says what experts know and do not know.")
        )

    @override
    def show_route(self, route: Route) -> None:
        self._area.clear()
        grid = Grid(least_ems=15, most=2)
        for guide in self.library.ids(Guide):
            one = listed(Guide, guide, self.safety, self.language)
            tile = Tile("learn")
            tile.say(plain(one.title), "\n".join(map(plain, one.lines)))
            turn(tile, one.title)
            tile.show_mark("warning" if one.is_warned else "next", "caution" if one.is_warned else "ink")
            tile.clicked.connect(partial(self.wished.emit, ToGuide(guide)))
            grid.addWidget(tile)
        self._area.column.addLayout(grid)


SCREEN = LearnScreen
