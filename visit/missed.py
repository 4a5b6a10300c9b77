"""What was missed in the quizzes, and the blocks of guides that answer it."""

from typing import Final

from content.library import Library
from content.model import Quiz
from visit.quiz import result
from visit.safety import is_past
from visit.visit import Visit

MOST_MISTAKES: Final = 5


def missed_questions(visit: Visit, library: Library) -> tuple[str, ...]:
    """List the questions answered but not fully right, as `quiz:question`, in the order of the quizzes taken.

    Of a quiz that is too old there are none.
    """
    taken = (library.get(Quiz, quiz).item for quiz in dict.fromkeys(answer.quiz for answer in visit.answers))
    graded = (result(quiz, visit.answers) for quiz in taken if not is_past(quiz, visit.day))
    return tuple(f"{one.quiz}:{question}" for one in graded for question in one.missed)


def missed_blocks(visit: Visit, library: Library) -> dict[str, tuple[str, ...]]:
    """Give the guides that answer what was missed, each with those of its blocks that do, in the order missed."""
    found: dict[str, dict[str, None]] = {}
    for missed in missed_questions(visit, library)[:MOST_MISTAKES]:
        quiz, _colon, name = missed.partition(":")
        question = next(one for one in library.get(Quiz, quiz).item.questions if one.id == name)
        found.setdefault(question.guide, {})[question.block] = None
    return {guide: tuple(blocks) for guide, blocks in found.items()}
