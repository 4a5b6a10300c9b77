"""The medicines that fit what is being typed."""

from functools import partial

from PySide6.QtCore import Signal

from content.library import Library
from content.model import Medicine, MedicineClass
from i18n.language import Language
from i18n.runs import plain
from ui.family_tiles import drawing
from ui.page_screen import Area
from ui.widgets.button import Tile
from ui.widgets.grid import Grid
from ui.widgets.picture_tile import PictureTile
from ui.widgets.spaces import Space
from ui.widgets.words import turn
from visit.medicines import Match, Nearness, search
from visit.naming import name_of
from visit.taking import takes
from visit.visit import Visit

_MOST = 6


def surely(typed: str, library: Library, language: Language) -> str | None:
    """Give the medicine that somebody means who presses Enter; none where names are only similar."""
    found = search(typed, library, language.code, 1)
    return found[0].medicine if found and found[0].nearness <= Nearness.WORD_BEGINS else None


class FoundMedicines(Area):
    """A tile for each, and one for the name as it was typed: `taken` carries the id, `own_taken` the name."""

    taken = Signal(str)
    own_taken = Signal(str)

    def __init__(self, library: Library) -> None:
        super().__init__(Space.SNUG)
        self._library = library

    def show_for(self, typed: str, visit: Visit, language: Language) -> None:
        """Show what fits; nothing where nothing is typed."""
        self.clear()
        if not typed:
            return
        grid = Grid(least_ems=15, most=2)
        for match in search(typed, self._library, language.code, _MOST):
            grid.addWidget(self._tile(match, visit, language))
        own = Tile("draft")
        own.say(language.gettext("Add “{name}” as I typed it").format(name=typed), language.gettext("Not in the list"))
        own.show_mark("plus")
        own.clicked.connect(partial(self.own_taken.emit, typed))
        grid.addWidget(own)
        self.column.addLayout(grid)

    def _tile(self, match: Match, visit: Visit, language: Language) -> Tile:
        is_family = match.medicine in self._library.ids(MedicineClass)
        line = name_of(match.medicine, self._library, language)
        family = match.medicine if is_family else self._library.get(Medicine, match.medicine).item.medicine_class
        tile = PictureTile(drawing(family, self._library, language)[0])
        shown = plain(line)
        kind = language.gettext("A kind of medicine") if is_family else plain(name_of(family, self._library, language))
        tile.say(shown if match.name == shown else f"{shown} ({match.name})", kind)
        turn(tile, line)
        tile.show_mark("check" if takes(visit, match.medicine) else "plus")
        tile.clicked.connect(partial(self.taken.emit, match.medicine))
        return tile
