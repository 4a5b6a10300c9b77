"""A chart note: what was taught, as plain text that staff paste into the record. No advice, only what happened."""

from collections.abc import Iterable, Iterator

from content.library import Library
from content.model import Quiz
from i18n.language import Language
from i18n.runs import Line, plain
from visit.blocks import BlockKind, LeftOutWhy, Plan
from visit.findings import findings
from visit.naming import name_of
from visit.pages.quiz import score
from visit.quiz import result
from visit.safety import rules_for
from visit.sheet import sheet
from visit.visit import Visit
from visit.wording import day


def note(plan: Plan, visit: Visit, library: Library, language: Language) -> str:
    """Write the note in the language of the staff; `language` need not be the person's. Raises: NotInStore."""
    _ = language.gettext
    parts = (
        (_("Patient education"), _given(visit, library, language)),
        (_("On the handout"), _sections(plan, visit, library, language)),
        (_("Medicines named"), _medicines(visit, library, language)),
        (_("Safety rules that applied"), _rules(visit, library, language)),
        (_("Quiz"), _quizzes(visit, library, language)),
        (_("Left out"), _left_out(plan, library, language)),
    )
    return "\n\n".join("\n".join((title, *lines)) for title, given in parts if (lines := list(given))) + "\n"


def _item(text: str) -> str:
    return f"- {text}"


def _given(visit: Visit, library: Library, language: Language) -> Iterator[str]:
    _ = language.gettext
    if visit.date is not None:
        yield _item(_("Date: {date}").format(date=plain(day(visit.date, language))))
    spoken = visit.locale if visit.beside is None else f"{visit.locale}, {visit.beside}"
    yield _item(_("Languages of the handout: {languages}").format(languages=spoken))
    source = f"{library.pack} {library.version} ({library.digest[:8]})"
    yield _item(_("Content: {source}").format(source=source))


def _sections(plan: Plan, visit: Visit, library: Library, language: Language) -> Iterator[str]:
    made = sheet(plan, visit, library, language)
    titles = {section.id: section.title for section in made.sections}
    for block in plan.blocks:
        is_taught = block.kind in (BlockKind.GUIDE, BlockKind.TRIAL, BlockKind.QUIZ)
        name = plain(titles[block.id])
        yield _item(f"{name} ({block.id})" if is_taught else name)


def _medicines(visit: Visit, library: Library, language: Language) -> Iterator[str]:
    found = findings(visit, rules_for(visit, library, language.code))
    ticked, typed = {one.id for one in visit.medicines}, {one: name for name, one in found.recognised}
    for one in found.medicines:
        name = plain(name_of(one, library, language))
        yield _item(name if one in ticked or one not in typed else f"{name} (“{typed[one]}”)")
    yield from (_item(language.gettext("not in our list: {name}").format(name=name)) for name in found.unknown)


def _names(things: Iterable[str], library: Library, language: Language) -> Iterator[str]:
    lines: Iterator[Line] = (name_of(one, library, language) for one in things)
    return map(plain, lines)


def _rules(visit: Visit, library: Library, language: Language) -> Iterator[str]:
    for finding in findings(visit, rules_for(visit, library, language.code)).rules:
        title = plain(name_of(finding.rule, library, language))
        names = ", ".join(_names(finding.because, library, language))
        yield _item(f"{title} ({finding.rule}): {names}")


def _quizzes(visit: Visit, library: Library, language: Language) -> Iterator[str]:
    for quiz in dict.fromkeys(answer.quiz for answer in visit.answers):
        found = result(library.get(Quiz, quiz).item, visit.answers)
        yield _item(f"{plain(name_of(quiz, library, language))}: {plain(score(found, language))}")


def _left_out(plan: Plan, library: Library, language: Language) -> Iterator[str]:
    why = {
        LeftOutWhy.BUDGET: language.gettext("no room"),
        LeftOutWhy.SHORTENED: language.gettext("only the main points, to keep it short"),
        LeftOutWhy.EXPIRED: language.gettext("too old to print"),
        LeftOutWhy.RULE: language.gettext("safety rule"),
    }
    for one in plan.left_out:
        rules = f": {', '.join(one.names)}" if one.names else ""
        yield _item(f"{one.id} ({why[one.why]}{rules})")
