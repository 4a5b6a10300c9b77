from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.library import Library
from content.model import Option, Question, QuestionType, Quiz, Scale
from i18n.language import Language
from i18n.runs import plain
from tests.visit.reading import words
from visit.elements import Bullets
from visit.pages import feedback, question_page, result_page
from visit.quiz import grade, result, right_order
from visit.visit import Answer, Visit
from visit.wording import ENGLISH, line

SIGNS = Language(code="qq", tag="qq", own_name="Signs")


def question(kind: QuestionType, right: str = "", *, scale: Scale | None = None) -> Question:
    options = tuple(
        Option(id=name, text=name, is_right=name in right, explain="", match=name.upper(), place=4 - place)
        for place, name in enumerate("abcd")
    )
    return Question(
        id="q", type=kind, ask="?", options=() if scale else options, scale=scale, explain="", guide="", block=""
    )


def points(
    asked: Question, *options: str, pairs: tuple[tuple[str, str], ...] = (), number: int | None = None
) -> Decimal:
    return grade(asked, Answer("quiz.x", "q", options, pairs, number)).points


def test_one_answer_is_right_or_not() -> None:
    one = question(QuestionType.ONE, "b")
    assert points(one, "b") == 1
    assert points(one, "a") == points(one) == points(one, "a", "b") == points(one, "unknown") == 0


@pytest.mark.parametrize(
    ("chosen", "worth"), [("ab", "1"), ("a", "0.5"), ("abc", "0.5"), ("ac", "0"), ("cd", "0"), ("", "0"), ("abcd", "0")]
)
def test_several_answers_give_parts_and_wrong_ones_cost(chosen: str, worth: str) -> None:
    assert points(question(QuestionType.SEVERAL, "ab"), *chosen) == Decimal(worth)


@pytest.mark.parametrize(("order", "worth"), [("dcba", "1"), ("dcab", "0.5"), ("abcd", "0"), ("dcb", "0"), ("", "0")])
def test_an_order_gives_a_part_for_each_place(order: str, worth: str) -> None:
    assert points(question(QuestionType.ORDER), *order) == Decimal(worth)


def test_pairs_give_a_part_for_each() -> None:
    asked = question(QuestionType.MATCH)
    assert points(asked, pairs=tuple((one, one) for one in "abcd")) == 1
    assert points(asked, pairs=(("a", "a"), ("b", "c"), ("c", "b"), ("d", "d"))) == Decimal("0.5")
    assert points(asked, pairs=(("a", "b"),)) == 0


def test_a_scale_has_a_tolerance() -> None:
    asked = question(QuestionType.SCALE, scale=Scale(low=0, high=100, right=50, tolerance=5))
    assert points(asked, number=45) == points(asked, number=55) == 1
    assert points(asked, number=44) == points(asked) == 0


@given(st.sampled_from(QuestionType), st.lists(st.sampled_from("abcdx")), st.none() | st.integers())
def test_points_are_never_outside_0_and_1(kind: QuestionType, chosen: list[str], number: int | None) -> None:
    asked = question(kind, "ab")
    pairs = tuple(zip(chosen, reversed(chosen), strict=True))
    assert 0 <= points(asked, *chosen, pairs=pairs, number=number) <= 1


def perfect(quiz: Quiz) -> tuple[Answer, ...]:
    return tuple(
        Answer(
            quiz.id,
            one.id,
            right_order(one) if one.type is QuestionType.ORDER else tuple(o.id for o in one.options if o.is_right),
            tuple((o.id, o.id) for o in one.options),
            one.scale.right if one.scale else None,
        )
        for one in quiz.questions
    )


def test_every_quiz_of_the_pack_can_be_won_and_lost(library: Library) -> None:
    for shown in library.every(Quiz):
        quiz = shown.item
        won = result(quiz, perfect(quiz))
        lost = result(quiz, tuple(Answer(quiz.id, one.id) for one in quiz.questions))
        assert won.right == won.points == won.out_of and won.is_finished and won.missed == ()
        assert lost.right == 0 and lost.missed == tuple(one.id for one in quiz.questions)


def test_a_retry_counts(library: Library) -> None:
    quiz = library.get(Quiz, "quiz.bones").item
    first = Answer(quiz.id, quiz.questions[0].id)
    again = perfect(quiz)[0]
    assert result(quiz, (first,)).missed == (first.question,)
    assert result(quiz, (first, again)).missed == ()


def test_answers_to_another_quiz_or_question_do_not_count(library: Library) -> None:
    quiz = library.get(Quiz, "quiz.bones").item
    found = result(quiz, (Answer("quiz.other", "q1"), Answer(quiz.id, "nothing")))
    assert found.grades == () and not found.is_finished


def test_feedback_says_right_partly_or_not_quite_and_never_wrong(library: Library) -> None:
    for shown in library.every(Quiz):
        for answer in (*perfect(shown.item), *(Answer(shown.item.id, one.id) for one in shown.item.questions)):
            said = words(feedback(shown.item.id, answer, Visit(), library, ENGLISH))
            assert ("That is right." in said) != ("Not quite." in said or "Partly right." in said), said


def test_every_question_has_a_page_and_every_result_a_score(library: Library) -> None:
    for shown in library.every(Quiz):
        for one in shown.item.questions:
            assert words(question_page(shown.item.id, one.id, Visit(), library, ENGLISH))
        visit = Visit(answers=perfect(shown.item))
        total = len(shown.item.questions)
        assert f"You got {total} of {total} questions right." in words(
            result_page(shown.item.id, visit, library, ENGLISH)
        )


def matches(quiz: str, question: str, library: Library, language: Language) -> list[str]:
    page = question_page(quiz, question, Visit(), library, language)
    return [words(item).strip() for one in page if isinstance(one, Bullets) for item in one.items]


def test_matches_stand_in_an_order_that_gives_nothing_away(library: Library) -> None:
    pairs = [
        (quiz.item.id, one)
        for quiz in library.every(Quiz)
        for one in quiz.item.questions
        if one.type is QuestionType.MATCH
    ]
    assert pairs
    for quiz, one in pairs:
        assert matches(quiz, one.id, library, ENGLISH) == sorted(
            {plain(line(o.match or "", ENGLISH)) for o in one.options}
        )
        assert len(matches(quiz, one.id, library, SIGNS)) == len(matches(quiz, one.id, library, ENGLISH))
