"""How a section opens: its title beside a sign of what it is about, why it is here, and its elements."""

from dataclasses import replace
from types import MappingProxyType
from typing import Final

from handouts.flow import Band, Draw, spaced, together, with_next
from handouts.layout import ICONS
from handouts.page import Page
from handouts.signs import rounded
from handouts.story import Both, Story, rows, text_rows, twins
from handouts.svg import picture
from handouts.tags import Tag
from handouts.writer import bands_of
from i18n.runs import Line
from visit.elements import Element, Notice, Paragraph, WriteLines
from visit.sheet import Section

# By the first part of a section's name.
_SIGNS: Final = MappingProxyType(
    {
        "warnings": "warning",
        "medicines": "bone",
        "day-plan": "clock",
        "mistakes": "check",
        "guide": "learn",
        "nutrients": "food",
        "scan": "scan",
        "trial": "study",
        "teach-back": "person",
        "ask": "help",
        "call": "phone",
        "quiz": "quiz",
        "glossary": "list",
        "sources": "source",
        "answers": "check",
        "left-out": "plus",
    }
)
# The sides of a sign and of the drawing in it, in sizes of the title.
_SIDE = 1.42
_DRAWING = 0.74
_WHITE = "#ffffff"
# A last line or two is not left alone on a new page.
_LAST_LINES = 2.5


def section(story: Story, tag: Tag, given: Section, other: Section | None) -> list[Band]:
    """Set a section: its title, why it is here, and its elements."""
    bands = spaced(_title(story, tag, given, other), story.gap * 2.6)
    bands[:1] = [replace(band, opens_page=given.opens_page) for band in bands[:1]]  # a hostile title draws nothing
    if given.reason and not given.say_why:
        bands += _small(story, tag, (given.reason, other.reason if other else None))
    if given.untranslated:
        bands += _small(story, tag, (given.untranslated, other.untranslated if other else None))
    others = other.elements if other else [None] * len(given.elements)
    last: Element | None = None
    for element, twin in zip(given.elements, others, strict=True):
        found = bands_of(story, tag, element, twin)
        if _goes_on(last, element):
            found = spaced(found, 0.0)
        if isinstance(element, WriteLines) or (_ends_alone(given, element) and _is_low(story, found)):
            bands[-1:] = with_next(bands[-1:])
        bands += found
        last = element
    return bands


def _ends_alone(given: Section, element: Element) -> bool:
    """Tell whether an element is the last of its section and words of its own."""
    return element is given.elements[-1] and isinstance(element, Paragraph)


def _is_low(story: Story, bands: list[Band]) -> bool:
    return sum(band.height for band in bands) < story.main.styles.text * story.main.voice.leading * _LAST_LINES


def _goes_on(last: Element | None, element: Element) -> bool:
    """Tell whether two notices share one box."""
    return (
        isinstance(last, Notice)
        and isinstance(element, Notice)
        and last.tone is element.tone
        and not (last.is_brief or element.is_brief)
    )


def _small(story: Story, tag: Tag, both: tuple[Line, Line | None]) -> list[Band]:
    return spaced(with_next(text_rows(story, tag, both, "reason")), story.gap * 0.25)


def _title(story: Story, tag: Tag, given: Section, other: Section | None) -> list[Band]:
    """Set the title beside its sign; the sign says nothing the words do not, so readers pass it over."""
    both: Both = given.title, other.title if other else None
    owners = twins(story, tag.add("H2"), both, "Span")
    size = story.main.styles.section.size
    drawn = _SIGNS.get(given.id.partition(".")[0])
    if drawn is None:
        return with_next(rows(story, owners, both, "section"))
    bands = together(rows(replace(story, main=story.main.inset(size * (_SIDE + 0.5))), owners, both, "section"))
    if not bands:
        return []
    first, *more = bands
    height = max(first.height, size * _SIDE)
    return with_next([Band(height, _signed(story, first, drawn, height)), *more])


def _signed(story: Story, band: Band, drawn: str, height: float) -> Draw:
    size = story.main.styles.section.size
    side, art = size * _SIDE, size * _DRAWING * _SIDE
    column = story.main.column
    x = column.x + column.width - side if story.is_rtl else column.x
    line = size * story.main.voice.leading * story.main.styles.section.air
    # The sign stands level with the first line; the line may be less high than the sign.
    lower = max(0.0, (side - line) / 2)

    def draw(page: Page, left: float, top: float) -> None:
        y = top - lower - line / 2 - side / 2
        page.draw(f"{rounded(left + x, y, side, side, side * 0.22)} f", "accent")
        sign = picture(ICONS, f"{drawn}.svg", _WHITE)
        sign.draw(page, left + x + (side - art) / 2, y + (side - art) / 2, art / sign.width)
        band.draw(page, left, top - lower)

    return draw
