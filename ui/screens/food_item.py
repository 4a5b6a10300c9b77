"""One food: what is in it, what is not known, and where the numbers are from."""

from PySide6.QtWidgets import QWidget

from content.model import Food
from i18n.language import Language
from i18n.runs import plain
from ui.desk import Desk
from ui.override import override
from ui.page_screen import PageScreen
from ui.routes import Route, ToFood
from ui.topics import ToFoodItem
from ui.week import show, step
from ui.widgets.button import ActionButton
from ui.widgets.counter import Counter
from ui.widgets.spaces import Space, column, frame, row
from ui.widgets.words import turn
from visit.elements import Element, Heading, Paragraph
from visit.naming import name_of
from visit.pages.nutrition import food_page
from visit.wording import isolated, strong


class FoodItemScreen(PageScreen):
    """A food to look at and to count."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._food = ""
        self._box = frame("card")
        inside = column(self._box, space=Space.SNUG, margin=Space.STEP)
        self._counter = Counter()
        self._counter.stepped.connect(self._step)
        inside.addWidget(self._counter)
        beside = row()
        beside.addWidget(self._box, 3)
        beside.addStretch(1)
        self.column.addLayout(beside)
        self._area = self.area()
        self._all = ActionButton("food")
        self.ways((self._all, ToFood()))
        self.column.addStretch(1)

    @override
    def retranslate(self) -> None:
        self._all.say(self.gettext("What I eat"))

    @override
    def begin(self) -> QWidget:
        return self.body

    @override
    def show_route(self, route: Route) -> None:
        assert isinstance(route, ToFoodItem)
        self._food = route.food
        name = name_of(route.food, self.library, self.language)
        self.open_with(plain(name))
        turn(self.head, name)
        self._counter.say(
            self.gettext("Less often: {food}").format(food=plain(name)),
            self.gettext("More often: {food}").format(food=plain(name)),
        )
        elements = food_page(route.food, self.visit, self.library, self.language)
        shown = (one for one in elements if not (isinstance(one, Heading) and plain(one.text) == plain(name)))
        self._area.show_elements((*shown, *self._sources()))
        self._show_count()
        self.body.to_top()

    def _sources(self) -> tuple[Element, ...]:
        """Say where the numbers are from, in the words of the record."""
        food = self.library.get(Food, self._food).item
        _ = self.language.gettext
        every = ((_("Where the numbers are from"), food.source), (_("Where the serving is from"), food.measure_source))
        records = tuple((label, record) for label, record in every if record)
        return tuple(Paragraph((*strong(f"{label}: "), *isolated(record, lang="en"))) for label, record in records)

    def _show_count(self) -> None:
        show(self._counter, self.visit, self._food, self.language)

    def _step(self, by: int) -> None:
        self.state.replace(step(self.visit, self._food, by))
        self._show_count()


SCREEN = FoodItemScreen
