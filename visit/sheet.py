"""A sheet to take home, in one language: titled sections of elements, and a stamp of where it comes from."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from content.library import Library
from content.model import Bundle, Guide, Quiz, Text, Trial
from i18n.language import Language
from i18n.runs import Line
from visit.blocks import NEVER, BlockKind, LeftOut, LeftOutWhy, Plan, PlanBlock
from visit.elements import Element, Paragraph
from visit.page import BETWEEN, Page
from visit.safety import Cleared, Safety, rules_for
from visit.sections import write
from visit.visit import Visit
from visit.why import why
from visit.wording import day, fill, isolated, line, say, sentences


@dataclass(frozen=True, slots=True)
class Section:
    """One block of the plan in words.

    `reason` says why it is on the sheet, for screens only where the elements `say_why`; `id` is the same in every
    language; `untranslated` says, outside the elements, that something here is in English because it is not published
    in this language; `is_draft` that something people may act on was signed off by nobody. On paper one that
    `opens_page` begins a page of its own.
    """

    id: str
    title: Line
    reason: Line | None
    elements: tuple[Element, ...]
    untranslated: Line | None = None
    say_why: bool = False
    is_draft: bool = False
    opens_page: bool = False


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where a sheet comes from, for the foot of every page.

    `words` is the line people read; `code` the same facts for a machine: pack, version, locale, start of the digest.
    `made` is the day as a date: the file carries it instead of a clock's, so that the same visit gives the same bytes.
    """

    words: Line
    code: str
    made_on: Line
    draft: Line | None = None
    made: date | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole handout in one language. Sections and elements are the same, in the same order, in every language."""

    language: Language
    title: Line
    sections: tuple[Section, ...]
    stamp: Stamp
    name: Line | None = None


SHORT_DIGEST: Final = 8
_SAY_WHY: Final = (BlockKind.WARNINGS, BlockKind.MEDICINES, BlockKind.DAY_PLAN)


def _titles(kind: BlockKind, language: Language) -> str:
    _ = language.gettext
    return {
        BlockKind.WARNINGS: _("Important for you"),
        BlockKind.MEDICINES: _("Your medicines and your bones"),
        BlockKind.DAY_PLAN: _("Your day of medicines"),
        BlockKind.MISTAKES: _("Look at these again"),
        BlockKind.NUTRIENTS: _("Your food and nutrients"),
        BlockKind.SCAN: _("Ask about a bone scan"),
        BlockKind.TEACH_BACK: _("Say it in your own words"),
        BlockKind.ASK: _("What to ask at your visit"),
        BlockKind.CALL: _("When to call, and whom"),
        BlockKind.GLOSSARY: _("Words to know"),
        BlockKind.SOURCES: _("Where this comes from"),
        BlockKind.ANSWERS: _("Answers to the questions"),
    }[kind]


def _cleared_title(block: str, safety: Safety) -> Cleared[Text] | None:
    match block.partition(".")[0]:
        case Guide.kind:
            return safety.title(Guide, block)
        case Quiz.kind:
            return safety.title(Quiz, block)
        case Bundle.kind:
            return safety.title(Bundle, block)
        case Trial.kind:
            return safety.piece(Trial, block, lambda item: Text(item.name))
        case _:
            return None


def title_line(cleared: Cleared[Text], language: Language) -> Line:
    """Write a title; where a rule took it away, the rule's own title."""
    if cleared.piece is not None:
        return line(cleared.piece, language, cleared.locale)
    shown = cleared.notices[0] if cleared.notices else None
    return line(shown.item.title, language, shown.locale) if shown else say(language.gettext("Ask your clinic"))


def _section(block: PlanBlock, page: Page, visit: Visit, safety: Safety) -> Section:
    language = page.language
    cleared = _cleared_title(block.id, safety)
    if cleared is None:
        title = say(_titles(block.kind, language))
    else:
        title = title_line(cleared, language)
        page.write(cleared, lambda text, words: ())
    write(block, page, visit, safety)
    reason = why(block.reason, safety.library, language)
    english = None if page.is_translated else untranslated(language)
    says_why, is_key = block.kind in _SAY_WHY, block.kind is BlockKind.ANSWERS
    return Section(block.id, title, reason, page.elements, english, says_why, page.is_draft, is_key)


def untranslated(language: Language) -> Line:
    """Say that something is in English because it is not published in this language yet."""
    return say(language.gettext("A part of this is in English. It is not ready in your language yet."))


def _title(visit: Visit, safety: Safety, language: Language) -> Line:
    if visit.bundle is None or safety.is_expired(Bundle, visit.bundle):
        return say(language.gettext("My handout"))
    return title_line(safety.title(Bundle, visit.bundle), language)


def _left_out(left: tuple[LeftOut, ...], is_long: bool, page: Page, safety: Safety) -> Section:
    """Name what did not fit or is out of date, so that nobody thinks it was forgotten; say why a sheet is long."""
    language, _ = page.language, page.language.gettext
    patterns = {
        LeftOutWhy.BUDGET: _("Left out to keep this short: {names}."),
        LeftOutWhy.SHORTENED: _("Only the main points are printed of: {names}."),
        LeftOutWhy.EXPIRED: _("Too old to print: {names}."),
    }
    titles = {one.id: _cleared_title(one.id, safety) for one in left if one.why in patterns}
    page.announce(title for title in titles.values() if title is not None)
    lines = []
    for reason, pattern in patterns.items():
        names = [_name(one.id, titles[one.id], language) for one in left if one.why is reason]
        lines += [fill(pattern, names=sentences(names, BETWEEN))] if names else []
    if lines:
        page.own(Paragraph(sentences((*lines, say(_("Ask for more if you want it.")))), is_small=True))
    if is_long:
        said = _("This sheet is longer than usual. What keeps you safe is never left out.")
        page.own(Paragraph(say(said), is_small=True))
    return Section("left-out", say(_("Not on this sheet")), None, page.elements)


def _name(block: str, cleared: Cleared[Text] | None, language: Language) -> Line:
    return title_line(cleared, language) if cleared is not None else say(_titles(BlockKind(block), language))


def _stamp(visit: Visit, library: Library, language: Language, is_draft: bool) -> Stamp:
    _ = language.gettext
    digest = library.digest[:SHORT_DIGEST]
    words = fill(
        _("Content {pack}, version {version}, code {digest}. This sheet does not replace your care team."),
        pack=isolated(library.pack),
        version=isolated(library.version),
        digest=isolated(digest),
    )
    made_on = fill(_("Made on {date}"), date=day(visit.date, language)) if visit.date else ()
    draft = say(_("This translation is a draft. Read it together with the English.")) if is_draft else None
    return Stamp(words, f"{library.pack}:{library.version}:{language.code}:{digest}", made_on, draft, visit.date)


def sheet(plan: Plan, visit: Visit, library: Library, language: Language) -> Sheet:
    """Put a plan into words. Raises: NotInStore."""
    safety = rules_for(visit, library, language.code)
    sections, said = [], frozenset[str]()
    for block in plan.blocks:
        page = Page(language, is_paper=True, said=said)
        sections.append(_section(block, page, visit, safety))
        said = page.said if block.drop_order == NEVER else said
    name = isolated(visit.name) if visit.name else None
    if plan.is_long or any(one.why is not LeftOutWhy.RULE for one in plan.left_out):
        every = (one.rule.id for one in safety.applied)
        page = Page(language, is_paper=True, said=every)
        place = len(sections) - (1 if sections and sections[-1].opens_page else 0)
        sections.insert(place, _left_out(plan.left_out, plan.is_long, page, safety))
    is_draft = language.is_draft or any(section.is_draft for section in sections)
    stamp = _stamp(visit, library, language, is_draft)
    return Sheet(language, _title(visit, safety, language), tuple(sections), stamp, name)
