"""The pill card: what each medicine is for, how to take it, and what to take at each time of day, with pictures.

Source: AHRQ, How to Create a Pill Card.
"""

from collections.abc import Sequence

from handouts.cells import Stack, longest, natural, stack
from handouts.flow import Band, spaced, together, whole, with_next
from handouts.grids import Grid, caption_of, column_heads, held, pairs, parted
from handouts.setting import Align
from handouts.story import Both, Story, text_rows
from handouts.svg import Picture, picture
from handouts.tags import Tag
from visit.elements import DayTime, PillCard, PillRow

_TIMES = tuple(DayTime)
_CARD_STYLES = ("strong", "small", "small")
# With less than this to spare beside the longest words, in text sizes, the first three columns become one.
_SPARE_LEAST = 2
# Beside wide columns for the times, so many sizes must be left for the words.
_SPARE_ROOMY = 5
# A card up to this share of the page's height stays on one page.
_WHOLE = 0.6


def pill_card(story: Story, tag: Tag, element: PillCard, other: PillCard | None) -> list[Band]:
    """Set the pill card: what it is for, how to take it, and what to take at each time of day, with pictures."""
    caption = caption_of(story, tag, element.caption, other.caption if other else None)
    body = tag.add("Table")
    heads = pairs(element.head, other.head if other else None)
    rows = [(row, other.rows[i] if other else None) for i, row in enumerate(element.rows)]
    grid = _card_grid(story, heads, rows)
    if grid is None:
        tag.kids.remove(body)
        return [*caption, *(band for pair in rows for band in _pill_list(story, tag, heads, pair))]
    drawn: list[Picture | None] = [picture(story.pictures, f"time-{time}.svg") for time in _TIMES]
    words = len(grid.widths) - 4
    top = column_heads(grid, body.add("THead"), [*heads[:words], *heads[3:]], [*[None] * words, *drawn])
    rest = body.add("TBody")
    bands = [band for pair in rows for band in _pill_row(grid, rest, pair, top)]
    return whole([*caption, top, *held(bands, story.page_height)], story.page_height * _WHOLE)


def _card_grid(story: Story, heads: Sequence[Both], rows: Sequence[tuple[PillRow, PillRow | None]]) -> Grid | None:
    """Find the columns: seven, or five with the first three in one when letters are large or languages two.

    A column of a time of day is at least as wide as its longest word, so that no word is cut; None when there is
    no room for that.
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
    for width, enough in ((roomy, _SPARE_ROOMY), (time, _SPARE_LEAST)):
        spare = story.width - 4 * width - sum(least)
        if story.second is None and spare >= story.main.styles.text * enough:
            wishes = [max(1.0, like - low) for like, low in zip(wanted, least, strict=True)]
            first = [low + spare * wish / sum(wishes) for low, wish in zip(least, wishes, strict=True)]
            return Grid(story, [*first, *[width] * 4], pad)
    for width in (roomy, time):
        wide = story.width - 4 * width
        if wide >= max(least[0], story.width * 0.28):
            return Grid(story, [wide, *[width] * 4], pad)
    return None


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


def _pill_list(story: Story, tag: Tag, heads: Sequence[Both], pair: tuple[PillRow, PillRow | None]) -> list[Band]:
    """Set one medicine where the card is too wide for the paper: its words, then a row for each time it is taken."""
    bands: list[Band] = []
    for both, style in zip(_words_of(pair), _CARD_STYLES, strict=True):
        bands += with_next(text_rows(story, tag, both, style))
    body = tag.add("Table").add("TBody")
    times = [i for i in range(4) if _taken(pair, i)[0]]
    pad = story.main.styles.text * 0.34
    words = max(longest(story, [heads[3 + i] for i in range(4)], "card_head"), story.width * 0.3) + 2 * pad
    grid = Grid(story, [words, story.width - words], pad)
    for i in times:
        row = body.add("TR")
        time = row.add("TH")
        time.scope = "Row"
        first = stack(story, time, heads[3 + i], "card_head", grid.word_width(0))
        taken = stack(story, row.add("TD"), _taken(pair, i), "strong", grid.word_width(1))
        bands += parted(grid, [first, taken], None, boxed=1)
    return spaced(together(bands), story.gap * 1.6)


def _pill_row(grid: Grid, tag: Tag, pair: tuple[PillRow, PillRow | None], head: Band) -> list[Band]:
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
    return parted(grid, stacks, head, boxed=len(stacks) - 4)


def _folded(grid: Grid, tag: Tag, pairs: Sequence[Both]) -> Stack:
    """Put name, purpose and instructions into one cell, for large letters and two languages."""
    stacks = [
        stack(grid.story, tag.add("P"), both, style, grid.word_width(0))
        for both, style in zip(pairs, _CARD_STYLES, strict=True)
    ]
    return Stack(tuple(text for each in stacks for text in each.texts))
