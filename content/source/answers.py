"""What must hold between the type of a question and its answers."""

from collections import Counter
from collections.abc import Iterator

from content.model import Question, QuestionType


def faults(question: Question) -> Iterator[tuple[str, str]]:
    """Say what is wrong with the answers of a question, each with its cure."""
    options = question.options
    right = sum(option.is_right for option in options)
    match question.type:
        case QuestionType.ONE if len(options) < 2 or right != 1:
            yield f"there are {right} right answers of {len(options)}", "give two or more, exactly one with is_right"
        case QuestionType.SEVERAL if len(options) < 2 or right < 1:
            yield f"there are {right} right answers of {len(options)}", "give two or more, at least one with is_right"
        case QuestionType.TRUE_FALSE if len(options) != 2 or right != 1:
            yield f"there are {right} right answers of {len(options)}", "give two, exactly one with is_right"
        case QuestionType.ORDER:
            yield from _order([option.place for option in options])
        case QuestionType.MATCH:
            yield from _pairs(question)
    yield from _scale(question)
    yield from _strays(question)


def _order(places: list[int | None]) -> Iterator[tuple[str, str]]:
    if len(places) < 2 or sorted(place or 0 for place in places) != list(range(1, len(places) + 1)):
        yield "the places are not 1, 2, 3 and so on", "give each answer its own place, counting from 1"


def _pairs(question: Question) -> Iterator[tuple[str, str]]:
    pairs = Counter(option.match for option in question.options)
    if len(question.options) < 2 or None in pairs or max(pairs.values(), default=0) > 1:
        yield "the pairs are not complete", "give two or more answers, each with its own match"


def _scale(question: Question) -> Iterator[tuple[str, str]]:
    scale = question.scale
    if (scale is not None) != (question.type is QuestionType.SCALE):
        yield "only a number on a scale has a scale, and it must have one", "add the scale or take it out"
    if scale is None:
        return
    if question.options:
        yield "a number on a scale has no answers to choose from", "take the options out"
    if scale.step < 1 or scale.tolerance < 0 or not scale.low <= scale.right <= scale.high or scale.low == scale.high:
        yield "the right number is not on the scale", "put right between low and high, and step above 0"
    elif (scale.right - scale.low) % scale.step:
        yield "no step of the scale reaches the right number", "change step, low or right"


def _strays(question: Question) -> Iterator[tuple[str, str]]:
    kind = question.type
    if kind is not QuestionType.MATCH and any(option.match is not None for option in question.options):
        yield f'"match" has no meaning in a question of type {kind}', "take it out"
    if kind is not QuestionType.ORDER and any(option.place is not None for option in question.options):
        yield f'"place" has no meaning in a question of type {kind}', "take it out"
    if kind in (QuestionType.ORDER, QuestionType.MATCH) and any(option.is_right for option in question.options):
        yield f'"is_right" has no meaning in a question of type {kind}', "take it out"
