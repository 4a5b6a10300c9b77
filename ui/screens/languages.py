"""Languages: change to another one in the middle of a visit; nothing that was answered is lost."""

from functools import partial

from i18n.language import Language
from i18n.locales import LocaleInfo
from ui.desk import Desk
from ui.override import override
from ui.page_screen import PageScreen
from ui.widgets.grid import Grid
from ui.widgets.language_tile import LanguageTile
from ui.wishes import GoBack, SpeakLanguage


class LanguagesScreen(PageScreen):
    """The languages on offer."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self.body.setProperty("look", "wide")
        grid = Grid(least_ems=12, most=5)
        self.column.addLayout(grid)
        self._tiles = tuple((info, LanguageTile(info)) for info in desk.offered)
        for info, tile in self._tiles:
            tile.clicked.connect(partial(self._choose, info))
            grid.addWidget(tile)
        self.column.addStretch(1)

    def _choose(self, info: LocaleInfo) -> None:
        self.wished.emit(SpeakLanguage(info.code))
        self.wished.emit(GoBack())

    @override
    def retranslate(self) -> None:
        self.open_with(self.gettext("Choose your language"), self.gettext("Your answers stay."))
        for info, tile in self._tiles:
            tile.show_language(self.desk.learn(info.code), self.library.coverage(info.code), self.language)


SCREEN = LanguagesScreen
