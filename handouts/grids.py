"""Tables: the plain one, and the pill card (Source: AHRQ, How to Create a Pill Card). Heads repeat on every page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handouts.cells import Stack, longest, natural, stack, widths
from handouts.flow import Band, spaced, with_next
from handouts.page import Page
from handouts.setting import Align
from handouts.story import Both, Story, text_rows
from handouts.svg import Picture, picture
from handouts.tags import Tag
from i18n.runs import Line
from visit.elements import DayTime, PillCard, PillRow, Table

_TIMES = tuple(DayTime)
# With less than this to spare beside the longest words, in text sizes, the first three columns become one.
_SPARE_LEAST = 2
_CARD_STYLES = ("strong", "small", "small")
_TALL = 0.1


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words, its edge in the table and its width; `pad` around the words, a picture above them."""

    words: Stack
    x: float
    width: float
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table being set: column widths in reading order, and the space inside cells."""

    story: Story
    widths: Sequence[float]
    pad: float

    def places(self) -> list[float]:
        """Give each column's left edge; right to left, the first column stands at the right."""
        edges, x = [], 0.0
        for width in self.widths:
            edges.append(self.story.width - x - width if self.story.is_rtl else x)
            x += width
        return edges

    def row(self, cells: Sequence[Stack], pictures: Sequence[Picture | None] = ()) -> tuple[list[Cell], float]:
        """Place a row's cells and find its height."""
        shown = pictures or [None] * len(cells)
        placed = [
            Cell(words, x, width, drawn)
            for words, x, width, drawn in zip(cells, self.places(), self.widths, shown, strict=True)
        ]
        art = self.art if any(pictures) else 0.0
        return placed, max(cell.words.height for cell in placed) + 2 * self.pad + art

    @property
    def art(self) -> float:
        """Give the height of a picture above a head, with the space under it."""
        return self.story.main.styles.text * 2.1

    def draw(self, page: Page, left: float, top: float, cells: Sequence[Cell]) -> None:
        """Draw a row's words and pictures; beside pictures, words alone stand level with the others' words."""
        has_art = any(cell.picture for cell in cells)
        for cell in cells:
            y = top - self.pad - (self.art if has_art and not cell.picture else 0.0)
            if cell.picture:
                size = self.art - 3
                scale = size / cell.picture.height
                middle = left + cell.x + cell.width / 2
                cell.picture.draw(page, middle - cell.picture.width * scale / 2, y - size, scale)
                y -= self.art
            cell.words.draw(page, left + cell.x + self.pad, y)

    def word_width(self, column: int) -> float:
        """Give the room for words in a column."""
        return self.widths[column] - 2 * self.pad


def table(story: Story, tag: Tag, element: Table, other: Table | None) -> list[Band]:
    """Set a table; its first cells are row heads."""
    caption = _caption(story, tag, element.caption, other.caption if other else None)
    body = tag.add("Table")
    heads = _lines(element.head, other.head if other else None)
    lines = [_lines(row, other.rows[i] if other else None) for i, row in enumerate(element.rows)]
    pad = story.main.styles.text * 0.42
    columns = [[line[i] for line in [heads, *lines]] for i in range(len(heads))]
    found = [width + 2 * pad for width in widths(story, columns, "strong", story.width - 2 * pad * len(heads))]
    grid = Grid(story, found, pad)
    top = _head(grid, body.add("THead"), heads)
    rest = body.add("TBody")
    return [*caption, top, *_held([_row(grid, rest, line, top) for line in lines], story.page_height)]


def _caption(story: Story, tag: Tag, main: Line, second: Line | None) -> list[Band]:
    """Set the words above a table."""
    if not main:
        return []
    return spaced(with_next(text_rows(story, tag, (main, second), "strong")), story.gap * 1.3)


def _lines(main: Sequence[Line], second: Sequence[Line] | None) -> list[Both]:
    others: Sequence[Line | None] = second or [None] * len(main)
    return list(zip(main, others, strict=True))


def _head(grid: Grid, tag: Tag, heads: Sequence[Both], pictures: Sequence[Picture | None] = ()) -> Band:
    """Set the column heads; on later pages they are drawn again as decoration."""
    row = tag.add("TR")
    middle = bool(pictures)
    stacks = []
    for i, both in enumerate(heads):
        cell = row.add("TH")
        cell.scope = "Column"
        align = Align.MIDDLE if middle and pictures[i] else Align.START
        stacks.append(stack(grid.story, cell, both, "strong" if not middle else "card_head", grid.word_width(i), align))
    cells, height = grid.row(stacks, pictures)

    def draw(page: Page, left: float, top: float) -> None:
        page.box(left, top - height, grid.story.width, height, fill="tint_strong")
        page.line(left, top - height, left + grid.story.width, top - height, "accent", 1.1)
        grid.draw(page, left, top, cells)

    return Band(height, draw, grid.story.gap * 0.6, is_kept=True)


def _again(head: Band) -> Band:
    """Give the head as it is drawn on later pages: there it is decoration, read once is enough."""

    def draw(page: Page, left: float, top: float) -> None:
        with page.as_decoration():
            head.draw(page, left, top)

    return Band(head.height, draw)


def _row(grid: Grid, tag: Tag, line: Sequence[Both], head: Band) -> Band:
    row = tag.add("TR")
    stacks = []
    for i, both in enumerate(line):
        cell = row.add("TD" if i else "TH")
        cell.scope = None if i else "Row"
        stacks.append(stack(grid.story, cell, both, "body" if i else "strong", grid.word_width(i)))
    cells, height = grid.row(stacks)
    return _ruled(grid, cells, height, head)


def _ruled(grid: Grid, cells: Sequence[Cell], height: float, head: Band, is_boxed: bool = False) -> Band:
    def draw(page: Page, left: float, top: float) -> None:
        page.line(left, top - height, left + grid.story.width, top - height, "rule", 0.6)
        if is_boxed:
            for x in {edge for cell in cells for edge in (cell.x, cell.x + cell.width)}:
                page.line(left + x, top, left + x, top - height, "rule", 0.6)
        grid.draw(page, left, top, cells)

    return Band(height, draw, again=_again(head))


def pill_card(story: Story, tag: Tag, element: PillCard, other: PillCard | None) -> list[Band]:
    """Set the pill card: what it is for, how to take it, and what to take at each time of day, with pictures."""
    caption = _caption(story, tag, element.caption, other.caption if other else None)
    body = tag.add("Table")
    heads = _lines(element.head, other.head if other else None)
    rows = [(row, other.rows[i] if other else None) for i, row in enumerate(element.rows)]
    grid = _card_grid(story, heads, rows)
    drawn: list[Picture | None] = [picture(story.pictures, f"time-{time}.svg") for time in _TIMES]
    words = len(grid.widths) - 4
    top = _head(grid, body.add("THead"), [*heads[:words], *heads[3:]], [*[None] * words, *drawn])
    rest = body.add("TBody")
    return [*caption, top, *_held([_pill_row(grid, rest, pair, top) for pair in rows], story.page_height)]


def _card_grid(story: Story, heads: Sequence[Both], rows: Sequence[tuple[PillRow, PillRow | None]]) -> Grid:
    """Find the columns: seven, or five with the first three in one when letters are large or languages two.

    A column of a time of day is at least as wide as its longest word, so that no word is cut.
    """
    pad = story.main.styles.text * 0.34
    taken = [_taken(pair, i) for pair in rows for i in range(4)]
    time = max(longest(story, heads[3:], "card_head"), longest(story, taken, "strong")) + 2 * pad
    liked = max((natural(story, both, "strong") for both in taken), default=0.0) + 2 * pad
    roomy = max(time, min(liked, story.width * 0.15))
    words = [_words_of(pair) for pair in rows]
    least = _least(story, heads, words, pad)
    wanted = [
        max(natural(story, row[i], style) for row in words) if words else 0.0 for i, style in enumerate(_CARD_STYLES)
    ]
    for width in (roomy, time):
        spare = story.width - 4 * width - sum(least)
        if story.second is None and spare >= story.main.styles.text * _SPARE_LEAST:
            wishes = [max(1.0, like - low) for like, low in zip(wanted, least, strict=True)]
            first = [low + spare * wish / sum(wishes) for low, wish in zip(least, wishes, strict=True)]
            return Grid(story, [*first, *[width] * 4], pad)
    wide = max(story.width - 4 * roomy, story.width * 0.28)
    return Grid(story, [wide, *[(story.width - wide) / 4] * 4], pad)


def _least(story: Story, heads: Sequence[Both], words: Sequence[Sequence[Both]], pad: float) -> list[float]:
    """Give the widths of the longest words of name, purpose and instructions."""
    found = []
    for i, style in enumerate(_CARD_STYLES):
        cells = longest(story, [row[i] for row in words], style)
        found.append(max(cells, longest(story, [heads[i]], "card_head")) + 2 * pad)
    return found


def _words_of(pair: tuple[PillRow, PillRow | None]) -> list[Both]:
    """Give name, purpose and instructions."""
    row, twin = pair
    return [
        (row.name, twin.name if twin else None),
        (row.used_for, twin.used_for if twin else None),
        (row.how, twin.how if twin else None),
    ]


def _taken(pair: tuple[PillRow, PillRow | None], time: int) -> Both:
    row, twin = pair
    return row.times[time] or (), (twin.times[time] or ()) if twin else None


def _pill_row(grid: Grid, tag: Tag, pair: tuple[PillRow, PillRow | None], head: Band) -> Band:
    line = tag.add("TR")
    name = line.add("TH")
    name.scope = "Row"
    words = _words_of(pair)
    if len(grid.widths) == 7:
        stacks = [stack(grid.story, name, words[0], "strong", grid.word_width(0))]
        for i, both in enumerate(words[1:], 1):
            stacks.append(stack(grid.story, line.add("TD"), both, "small", grid.word_width(i)))
    else:
        stacks = [_folded(grid, name, words)]
    for i in range(4):
        width = grid.word_width(len(grid.widths) - 4 + i)
        stacks.append(stack(grid.story, line.add("TD"), _taken(pair, i), "strong", width, Align.MIDDLE))
    cells, height = grid.row(stacks)
    return _ruled(grid, cells, height, head, is_boxed=True)


def _held(bands: Sequence[Band], page_height: float) -> list[Band]:
    """Keep the first two rows of a table together, and the last two, unless they are tall."""
    last = len(bands) - 1
    return [
        replace(band, is_kept=i < last and i in (0, last - 1) and band.height < page_height * _TALL)
        for i, band in enumerate(bands)
    ]


def _folded(grid: Grid, tag: Tag, pairs: Sequence[Both]) -> Stack:
    """Put name, purpose and instructions into one cell, for large letters and two languages."""
    stacks = [
        stack(grid.story, tag.add("P"), both, style, grid.word_width(0))
        for both, style in zip(pairs, _CARD_STYLES, strict=True)
    ]
    return Stack(tuple(text for each in stacks for text in each.texts))
