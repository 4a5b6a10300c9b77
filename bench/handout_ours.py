"""The handout of `bench/handouts.py` by ourselves: tagged, shaped, PDF/UA-1 and PDF/A-3a."""

from dataclasses import replace
from decimal import Decimal

from handout_peers import Content

from handouts.document import pdf
from handouts.layout import Layout
from i18n.language import Language
from i18n.runs import Line, Run
from visit import elements as e
from visit.sheet import Section, Sheet, Stamp


def made(given: Content, name: str = "") -> bytes:
    """Make the handout as the application would, for somebody or for anybody."""
    return pdf(replace(_sheet(given), name=_line(name) if name else None), Layout())


def _line(text: str) -> Line:
    return (Run(text),)


def _sheet(given: Content) -> Sheet:
    sections = []
    for i, (heading, paragraphs, bullets, rows, bars) in enumerate(given.sections):
        head, *body = [tuple(_line(cell) for cell in row) for row in rows]
        drawn = tuple(e.Bar(_line(name), _decimal(value), _line(f"{value}")) for name, value in bars)
        elements = (
            *(e.Paragraph(_line(text)) for text in paragraphs),
            e.Bullets(tuple(_line(text) for text in bullets)),
            e.Table((), head, tuple(body)),
            e.Bars(_line("Goals"), _line("A full bar is the goal."), drawn, "Calcium 0.7, vitamin D 0.4"),
        )
        sections.append(Section(f"guide.s{i}", _line(heading), None, elements))
    language = Language(code="en", tag="en", own_name="English")
    return Sheet(language, _line(given.title), tuple(sections), Stamp(_line(given.stamp), given.stamp, _line("today")))


def _decimal(value: float) -> Decimal:
    return Decimal(str(value))
