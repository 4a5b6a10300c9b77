"""The quizzes to choose from."""

from functools import partial

from typing_extensions import override

from content.model import Quiz
from i18n.language import Language
from i18n.runs import plain
from ui.desk import Desk
from ui.page_screen import PageScreen
from ui.routes import Route, ToQuestion, ToResult
from ui.widgets.button import Tile
from ui.widgets.grid import Grid
from ui.widgets.words import turn
from visit.pages.listing import listed
from visit.pages.quiz import askable
from visit.quiz import result


class QuizzesScreen(PageScreen):
    """One tile for each quiz; a finished one leads to its result."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._area = self.area()
        self.column.addStretch(1)

    @override
    def retranslate(self) -> None:
        self.open_with(
            self.gettext("Take a quiz"), self.gettext("Nobody sees your answers. You learn why after each one.")
        )

    @override
    def show_route(self, route: Route) -> None:
        self._area.clear()
        grid = Grid(least_ems=15, most=2)
        for quiz in self.library.ids(Quiz):
            one = listed(Quiz, quiz, self.safety, self.language)
            asked = askable(quiz, self.safety)
            if not asked and not one.is_expired:
                continue
            done = len(result(self.library.get(Quiz, quiz).item, self.visit.answers).grades)
            tile = Tile("quiz")
            many = self.language.ngettext("{n} question", "{n} questions", len(asked)).format(
                n=self.language.number(len(asked))
            )
            tile.say(plain(one.title), "\n".join((*map(plain, one.lines), *([] if one.is_expired else [many]))))
            turn(tile, one.title)
            is_done = done >= len(asked) and not one.is_expired
            usual = ("check", "good") if is_done else ("next", "ink")
            tile.show_mark(*(("warning", "caution") if one.is_warned else usual))
            to: Route = ToResult(quiz) if is_done else ToQuestion(quiz, max(0, min(done, len(asked) - 1)))
            tile.clicked.connect(partial(self.wished.emit, to))
            grid.addWidget(tile)
        self._area.column.addLayout(grid)


SCREEN = QuizzesScreen
