"""The kinds of medicine to tick, each with its drawing."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal

from content.library import Library
from content.model import MedicineClass, Picture
from i18n.language import Language
from ui.page_screen import Area
from ui.widgets.grid import Grid
from ui.widgets.picture_tile import PictureTile
from visit.naming import name_of


def drawing(family: str, library: Library, language: Language) -> tuple[str, str]:
    """Give the file of a kind's drawing and the words that stand for it; nothing where it has none."""
    picture = library.get(MedicineClass, family).item.picture
    if picture is None:
        return "", ""
    shown = library.get(Picture, picture, language.code).item
    return shown.file, shown.alt


class FamilyTiles(Area):
    """Tiles in the order of the reader's alphabet; `toggled` carries the kind and whether it is ticked."""

    toggled = Signal(str, bool)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._spoken = ""
        self.tiles: dict[str, PictureTile] = {}

    def show_in(self, language: Language, is_taken: Callable[[str], bool]) -> None:
        """Show the kinds in a language, and which are taken; drawn anew only in another language."""
        if self._spoken != language.code:
            self._spoken = language.code
            self._draw(language)
        for family, tile in self.tiles.items():
            tile.setChecked(is_taken(family))
            tile.show_mark("check" if is_taken(family) else "plus")

    def _draw(self, language: Language) -> None:
        self.clear()
        self.tiles = {}
        grid = Grid(least_ems=17, most=4)
        for family in self._library.listed(MedicineClass, language.code):
            file, alt = drawing(family, self._library, language)
            tile = PictureTile(file)
            tile.show_lines(name_of(family, self._library, language))
            tile.setAccessibleDescription(alt)
            tile.setCheckable(True)
            tile.clicked.connect(partial(self._tell, family))
            grid.addWidget(tile)
            self.tiles[family] = tile
        self.column.addLayout(grid)

    def _tell(self, family: str) -> None:
        self.toggled.emit(family, self.tiles[family].isChecked())
