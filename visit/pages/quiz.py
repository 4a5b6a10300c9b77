"""Questions, feedback, results and one's own mistakes."""

from collections.abc import Iterable

from content.library import Library
from content.model import Option, Question, QuestionType, Quiz
from i18n.language import Language
from i18n.runs import Line
from visit.elements import Ask, Bullets, Element, Heading, Notice, Paragraph, Steps, Tone
from visit.page import BETWEEN, Page, Words
from visit.pages.guide import too_old
from visit.quiz import Grade, Result, grade, result, right_order
from visit.safety import Cleared, Safety, rules_for
from visit.visit import Answer, Visit
from visit.wording import emphasis, fill, isolated, say, sentences, strong, titled


def question_of(quiz: Quiz, question: str) -> Question:
    """Give a question of a quiz by its id. Raises: LookupError."""
    return {one.id: one for one in quiz.questions}[question]


def cleared_question(quiz: str, question: str, safety: Safety) -> Cleared[Question]:
    """Clear a question with its options and explanations as one piece. Raises: NotInStore, LookupError."""
    return safety.piece(Quiz, quiz, lambda item: question_of(item, question))


def askable(quiz: str, safety: Safety) -> tuple[str, ...]:
    """List the questions of a quiz that the rules of this visit leave to be asked."""
    cleared = safety.pieces(Quiz, quiz, lambda item: item.questions)
    return tuple(one.piece.id for one in cleared if one.piece is not None)


def question_page(quiz: str, question: str, visit: Visit, library: Library, language: Language) -> tuple[Element, ...]:
    """Write one question with its choices, numbered as in the quiz. Raises: NotInStore, LookupError."""
    page = Page(language)
    safety = rules_for(visit, library, language.code)
    if safety.is_expired(Quiz, quiz):
        return (too_old(language),)
    places = {one.id: number for number, one in enumerate(library.get(Quiz, quiz).item.questions, 1)}
    write_question(page, quiz, question, safety, places[question])
    return page.elements


def write_question(page: Page, quiz: str, question: str, safety: Safety, number: int) -> None:
    """Write one question to be answered by finger or by pen."""
    cleared = cleared_question(quiz, question, safety)
    places = _shuffled(question_of(safety.library.get(Quiz, quiz).item, question))
    page.write(cleared, lambda one, words: _question(one, words, number, places, page.language))


def _shuffled(english: Question) -> tuple[int, ...]:
    """Put the matches in an order that gives nothing away and is the same in every language; equal ones stand once."""
    matches = [option.match or "" for option in english.options]
    return tuple(matches.index(match) for match in sorted(set(matches)))


def _question(
    question: Question, words: Words, number: int, places: tuple[int, ...], language: Language
) -> Iterable[Element]:
    yield Ask(number, words(question.ask), tuple(words(option.text) for option in question.options))
    if question.scale is not None:
        low, high = isolated(language.number(question.scale.low)), isolated(language.number(question.scale.high))
        yield Paragraph(fill(language.gettext("Choose a number from {low} to {high}."), low=low, high=high))
    if question.type is QuestionType.MATCH:
        matches = [one.match or one.text for one in question.options]
        yield Bullets(tuple(words(matches[place]) for place in places))


def feedback(quiz: str, answer: Answer, visit: Visit, library: Library, language: Language) -> tuple[Element, ...]:
    """Write how an answer stands, the right one, and why. Raises: NotInStore, LookupError."""
    page = Page(language)
    safety = rules_for(visit, library, language.code)
    if safety.is_expired(Quiz, quiz):
        return (too_old(language),)
    write_feedback(page, quiz, answer, safety)
    return page.elements


def write_feedback(page: Page, quiz: str, answer: Answer, safety: Safety) -> None:
    """Write the feedback to one answer."""
    cleared = cleared_question(quiz, answer.question, safety)
    page.write(cleared, lambda one, words: _feedback(one, answer, words, page.language))


def verdict(graded: Grade, language: Language) -> str:
    """Say how an answer stands, without blame."""
    _ = language.gettext
    if graded.is_right:
        return _("That is right.")
    return _("Partly right.") if graded.points > 0 else _("Not quite.")


def _feedback(question: Question, answer: Answer, words: Words, language: Language) -> Iterable[Element]:
    graded = grade(question, answer)
    tone = Tone.NOTE if graded.is_right else Tone.CAUTION
    yield Notice(tone, say(verdict(graded, language)), words(question.explain))
    chosen = tuple(option for option in question.options if option.id in graded.wrong)
    yield from (Paragraph(titled(words(one.text), words(one.explain), language)) for one in chosen)
    if not graded.is_right:
        yield from right_answer(question, words, language)


def right_answer(question: Question, words: Words, language: Language) -> Iterable[Element]:
    """Write the right answer of a question."""
    yield Paragraph(strong(language.gettext("The right answer:")))
    yield Bullets(_right_lines(question, words, language))


def write_key(page: Page, quiz: str, safety: Safety) -> None:
    """Write the right answers of a quiz under its title, numbered as its questions are on paper."""
    title = safety.piece(Quiz, quiz, lambda item: item.title)
    page.write(title, lambda text, words: (Heading(3, words(text)),))
    asked = tuple(cleared_question(quiz, one, safety) for one in askable(quiz, safety))

    def answer(question: Question, words: Words) -> Line:
        return sentences(_right_lines(question, words, page.language), BETWEEN)

    page.gathered(asked, answer, Steps)


def _right_lines(question: Question, words: Words, language: Language) -> tuple[Line, ...]:
    by_id = {option.id: option for option in question.options}
    match question.type:
        case QuestionType.ORDER:
            return tuple(words(by_id[one].text) for one in right_order(question))
        case QuestionType.MATCH:
            return tuple(_pair(option, words, language) for option in question.options)
        case QuestionType.SCALE if question.scale is not None:
            unit = words(question.scale.unit_word) if question.scale.unit_word else ()
            number = isolated(language.number(question.scale.right))
            pattern = language.pgettext("a number and its unit word", "{number} {unit}")
            return (fill(pattern, number=number, unit=unit) if unit else number,)
        case _:
            return tuple(words(option.text) for option in question.options if option.is_right)


def _pair(option: Option, words: Words, language: Language) -> Line:
    pattern = language.pgettext("a matched pair", "{one}: {other}")
    return fill(pattern, one=words(option.text), other=words(option.match or option.text))


def result_page(quiz: str, visit: Visit, library: Library, language: Language) -> tuple[Element, ...]:
    """Write how a quiz went, and the questions to look at again. Raises: NotInStore."""
    page = Page(language)
    safety = rules_for(visit, library, language.code)
    found = result(library.get(Quiz, quiz).item, visit.answers)
    page.write(safety.title(Quiz, quiz), lambda text, words: (Heading(2, words(text)),))
    if safety.is_expired(Quiz, quiz):
        page.own(too_old(language))
        return page.elements
    page.own(Paragraph(score(found, language), is_lead=True))
    if found.missed:
        page.heading(language.gettext("Look at these again"), 2)
    latest = {one.question: one for one in visit.answers if one.quiz == quiz}
    for missed in found.missed:
        write_mistake(page, quiz, latest[missed], safety)
    return page.elements


def write_mistake(page: Page, quiz: str, answer: Answer, safety: Safety) -> None:
    """Write a missed question with its right answer and why."""

    def draw(question: Question, words: Words) -> Iterable[Element]:
        yield Heading(3, words(question.ask))
        lines = _right_lines(question, words, page.language)
        if page.is_paper and len(lines) == 1:
            label = strong(page.language.gettext("The right answer:"))
            yield Paragraph(sentences((label, emphasis(lines[0]), words(question.explain))))
        else:
            yield from right_answer(question, words, page.language)
            yield Paragraph(words(question.explain))

    page.write(cleared_question(quiz, answer.question, safety), draw)


def score(found: Result, language: Language) -> Line:
    """Say how many were right."""
    pattern = language.ngettext(
        "You got {right} of {n} question right.", "You got {right} of {n} questions right.", found.out_of
    )
    right, out_of = isolated(language.number(found.right)), isolated(language.number(found.out_of))
    return fill(pattern, right=right, n=out_of)
