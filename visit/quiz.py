"""Quizzes: grading with partial credit, retries, and mistakes."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from content.model import Option, Question, QuestionType, Quiz
from visit.visit import Answer

NONE: Final = Decimal(0)
ALL: Final = Decimal(1)


@dataclass(frozen=True, slots=True)
class Grade:
    """How an answer stands. `points` is a part of 1; `right` and `wrong` were chosen, `missing` should have been."""

    question: str
    points: Decimal
    right: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def is_right(self) -> bool:
        """Say whether full points were reached."""
        return self.points == ALL


@dataclass(frozen=True, slots=True)
class Result:
    """A quiz as it stands: one grade for each answered question, by the latest answer, in the order of the quiz."""

    quiz: str
    grades: tuple[Grade, ...]
    out_of: int

    @property
    def points(self) -> Decimal:
        """Give the sum of points."""
        return sum((grade.points for grade in self.grades), NONE)

    @property
    def right(self) -> int:
        """Count the questions that are fully right."""
        return sum(grade.is_right for grade in self.grades)

    @property
    def missed(self) -> tuple[str, ...]:
        """List the questions answered but not fully right: one's own mistakes, and what a retry asks again."""
        return tuple(grade.question for grade in self.grades if not grade.is_right)

    @property
    def is_finished(self) -> bool:
        """Say whether every question has an answer."""
        return len(self.grades) == self.out_of


def right_order(question: Question) -> tuple[str, ...]:
    """Give the option ids of an ordering question in the right order."""
    placed = sorted(question.options, key=lambda option: (option.place is None, option.place or 0))
    return tuple(option.id for option in placed)


def _one(question: Question, answer: Answer) -> Grade:
    right = _right(question.options)
    hit = tuple(one for one in answer.options if one in right)
    wrong = tuple(one for one in answer.options if one not in right)
    is_right = len(answer.options) == 1 and bool(hit)
    return Grade(question.id, ALL if is_right else NONE, hit, wrong, () if is_right else right)


def _right(options: Iterable[Option]) -> tuple[str, ...]:
    return tuple(option.id for option in options if option.is_right)


def _several(question: Question, answer: Answer) -> Grade:
    """Give a part for each right choice and take one away for each wrong choice, never below nothing."""
    right = _right(question.options)
    hit = tuple(one for one in dict.fromkeys(answer.options) if one in right)
    wrong = tuple(one for one in dict.fromkeys(answer.options) if one not in right)
    missing = tuple(one for one in right if one not in hit)
    points = Decimal(max(0, len(hit) - len(wrong))) / len(right) if right else (NONE if wrong else ALL)
    return Grade(question.id, points, hit, wrong, missing)


def _order(question: Question, answer: Answer) -> Grade:
    """Give a part for each option that stands in its place."""
    right = right_order(question)
    chosen = dict(enumerate(answer.options))
    hit = tuple(one for place, one in enumerate(right) if chosen.get(place) == one)
    wrong = tuple(one for one in dict.fromkeys(answer.options) if one not in hit)
    is_whole = len(answer.options) == len(right)
    points = Decimal(len(hit)) / len(right) if right and is_whole else NONE
    return Grade(question.id, points, hit, wrong, tuple(one for one in right if one not in answer.options))


def _match(question: Question, answer: Answer) -> Grade:
    """Give a part for each option joined with its own match, or with one of the same words."""
    matches = {option.id: option.match for option in question.options}
    pairs = {one: other for one, other in answer.pairs if one in matches}
    hit = tuple(one for one, other in pairs.items() if matches[one] == matches.get(other))
    wrong = tuple(one for one in pairs if one not in hit)
    missing = tuple(one for one in matches if one not in pairs)
    return Grade(question.id, Decimal(len(hit)) / len(matches) if matches else NONE, hit, wrong, missing)


def _scale(question: Question, answer: Answer) -> Grade:
    scale = question.scale
    is_right = scale is not None and answer.number is not None and abs(answer.number - scale.right) <= scale.tolerance
    return Grade(question.id, ALL if is_right else NONE)


_GRADERS: Final = {
    QuestionType.ONE: _one,
    QuestionType.TRUE_FALSE: _one,
    QuestionType.SEVERAL: _several,
    QuestionType.ORDER: _order,
    QuestionType.MATCH: _match,
    QuestionType.SCALE: _scale,
}


def grade(question: Question, answer: Answer) -> Grade:
    """Grade one answer, with partial credit for several answers, order and pairs."""
    return _GRADERS[question.type](question, answer)


def result(quiz: Quiz, answers: tuple[Answer, ...]) -> Result:
    """Grade a quiz by the latest answer to each question."""
    latest = {answer.question: answer for answer in answers if answer.quiz == quiz.id}
    graded = tuple(grade(one, latest[one.id]) for one in quiz.questions if one.id in latest)
    return Result(quiz.id, graded, len(quiz.questions))
