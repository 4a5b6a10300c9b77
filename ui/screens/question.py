"""One question of a quiz: answer, check, learn why, go on."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from content.model import Question, Quiz
from i18n.language import Language
from i18n.runs import plain
from ui.answering import answered, instruction, ways
from ui.desk import Desk
from ui.override import override
from ui.page_screen import PageScreen
from ui.routes import Route
from ui.topics import ToGuide, ToQuestion, ToResult
from ui.widgets.answers import Answers
from ui.widgets.button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.page import draw
from ui.widgets.progress import Progress
from ui.widgets.words import turn
from ui.wishes import Swap
from visit.pages.listing import listed
from visit.pages.quiz import askable, cleared_question, feedback
from visit.quiz import Grade, grade
from visit.safety import Cleared
from visit.wording import line

_MOST_ANSWERS: Final = 12
"""So many answers, one below the other, are as high as the screen."""


class QuestionScreen(PageScreen):
    """A quiz, one question at a time."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._route = ToQuestion("")
        self._question: Question | None = None
        self._answers: Answers | None = None
        self._progress = Progress()
        self.column.insertWidget(0, self._progress)
        self._area = self.area()
        self._why = self.area()
        buttons = Flow()
        self._check = ActionButton("check", "main")
        self._next = ActionButton("forward", "main", icon_first=False)
        self._guide = ActionButton("learn")
        for button, act in ((self._check, self._grade), (self._next, self._go_on), (self._guide, self._read)):
            button.clicked.connect(act)
            buttons.addWidget(button)
        self.column.addLayout(buttons)
        self.column.addStretch(1)

    @override
    def retranslate(self) -> None:
        self._check.say(self.gettext("Check my answer"))
        self._next.say(self.gettext("Go on"))
        self._guide.say(self.gettext("Read more about this"))

    @override
    def show_route(self, route: Route) -> None:
        assert isinstance(route, ToQuestion)
        self._route = route
        asked = askable(route.quiz, self.safety)
        if not asked:
            self._show_none()
            return
        number = min(route.number, len(asked) - 1)
        cleared = cleared_question(route.quiz, asked[number], self.safety)
        self._show_progress(number, len(asked))
        self._area.clear()
        self._forget_why()
        self._question = cleared.piece
        if self._question is not None:
            self._ask(self._question, cleared)
        self.body.to_top()

    def _show_none(self) -> None:
        """Say why there is nothing to ask: the quiz is too old, or the rules of this visit leave no question."""
        one = listed(Quiz, self._route.quiz, self.safety, self.language)
        self.open_with(plain(one.title))
        self._question = None
        self._forget_why()
        self._area.show_elements(one.notices)
        for widget in (self._progress, self._check, self._next, self._guide):
            widget.hide()

    def _forget_why(self) -> None:
        self._why.clear()
        self._why.hide()

    def _show_progress(self, number: int, out_of: int) -> None:
        text = self.gettext("Question {n} of {all}").format(
            n=self.language.number(number + 1), all=self.language.number(out_of)
        )
        self._progress.show_step(text, number + 1, out_of)
        self._progress.show()

    def _ask(self, question: Question, cleared: Cleared[Question]) -> None:
        ask = line(question.ask, self.language, cleared.locale)
        self.open_with(plain(ask), instruction(question.type, self.language))
        turn(self.head, ask)
        note = self.unready(is_translated=cleared.is_translated)
        draw((*note, *self.notices((cleared,))), self._area.column)
        self._answers = ways(question, self.language, cleared.locale)
        self._answers.changed.connect(self._show_ready)
        self._area.column.addWidget(self._answers)
        self._heighten()
        for button, is_shown in ((self._check, True), (self._next, False), (self._guide, False)):
            button.setVisible(is_shown)
        self._show_ready()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._heighten()

    def _heighten(self) -> None:
        """Give what is touched to answer the room that an upright screen has."""
        if self._answers is not None and self._question is not None:
            self._answers.setMinimumHeight(len(self._question.options) * self.height() // _MOST_ANSWERS)

    def _show_ready(self) -> None:
        self._check.setEnabled(self._answers is not None and self._answers.is_given())

    def _grade(self) -> None:
        question, given = self._question, self._answers
        if question is None or given is None:
            return
        answer = answered(given, self._route.quiz, question)
        self.state.replace(replace(self.visit, answers=(*self.visit.answers, answer)))
        found = grade(question, answer)
        given.freeze(self._right(question, found), found.wrong)
        self._why.show()
        self._why.show_elements(feedback(self._route.quiz, answer, self.visit, self.library, self.language))
        for button, is_shown in ((self._check, False), (self._next, True), (self._guide, True)):
            button.setVisible(is_shown)
        self._next.setFocus()
        QTimer.singleShot(0, self, self._show_verdict)  # when all has its place

    def _show_verdict(self) -> None:
        first = self._why.column.itemAt(0)
        verdict = first.widget() if first is not None else None
        if verdict is not None:
            self.body.reveal(verdict)

    def _right(self, question: Question, found: Grade) -> tuple[str, ...]:
        return tuple(one.id for one in question.options if one.is_right) or found.right

    def _go_on(self) -> None:
        route = self._route
        is_last = route.number + 1 >= len(askable(route.quiz, self.safety))
        self.wished.emit(Swap(ToResult(route.quiz) if is_last else replace(route, number=route.number + 1)))

    def _read(self) -> None:
        if self._question is not None:
            self.wished.emit(ToGuide(self._question.guide, block=self._question.block))

    @override
    def begin(self) -> QWidget | None:
        return self._answers.focus_first() if self._answers is not None else None


SCREEN = QuestionScreen
