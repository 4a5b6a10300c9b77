"""How a quiz went, without blame, and the way to try again."""

from dataclasses import replace

from content.model import Quiz
from i18n.language import Language
from i18n.runs import plain
from ui.desk import Desk
from ui.override import override
from ui.page_screen import PageScreen
from ui.routes import Route, ToHandout, ToQuizzes
from ui.topics import ToQuestion, ToResult
from ui.widgets.button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.spaces import Space
from ui.wishes import Swap
from visit.elements import Heading
from visit.pages.quiz import result_page


class ResultScreen(PageScreen):
    """Score, questions to look at again, and what to do next."""

    is_reading = True

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._route = ToResult("")
        self._area = self.area(Space.WIDE)
        buttons = Flow()
        self._handout, self._again, self._other = (
            ActionButton("handout", "main"), ActionButton("quiz"), ActionButton("list"),
        )  # fmt: skip
        self._handout.clicked.connect(lambda: self.wished.emit(ToHandout()))
        self._again.clicked.connect(self._try_again)
        self._other.clicked.connect(lambda: self.wished.emit(ToQuizzes()))
        for button in (self._handout, self._again, self._other):
            buttons.addWidget(button)
        self.column.addLayout(buttons)
        self.column.addStretch(1)

    def _try_again(self) -> None:
        quiz = self._route.quiz
        kept = tuple(answer for answer in self.visit.answers if answer.quiz != quiz)
        self.state.replace(replace(self.visit, answers=kept))
        self.wished.emit(Swap(ToQuestion(quiz)))

    @override
    def retranslate(self) -> None:
        self._handout.say(self.gettext("See my handout"))
        self._again.say(self.gettext("Take it again"))
        self._other.say(self.gettext("Other quizzes"))

    @override
    def show_route(self, route: Route) -> None:
        assert isinstance(route, ToResult)
        self._route = route
        title = self.line(self.safety.title(Quiz, route.quiz))
        self.open_with(plain(title))
        elements = result_page(route.quiz, self.visit, self.library, self.language)
        self._area.show_elements((one for one in elements if one != Heading(2, title)), is_grouped=True)
        self.body.to_top()


SCREEN = ResultScreen
