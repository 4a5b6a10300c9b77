"""The quizzes to choose from."""

from content.model import Quiz
from ui.choice_screen import DONE, GO_ON, WARNED, ChoiceScreen
from ui.override import override
from ui.routes import Route
from ui.topics import ToQuestion, ToResult
from visit.pages.listing import Listed, listed
from visit.pages.quiz import askable
from visit.quiz import result
from visit.wording import say, sentences


class QuizzesScreen(ChoiceScreen):
    """One tile for each quiz; a finished one leads to its result."""

    @override
    def retranslate(self) -> None:
        self.open_with(
            self.gettext("Take a quiz"), self.gettext("Nobody sees your answers. You learn why after each one.")
        )

    @override
    def show_route(self, route: Route) -> None:
        self.begin_anew()
        for quiz in self.library.ids(Quiz):
            one = listed(Quiz, quiz, self.safety, self.language)
            asked = askable(quiz, self.safety)
            if asked or one.is_expired:
                self._add(quiz, one, len(asked))

    def _add(self, quiz: str, one: Listed, asked: int) -> None:
        done = len(result(self.library.get(Quiz, quiz).item, self.visit.answers).grades)
        is_done = done >= asked and not one.is_expired
        many = self.language.ngettext("{n} question", "{n} questions", asked).format(n=self.language.number(asked))
        lines = one.lines if one.is_expired else (*one.lines, say(many))
        to: Route = ToResult(quiz) if is_done else ToQuestion(quiz, max(0, min(done, asked - 1)))
        mark = WARNED if one.is_warned else DONE if is_done else GO_ON
        self.add("quiz", one.title, sentences(lines, "\n"), to, mark)


SCREEN = QuizzesScreen
