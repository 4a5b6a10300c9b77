"""Words in a cell of a table or beside a drawing: two languages stand one under the other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handouts.page import Page
from handouts.setting import Align, SetText, longest_word, natural_width, set_text
from handouts.story import Both, Lane, Story, twins
from handouts.tags import Tag
from i18n.runs import Line


@dataclass(frozen=True, slots=True)
class Stack:
    """Set paragraphs, one under the other, each with its element."""

    texts: tuple[tuple[SetText, Tag], ...]

    @property
    def height(self) -> float:
        """Give the height of all."""
        return sum(text.height for text, _ in self.texts)

    def draw(self, page: Page, x: float, top: float) -> None:
        """Draw all, from `top` down, after what waited: here both languages stand together."""
        page.catch_up()
        for text, tag in self.texts:
            page.text(text, x, top, tag)
            top -= text.height

    def cut(self, room: float) -> "tuple[Stack, Stack]":
        """Part into the lines that fit into a height and the rest; at least one line always fits."""
        head: list[tuple[SetText, Tag]] = []
        for i, (text, tag) in enumerate(self.texts):
            count = max(0 if head else 1, min(len(text.lines), int(room / text.line_height + 0.001)))
            if count:
                head.append((replace(text, lines=text.lines[:count]), tag))
            if count < len(text.lines):
                rest = (replace(text, lines=text.lines[count:]), tag)
                return Stack(tuple(head)), Stack((rest, *self.texts[i + 1 :]))
            room -= text.height
        return self, Stack(())


def stack(  # noqa: PLR0913, PLR0917  a cell has these choices
    story: Story, tag: Tag, both: Both, style: str, width: float, align: Align = Align.START
) -> Stack:
    """Set one cell's words; a cell without words is empty."""
    if not both[0]:
        return Stack(())
    first, second = twins(story, tag, both)
    texts = [(_set(story.main, both[0], style, width, align), first)]
    if second is not None and story.second is not None and both[1] is not None:
        texts.append((_set(story.second, both[1], style, width, _same_side(story, align)), second))
    return Stack(tuple(texts))


def _same_side(story: Story, align: Align) -> Align:
    """Let the second language stand at the edge where the first one starts, whichever way it runs itself."""
    if align is Align.MIDDLE or story.second is None or story.second.voice.is_rtl == story.is_rtl:
        return align
    return Align.END if align is Align.START else Align.START


def _set(lane: Lane, line: Line, style: str, width: float, align: Align) -> SetText:
    return set_text(line, lane.voice, replace(getattr(lane.styles, style), align=align), width)


def widths(story: Story, columns: Sequence[Sequence[Both]], style: str, room: float) -> list[float]:
    """Share a width among columns: each gets its longest word, then what its texts would like."""
    least = [longest(story, column, style) for column in columns]
    liked = [max((natural(story, both, style) for both in column), default=0.0) for column in columns]
    liked = [min(max(like, low), room * 0.6) for like, low in zip(liked, least, strict=True)]
    if sum(liked) <= room:
        return [like * room / sum(liked) for like in liked]
    if sum(least) >= room:
        return [room * low / sum(least) for low in least]
    spare = room - sum(least)
    wishes = [max(1.0, like - low) for like, low in zip(liked, least, strict=True)]
    return [low + spare * wish / sum(wishes) for low, wish in zip(least, wishes, strict=True)]


def longest(story: Story, cells: Sequence[Both], style: str) -> float:
    """Measure the longest word of some cells, in points."""
    return max((_longest(story, both, style) for both in cells), default=0.0)


def _longest(story: Story, both: Both, style: str) -> float:
    found = longest_word(both[0], story.main.voice, getattr(story.main.styles, style))
    if story.second and both[1]:
        found = max(found, longest_word(both[1], story.second.voice, getattr(story.second.styles, style)))
    return found + 0.5


def natural(story: Story, both: Both, style: str) -> float:
    """Measure the first language's words on one line, in points."""
    return natural_width(both[0], story.main.voice, getattr(story.main.styles, style)) + 0.5
