"""What bones need: each nutrient with goal, limit and source, and what is known and not known."""

from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from content.model import Guide, Nutrient
from i18n.language import Language
from i18n.runs import plain
from ui.desk import Desk
from ui.page_screen import PageScreen
from ui.routes import Route, ToAboutMe, ToFood, ToGuide, ToNutrients
from ui.widgets.button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.words import turn
from ui.wishes import Swap
from visit.naming import name_of
from visit.pages.nutrition import nutrient_page


class NutrientsScreen(PageScreen):
    """The nutrients; the chosen one is open below."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        ways = Flow()
        self._me, self._food = ActionButton("person"), ActionButton("food")
        self._me.clicked.connect(lambda: self.wished.emit(ToAboutMe()))
        self._food.clicked.connect(lambda: self.wished.emit(ToFood()))
        ways.addWidget(self._me)
        ways.addWidget(self._food)
        self.column.addLayout(ways)
        chips = Flow()
        self._chips = {nutrient: ActionButton() for nutrient in self.library.ids(Nutrient)}
        for nutrient, chip in self._chips.items():
            chip.setCheckable(True)
            chip.clicked.connect(partial(self._open, nutrient))
            chips.addWidget(chip)
        self.column.addLayout(chips)
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
        self.open_with(_("Nutrients"), _("Your goals depend on age and sex. Tell us about you to see yours."))
        self._me.say(_("About me"))
        self._food.say(_("What I eat"))
        self._read.say(_("Read the guide"))
        for nutrient, chip in self._chips.items():
            name = name_of(nutrient, self.library, self.language)
            chip.say(plain(name))
            turn(chip, name)

    @override
    def begin(self) -> QWidget | None:
        return next((chip for chip in self._chips.values() if chip.isChecked()), None)

    @override
    def show_route(self, route: Route) -> None:
        assert isinstance(route, ToNutrients)
        nutrient = route.nutrient or next(iter(self._chips))
        for one, chip in self._chips.items():
            chip.setChecked(one == nutrient)
        self._area.show_elements(nutrient_page(nutrient, self.visit, self.library, self.language))
        self._guide = self._guide_of(nutrient)
        self._read.setVisible(self._guide is not None)

    def _guide_of(self, nutrient: str) -> str | None:
        guides = (shown.item for shown in self.library.every(Guide))
        return next((guide.id for guide in guides if guide.nutrient == nutrient), None)


SCREEN = NutrientsScreen
