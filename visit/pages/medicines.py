"""My medicines: what they mean for bone, the day on the pill card, and reasons to ask for a scan."""

from collections.abc import Iterable
from typing import Final

from content.library import Library
from content.model import Medicine, MedicineClass, Nutrient, Screening, Severity, Text
from i18n.language import Language
from i18n.runs import Line
from visit.day_plan import WAKING, DayPlan, Dose, Placed, day_plan
from visit.elements import Bullets, DayTime, Element, Heading, Notice, Paragraph, PillCard, PillRow, Tone, WriteLines
from visit.findings import Finding, Findings, findings
from visit.naming import name_of, names_of
from visit.page import BETWEEN, Page, Words, rule_notice
from visit.safety import Safety, rules_for
from visit.self_check import reasons
from visit.visit import Visit
from visit.wording import fill, isolated, line, say, sentences

PRN_LINES: Final = 1
ALWAYS_SAID: Final = 2


def findings_page(visit: Visit, library: Library, language: Language) -> tuple[Element, ...]:
    """Write what the medicines of a visit mean. Raises: NotInStore."""
    page = Page(language)
    safety = rules_for(visit, library, language.code)
    found = findings(visit, safety)
    write_rules(page, found.rules, safety)
    write_medicines(page, found, safety)
    return page.elements


def write_rules(page: Page, rules: Iterable[Finding], safety: Safety) -> None:
    """Write findings as notices; the grave ones with why they are there."""
    for finding in rules:
        shown = safety.rule(finding.rule)
        page.mark((shown,))
        page.own(rule_notice(shown, page.language))
        if finding.severity is not Severity.NOTE:
            why = line(shown.item.why, page.language, shown.locale)
            page.own(Paragraph(sentences((why, because(finding.because, safety.library, page.language)))))


def write_warnings(page: Page, rules: Iterable[Finding], safety: Safety) -> None:
    """Write findings for paper, under what they are there for: dangers in boxes, the rest as a list."""
    groups: dict[str, list[Finding]] = {}
    for finding in rules:
        groups.setdefault(finding.because[0], []).append(finding)
    for thing, found in groups.items():
        page.own(Heading(3, _because_of(thing, safety.library, page.language)))
        for finding in found:
            if finding.severity is Severity.DANGER:
                page.rule(safety.rule(finding.rule))
        page.rules(safety.rule(one.rule) for one in found if one.severity is not Severity.DANGER)


def _because_of(thing: str, library: Library, language: Language) -> Line:
    _ = language.gettext
    is_medicine = thing.startswith(("medicine.", "medicine-class."))
    pattern = _("Because you take {name}") if is_medicine else _("Because of {name}")
    return fill(pattern, name=name_of(thing, library, language))


def because(things: tuple[str, ...], library: Library, language: Language) -> Line:
    """Say what a finding rests on."""
    pattern = language.gettext("You see this because of: {names}.")
    return fill(pattern, names=names_of(things, library, language))


def write_medicines(page: Page, found: Findings, safety: Safety) -> None:
    """Write each medicine with what it does to bone and what to do; then what we do not know."""
    _ = page.language.gettext
    for medicine in found.medicines:
        page.own(Heading(3, name_of(medicine, safety.library, page.language)))
        if medicine.startswith("medicine."):
            page.each(safety.pieces(Medicine, medicine, _said), _paragraph)
        else:
            page.write(safety.piece(MedicineClass, medicine, lambda item: item.plain), _paragraph)
    _write_typed(page, found, safety)


def write_entries(page: Page, found: Findings, safety: Safety) -> None:
    """Write medicines for paper: of each a few lines, without what the rules above have said in full.

    Notes on every text about a nutrient, such as its limit, say nothing about a medicine.
    """
    page.spare(safety.asides)
    for medicine in found.medicines:
        page.own(Heading(3, name_of(medicine, safety.library, page.language)))
        if medicine.startswith("medicine."):
            every = safety.pieces(Medicine, medicine, _said)
            always, timing = every[:ALWAYS_SAID], every[ALWAYS_SAID:]
            entry = (*always, *(one for one in timing if not page.said.intersection(one.rules)))
        else:
            entry = (safety.piece(MedicineClass, medicine, lambda item: item.plain),)
        page.gathered(entry, lambda text, words: words(text), Bullets)
    _write_typed(page, found, safety)


def _write_typed(page: Page, found: Findings, safety: Safety) -> None:
    _ = page.language.gettext
    if found.recognised:
        pattern = _("You wrote {typed}. We took it for {name}. Check this with your pharmacist.")
        page.own(Bullets(tuple(_taken_for(pattern, pair, safety, page.language) for pair in found.recognised)))
    if found.unknown:
        page.heading(_("Not in our list: ask your pharmacist"))
        page.own(Bullets(tuple(isolated(name) for name in found.unknown)))


def _taken_for(pattern: str, pair: tuple[str, str], safety: Safety, language: Language) -> Line:
    return fill(pattern, typed=isolated(pair[0]), name=name_of(pair[1], safety.library, language))


def _said(medicine: Medicine) -> tuple[Text, ...]:
    said = (medicine.bone, medicine.tell, medicine.vitamin_k, medicine.calcium, medicine.magnesium)
    return tuple(text for text in said if text is not None)


def _paragraph(text: Text, words: Words) -> Iterable[Element]:
    yield Paragraph(words(text))


def day_plan_page(visit: Visit, library: Library, language: Language) -> tuple[Element, ...]:
    """Write the pill card of a visit. Raises: NotInStore."""
    page = Page(language)
    safety = rules_for(visit, library, language.code)
    write_day_plan(page, day_plan(visit, safety), safety)
    return page.elements


def write_day_plan(page: Page, plan: DayPlan, safety: Safety) -> None:
    """Write the pill card, what is taken only when needed, and what has no time yet."""
    _ = page.language.gettext
    if plan.unsolved:
        text = _(
            "These cannot all be far enough apart in one day. Show this to your pharmacist before you change a time."
        )
        page.own(Notice(Tone.CAUTION, say(_("Ask your pharmacist about the times")), say(text), page.is_paper))
        page.own(Bullets(tuple(name_of(rule, safety.library, page.language) for rule in plan.unsolved)))
    _warn_of_pills(page, (*(placed.dose for placed in plan.placed), *plan.as_needed, *plan.untimed), safety)
    if plan.placed:
        page.own(_card(plan, safety, page.language))
    if any(placed.is_moved for placed in plan.placed):
        text = _("We moved a time so that pills do not block each other. Ask your pharmacist before you follow it.")
        page.own(Notice(Tone.CAUTION, say(_("A time was moved")), say(text), page.is_paper))
    _write_names(page, _("Take only when needed"), plan.as_needed, safety)
    _write_names(page, _("Ask your pharmacist when to take these"), plan.untimed, safety)
    page.own(WriteLines(say(_("Write in other medicines and what they are for")), PRN_LINES))


def _warn_of_pills(page: Page, doses: Iterable[Dose], safety: Safety) -> None:
    """Say before the card which of one's own pills are a danger; the rest is said elsewhere."""
    page.spare(one.rule.id for one in safety.applied if one.rule.severity is not Severity.DANGER)
    pills = (dose.id for dose in doses if dose.id.startswith("nutrient.") and not dose.is_own)
    page.announce(safety.piece(Nutrient, pill, lambda item: item.name) for pill in pills)
    page.spare(())


def _write_names(page: Page, title: str, doses: tuple[Dose, ...], safety: Safety) -> None:
    if doses:
        page.heading(title)
        page.own(Bullets(tuple(_name(dose, safety, page.language) for dose in doses)))


def _name(dose: Dose, safety: Safety, language: Language) -> Line:
    if dose.is_own:
        return isolated(dose.id)
    name = name_of(dose.id, safety.library, language)
    return fill(language.gettext("{nutrient} pill"), nutrient=name) if dose.id.startswith("nutrient.") else name


def _card(plan: DayPlan, safety: Safety, language: Language) -> PillCard:
    _ = language.gettext
    head = (
        say(_("Medicine")),
        say(_("What it is for")),
        say(_("How to take it")),
        *(say(time_words(time, language)) for time in DayTime),
    )
    rows, said = [], set[str]()
    for placed in plan.placed:
        rows.append(_row(placed, said, safety, language))
        said.update(placed.rules)
    medicine, used_for, how, morning, noon, evening, bedtime = head
    return PillCard(
        say(_("My medicines each day")), (medicine, used_for, how, morning, noon, evening, bedtime), tuple(rows)
    )


def time_words(time: DayTime, language: Language) -> str:
    """Name a time of day as the pill card does."""
    _ = language.gettext
    return {
        DayTime.MORNING: _("Morning"),
        DayTime.NOON: _("Noon"),
        DayTime.EVENING: _("Evening"),
        DayTime.BEDTIME: _("Bedtime"),
    }[time]


def _row(placed: Placed, said: set[str], safety: Safety, language: Language) -> PillRow:
    cell = _cell(placed.dose, language)
    morning, noon, evening, bedtime = (cell if placed.is_at(time) else None for time in DayTime)
    how = _how(placed, said, safety, language)
    return PillRow(
        _name(placed.dose, safety, language),
        _used_for(placed.dose, safety, language),
        how,
        (morning, noon, evening, bedtime),
    )


def _cell(dose: Dose, language: Language) -> Line:
    """Say how many to take, with digits; a line to fill in by pen where we were not told."""
    if dose.pills is None:
        return say(language.gettext("Take ____"))
    pattern = language.ngettext("Take {n} pill", "Take {n} pills", dose.pills)
    return fill(pattern, n=isolated(language.number(dose.pills)))


def _used_for(dose: Dose, safety: Safety, language: Language) -> Line:
    blank = say("__________")
    if dose.is_own or not dose.id.startswith("medicine."):
        return blank
    group = safety.library.get(Medicine, dose.id).item.medicine_class
    return name_of(group, safety.library, language)


def _how(placed: Placed, said: set[str], safety: Safety, language: Language) -> Line:
    """Say how: on getting up where it is taken alone, then what the rules say about its distance to the others.

    A rule stands once on the card, at the first medicine it is about.
    """
    _ = language.gettext
    parts = [say(_("When you get up, before anything else."))] if WAKING in placed.slots else []
    for name in (rule for rule in placed.rules if rule not in said):
        shown = safety.rule(name)
        parts.append(line(shown.item.title, language, shown.locale))
    if not parts:
        parts.append(say(_("As said above.") if placed.rules else _("As your label says.")))
    return sentences(parts, BETWEEN)


def scan_page(visit: Visit, library: Library, language: Language) -> tuple[Element, ...]:
    """Write the reasons to ask for a bone scan: no score, no probability. Raises: NotInStore."""
    page = Page(language)
    write_scan(page, visit, rules_for(visit, library, language.code))
    return page.elements


def write_scan(page: Page, visit: Visit, safety: Safety) -> None:
    """Write the reasons of this person to ask for a bone scan."""
    _ = page.language.gettext
    found = reasons(visit, safety)
    if found.is_empty:
        return
    page.own(Paragraph(say(_("These are reasons to ask for a bone scan. They do not mean that you have weak bones."))))
    page.listed(None, (safety.piece(Screening, one, lambda item: item.text) for one in found.rows))
    if found.medicines:
        names = names_of(found.medicines, safety.library, page.language)
        page.own(Paragraph(fill(_("You take a medicine that can thin bone: {names}."), names=names)))
    page.own(Paragraph(say(_("Ask your doctor: do I need a bone scan?"))))
