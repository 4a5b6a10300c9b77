"""What bones need: each nutrient with goal, limit and source, and what is known and not known."""

from functools import partial

from PySide6.QtWidgets import QWidget

from content.model import Guide, Nutrient
from i18n.language import Language
from i18n.runs import Line
from ui.desk import Desk
from ui.override import override
from ui.page_screen import PageScreen
from ui.routes import Route, ToAboutMe, ToFood
from ui.topics import ToGuide, ToNutrients, ToPills
from ui.widgets.button import ActionButton, Tile
from ui.widgets.flow import Flow
from ui.widgets.grid import Grid
from ui.widgets.nutrient_chips import NutrientChips
from ui.wishes import Swap
from visit.intake import standing
from visit.naming import name_of
from visit.pages.nutrition import goal_card, nutrient_page


class NutrientsScreen(PageScreen):
    """All nutrients as cards, or one of them open."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._me, self._food = ActionButton("person"), ActionButton("food")
        self._pills = ActionButton("pill")
        self.ways((self._me, ToAboutMe()), (self._food, ToFood()), (self._pills, ToPills()))
        self._nutrients = NutrientChips(self.library.ids(Nutrient))
        self._nutrients.chosen.connect(self._open)
        self.column.addWidget(self._nutrients)
        self._area = self.area()
        self._read = ActionButton("learn")
        self._read.clicked.connect(self._open_guide)
        last = Flow()
        last.addWidget(self._read)
        self.column.addLayout(last)
        self.column.addStretch(1)
        self._guide: str | None = None

    def _open(self, nutrient: str) -> None:
        self.wished.emit(Swap(ToNutrients(nutrient)))

    def _open_guide(self) -> None:
        if self._guide is not None:
            self.wished.emit(ToGuide(self._guide))

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self._me.say(_("About me"))
        self._food.say(_("What I eat"))
        self._pills.say(_("My vitamins and minerals"))
        self._read.say(_("Read the guide"))
        self._nutrients.say({one: name_of(one, self.library, self.language) for one in self._nutrients.chips})

    @override
    def begin(self) -> QWidget | None:
        return next((chip for chip in self._nutrients.chips.values() if chip.isChecked()), self._me)

    @override
    def show_route(self, route: Route) -> None:
        assert isinstance(route, ToNutrients)
        is_told = self.visit.sex is not None and self.visit.age is not None
        ask = self.gettext("Your goals depend on age and sex. Tell us about you to see yours.")
        self.open_with(self.gettext("Nutrients"), "" if is_told else ask)
        self._nutrients.show_open(route.nutrient)
        self._nutrients.setVisible(route.nutrient is not None)
        self._guide = self._guide_of(route.nutrient) if route.nutrient else None
        self._read.setVisible(self._guide is not None)
        if route.nutrient is None:
            self._show_cards()
        else:
            self._area.show_elements(nutrient_page(route.nutrient, self.visit, self.library, self.language))
        self.body.to_top()

    def _show_cards(self) -> None:
        """Show every nutrient with its goal and limit, each with its source; no goal where a rule speaks of it."""
        cleared = {one: self.safety.piece(Nutrient, one, lambda item: item.name) for one in self._nutrients.chips}
        self._area.show_elements(self.notices(cleared.values()))
        grid = Grid(least_ems=15, most=3)
        for nutrient, name in cleared.items():
            tile = Tile()
            line = name_of(nutrient, self.library, self.language)
            goals = self._goals(nutrient) if name.is_plain else ()
            tile.show_lines(line, goals)
            tile.stand(is_high=True)
            tile.show_mark("next")
            tile.clicked.connect(partial(self.wished.emit, ToNutrients(nutrient)))
            grid.addWidget(tile)
        self._area.column.addLayout(grid)

    def _goals(self, nutrient: str) -> Line:
        return goal_card(standing(nutrient, self.visit, self.library), self.visit, self.language)

    def _guide_of(self, nutrient: str) -> str | None:
        guides = (shown.item for shown in self.library.every(Guide))
        return next((guide.id for guide in guides if guide.nutrient == nutrient), None)


SCREEN = NutrientsScreen
