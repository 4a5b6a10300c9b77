"""One guide, in two depths, with its sources."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from content.model import Depth, Guide, Term
from i18n.language import Language
from i18n.runs import plain
from ui.desk import Desk
from ui.override import override
from ui.page_screen import PageScreen
from ui.routes import Route
from ui.topics import ToGuide, ToSources
from ui.widgets.button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.words import Words
from ui.wishes import Swap
from visit.elements import Heading, Terms
from visit.pages.guide import guide_page
from visit.visit import Opened


class GuideScreen(PageScreen):
    """A guide to read, to have read aloud, and to take home."""

    is_reading = True

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._route = ToGuide("")
        choices = Flow()
        self._short, self._more = ActionButton(), ActionButton()
        for button, depth in ((self._short, Depth.SHORT), (self._more, Depth.MORE)):
            button.setCheckable(True)
            button.clicked.connect(partial(self._dig, depth))
            choices.addWidget(button)
        self._take = ActionButton("plus", "main")
        self._take.clicked.connect(self._take_home)
        choices.addWidget(self._take)
        self.column.addLayout(choices)
        self._area = self.area()
        self._words_head = Words("heading")
        self.column.addWidget(self._words_head)
        self._words = self.area()
        ways = Flow()
        self._sources = ActionButton("source")
        self._sources.clicked.connect(lambda: self.wished.emit(ToSources(self._route.guide)))
        ways.addWidget(self._sources)
        self.column.addLayout(ways)
        self.column.addStretch(1)

    def _dig(self, depth: Depth) -> None:
        self.wished.emit(Swap(replace(self._route, depth=depth)))

    @property
    def _opened(self) -> Opened | None:
        return next((one for one in self.visit.guides if one.guide == self._route.guide), None)

    def _take_home(self) -> None:
        others = tuple(one for one in self.visit.guides if one.guide != self._route.guide)
        mine = () if self._opened else (Opened(self._route.guide, self._route.depth),)
        self.state.replace(replace(self.visit, guides=(*others, *mine)))
        self._show_taken()

    def _show_taken(self) -> None:
        is_taken = self._opened is not None
        self._take.say(self.gettext("Take out of my handout") if is_taken else self.gettext("Add to my handout"))
        self._take.show_icon("check" if is_taken else "plus")

    @override
    def retranslate(self) -> None:
        self._short.say(self.gettext("Short"))
        self._more.say(self.gettext("Tell me more"))
        self._words_head.setText(self.gettext("Words to know"))

    @override
    def begin(self) -> QWidget:
        return self.body

    @override
    def onward(self) -> tuple[Route, ...]:
        other = Depth.SHORT if self._route.depth is Depth.MORE else Depth.MORE
        return (replace(self._route, depth=other), ToSources(self._route.guide))

    @override
    def show_route(self, route: Route) -> None:
        assert isinstance(route, ToGuide)
        is_same = route.guide == self._route.guide
        self._route = route
        self._short.setChecked(route.depth is Depth.SHORT)
        self._more.setChecked(route.depth is Depth.MORE)
        self._show_taken()
        title = self.safety.title(Guide, route.guide)
        self.open_with(plain(self.line(title)))
        elements = guide_page(route.guide, route.depth, self.visit, self.library, self.language)
        is_title = bool(elements) and isinstance(elements[0], Heading) and plain(elements[0].text) == self.head.text()
        shown = elements[1:] if is_title else elements
        self._area.show_elements((*self.unready(is_translated=title.is_translated), *shown))
        is_old = self.safety.is_expired(Guide, route.guide)
        for button in (self._short, self._more, self._take, self._sources):
            button.setHidden(is_old)
        self._show_words(() if is_old else self.library.get(Guide, route.guide).item.glossary)
        many = len(self.library.get(Guide, route.guide).item.sources)
        self._sources.say(self.gettext("Where this is from ({n})").format(n=self.language.number(many)))
        if not is_same:
            self.body.to_top()

    def _show_words(self, glossary: tuple[str, ...]) -> None:
        """Show the words of the guide we explain; each opens in place."""
        terms = [self.safety.item(Term, one) for one in glossary]
        shown = [(one.piece, one.locale) for one in terms if one.piece is not None and one.is_plain]
        items = tuple((self.text(term.term, code), self.text(term.definition, code)) for term, code in shown)
        self._words.show_elements((Terms(items),) if items else ())
        self._words_head.setVisible(bool(items))


SCREEN = GuideScreen
