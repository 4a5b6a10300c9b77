"""Chosen for you: what staff put together, in order, and the handout at its end."""

from functools import partial

from typing_extensions import override

from content.errors import NotInStore
from content.model import Bundle, Guide, Quiz
from i18n.language import Language
from ui.desk import Desk
from ui.page_screen import PageScreen
from ui.routes import Route, ToGuide, ToHandout, ToQuestion
from ui.widgets.button import Tile


class PathScreen(PageScreen):
    """One tile for each part."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._area = self.area()
        self.column.addStretch(1)

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self.open_with(_("Chosen for you"), _("Staff chose these for you. Take your time."))

    @override
    def show_route(self, route: Route) -> None:
        self._area.clear()
        for quiz in self._quizzes():
            title = self.library.get(Quiz, quiz, self.language.code).item.title
            self._add("quiz", title, self.gettext("Quiz"), ToQuestion(quiz))
        for guide in self._guides():
            title = self.library.get(Guide, guide, self.language.code).item.title
            self._add("learn", title, self.gettext("Guide"), ToGuide(guide))
        self._add("handout", self.gettext("My handout"), self.gettext("See it and print it"), ToHandout())

    def _add(self, icon: str, title: str, detail: str, to: Route) -> None:
        tile = Tile(icon)
        tile.say(title, detail)
        tile.show_mark("next")
        tile.clicked.connect(partial(self.wished.emit, to))
        self._area.column.addWidget(tile)

    def _bundle(self) -> Bundle | None:
        try:
            return self.library.get(Bundle, self.visit.bundle).item if self.visit.bundle else None
        except NotInStore:  # the content changed since the code was given
            return None

    def _guides(self) -> tuple[str, ...]:
        bundle = self._bundle()
        wanted = (*(bundle.guides if bundle else ()), *(one.guide for one in self.visit.guides))
        there = self.library.ids(Guide)
        return tuple(dict.fromkeys(str(one) for one in wanted if one in there))

    def _quizzes(self) -> tuple[str, ...]:
        bundle = self._bundle()
        wanted = (*(bundle.quizzes if bundle else ()), *self.visit.quizzes)
        there = self.library.ids(Quiz)
        return tuple(dict.fromkeys(str(one) for one in wanted if one in there))


SCREEN = PathScreen
