"""Home: large tiles, nothing deeper than three steps from here."""

from functools import partial
from typing import Final

from PySide6.QtGui import QResizeEvent

from i18n.language import Language
from ui.desk import Desk
from ui.override import override
from ui.page_screen import PageScreen
from ui.routes import Route, ToFood, ToHandout, ToLearn, ToMedicines, ToPath, ToQuizzes, ToReasons, ToStudies
from ui.topics import ToNutrients
from ui.widgets.button import Tile
from ui.widgets.grid import Grid

_ROOM_FOR_LEAD: Final = 22
"""A lower screen, in ems of the sentence under the title, gives its room to the tiles."""


class HomeScreen(PageScreen):
    """What one can do here."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._chosen = Tile("check")
        self._chosen.show_mark("next")
        self._chosen.clicked.connect(partial(self.wished.emit, ToPath()))
        self.column.addWidget(self._chosen)
        self._grid = grid = Grid(least_ems=10, most=4, is_even=True, fills=True)
        self.column.addLayout(grid, 1)
        ways: tuple[tuple[str, str, Route], ...] = (
            ("quiz", "", ToQuizzes()), ("pill", "warm", ToMedicines()), ("food", "good", ToFood()),
            ("nutrient", "note", ToNutrients()), ("learn", "", ToLearn()), ("study", "note", ToStudies()),
            ("scan", "warm", ToReasons()), ("handout", "", ToHandout()),
        )  # fmt: skip
        self._tiles = tuple(Tile(icon, is_upright=True, tone=tone) for icon, tone, _to in ways)
        for tile, (_icon, _tone, to) in zip(self._tiles, ways, strict=True):
            tile.clicked.connect(partial(self.wished.emit, to))
            grid.addWidget(tile)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lead.setVisible(self.height() > _ROOM_FOR_LEAD * self.lead.font().pixelSize())
        self._give_way()

    def _give_way(self) -> None:
        """Leave the second lines out where only then all eight ways are in sight at once."""
        for is_told in (True, False):
            for tile in self._tiles:
                tile.detail.setVisible(is_told)
            if self._fits():
                return
        for tile in self._tiles:
            tile.detail.show()

    def _fits(self) -> bool:
        sight = self.body.sight()
        above = [part for part in (self.head, self.lead, self._chosen) if part.isVisibleTo(self)]
        tall = sum(part.heightForWidth(sight.width()) + self.column.spacing() for part in above)
        return tall + self._grid.height_anew(sight.width()) <= sight.height()

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self.open_with(_("What would you like to do?"), _("Touch one. You can always come back here."))
        texts = (
            (_("Take a quiz"), _("See what you know")),
            (_("My medicines"), _("Tick what you take")),
            (_("My food"), _("What a week gives you")),
            (_("Nutrients"), _("What your bones need")),
            (_("Learn"), _("Short guides")),
            (_("What studies say"), _("Results in pictures")),
            (_("Do I need a scan?"), _("Reasons to ask")),
            (_("My handout"), _("See it and print it")),
        )
        for tile, (title, detail) in zip(self._tiles, texts, strict=True):
            tile.say(title, detail)
        self._chosen.say(_("Chosen for you"), _("Staff chose these for you. Take your time."))

    @override
    def show_route(self, route: Route) -> None:
        self._chosen.setVisible(self.state.has_path)
        self._give_way()


SCREEN = HomeScreen
