"""Examples after docs.moodle.org, GIFT format, in our own words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.library import Library
from content.model import Option, Question, QuestionType, Quiz
from content.quantity import TOKEN
from visit.gift import GiftError, read, write
from visit.gift.form import escaped, hidden, shown
from visit.quiz import grade
from visit.visit import Answer


def sayable(question: Question) -> Question:
    """Take away what the export itself says GIFT has no words for."""
    silent = question.type in (QuestionType.MATCH, QuestionType.ORDER)

    def bare(text: str) -> str:
        return text.replace(" as D]]", "]]")

    options = tuple(
        replace(one, text=bare(one.text), explain="" if silent else bare(one.explain)) for one in question.options
    )
    scale = replace(question.scale, unit_word=None) if question.scale else None
    return replace(question, ask=bare(question.ask), explain=bare(question.explain), options=options, scale=scale)


def test_every_quiz_of_the_pack_comes_back_as_it_went(library: Library) -> None:
    for shown_quiz in library.every(Quiz):
        exported = write(shown_quiz.item)
        back = read(exported.text)
        assert back.questions == tuple(map(sayable, shown_quiz.item.questions))
        assert back.unsaid == ()


def test_what_gift_cannot_say_is_named(library: Library) -> None:
    for shown_quiz in library.every(Quiz):
        unsaid = {one.question for one in write(shown_quiz.item).unsaid}
        lossy = {one.id for one in shown_quiz.item.questions if sayable(one) != one}
        assert lossy <= unsaid


def test_no_token_reaches_moodle(library: Library) -> None:
    assert not any(TOKEN.search(write(one.item).text) for one in library.every(Quiz))


def test_one_right_answer_with_feedback() -> None:
    text = "::Q2:: Which leaf is green? {\n=kale # yes, it is\n~red cabbage # it is red\n~beet # no\n}"
    question = read(text).questions[0]
    assert question.type is QuestionType.ONE and question.id == "q2"
    assert [one.is_right for one in question.options] == [True, False, False]
    assert question.options[1].explain == "it is red"


def test_true_and_false_take_feedback_for_wrong_then_right() -> None:
    true, false = read("Bone is alive {TRUE #It is #Yes}\n\nBone is dry {F}").questions
    assert [one.is_right for one in true.options] == [True, False]
    assert (true.options[0].explain, true.options[1].explain) == ("Yes", "It is")
    assert [one.is_right for one in false.options] == [False, True]


def test_weights_become_several_answers() -> None:
    question = read("Two of these {~%50%milk ~%50%tofu ~%-100%cola}").questions[0]
    assert question.type is QuestionType.SEVERAL
    assert [one.is_right for one in question.options] == [True, True, False]


def test_pairs_and_numbers_and_spans() -> None:
    match, number, span = read("Pair {=a -> b =c -> d}\n\nWhen? {#1822:5}\n\nHow many? {#1..5}").questions
    assert [(one.text, one.match) for one in match.options] == [("a", "b"), ("c", "d")]
    assert number.scale and (number.scale.right, number.scale.tolerance) == (1822, 5)
    assert span.scale and (span.scale.right, span.scale.tolerance) == (3, 2)


def test_a_gap_inside_a_sentence_is_kept() -> None:
    assert read("Milk holds {=calcium ~gold} for bones.").questions[0].ask == "Milk holds _____ for bones."


def test_signs_of_gift_can_be_written() -> None:
    question = read("Which is 2 \\= 1 \\+ 1 \\{so\\}? {=a\\:b ~c\\#d}").questions[0]
    assert question.ask == "Which is 2 = 1 + 1 {so}?"
    assert [one.text for one in question.options] == ["a:b", "c#d"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Tell us more. {}", "essay"),
        ("Who? {=Grant =Ulysses Grant}", "typing"),
        ("Just a note for the reader.", "without a question"),
        ("[html]What? {=a ~b}", "formatting"),
        ("How far? {#3.5:1}", "not whole"),
        ("Which? {=a ~%50%b}", "part points"),
    ],
)
def test_what_we_have_no_place_for_is_named(text: str, named: str) -> None:
    assert any(named in one.what for one in read(text).unsaid)


@pytest.mark.parametrize("text", ["What {=a ~b", "What {=a {b}}", "What {~%5.5.5%a ~b}", "x" * 1_000_001])
def test_what_cannot_be_read_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(GiftError):
        read(text)


def test_unsafe_amounts_do_not_become_tokens() -> None:
    assert shown("take 5.0 mg or 45 mg or 1,200 mg") == "take 5.0 mg or [[45 mg]] or [[1200 mg]]"


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1))
def test_any_writing_survives_the_escapes(text: str) -> None:
    assert shown(hidden(escaped(text))) == " ".join(text.split()) or TOKEN.search(text)


@given(st.text(alphabet="{}=~#%->:T\\ab1\n/[]$", max_size=60))
def test_noise_is_read_or_refused_never_worse(text: str) -> None:
    try:
        read(text)
    except GiftError as error:
        assert error.line >= 1


def test_moodle_gives_the_points_we_give(library: Library) -> None:
    """The weights written for several answers add up to our own partial credit."""
    question = Question(
        id="q1",
        type=QuestionType.SEVERAL,
        ask="Which?",
        options=tuple(Option(id=n, text=n, is_right=n != "d", explain="") for n in "abcd"),
        explain="",
        guide="",
        block="",
    )
    weights = {"a": 100 / 3, "b": 100 / 3, "c": 100 / 3, "d": -100 / 3}
    for chosen in ("a", "ab", "abc", "abd", "d", "abcd"):
        points = grade(question, Answer("quiz.x", "q1", tuple(chosen))).points
        assert abs(float(points) * 100 - max(0.0, sum(weights[one] for one in chosen))) < 0.001
