"""The score card on paper: the tables of the page, set by the same hand as the handouts."""

from collections.abc import Iterable

from content.report import ScoreCard, Topic
from content.report.card import InLanguage
from content.report.marks import score
from i18n.language import Language
from i18n.runs import Line, Run
from visit.elements import Element, Paragraph, Table
from visit.sheet import Section, Sheet, Stamp

ENGLISH = Language(code="en", tag="en", own_name="English")
READING = "Grades are Flesch-Kincaid grades. The goal for a guide is 6 or less, no block above 8."


def score_sheet(card: ScoreCard) -> Sheet:
    """Lay out a score card as a sheet: the topics, the kinds, the languages."""
    sections = (
        _section("topics", "Topics", (Paragraph(_line(READING)), _topics(card.topics))),
        _section("kinds", "All kinds", (_kinds(card),)),
        *(_language(one, card) for one in card.languages),
    )
    stamp = Stamp(
        _line(f"{card.pack}, version {card.version}"),
        f"{card.pack}:{card.version}:en:score",
        _line(f"Measured on {card.today}"),
        made=card.today,
    )
    return Sheet(ENGLISH, _line(f"Score card of {card.pack}"), sections, stamp)


def _line(text: object) -> Line:
    return (Run(str(text)),)


def _section(name: str, title: str, elements: tuple[Element, ...]) -> Section:
    return Section(name, _line(title), None, elements)


def _table(caption: str, head: Iterable[object], rows: Iterable[Iterable[object]]) -> Table:
    return Table(_line(caption), tuple(map(_line, head)), tuple(tuple(map(_line, row)) for row in rows))


def _topics(topics: tuple[Topic, ...]) -> Table:
    head = ("Topic", "Grade", "Hardest block", "CDC index", "PEMAT-P", "Expires")
    rows = [
        (
            topic.title,
            f"{topic.grade:.1f}",
            f"{topic.hardest_grade:.1f}",
            f"{score(topic.cci).percent}%" if topic.cci else "–",
            f"{score(topic.pemat).percent}%" if topic.pemat else "–",
            topic.review.expires_on,
        )
        for topic in topics
    ]
    return _table("Measures of each topic", head, rows)


def _kinds(card: ScoreCard) -> Table:
    rows = [
        (one.kind, one.count, "–" if one.grade is None else f"{one.grade:.1f}", one.errors, one.warnings)
        for one in card.sums
    ]
    return _table("Items, grades and findings by kind", ("Kind", "Items", "Grade", "Errors", "Warnings"), rows)


def _language(one: InLanguage, card: ScoreCard) -> Section:
    rows = [(topic.title, "ready" if topic.id in one.ready else "English") for topic in card.topics]
    count = f"{len(one.ready)} of {len(card.topics)} topics are ready."
    return _section(f"language-{one.locale}", one.locale, (_table(count, ("Topic", "State"), rows),))
