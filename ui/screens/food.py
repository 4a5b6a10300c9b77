"""My food: a week of foods by plus and minus, and what it gives against the goals."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer

from content.model import Food
from i18n.language import Language
from i18n.runs import plain
from ui.desk import Desk
from ui.food_words import kitchens, shelves
from ui.override import override
from ui.page_screen import PageScreen
from ui.routes import Route, ToAboutMe
from ui.topics import ToFoodItem, ToNutrients, ToPills
from ui.week import show, step
from ui.widgets.button import ActionButton
from ui.widgets.choice import AnyOf, OneOf
from ui.widgets.flow import Flow
from ui.widgets.food_card import FoodCard
from ui.widgets.grid import Grid
from ui.widgets.words import Words
from visit.pages.nutrition import nutrients_page
from visit.safety import Cleared

_AT_A_TIME = 24


class FoodScreen(PageScreen):
    """What a person eats in a week."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        foods = tuple(shown.item for shown in self.library.every(Food))
        self._cuisines = tuple(dict.fromkeys(one for food in foods for one in food.cuisines if one != "general"))
        self._groups = tuple(dict.fromkeys(food.group for food in foods))
        self._group = self._groups[0] if self._groups else ""
        self._kitchens = ActionButton("globe")
        self._kitchens.setCheckable(True)
        self._kitchen = AnyOf(self._cuisines)
        self._kitchen.hide()
        self._kitchen.chosen.connect(self._set_cuisines)
        self._kitchens.toggled.connect(self._kitchen.setVisible)
        buttons = Flow()
        self._me, self._needs = ActionButton("person"), ActionButton("nutrient")
        self._pills = ActionButton("pill")
        self._pills.clicked.connect(lambda: self.wished.emit(ToPills()))
        self._me.clicked.connect(lambda: self.wished.emit(ToAboutMe()))
        self._needs.clicked.connect(lambda: self.wished.emit(ToNutrients()))
        buttons.addWidget(self._me)
        buttons.addWidget(self._needs)
        buttons.addWidget(self._pills)
        buttons.addWidget(self._kitchens)
        self.column.addLayout(buttons)
        self._shelf = OneOf(self._groups)
        self._shelf.chosen.connect(self._open_shelf)
        self._list_head = Words("heading")
        self.column.addWidget(self._list_head)
        self.column.addWidget(self._kitchen)
        self.column.addWidget(self._shelf)
        self._list = self.area()
        self._bars = self.area()
        self.column.addStretch(1)
        self._cards: dict[str, FoodCard] = {}
        self._wait = QTimer(self, singleShot=True, interval=150)
        self._wait.timeout.connect(self._show_bars)

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self.open_with(_("My food"), _("How often do you eat these in a week? Touch + for each serving."))
        self._me.say(_("About me"))
        self._needs.say(_("What I need"))
        self._pills.say(_("My vitamins and minerals"))
        self._list_head.setText(_("Foods"))
        self._kitchens.say(_("Kitchens"))
        self._kitchen.say(_("Kitchens I know"), kitchens(self.language))
        self._shelf.say(_("Kind of food"), shelves(self.language))

    @override
    def show_route(self, route: Route) -> None:
        self._kitchen.show_values(self.visit.cuisines)
        self._shelf.show_value(self._group)
        self._show_list()
        self._show_bars()

    def _set_cuisines(self, cuisines: tuple[str, ...]) -> None:
        self.state.replace(replace(self.visit, cuisines=cuisines))
        self._show_list()

    def _open_shelf(self, group: str) -> None:
        self._group = group
        self._show_list()

    def _fits(self, food: Food) -> bool:
        mine = {"general", *self.visit.cuisines}
        is_mine = not self.visit.cuisines or bool(mine.intersection(food.cuisines))
        return food.group == self._group and is_mine

    def _show_list(self) -> None:
        self._list.clear()
        self._cards = {}
        grid = Grid(least_ems=16, most=3)
        ids = [shown.item.id for shown in self.library.every(Food) if self._fits(shown.item)]
        order = self.library.listed(Food, self.language.code)
        cleared = [self.safety.item(Food, food) for food in sorted(ids[:_AT_A_TIME], key=order.index)]
        self._list.show_elements(self.notices(cleared))
        for one in cleared:
            if one.piece is not None:
                grid.addWidget(self._card(one, one.piece))
        self._list.column.addLayout(grid)

    def _card(self, cleared: Cleared[Food], food: Food) -> FoodCard:
        name, measure = (self.text(text, cleared.locale) for text in (food.name, food.measure))
        less = self.gettext("Less often: {food}").format(food=plain(name))
        more = self.gettext("More often: {food}").format(food=plain(name))
        card = FoodCard(name, measure, less, more)
        card.about.say(self.gettext("What is in it: {food}").format(food=plain(name)))
        card.about.clicked.connect(partial(self.wished.emit, ToFoodItem(food.id)))
        card.stepped.connect(partial(self._step, food.id))
        self._cards[food.id] = card
        self._show_count(food.id)
        return card

    def _show_count(self, food: str) -> None:
        show(self._cards[food].counter, self.visit, food, self.language)

    def _step(self, food: str, by: int) -> None:
        self.state.replace(step(self.visit, food, by))
        self._show_count(food)
        self._wait.start()

    def _show_bars(self) -> None:
        self._bars.show_elements(
            nutrients_page(self.visit, self.library, self.language) if self.visit.foods or self.visit.pills else ()
        )


SCREEN = FoodScreen
