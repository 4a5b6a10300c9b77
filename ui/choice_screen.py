"""A screen of tiles to choose from."""

from collections.abc import Iterable
from functools import partial
from typing import Final

from i18n.language import Language
from i18n.runs import Line
from ui.desk import Desk
from ui.page_screen import PageScreen
from ui.widgets.button import Tile
from ui.widgets.grid import Grid
from ui.wishes import Wish
from visit.elements import Element

GO_ON: Final = ("next", "ink")
DONE: Final = ("check", "good")
WARNED: Final = ("warning", "caution")


class ChoiceScreen(PageScreen):
    """Tiles in at most `most` columns, drawn anew whenever the visit changed."""

    most = 2

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._area = self.area()
        self._tiles = Grid(least_ems=15, most=self.most)
        self.column.addStretch(1)

    def begin_anew(self, elements: Iterable[Element] = ()) -> None:
        """Take all tiles away, and show these elements above the ones to come."""
        self._area.show_elements(elements)
        self._tiles = Grid(least_ems=15, most=self.most)
        self._area.column.addLayout(self._tiles)

    def add(self, icon: str, title: Line, detail: Line, to: Wish, mark: tuple[str, str] = GO_ON) -> None:
        """Add a tile that leads somewhere; `mark` is a sign and its tone."""
        tile = Tile(icon)
        tile.show_lines(title, detail)
        tile.show_mark(*mark)
        tile.clicked.connect(partial(self.wished.emit, to))
        self._tiles.addWidget(tile)
