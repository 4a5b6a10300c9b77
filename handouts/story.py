"""What every block is made with: the voices, the styles and the columns of one sheet, and rows of text in them."""

from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path
from typing import TypeAlias

from handouts.flow import Band, Draw, without_widows
from handouts.layout import Layout, Styles, second_size
from handouts.page import Page
from handouts.setting import SetText, set_text
from handouts.tags import Tag
from handouts.voice import Voice, voice_of
from handouts.words import readable
from i18n.language import Language
from i18n.runs import Line
from visit.wording import titled

Both: TypeAlias = tuple[Line, Line | None]
_GUTTER = 1.6
# The first language's share of the width: where nothing is known, at least, at most; and how many of its own sizes the
# second language's column is wide at least, where the first can spare them.
_USUAL, _LEAST, _MOST = 0.58, 0.54, 0.66
_NARROWEST = 12


@dataclass(frozen=True, slots=True)
class Column:
    """A strip of the text area: its left edge and width, in points."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Lane:
    """One language of the sheet: how it is set, in which sizes, in which column."""

    language: Language
    voice: Voice
    styles: Styles
    column: Column

    def inset(self, by: float) -> "Lane":
        """Give the lane with its start edge moved in."""
        x = self.column.x if self.voice.is_rtl else self.column.x + by
        return Lane(self.language, self.voice, self.styles, Column(x, self.column.width - by))

    def narrowed(self, by: float) -> "Lane":
        """Give the lane with its end edge moved in."""
        x = self.column.x + by if self.voice.is_rtl else self.column.x
        return Lane(self.language, self.voice, self.styles, Column(x, self.column.width - by))


@dataclass(frozen=True, slots=True)
class Story:
    """The ground of a sheet: its lanes (one or two), its width, the space between lines of thought (`gap`)."""

    main: Lane
    second: Lane | None
    width: float
    page_height: float
    pictures: Path

    @property
    def gap(self) -> float:
        """Give the usual space between blocks, in points."""
        return self.main.styles.text * 0.62

    @property
    def is_rtl(self) -> bool:
        """Tell whether the sheet runs from right to left."""
        return self.main.voice.is_rtl

    def framed(self, start: float, end: float) -> "Story":
        """Give the story within a box: its start edge and its end edge moved in, but not where two lanes meet."""
        main, second = self.main.inset(start), self.second
        if second is None:
            return replace(self, main=main.narrowed(end))
        x = second.column.x + (end if self.is_rtl else 0.0)
        return replace(self, main=main, second=replace(second, column=Column(x, second.column.width - end)))

    def inset(self, by: float) -> "Story":
        """Give the story with all lanes' start edges moved in; the second's in proportion to its size."""
        second = self.second
        if second:
            second = second.inset(by * second.styles.text / self.main.styles.text)
        return Story(self.main.inset(by), second, self.width, self.page_height, self.pictures)


def share_of(layout: Layout, letters: tuple[int, int]) -> float:
    """Give the first language's share of the width, so that both columns are about as high.

    `letters` tells how long the same words are in the two languages; half of what that asks for gave the lowest pages.
    """
    first, second = letters[0] * layout.text_pt**2, letters[1] * second_size(layout.text_pt) ** 2
    room = layout.width - _GUTTER * layout.text_pt
    most = max(_USUAL, 1 - _NARROWEST * second_size(layout.text_pt) / room)
    return min(max((first / (first + second) + _USUAL) / 2, _LEAST), _MOST, most)


def story_of(layout: Layout, language: Language, second: Language | None = None, share: float = _USUAL) -> Story:
    """Lay the ground for a sheet in one language, or in two side by side, the first on its `share` of the width."""
    width = layout.width
    voice, styles = voice_of(language), Styles(layout.text_pt, is_beside=second is not None)
    if second is None:
        main = Lane(language, voice, styles, Column(0.0, width))
        return Story(main, None, width, layout.size[1], layout.pictures)
    beside = voice_of(second)
    gutter = _GUTTER * layout.text_pt
    wide = (width - gutter) * share
    narrow = width - gutter - wide
    columns = Column(0.0, wide), Column(wide + gutter, narrow)
    if voice.is_rtl:
        columns = Column(narrow + gutter, wide), Column(0.0, narrow)
    return Story(
        Lane(language, voice, styles, columns[0]),
        Lane(second, beside, Styles(second_size(layout.text_pt), is_beside=True), columns[1]),
        width,
        layout.size[1],
        layout.pictures,
    )


def run_in(lane: Lane, title: Line, text: Line) -> Line:
    """Put a title and a text into one line; either may be empty."""
    return titled(title, text, lane.language) if title and text else title or text


def speak(tag: Tag, line: Line, voice: Voice, root_tag: str) -> Tag:
    """Tell a tag which language its words are in, and, right to left, their reading order in plain text."""
    if voice.tag != root_tag:
        tag.lang = voice.tag
    if voice.is_rtl and not any(run.href or run.lang for run in line):
        tag.actual = readable(line)
    return tag


def twins(story: Story, tag: Tag, both: Both, role: str = "P") -> tuple[Tag, Tag | None]:
    """Give the elements of a row's two languages: the tag itself when alone, else two below it."""
    main, second = both
    root = story.main.voice.tag
    if story.second is None or second is None:
        return speak(tag, main, story.main.voice, root), None
    if tag.role == "P":
        tag.role = "Div"  # it holds two paragraphs now
    first = speak(tag.add(role), main, story.main.voice, root)
    return first, speak(tag.add(role), second, story.second.voice, root)


def rows(story: Story, tags: tuple[Tag, Tag | None], both: Both, style: str) -> list[Band]:
    """Set a row of text: one language line by line, or two side by side, starting at the same height."""
    main = _set(story.main, both[0], style)
    if story.second is None or both[1] is None or tags[1] is None:
        return without_widows([_line_band(main, i, story.main.column.x, tags[0]) for i in range(len(main.lines))])
    second = _set(story.second, both[1], style)
    return _side_by_side((main, story.main.column.x, tags[0]), (second, story.second.column.x, tags[1]))


def text_rows(story: Story, parent: Tag, both: Both, style: str, role: str = "P") -> list[Band]:
    """Set a paragraph of its own below `parent`."""
    root = story.main.voice.tag
    first = speak(parent.add(role), both[0], story.main.voice, root)
    second = None
    if story.second is not None and both[1] is not None:
        second = speak(parent.add(role), both[1], story.second.voice, root)
    return rows(story, (first, second), both, style)


def _set(lane: Lane, line: Line, style: str) -> SetText:
    return set_text(line, lane.voice, getattr(lane.styles, style), lane.column.width)


def _line_band(text: SetText, number: int, x: float, tag: Tag) -> Band:
    def draw(page: Page, left: float, top: float) -> None:
        page.text_line(text, text.lines[number], left + x, top, tag)

    return Band(text.line_height, draw)


Standing: TypeAlias = tuple[SetText, float, Tag]


def _side_by_side(main: Standing, second: Standing) -> list[Band]:
    """Cut two texts into bands of a line of the first; the lines of the second may reach a little below them."""
    step, other = main[0].line_height, second[0].line_height
    drop = _drop(main[0], second[0])
    depth = max(len(main[0].lines) * step, drop + len(second[0].lines) * other)
    count = max(1, ceil(depth / step - 0.01))
    bands, done = [], 0
    for i in range(count):
        is_last = i == count - 1
        taken = len(second[0].lines) if is_last else min(len(second[0].lines), ceil(((i + 1) * step - drop) / other))
        over = drop + taken * other - (i + 1) * step
        height = depth - i * step if is_last else step
        draw = _draw_pair(main, second, i, (done, taken, drop - i * step))
        bands.append(Band(height, draw, over=max(0.0, over)))
        done = taken
    return without_widows(bands)


def _drop(main: SetText, second: SetText) -> float:
    """Find how far the smaller text is lowered, so that both first lines stand on one base line."""
    return max(0.0, main.base - second.base)


def _draw_pair(main: Standing, second: Standing, number: int, others: tuple[int, int, float]) -> Draw:
    """Draw a line of the first text, and those of the second that begin beside it, each at its own height.

    The second's come later: readers take words in the file's order, and would mix the lines of two neighbours.
    """
    start, end, down = others

    def draw(page: Page, left: float, top: float) -> None:
        text, x, tag = main
        for line in text.lines[number : number + 1]:
            page.text_line(text, line, left + x, top, tag)
        page.later(top - down - second[0].base, lambda: beside(page, left, top))

    def beside(page: Page, left: float, top: float) -> None:
        text, x, tag = second
        for i in range(start, end):
            page.text_line(text, text.lines[i], left + x, top - down - i * text.line_height, tag)

    return draw
