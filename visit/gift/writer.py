"""A quiz as GIFT."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from content.model import Option, Question, QuestionType, Quiz
from content.quantity import tokens
from visit.gift.form import Exported, Unsaid, escaped
from visit.quiz import right_order
from visit.subjects import strings

_MATCHED: Final = (QuestionType.MATCH, QuestionType.ORDER)


def write(quiz: Quiz) -> Exported:
    """Write a quiz as GIFT for Moodle. Our links travel as tags in comments, which Moodle keeps or leaves alone."""
    text = "\n".join((f"$CATEGORY: {quiz.id}", "", *(_question(one) for one in quiz.questions)))
    return Exported(text, tuple(unsaid for one in quiz.questions for unsaid in _unsaid(one)))


def _question(question: Question) -> str:
    lines = "\n".join(f"\t{line}" for line in _answers(question))
    ask = f"::{escaped(question.id)}::{escaped(question.ask)}"
    return f"// {_tags(question)}\n{ask} {{{_opening(question)}\n{lines}\n}}\n"


def _opening(question: Question) -> str:
    if question.type is QuestionType.SCALE and question.scale is not None:
        return f"#{question.scale.right}:{question.scale.tolerance}"
    return ""


def _tags(question: Question) -> str:
    tags = [f"type={question.type}", f"guide={question.guide}", f"block={question.block}"]
    if question.claim is not None:
        tags.append(f"claim={question.claim}")
    if question.options:
        tags.append(f"options={','.join(option.id for option in question.options)}")
    if question.scale is not None:
        tags.append(f"scale={question.scale.low},{question.scale.high},{question.scale.step}")
    return " ".join((f"[id:{question.id}]", *(f"[tag:{tag}]" for tag in tags)))


def _answers(question: Question) -> Iterator[str]:
    match question.type:
        case QuestionType.ONE:
            yield from (f"{'=' if one.is_right else '~'}{_with_feedback(one)}" for one in question.options)
        case QuestionType.SEVERAL:
            yield from _weighted(question)
        case QuestionType.TRUE_FALSE:
            yield _true_false(question)
        case QuestionType.MATCH:
            yield from (f"={escaped(one.text)} -> {escaped(one.match or '')}" for one in question.options)
        case QuestionType.ORDER:
            order = right_order(question)
            yield from (f"={escaped(one.text)} -> {order.index(one.id) + 1}" for one in question.options)
        case _:
            pass
    yield f"####{escaped(question.explain)}"


def _with_feedback(option: Option) -> str:
    return f"{escaped(option.text)} #{escaped(option.explain)}"


def _weighted(question: Question) -> Iterator[str]:
    """Give each right answer its part of the points, and let each wrong one cost as much: as we grade."""
    count = max(1, sum(option.is_right for option in question.options))
    part = (Decimal(100) / count).quantize(Decimal("0.00001"), ROUND_HALF_UP)
    weight = f"{part:f}".rstrip("0").rstrip(".")
    for option in question.options:
        yield f"~%{'' if option.is_right else '-'}{weight}%{_with_feedback(option)}"


def _true_false(question: Question) -> str:
    first, second = question.options[0], question.options[1]
    wrong, right = (second, first) if first.is_right else (first, second)
    return f"{'TRUE' if first.is_right else 'FALSE'} #{escaped(wrong.explain)} #{escaped(right.explain)}"


def _unsaid(question: Question) -> Iterator[Unsaid]:
    if question.type in _MATCHED and any(option.explain for option in question.options):
        yield Unsaid(question.id, "the explanation of each pair or place")
    if question.type is QuestionType.ORDER:
        yield Unsaid(question.id, "putting in order (written as pairs of a text and its place)")
    if question.type is QuestionType.TRUE_FALSE and [one.text for one in question.options] != ["True", "False"]:
        yield Unsaid(question.id, "the words of the two answers (GIFT says True and False)")
    if question.scale is not None:
        yield Unsaid(question.id, "the ends and steps of the scale (kept in a tag)")
        if question.scale.unit_word is not None:
            yield Unsaid(question.id, "the unit word of the scale")
    if any(token.vitamin_d_label for text in strings(question) for token in tokens(text)):
        yield Unsaid(question.id, "the label line of vitamin D amounts")
