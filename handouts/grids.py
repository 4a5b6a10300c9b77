"""Tables: rows of cells whose heads repeat on every page; a row too tall for the paper goes on below."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handouts.cells import Stack, stack, widths
from handouts.flow import Band, spaced, with_next
from handouts.page import Page
from handouts.setting import Align
from handouts.story import Both, Story, text_rows
from handouts.svg import Picture
from handouts.tags import Tag
from i18n.runs import Line
from visit.elements import Table

# Shares of the page's height: up to the first, rows are kept together; beyond the second, a row is parted.
_TALL = 0.1
_TALLEST = 0.45


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
    caption = caption_of(story, tag, element.caption, other.caption if other else None)
    body = tag.add("Table")
    heads = pairs(element.head, other.head if other else None)
    lines = [pairs(row, other.rows[i] if other else None) for i, row in enumerate(element.rows)]
    pad = story.main.styles.text * 0.42
    columns = [[line[i] for line in [heads, *lines]] for i in range(len(heads))]
    found = [width + 2 * pad for width in widths(story, columns, "strong", story.width - 2 * pad * len(heads))]
    grid = Grid(story, found, pad)
    top = column_heads(grid, body.add("THead"), heads)
    rest = body.add("TBody")
    return [*caption, top, *held([band for line in lines for band in _row(grid, rest, line, top)], story.page_height)]


def caption_of(story: Story, tag: Tag, main: Line, second: Line | None) -> list[Band]:
    """Set the words above a table."""
    if not main:
        return []
    return spaced(with_next(text_rows(story, tag, (main, second), "strong")), story.gap * 1.3)


def pairs(main: Sequence[Line], second: Sequence[Line] | None) -> list[Both]:
    """Put each line beside its twin in the second language."""
    others: Sequence[Line | None] = second or [None] * len(main)
    return list(zip(main, others, strict=True))


def column_heads(grid: Grid, tag: Tag, heads: Sequence[Both], pictures: Sequence[Picture | None] = ()) -> Band:
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
        page.ground(left, top - height, grid.story.width, height, "tint_strong")
        page.line(left, top - height, left + grid.story.width, top - height, "accent", 1.1)
        grid.draw(page, left, top, cells)

    return Band(height, draw, grid.story.gap * 0.6, is_kept=True)


def _again(head: Band) -> Band:
    """Give the head as it is drawn on later pages: there it is decoration, read once is enough."""

    def draw(page: Page, left: float, top: float) -> None:
        with page.as_decoration():
            head.draw(page, left, top)

    return Band(head.height, draw)


def _row(grid: Grid, tag: Tag, line: Sequence[Both], head: Band) -> list[Band]:
    row = tag.add("TR")
    stacks = []
    for i, both in enumerate(line):
        cell = row.add("TD" if i else "TH")
        cell.scope = None if i else "Row"
        stacks.append(stack(grid.story, cell, both, "body" if i else "strong", grid.word_width(i)))
    return parted(grid, stacks, head)


def parted(grid: Grid, stacks: Sequence[Stack], head: Band | None, boxed: int | None = None) -> list[Band]:
    """Set a row; one taller than half a page goes on below in a second band, so that nothing falls off the paper.

    `boxed` draws lines around the cells; from this column on, those with words are tinted.
    """
    bands: list[Band] = []
    left = list(stacks)
    while not bands or any(each.texts for each in left):
        parts = [each.cut(grid.story.page_height * _TALLEST) for each in left]
        cells, height = grid.row([part for part, _ in parts])
        left = [rest for _, rest in parts]
        is_last = not any(each.texts for each in left)
        bands.append(ruled(grid, cells, height, head, Rules(is_last, boxed)))
    return bands


@dataclass(frozen=True, slots=True)
class Rules:
    """Which lines a row gets: one below, and boxes around its cells; from column `boxed` on, words on a tint."""

    is_last: bool
    boxed: int | None


def ruled(grid: Grid, cells: Sequence[Cell], height: float, head: Band | None, rules: Rules) -> Band:
    """Give the band of a row, with its lines; `head` is drawn again where a page begins with it."""

    def draw(page: Page, left: float, top: float) -> None:
        for cell in cells[rules.boxed :] if rules.boxed is not None else ():
            if cell.words.texts:
                page.ground(left + cell.x, top - height, cell.width, height, "tint_strong")
        if rules.is_last:
            page.line(left, top - height, left + grid.story.width, top - height, "rule", 0.6)
        if rules.boxed is not None:
            page.line(left, top, left + grid.story.width, top, "rule", 0.6)
            for x in {edge for cell in cells for edge in (cell.x, cell.x + cell.width)}:
                page.line(left + x, top, left + x, top - height, "rule", 0.6)
        grid.draw(page, left, top, cells)

    return Band(height, draw, again=_again(head) if head else None)


def held(bands: Sequence[Band], page_height: float) -> list[Band]:
    """Keep the first two rows of a table together, and the last two, unless they are tall."""
    last = len(bands) - 1
    return [
        replace(band, is_kept=i < last and i in (0, last - 1) and band.height < page_height * _TALL)
        for i, band in enumerate(bands)
    ]
