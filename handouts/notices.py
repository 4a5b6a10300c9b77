"""Boxes: what must not be overlooked, in a frame with a sign; notices that follow one another share one frame."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handouts.flow import Band, Draw, spaced, together, with_next
from handouts.page import Page
from handouts.signs import notice_sign
from handouts.story import Story, run_in, text_rows
from handouts.tags import Tag
from i18n.runs import Run
from visit.elements import Notice, Tone

# A part of a box is at most this share of the page's height.
_MOST = 0.45


@dataclass(frozen=True, slots=True)
class Box:
    """How a box looks: the ink of its tint and of the bar at its start, and whether lines go around it."""

    tint: str
    bar: str
    thick: float
    is_framed: bool = False


def notice(story: Story, tag: Tag, element: Notice, other: Notice | None) -> list[Band]:
    """Set a boxed call-out: a frame, a sign, a bold title; readable in black and white."""
    if element.is_brief:
        return _brief(story, tag, element, other)
    size = story.main.styles.text
    sign = size * 1.5
    inner = story.framed(size, size)
    inner = replace(inner, main=inner.main.inset(sign + size * 0.6))
    tag = tag.add("Div")
    bands = together(text_rows(inner, tag, _words(story, element, other), "body" if element.text else "strong"))
    if not bands:
        return []
    bands[0] = replace(bands[0], draw=_signed(story, element.tone, bands[0].draw, sign))
    box = Box(
        f"{element.tone.value}_tint",
        element.tone.value,
        size * (0.28 if element.tone is Tone.NOTE else 0.42),
        element.tone is Tone.DANGER,
    )
    return spaced(boxed(story, box, bands, size * 0.5), story.gap)


def _words(story: Story, element: Notice, other: Notice | None) -> tuple[tuple[Run, ...], tuple[Run, ...] | None]:
    second = run_in(story.second, other.title, other.text) if story.second and other else None
    return run_in(story.main, element.title, element.text), second


def _signed(story: Story, tone: Tone, draw: Draw, size: float) -> Draw:
    """Draw the sign beside the first line."""
    inset = story.main.styles.text

    def both(page: Page, left: float, top: float) -> None:
        x = left + story.width - inset - size if story.is_rtl else left + inset
        notice_sign(page, tone, x, top - size * 0.95, size)
        draw(page, left, top)

    return both


def _brief(story: Story, tag: Tag, element: Notice, other: Notice | None) -> list[Band]:
    """Set a notice without a box: its sign, then its title and text in one, smaller where the title is all."""
    size = story.main.styles.text
    style = "body" if element.text else "card_head"
    bands = with_next(text_rows(story.inset(size * 1.7), tag, _words(story, element, other), style))
    if not bands:
        return []
    draw = bands[0].draw
    column, is_rtl = story.main.column, story.main.voice.is_rtl
    x = column.x + column.width - size * 1.2 if is_rtl else column.x + size * 0.1
    middle = getattr(story.main.styles, style).size * story.main.voice.leading / 2

    def signed(page: Page, left: float, top: float) -> None:
        notice_sign(page, element.tone, left + x, top - middle - size * 0.5, size * 1.1)
        draw(page, left, top)

    return spaced([replace(bands[0], draw=signed), *bands[1:]], story.gap)


def boxed(story: Story, box: Box, bands: Sequence[Band], room: float) -> list[Band]:
    """Draw a box under the bands; each part of it draws its own, so that the box may go over a page."""
    parts = _parts(bands, story.page_height * _MOST)
    last = len(parts) - 1
    found = []
    for i, part in enumerate(parts):
        room_of = (room if i == 0 else part.before), (room if i == last else 0.0)
        draw = _part(story, box, part, room_of, (i == 0, i == last))
        found.append(replace(part, height=part.height + sum(room_of), draw=draw, before=0.0))
    return found


def _parts(bands: Sequence[Band], most: float) -> list[Band]:
    """Make one band of those that stay together, because lines may reach a little below their own band."""
    groups: list[list[Band]] = [[]]
    for band in bands:
        if groups[-1] and (not groups[-1][-1].is_kept or _depth(groups[-1]) + band.before + band.height > most):
            groups.append([])
        groups[-1].append(band)
    return [_joined(group) for group in groups if group]


def _depth(bands: Sequence[Band]) -> float:
    return sum(band.height + (band.before if i else 0.0) for i, band in enumerate(bands))


def _joined(bands: Sequence[Band]) -> Band:
    """Make one band of several."""

    def draw(page: Page, left: float, top: float) -> None:
        for i, band in enumerate(bands):
            top -= band.before if i else 0.0
            band.draw(page, left, top)
            top -= band.height

    return Band(_depth(bands), draw, bands[0].before, bands[-1].is_kept)


def _part(story: Story, box: Box, band: Band, room: tuple[float, float], ends: tuple[bool, bool]) -> Draw:
    height = band.height + sum(room)

    def draw(page: Page, left: float, top: float) -> None:
        page.ground(left, top - height, story.width, height, box.tint)
        edge = left + story.width - box.thick if story.is_rtl else left
        page.box(edge, top - height, box.thick, height, fill=box.bar)
        if box.is_framed:
            _frame(page, (left, top), (story.width, height), box.bar, ends)
        band.draw(page, left, top - room[0])

    return draw


def _frame(page: Page, at: tuple[float, float], size: tuple[float, float], ink: str, ends: tuple[bool, bool]) -> None:
    """Draw the sides of a box, and its upper and lower edge where it begins and ends."""
    (left, top), (width, height) = at, size
    for x in (left, left + width):
        page.line(x, top, x, top - height, ink, 0.8)
    for y, has_edge in ((top, ends[0]), (top - height, ends[1])):
        if has_edge:
            page.line(left, y, left + width, y, ink, 0.8)
