"""The ways to answer each type of question: what to say, what to touch, and what was answered."""

from dataclasses import replace

from content.model import Question, QuestionType
from i18n.language import Language
from i18n.runs import Line
from ui.widgets.answers import Answers, Choice, Options
from ui.widgets.dial import Dial
from ui.widgets.pairs import Pairs
from ui.widgets.ranking import Ranking
from visit.visit import Answer
from visit.wording import line


def instruction(kind: QuestionType, language: Language) -> str:
    """Say in a sentence what to do."""
    _ = language.gettext
    return {
        QuestionType.ONE: _("Choose one answer."),
        QuestionType.TRUE_FALSE: _("Is this true or false?"),
        QuestionType.SEVERAL: _("Choose all that are right."),
        QuestionType.SCALE: _("Set the number."),
        QuestionType.ORDER: _("Put these in order, first on top."),
        QuestionType.MATCH: _("Touch one on the first side, then its match."),
    }[kind]


def ways(question: Question, language: Language, locale: str) -> Answers:
    """Make what is touched to answer; `locale` is the one the question is in."""
    _ = language.gettext

    def words(text: str) -> Line:
        return line(text, language, locale)

    choices = [Choice(one.id, words(one.text)) for one in question.options]
    match question.type:
        case QuestionType.ORDER:
            return Ranking(choices, _("Move up"), _("Move down"))
        case QuestionType.MATCH:
            pairs = sorted((str(one.match), one.id) for one in question.options if one.match)
            return Pairs(choices, [Choice(name, words(text)) for text, name in pairs], _("Join each pair."))
        case QuestionType.SCALE if (scale := question.scale) is not None:
            unit = words(scale.unit_word) if scale.unit_word else ()
            return Dial(scale, unit, (_("Your number"), _("Less"), _("More")))
        case _:
            return Options(choices, several=question.type is QuestionType.SEVERAL)


def answered(given: Answers, quiz: str, question: Question) -> Answer:
    """Give what was answered, as a visit keeps it."""
    blank = Answer(quiz, question.id)
    match given:
        case Options():
            return replace(blank, options=given.chosen)
        case Ranking():
            return replace(blank, options=given.order)
        case Dial():
            return replace(blank, number=given.number)
        case Pairs():
            return replace(blank, pairs=given.pairs)
        case _:
            return blank
