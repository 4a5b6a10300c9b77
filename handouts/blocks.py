"""Blocks of words: headings, paragraphs, lists, boxes to tick, lines to write on, questions, terms."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from handouts.flow import Band, Draw, spaced, together, with_next
from handouts.notices import Box, boxed
from handouts.page import Page
from handouts.setting import natural_width, set_text
from handouts.signs import circle, tick_box
from handouts.story import Both, Lane, Story, rows, run_in, speak, text_rows, twins
from handouts.tags import Tag
from i18n.runs import Line, Run
from visit.elements import Ask, Bullets, Checks, Heading, Paragraph, Steps, Terms, WriteLines

# The room of a label before its item, in text sizes; of numbers with two digits.
_LABEL = 1.7
_WIDE_LABEL = 2.4
# From so many lines on, an item of a list may stand alone.
_LONG = 5
# Draws what stands before an item in one lane: page, left edge, middle of the first line, the label's element.
Marker = Callable[[Page, Lane, float, float, Tag], None]


def heading(story: Story, tag: Tag, both: Both, level: int) -> list[Band]:
    """Set a heading of level 2 or 3, kept with what follows."""
    style = "section" if level == 2 else "part"
    head = tag.add(f"H{level}")
    owners = twins(story, head, both, "Span")
    return spaced(with_next(rows(story, owners, both, style)), story.gap * (1.6 if level == 2 else 1.2))


def inner_heading(story: Story, tag: Tag, element: Heading, other: Heading | None) -> list[Band]:
    """Set a heading within a section."""
    return heading(story, tag, (element.text, other.text if other else None), max(3, element.level))


def paragraph(story: Story, tag: Tag, element: Paragraph, other: Paragraph | None) -> list[Band]:
    """Set a paragraph."""
    both = element.text, other.text if other else None
    style = "lead" if element.is_lead else "small" if element.is_small else "body"
    return spaced(text_rows(story, tag, both, style), story.gap)


def bullets(story: Story, tag: Tag, element: Bullets, other: Bullets | None) -> list[Band]:
    """Set a list without order; the main points of a guide stand on a tint of their own."""
    items = _pairs(element.items, other.items if other else None)
    if not element.is_key:
        return _list(story, tag, items, _dot_marker, "Disc")
    size = story.main.styles.text
    inner = story.framed(size * 0.9, size * 0.6)
    box = Box("tint_strong", "accent", size * 0.28)
    bands = together(_list(inner, tag, items, _dot_marker, "Disc"))
    return spaced(boxed(story, box, bands, size * 0.5), story.gap)


def steps(story: Story, tag: Tag, element: Steps, other: Steps | None) -> list[Band]:
    """Set a numbered list; both languages carry the same numbers."""
    list_tag = tag.add("L")
    list_tag.numbering = "Decimal"
    items = enumerate(_pairs(element.items, other.items if other else None), 1)
    room = _WIDE_LABEL if len(element.items) > 9 else _LABEL
    return _held([_item(story, list_tag, both, _text_marker(partial(_number, i)), i == 1, room) for i, both in items])


def _number(number: int, lane: Lane) -> Line:
    return (Run(f"{lane.language.number(number)}.", is_strong=True),)


def checks(story: Story, tag: Tag, element: Checks, other: Checks | None) -> list[Band]:
    """Set boxes to tick by pen."""
    return _list(story, tag, _pairs(element.items, other.items if other else None), _tick_marker, "Square")


def write_lines(story: Story, tag: Tag, element: WriteLines, other: WriteLines | None) -> list[Band]:
    """Set a label and empty lines under it."""
    height = max(24.0, story.main.styles.text * 2.1)
    if element.count == 1 and other is None:
        return spaced([_write_line(story, tag, element.label, height)], story.gap * 0.5)
    label = text_rows(story, tag, (element.label, other.label if other else None), "body")

    def draw(page: Page, left: float, top: float) -> None:
        page.line(left, top - height, left + story.width, top - height, "rule", 0.8)

    lines = [Band(height, draw)] * element.count
    return spaced(together([*with_next(label), *lines]), story.gap)


def _write_line(story: Story, tag: Tag, label: Line, height: float) -> Band:
    """Set a label and a line to write on after it."""
    lane = story.main
    owner = speak(tag.add("P"), label, lane.voice, lane.voice.tag)
    text = set_text(label, lane.voice, lane.styles.body, story.width * 0.7)
    start = text.widest + lane.styles.text * 0.5

    def draw(page: Page, left: float, top: float) -> None:
        y = top - height + text.line_height * 0.2
        page.text(text, left + (story.width - text.width if story.is_rtl else 0), y + text.line_height * 0.8, owner)
        ends = (left, left + story.width - start) if story.is_rtl else (left + start, left + story.width)
        page.line(ends[0], y, ends[1], y, "rule", 0.8)

    return Band(max(height, text.height), draw)


def terms(story: Story, tag: Tag, element: Terms, other: Terms | None) -> list[Band]:
    """Set words with what they mean."""
    list_tag = tag.add("L")
    bands: list[Band] = []
    for i, (word, meaning) in enumerate(element.items):
        twin = other.items[i] if other else (None, None)
        item = list_tag.add("LI").add("LBody")
        second = run_in(story.second, twin[0] or (), twin[1] or ()) if story.second and twin[0] is not None else None
        both = run_in(story.main, word, meaning), second
        bands += spaced(text_rows(story, item, both, "body"), story.gap * (1.0 if i == 0 else 0.55))
    return bands


def ask(story: Story, tag: Tag, element: Ask, other: Ask | None) -> list[Band]:
    """Set a question with boxes to tick, or with lines to write on when it is open."""
    numbered = _numbered(story.main, element)
    twin = _numbered(story.second, other) if story.second and other else None
    bands = with_next(text_rows(story, tag, (numbered, twin), "strong"))
    if element.options:
        pairs = _pairs(element.options, other.options if other else None)
        bands += together(_list(story.inset(story.main.styles.text * 0.8), tag, pairs, _tick_marker, "Square"))
    else:
        bands += write_lines(story, tag, WriteLines((), 2), None)
    return spaced(bands, story.gap * 1.4)


def _numbered(lane: Lane, element: Ask) -> Line:
    return (Run(f"{lane.language.number(element.number)}. "), *element.text)


def _pairs(items: tuple[Line, ...], others: tuple[Line, ...] | None) -> list[Both]:
    if others is None:
        return [(item, None) for item in items]
    return list(zip(items, others, strict=True))


def _list(story: Story, tag: Tag, items: list[Both], marker: Marker, numbering: str) -> list[Band]:
    list_tag = tag.add("L")
    list_tag.numbering = numbering
    return _held([_item(story, list_tag, both, marker, i == 0) for i, both in enumerate(items)])


def _held(items: list[list[Band]]) -> list[Band]:
    """Leave neither the first nor the last item of a list alone on a page, where they are short."""
    last = len(items) - 1
    for i, item in enumerate(items):
        if i < last and i in (0, last - 1) and len(item) < _LONG:
            items[i] = with_next(item)
    return [band for item in items for band in item]


def _item(  # noqa: PLR0913, PLR0917  an item has these parts
    story: Story, list_tag: Tag, both: Both, marker: Marker, is_first: bool, room: float = _LABEL
) -> list[Band]:
    """Set one item; the marker is drawn in each language's column, `room` text sizes wide."""
    item = list_tag.add("LI")
    label, body = item.add("Lbl"), item.add("LBody")
    inner = story.inset(story.main.styles.text * room)
    bands = rows(inner, twins(inner, body, both), both, "body") or [Band(0.0, _nothing)]
    lanes = [story.main] + ([story.second] if story.second and both[1] is not None else [])
    bands[0] = replace(bands[0], draw=_with_markers(bands[0].draw, lanes, marker, label))
    return spaced(bands, story.gap * (1.0 if is_first else 0.55))


def _nothing(page: Page, left: float, top: float) -> None:
    """Draw nothing: an item without words still has its marker."""


def _with_markers(draw: Draw, lanes: list[Lane], marker: Marker, label: Tag) -> Draw:
    def both(page: Page, left: float, top: float) -> None:
        first, *more = lanes
        middle = top - first.styles.body.size * first.voice.leading / 2
        marker(page, first, left, middle, label)
        for lane in more:
            page.later(middle, partial(marker, page, lane, left, middle, label))
        draw(page, left, top)

    return both


def _text_marker(line: Callable[[Lane], Line]) -> Marker:
    def draw(page: Page, lane: Lane, left: float, middle: float, label: Tag) -> None:
        sign = line(lane)
        style = replace(lane.styles.body, ink="accent")
        width = natural_width(sign, lane.voice, style)
        column = lane.column
        x = column.x + column.width - width - style.size * 0.2 if lane.voice.is_rtl else column.x + style.size * 0.2
        text = set_text(sign, lane.voice, style, width + 1)
        page.text(text, left + x - (1 if lane.voice.is_rtl else 0), middle + text.line_height / 2, label)

    return draw


def _dot_marker(page: Page, lane: Lane, left: float, middle: float, label: Tag) -> None:
    size, column = lane.styles.text, lane.column
    x = column.x + column.width - size * 0.55 if lane.voice.is_rtl else column.x + size * 0.55
    label.actual = "•"
    page.draw(f"{circle(left + x, middle - size * 0.06, size * 0.15)} f", "accent", "", label)


def _tick_marker(page: Page, lane: Lane, left: float, middle: float, label: Tag) -> None:
    size = lane.styles.text * 0.95
    column = lane.column
    x = column.x + column.width - size if lane.voice.is_rtl else column.x
    label.actual = "☐"
    tick_box(page, left + x, middle, size, label)
