"""The score card as one HTML file that needs nothing else: no script, no colour, ready for print."""

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from string import Template
from typing import Final

from content.report.card import ScoreCard, Sum, Topic
from content.report.marks import Mark, score

_HERE: Final = Path(__file__).parent


def html(card: ScoreCard) -> str:
    """Write a score card as a page."""
    page = Template((_HERE / "page.html").read_text("utf-8"))
    return page.substitute(
        pack=escape(card.pack),
        version=escape(card.version),
        today=card.today.isoformat(),
        style=(_HERE / "page.css").read_text("utf-8").rstrip(),
        sums=_sums(card.sums),
        topics=_topics(card.topics),
        languages=_languages(card),
        details="\n".join(map(_details, card.topics)),
    )


def _sums(sums: Sequence[Sum]) -> str:
    head = ("Kind", "Items", "Grade", "Highest grade of an item", "Errors", "Warnings")
    rows = [
        (one.kind, one.count, _grade(one.grade), _grade(one.highest_grade), one.errors, one.warnings) for one in sums
    ]
    return _table("Items, grades and findings by kind", head, rows)


def _grade(value: float | None) -> str:
    return "no texts" if value is None else f"{value:.1f}"


def _topics(topics: Sequence[Topic]) -> str:
    head = ("Topic", "Grade", "Without names", "Hardest block", "Words a sentence", "CDC index", "PEMAT-P", "Expires")
    return _table("Measures of each topic", head, map(_row, topics))


def _row(topic: Topic) -> tuple[object, ...]:
    return (
        topic.title,
        _grade(topic.grade),
        _grade(topic.plain_grade),
        _grade(topic.hardest_grade),
        f"{topic.mean_sentence:.1f}, longest {topic.longest_sentence}",
        _score(topic.cci),
        _score(topic.pemat),
        topic.review.expires_on.isoformat(),
    )


def _languages(card: ScoreCard) -> str:
    if not card.languages:
        return ""
    head = ("Topic", *(one.locale for one in card.languages))
    rows = [
        (topic.title, *("ready" if topic.id in one.ready else "English" for one in card.languages))
        for topic in card.topics
    ]
    return _table("Topics in each language; the rest is shown in English", head, rows)


def _score(marked: tuple[Mark, ...]) -> str:
    held = score(marked)
    return f"{held.met} of {held.measured} ({held.percent}%)" if marked else "guides only"


def _details(topic: Topic) -> str:
    review = topic.review
    dates = f"Reviewed {review.reviewed_on}, next {review.next_review_on}, expires {review.expires_on}."
    parts = [
        f"<p>{topic.words} words. {dates} Reviewer: {escape(review.reviewer)}.</p>",
        f"<p>Jargon: {escape(', '.join(topic.jargon)) or 'none'}.</p>",
        _list("Findings", (str(finding) for finding in topic.findings)),
        _list("Exempt", (f"{one.rule} {one.where}: {one.reason}" for one in topic.exempt)),
        _marks("CDC Clear Communication Index", topic.cci),
        _marks("PEMAT-P", topic.pemat),
    ]
    return f"<section>\n<h3>{escape(topic.title)}</h3>\n{''.join(parts)}\n</section>"


def _list(title: str, lines: Iterable[str]) -> str:
    told = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<h4>{title}</h4><ul>{told}</ul>" if told else ""


def _marks(title: str, marked: tuple[Mark, ...]) -> str:
    if not marked:
        return ""
    rows = [(one.criterion.number, one.criterion.name, one.verdict.value) for one in marked]
    return _table(title, ("Item", "What it asks", "Verdict"), rows)


def _table(caption: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    heads = "".join(f'<th scope="col">{escape(one)}</th>' for one in head)
    body = "\n".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    top = f"<caption>{escape(caption)}</caption><thead><tr>{heads}</tr></thead>"
    return f"<table>{top}<tbody>\n{body}\n</tbody></table>"


def _cell(value: object) -> str:
    number = ' class="number"' if isinstance(value, int) else ""
    return f"<td{number}>{escape(str(value))}</td>"
