"""The head of a sheet: the clinic's letterhead, then title, name and day in a panel of their own."""

from dataclasses import replace

from handouts.flow import Band, spaced, together
from handouts.layout import Layout
from handouts.notices import Box, boxed
from handouts.page import Page
from handouts.setting import Align, Style, natural_width, set_text
from handouts.story import Both, Story, rows, speak, twins
from handouts.svg import picture
from handouts.tags import Tag
from i18n.runs import Line, Run
from visit.sheet import Sheet

_LOGO_HEIGHT = 30.0


def head(story: Story, tag: Tag, sheet: Sheet, other: Sheet | None, layout: Layout) -> list[Band]:
    """Set letterhead, title, and the line for name and date."""
    bands = letterhead(story, tag, layout) if layout.letterhead else []
    size = story.main.styles.text
    inner = story.framed(size * 1.1, size * 0.7)
    title: Both = sheet.title, other.title if other else None
    panel = rows(inner, twins(inner, tag.add("H1"), title, "Span"), title, "title")
    if layout.has_name_line:
        panel += name_line(inner, tag, sheet, (size * 1.1, story.width - size * 1.8))
    box = Box("tint_strong", "accent", size * 0.42)
    return [*bands, *spaced(boxed(story, box, together(panel), size * 0.65), story.gap * 1.2)]


def _own(words: str) -> Line:
    """Keep the clinic's own words in their own direction."""
    return (Run(words, is_isolated=True),)


def letterhead(story: Story, tag: Tag, layout: Layout) -> list[Band]:
    """Set the clinic's name and lines, and its logo at the other side."""
    given = layout.letterhead
    if given is None:
        return []
    voice = story.main.voice
    size = story.main.styles.small.size
    name = set_text(_own(given.name), voice, Style(size * 1.12, is_strong=True), story.width * 0.75)
    lines = [set_text(_own(line), voice, Style(size, ink="quiet"), story.width * 0.75) for line in given.lines]
    texts = [
        (text, speak(tag.add("P"), _own(words), voice, voice.tag))
        for text, words in zip([name, *lines], (given.name, *given.lines), strict=True)
    ]
    logo = picture(given.logo.parent, given.logo.name) if given.logo else None
    height = max(sum(text.height for text, _ in texts), _LOGO_HEIGHT if logo else 0.0)

    def draw(page: Page, left: float, top: float) -> None:
        y, x = top, left + story.width * 0.25 if story.is_rtl else left
        for text, owner in texts:
            page.text(text, x, y, owner)
            y -= text.height
        if logo:
            scale = min(height / logo.height, story.width * 0.22 / logo.width)
            x = left if story.is_rtl else left + story.width - logo.width * scale
            logo.draw(page, x, top - logo.height * scale, scale)

    return [Band(height, draw)]


def name_line(story: Story, tag: Tag, sheet: Sheet, place: tuple[float, float]) -> list[Band]:
    """Set the person's name, or a line to write it on, and the day; `place` is from where and how wide."""
    start, width = place[0] if not story.is_rtl else story.width - sum(place), place[1]
    lane, style = story.main, story.main.styles.small
    label: Line = (Run(lane.language.gettext("Name:"), is_isolated=True), Run(" "), *(sheet.name or ()))
    day = sheet.stamp.made_on
    owner, day_owner = (speak(tag.add("P"), line, lane.voice, lane.voice.tag) for line in (label, day))
    label_width = natural_width(label, lane.voice, style, is_own=True)
    day_width = min(natural_width(day, lane.voice, style) + 1, width * 0.6)
    half = width - day_width - style.size * 1.5
    text = set_text(label, lane.voice, style, half, is_own=True)
    made = set_text(day, lane.voice, replace(style, align=Align.END), day_width)

    def draw(page: Page, left: float, top: float) -> None:
        is_rtl = story.is_rtl
        left += start
        page.text(text, left + width - half if is_rtl else left, top, owner)
        if not sheet.name:
            y = top - text.line_height * 0.78
            ends = (left + label_width + 2, left + half)
            if is_rtl:
                ends = left + width - half, left + width - label_width - 2
            page.line(ends[0], y, ends[1], y, "rule", 0.8)
        page.text(made, left if is_rtl else left + width - day_width, top, day_owner)

    height = max(text.height, made.height)
    return [Band(height, draw, story.gap * 0.5)]
