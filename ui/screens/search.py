"""Search in everything: guides, medicines, foods, studies, words."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from content.library import Hit
from i18n.language import Language
from ui.desk import Desk
from ui.override import override
from ui.page_screen import PageScreen
from ui.routes import Route, ToLearn, ToMedicines
from ui.topics import ToFoodItem, ToGuide, ToNutrients, ToQuestion, ToStudy
from ui.widgets.button import Tile
from ui.widgets.field import Field
from ui.widgets.words import Words
from visit.safety import Cleared

_MOST = 20
_ICONS = {
    "guide": "learn",
    "medicine": "pill",
    "food": "food",
    "trial": "study",
    "nutrient": "nutrient",
    "quiz": "quiz",
}
_KINDS = ("guide", "quiz", "medicine", "medicine-class", "nutrient", "food", "trial", "term")


class SearchScreen(PageScreen):
    """A field, and what was found as one types."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._wait = QTimer(self, singleShot=True, interval=80)
        self._wait.timeout.connect(self._look)
        self._field = Field()
        self._field.typed.connect(self._wait.start)
        self.column.addWidget(self._field)
        self._none = Words("soft")
        self.column.addWidget(self._none)
        self._found = self.area()
        self.column.addStretch(1)

    @override
    def retranslate(self) -> None:
        self.open_with(self.gettext("Search"))
        self._field.speak(self.language, self.gettext("A word, a food or a medicine"))
        self._none.setText(self.gettext("Nothing found. Try fewer letters."))

    @override
    def begin(self) -> QWidget:
        return self._field.edit

    @override
    def show_route(self, route: Route) -> None:
        self._look()

    def _look(self) -> None:
        typed = self._field.edit.text().strip()
        hits = self.safety.hits(typed, _MOST, _KINDS) if typed else ()
        self._found.show_elements(self.notices(hits))
        for cleared in hits:
            if cleared.piece is not None:
                self._found.column.addWidget(self._tile(cleared, cleared.piece))
        self._none.setVisible(bool(typed) and not hits)

    def _tile(self, cleared: Cleared[Hit], hit: Hit) -> Tile:
        title, snippet = self.text(hit.title, cleared.locale), self.text(hit.snippet, cleared.locale)
        tile = Tile(_ICONS.get(hit.kind, "info"))
        tile.show_lines(title, snippet)
        tile.show_mark("next")
        tile.clicked.connect(partial(self.wished.emit, _route(hit)))
        return tile


def _route(hit: Hit) -> Route:
    with_id: dict[str, Callable[[str], Route]] = {
        "guide": ToGuide, "quiz": ToQuestion, "nutrient": ToNutrients, "trial": ToStudy, "food": ToFoodItem,
    }  # fmt: skip
    without: dict[str, Route] = {"medicine": ToMedicines(), "medicine-class": ToMedicines()}
    return with_id[hit.kind](hit.id) if hit.kind in with_id else without.get(hit.kind, ToLearn())


SCREEN = SearchScreen
