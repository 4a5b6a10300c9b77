"""Each block of a plan, written in one language. The same elements in the same order in every language."""

from collections.abc import Callable, Iterable
from typing import Final

from content.model import Guide, Question, Reference, Term
from i18n.language import Language
from i18n.runs import Line
from visit.blocks import BlockKind, PlanBlock
from visit.day_plan import day_plan
from visit.elements import Ask, Bullets, Checks, Element, Paragraph, Terms, WriteLines
from visit.findings import findings
from visit.intake import standings
from visit.missed import missed_questions
from visit.page import Page, Words
from visit.pages.evidence import short_reference, write_trial
from visit.pages.guide import write_blocks, write_core, write_guide
from visit.pages.medicines import write_day_plan, write_entries, write_scan, write_warnings
from visit.pages.nutrition import write_standings
from visit.pages.quiz import askable, cleared_question, write_key, write_mistake, write_question
from visit.safety import Safety
from visit.shortening import MOST_TOLD
from visit.visit import Visit
from visit.wording import fill, say

WRITING_LINES: Final = 2


def write(block: PlanBlock, page: Page, visit: Visit, safety: Safety) -> None:
    """Write one block of the plan."""
    _WRITERS[block.kind](block, page, visit, safety)


def _warnings(block: PlanBlock, page: Page, visit: Visit, safety: Safety) -> None:
    write_warnings(page, findings(visit, safety).rules, safety)


def _medicines(block: PlanBlock, page: Page, visit: Visit, safety: Safety) -> None:
    write_entries(page, findings(visit, safety), safety)


def _day_plan(block: PlanBlock, page: Page, visit: Visit, safety: Safety) -> None:
    write_day_plan(page, day_plan(visit, safety), safety)


def _nutrients(block: PlanBlock, page: Page, visit: Visit, safety: Safety) -> None:
    write_standings(page, standings(visit, safety.library), visit, safety)


def _scan(block: PlanBlock, page: Page, visit: Visit, safety: Safety) -> None:
    write_scan(page, visit, safety)


def _guide(block: PlanBlock, page: Page, visit: Visit, safety: Safety) -> None:
    if block.is_part:
        write_blocks(page, block.id, block.first, safety)
    elif block.is_core:
        write_core(page, block.id, safety, block.first)
    else:
        write_guide(page, block.id, block.depth, safety, block.first)


def _trial(block: PlanBlock, page: Page, visit: Visit, safety: Safety) -> None:
    write_trial(page, block.id, safety)


def _mistakes(block: PlanBlock, page: Page, visit: Visit, safety: Safety) -> None:
    """Write each missed question, the right answer and why."""
    latest = {(answer.quiz, answer.question): answer for answer in visit.answers}
    for missed in block.items:
        quiz, _colon, question = missed.partition(":")
        write_mistake(page, quiz, latest[quiz, question], safety)


def _teach_back(block: PlanBlock, page: Page, visit: Visit, safety: Safety) -> None:
    """Write what to say in one's own words, with boxes for whoever listens."""
    _ = page.language.gettext
    page.own(Paragraph(say(_("Tell your nurse or doctor in your own words. They tick what you said.")), is_lead=True))
    number = 0
    for guide in block.items:
        told = safety.pieces(Guide, guide, lambda item: (item.title, *item.main_message))
        if told[0].piece is not None:
            number += 1
            page.gathered(told, lambda text, words: words(text), _tell(number, page.language))
    for missed in missed_questions(visit, safety.library)[:MOST_TOLD]:
        number += 1
        quiz, _colon, question = missed.partition(":")
        page.write(cleared_question(quiz, question, safety), _ask_again(number))


def _tell(number: int, language: Language) -> Callable[[tuple[Line, ...]], Element]:
    pattern = language.gettext("What will you tell your family about this: {topic}?")
    return lambda texts: Ask(number, fill(pattern, topic=texts[0]), texts[1:])


def _ask_again(number: int) -> Callable[[Question, Words], Iterable[Element]]:
    return lambda question, words: (Ask(number, words(question.ask), ()),)


def _ask(block: PlanBlock, page: Page, visit: Visit, safety: Safety) -> None:
    """Write questions to take to the visit, and room for one's own."""
    _ = page.language.gettext
    asked = [_("What is the most important thing for me to do?"), _("When do I come back?")]
    if visit.medicines or visit.own_medicines or visit.pills:
        asked.insert(0, _("Do all my medicines and pills fit together?"))
    page.own(Checks(tuple(say(one) for one in asked)))
    page.own(WriteLines(say(_("My own questions")), WRITING_LINES))


def _call(block: PlanBlock, page: Page, visit: Visit, safety: Safety) -> None:
    """Write when to call, each sign once, and lines for the numbers."""
    _ = page.language.gettext
    page.spare(safety.asides)
    signs = (safety.pieces(Guide, guide, lambda item: item.when_to_call) for guide in block.items)
    page.listed(None, {sign.piece: sign for guide in signs for sign in guide}.values())
    page.own(Paragraph(say(_("In an emergency call your emergency number."))))
    page.own(WriteLines(say(_("Clinic phone")), 1), WriteLines(say(_("Pharmacy phone")), 1))


def _quiz(block: PlanBlock, page: Page, visit: Visit, safety: Safety) -> None:
    for number, question in enumerate(askable(block.id, safety), 1):
        write_question(page, block.id, question, safety, number)


def _answers(block: PlanBlock, page: Page, visit: Visit, safety: Safety) -> None:
    """Write the right answers of every quiz on the sheet, numbered as its questions are."""
    for quiz in block.items:
        write_key(page, quiz, safety)


def _glossary(block: PlanBlock, page: Page, visit: Visit, safety: Safety) -> None:
    page.spare(safety.asides)
    terms = (safety.item(Term, term) for term in block.items)
    page.gathered(terms, lambda term, words: (words(term.term), words(term.definition)), Terms)


def _sources(block: PlanBlock, page: Page, visit: Visit, safety: Safety) -> None:
    page.spare(safety.asides)
    page.gathered((safety.item(Reference, one) for one in block.items), short_reference, Bullets)


_WRITERS: Final = {
    BlockKind.WARNINGS: _warnings,
    BlockKind.MEDICINES: _medicines,
    BlockKind.DAY_PLAN: _day_plan,
    BlockKind.MISTAKES: _mistakes,
    BlockKind.GUIDE: _guide,
    BlockKind.NUTRIENTS: _nutrients,
    BlockKind.SCAN: _scan,
    BlockKind.TRIAL: _trial,
    BlockKind.TEACH_BACK: _teach_back,
    BlockKind.ASK: _ask,
    BlockKind.CALL: _call,
    BlockKind.QUIZ: _quiz,
    BlockKind.GLOSSARY: _glossary,
    BlockKind.ANSWERS: _answers,
    BlockKind.SOURCES: _sources,
}
