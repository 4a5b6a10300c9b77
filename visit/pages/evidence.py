"""What the studies say: claims of the articles with how they stand, and studies with their numbers."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from content.library import Library
from content.model import Arm, Claim, Reference, Standing, Trial
from i18n.language import Language
from i18n.runs import Line, plain
from visit.elements import (
    Bullets,
    Element,
    Heading,
    IconArray,
    IconRow,
    Interval,
    Intervals,
    Notice,
    Paragraph,
    Table,
    Tone,
)
from visit.page import Page, Words
from visit.pages.guide import evidence_words
from visit.safety import Safety, rules_for
from visit.visit import Visit
from visit.wording import fill, isolated, say, sentences, strong

OUT_OF: Final = 100
NO_DIFFERENCE: Final = Decimal(1)
_NUMBER: Final = r"(\d+(?:\.\d+)?)"
_RATIO: Final = re.compile(rf"\b(?:OR|RR|HR) {_NUMBER} \((?:95 ?% CI )?{_NUMBER}\s?(?:-|–|to)\s?{_NUMBER}\)")


def standing_words(standing: Standing, language: Language) -> str:
    """Say how a claim stands against independent evidence."""
    _ = language.gettext
    return {
        Standing.SUPPORTED: _("Independent studies support this."),
        Standing.CONTESTED: _("Experts do not agree on this."),
        Standing.OUTDATED: _("This is out of date."),
        Standing.PROMOTIONAL: _("This is sales talk, not a finding."),
    }[standing]


def claim_page(claim: str, visit: Visit, library: Library, language: Language) -> tuple[Element, ...]:
    """Write one claim of the articles and how it stands. Raises: NotInStore."""
    page = Page(language)
    write_claim(page, claim, rules_for(visit, library, language.code))
    return page.elements


def write_claim(page: Page, claim: str, safety: Safety) -> None:
    """Write what an article says, how it stands, and what corrects it."""
    cleared = safety.item(Claim, claim)
    page.write(cleared, lambda item, words: _claim(item, words, page.language))
    if cleared.piece is not None:
        page.gathered((safety.item(Reference, one) for one in cleared.piece.references), reference_line, Bullets)


def _claim(claim: Claim, words: Words, language: Language) -> Iterable[Element]:
    _ = language.gettext
    said = _("An article by a company that sells this product says:") if claim.seller else _("An article says:")
    yield Paragraph(strong(said))
    yield Paragraph(words(claim.text))
    is_doubtful = claim.standing is not Standing.SUPPORTED
    title = say(standing_words(claim.standing, language))
    says = [words(text) for text in (claim.correction, claim.caution) if text is not None]
    yield Notice(Tone.CAUTION if is_doubtful else Tone.NOTE, title, says[0] if says else ())
    yield from (Paragraph(text) for text in says[1:])
    if claim.evidence is not None:
        sure = strong(_("How sure are the studies?"))
        yield Paragraph(sentences((sure, say(evidence_words(claim.evidence, language)))))


def reference_line(reference: Reference, words: Words) -> Line:
    """Write a source in the language it was published in, then, in a line of its own, what became of the paper."""
    parts = (reference.authors, reference.title, reference.journal, reference.year)
    text = ". ".join(part.rstrip(".") for part in parts if part)
    source = isolated(text + ".", lang="en")
    return source if reference.integrity is None else sentences((source, words(reference.integrity)), "\n")


def short_reference(reference: Reference, words: Words) -> Line:
    """Write a source in one line, enough to find it by, then what became of the paper."""
    first, *others = reference.authors.split(", ")
    who = f"{first} et al" if others else first
    where = f"{reference.journal or reference.title} {reference.year}".strip()
    number = f"PMID {reference.pmid}" if reference.pmid else ""
    source = isolated(". ".join(part.rstrip(".") for part in (who, where, number) if part) + ".", lang="en")
    return source if reference.integrity is None else sentences((source, words(reference.integrity)))


def trial_page(trial: str, visit: Visit, library: Library, language: Language) -> tuple[Element, ...]:
    """Write one study: whom, how long, what came out, with pictures of the numbers. Raises: NotInStore."""
    page = Page(language)
    page.own(Heading(2, isolated(library.get(Trial, trial).item.name, lang="en")))
    write_trial(page, trial, rules_for(visit, library, language.code))
    return page.elements


def write_trial(page: Page, trial: str, safety: Safety) -> None:
    """Write one study."""
    page.write(safety.item(Trial, trial), lambda item, words: _trial(item, words, page.language))


def _trial(trial: Trial, words: Words, language: Language) -> Iterable[Element]:
    _ = language.gettext
    if trial.is_withdrawn:
        text = say(_("The authors or the journal warned readers. Do not use the numbers as proof."))
        yield Notice(Tone.CAUTION, say(_("This paper is in doubt")), text)
    yield from _facts(trial, words, language)
    yield _arms(trial, words, language)
    if not trial.is_withdrawn:
        yield from _icons(trial, words, language)
        yield from _intervals(trial, words, language)
    yield _labelled(_("What came out:"), words(trial.finding))
    if trial.bias is not None:
        yield _labelled(_("What weakens it:"), words(trial.bias))
    yield _labelled(_("Who paid:"), words(trial.who_paid))


def _facts(trial: Trial, words: Words, language: Language) -> Iterator[Element]:
    _ = language.gettext
    yield _labelled(_("Who took part:"), words(trial.population))
    if trial.people is not None:
        people = language.ngettext("{n} person", "{n} people", trial.people)
        yield Paragraph(fill(people, n=isolated(language.number(trial.people))))
    yield _labelled(_("How it was done:"), words(trial.design))
    if trial.duration is not None:
        yield _labelled(_("How long:"), words(trial.duration))
    yield _labelled(_("What was measured:"), words(trial.outcome))


def _labelled(label: str, text: Line) -> Paragraph:
    return Paragraph(sentences((strong(label), text)))


def _arms(trial: Trial, words: Words, language: Language) -> Table:
    _ = language.gettext
    head = (say(_("Group")), say(_("Dose")), say(_("Result")))
    rows = tuple(
        (words(arm.name), words(arm.dose) if arm.dose else (), words(arm.result) if arm.result else ())
        for arm in trial.arms
    )
    return Table(say(_("The groups of this study")), head, rows)


def _icons(trial: Trial, words: Words, language: Language) -> Iterator[IconArray]:
    counted = tuple(arm for arm in trial.arms if arm.out_of_100 is not None)
    if counted:
        _ = language.gettext
        rows = tuple(_icon_row(arm, words, language) for arm in counted)
        how = say(_("How to read this: each figure is one person. Count the dark ones."))
        alt = ". ".join(f"{plain(row.label)}: {plain(row.says)}" for row in rows)
        yield IconArray(words(trial.outcome), how, rows, alt)


def _icon_row(arm: Arm, words: Words, language: Language) -> IconRow:
    count = int((arm.out_of_100 or Decimal(0)).to_integral_value())
    says = fill(language.gettext("{n} out of 100 people"), n=isolated(language.number(count)))
    return IconRow(words(arm.name), count, OUT_OF, says)


def _intervals(trial: Trial, words: Words, language: Language) -> Iterator[Intervals]:
    found = tuple((arm, ratio) for arm in trial.arms if (ratio := _RATIO.search(f"{arm.figures}; {arm.effect}")))
    if found:
        _ = language.gettext
        rows = tuple(_interval(words(arm.name), ratio, language) for arm, ratio in found)
        how = say(_("How to read this: a bar that touches the line at 1 shows no clear difference."))
        alt = ". ".join(f"{plain(row.label)}: {plain(row.says)}" for row in rows)
        yield Intervals(words(trial.outcome), how, NO_DIFFERENCE, rows, alt)


def _interval(label: Line, ratio: re.Match[str], language: Language) -> Interval:
    middle, low, high = map(Decimal, ratio.groups())
    _ = language.gettext
    is_clear = high < NO_DIFFERENCE or low > NO_DIFFERENCE
    verdict = _("a difference was seen") if is_clear else _("no clear difference")
    numbers = language.range_pattern.format(low=language.number(low), high=language.number(high))
    says = fill(_("{range}: {verdict}"), range=isolated(numbers), verdict=say(verdict))
    return Interval(label, low, middle, high, says)
