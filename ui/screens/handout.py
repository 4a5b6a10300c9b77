"""My handout: every part with its reason; take out, move, choose size, languages and paper."""

from dataclasses import replace
from functools import partial

from i18n.language import Language
from i18n.runs import plain
from ui.desk import Desk
from ui.leaflet import Part, parts
from ui.override import override
from ui.page_screen import PageScreen
from ui.routes import Route, ToHome, ToPreview
from ui.widgets.button import ActionButton
from ui.widgets.choice import OneOf
from ui.widgets.flow import Flow
from ui.widgets.part_card import PartCard
from ui.widgets.spaces import Space, column, frame
from ui.widgets.words import Words
from visit.visit import NO_LIMIT, Paper

_SIZES = (12, 14, 18, 24)


class HandoutScreen(PageScreen):
    """What will be printed, and how."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._empty = Words("lead")
        self.column.addWidget(self._empty)
        top = Flow()
        self._see, self._more = ActionButton("print", "main"), ActionButton("home")
        self._see.clicked.connect(lambda: self.wished.emit(ToPreview()))
        self._more.clicked.connect(lambda: self.wished.emit(ToHome()))
        top.addWidget(self._see)
        top.addWidget(self._more)
        self.column.addLayout(top)
        self._list = self.area()
        self._how = frame("card")
        inside = column(self._how, space=Space.WIDE, margin=Space.WIDE)
        self._how_head = Words("heading")
        self._size = OneOf(_SIZES)
        self._beside = OneOf((None, *(info.code for info in desk.offered)))
        self._paper = OneOf((None, *Paper))
        self._length = OneOf((None, NO_LIMIT))
        self._size.chosen.connect(lambda size: self._set(text_pt=size))
        self._beside.chosen.connect(lambda code: self._set(beside=code))
        self._paper.chosen.connect(lambda paper: self._set(paper=paper))
        self._length.chosen.connect(lambda pages: self._set(pages=pages))
        for part in (self._how_head, self._length, self._size, self._beside, self._paper):
            inside.addWidget(part)
        self.column.addWidget(self._how)
        self.column.addStretch(1)

    def _set(self, **chosen: object) -> None:
        self.state.replace(replace(self.visit, **chosen))  # type: ignore[arg-type]

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self.open_with(_("My handout"), _("This is what you take home. Each part says why it is here."))
        self._empty.setText(_("It is empty so far. Take a quiz or tick your medicines first."))
        self._see.say(_("See and print"))
        self._more.say(_("Add more"))
        self._how_head.setText(_("How to print it"))
        sizes = dict(zip(_SIZES, (_("Normal"), _("Medium"), _("Large"), _("Largest")), strict=True))
        self._size.say(_("Size of the words"), sizes)
        names = {info.code: info.own_name for info in self.desk.offered}
        self._beside.say(_("A second language beside it"), {None: _("None"), **names})
        self._beside.withhold({self.language.code})
        papers = {None: _("Usual here"), Paper.LETTER: _("Letter"), Paper.A4: _("A4")}
        lengths = {None: _("Short: what matters most"), NO_LIMIT: _("Everything")}
        self._length.say(_("How long"), lengths)
        self._paper.say(_("Paper"), {**{paper: paper.value for paper in Paper}, **papers})

    @override
    def show_route(self, route: Route) -> None:
        self._size.show_value(self.visit.text_pt)
        self._beside.show_value(self.visit.beside)
        self._paper.show_value(self.visit.paper)
        self._length.show_value(self.visit.pages)
        self._show_parts()

    def _show_parts(self) -> None:
        self._list.clear()
        shown = parts(self.visit, self.state.arrangement, self.library, self.language)
        for place, part in enumerate(shown):
            self._list.column.addWidget(self._card(part, place, tuple(one.section.id for one in shown)))
        for widget in (self._see, self._how, self._list):
            widget.setVisible(bool(shown))
        self._empty.setVisible(not shown)

    def _card(self, part: Part, place: int, order: tuple[str, ...]) -> PartCard:
        title = plain(part.section.title)
        card = PartCard(part.section.title, part.section.reason)
        for name, pattern in (
            ("up", self.gettext("Move up: {part}")),
            ("down", self.gettext("Move down: {part}")),
            ("close", self.gettext("Take out: {part}")),
        ):
            card.buttons[name].say(pattern.format(part=title))
        card.buttons["up"].setEnabled(place > 0)
        card.buttons["down"].setEnabled(place < len(order) - 1)
        card.buttons["close"].setVisible(part.may_go)
        card.buttons["up"].clicked.connect(partial(self._move, order, place, -1))
        card.buttons["down"].clicked.connect(partial(self._move, order, place, 1))
        card.buttons["close"].clicked.connect(partial(self._take_out, part.section.id))
        return card

    def _move(self, order: tuple[str, ...], place: int, by: int) -> None:
        new = list(order)
        new.insert(place + by, new.pop(place))
        self.state.arrange(replace(self.state.arrangement, order=tuple(new)))
        self._show_parts()

    def _take_out(self, block: str) -> None:
        self.state.arrange(self.state.arrangement.without(block))
        self._show_parts()


SCREEN = HandoutScreen
