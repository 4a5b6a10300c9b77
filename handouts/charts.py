"""Numbers as drawings that read without colour: people out of 100, bars against a goal, results with their range."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from handouts.cells import stack
from handouts.flow import Band, spaced, together, whole, with_next
from handouts.page import Page
from handouts.setting import Align, set_text
from handouts.signs import circle, person, rounded
from handouts.story import Both, Story, text_rows
from handouts.svg import picture
from handouts.tags import Tag
from handouts.words import clean
from i18n.runs import Run
from visit.elements import LONGEST_BAR, Bar, Bars, Figure, IconArray, IconRow, Interval, Intervals

_PER_LINE = 20
_MOST_HEIGHT = 0.30
# A chart up to this share of the page's height stays on one page.
_WHOLE = 0.5


def figure(story: Story, tag: Tag, element: Figure, other: Figure | None) -> list[Band]:
    """Draw a picture, with its text equivalent and its caption."""
    drawn = picture(story.pictures, element.file)
    owner = tag.add("Figure", alt=clean(element.alt))
    room = min(story.width * 0.8, story.main.styles.text * 26)
    scale = min(room / drawn.width, story.page_height * _MOST_HEIGHT / drawn.height)
    width, height = drawn.width * scale, drawn.height * scale
    left = (story.width - width) / 2

    def draw(page: Page, x: float, top: float) -> None:
        owner.box = (x + left, top - height, x + left + width, top)
        drawn.draw(page, x + left, top - height, scale, owner)

    caption = text_rows(story, tag, (element.caption, other.caption if other else None), "reason")
    return together([Band(height, draw, story.gap * 1.3), *spaced(caption, story.gap * 0.5)])


def _opening(story: Story, tag: Tag, caption: Both, how_to_read: Both) -> list[Band]:
    """Set what a drawing is about and how to read it."""
    bands = spaced(with_next(text_rows(story, tag, caption, "strong")), story.gap * 1.3)
    return bands + with_next(text_rows(story, tag, how_to_read, "small"))


def icon_array(story: Story, tag: Tag, element: IconArray, other: IconArray | None) -> list[Band]:
    """Draw people: filled ones are counted, the others are outlines."""
    bands = _opening(
        story,
        tag,
        (element.caption, other.caption if other else None),
        (element.how_to_read, other.how_to_read if other else None),
    )
    owner = tag.add("Figure", alt=clean(element.alt))
    for i, row in enumerate(element.rows):
        twin = other.rows[i] if other else None
        bands += _icon_row(story, tag, owner, (row, twin))
    return whole(bands, story.page_height * _WHOLE)


def _icon_row(story: Story, tag: Tag, owner: Tag, rows: tuple[IconRow, IconRow | None]) -> list[Band]:
    row, twin = rows
    label = text_rows(story, tag, (row.label, twin.label if twin else None), "strong")
    per_line = _PER_LINE if row.out_of <= 100 else 50
    size = min(story.main.styles.text * 1.5, story.width * 0.72 / per_line / 0.78)
    step, line_height = size * 0.78, size * 1.16
    lines = -(-row.out_of // per_line)
    room = story.width - step * per_line - story.main.styles.text * 1.6
    says = stack(story, tag.add("P"), (row.says, twin.says if twin else None), "strong", room)
    height = max(lines * line_height, says.height) + size * 0.2

    def draw(page: Page, left: float, top: float) -> None:
        start = left + story.width - step * per_line if story.is_rtl else left
        for is_filled, path in enumerate(
            _people(row, (start, top), (size, step, line_height), (per_line, story.is_rtl))
        ):
            ink = "filled" if is_filled else "empty"
            if path:
                page.draw(f"0.7 w {path} {'B' if is_filled else 'S'}", ink if is_filled else "", ink, owner)
        _grow(owner, (start, top - lines * line_height, start + step * per_line, top))
        side = left if story.is_rtl else left + story.width - room
        says.draw(page, side, top - (lines * line_height - says.height) / 2)

    return [*spaced(with_next(label), story.gap), Band(height, draw, story.gap * 0.3)]


def _people(
    row: IconRow, at: tuple[float, float], sizes: tuple[float, float, float], order: tuple[int, bool]
) -> tuple[str, str]:
    """Give two paths: the people in outline, and those who are filled."""
    size, step, line_height = sizes
    per_line, is_rtl = order
    empty: list[str] = []
    filled: list[str] = []
    for i in range(row.out_of):
        line, place = divmod(i, per_line)
        column = per_line - 1 - place if is_rtl else place
        path = person(at[0] + column * step, at[1] - line * line_height - size, size)
        (filled if i < row.count else empty).append(path)
    return " ".join(empty), " ".join(filled)


def _grow(tag: Tag, box: tuple[float, float, float, float]) -> None:
    """Let a figure's box hold this part too."""
    old = tag.box or box
    tag.box = min(old[0], box[0]), min(old[1], box[1]), max(old[2], box[2]), max(old[3], box[3])


def bars(story: Story, tag: Tag, element: Bars, other: Bars | None) -> list[Band]:
    """Draw bars against a goal; every bar has its figures in words, an unknown one is a dashed outline."""
    bands = _opening(
        story,
        tag,
        (element.caption, other.caption if other else None),
        (element.how_to_read, other.how_to_read if other else None),
    )
    owner = tag.add("Figure", alt=clean(element.alt))
    known = [share for bar in element.bars for share in (bar.share, bar.limit_share) if share is not None]
    most = float(max([Decimal("1.15"), *(min(share, LONGEST_BAR) for share in known)])) * 1.02
    for i, bar in enumerate(element.bars):
        bands += _bar(story, tag, owner, (bar, other.bars[i] if other else None), most)
    return whole(bands, story.page_height * _WHOLE)


def _bar(story: Story, tag: Tag, owner: Tag, pair: tuple[Bar, Bar | None], most: float) -> list[Band]:
    bar, twin = pair
    half = story.width * 0.5 - story.gap
    label = stack(story, tag.add("P"), (bar.label, twin.label if twin else None), "strong", half)
    figures = stack(story, tag.add("P"), (bar.figures, twin.figures if twin else None), "body", half, Align.END)
    height = max(label.height, figures.height)
    thick = story.main.styles.text * 0.95

    def words(page: Page, left: float, top: float) -> None:
        right = left + story.width - half
        label.draw(page, right if story.is_rtl else left, top)
        figures.draw(page, left if story.is_rtl else right, top)

    def draw(page: Page, left: float, top: float) -> None:
        scale = _Scale(left, story.width, most, story.is_rtl)
        _draw_bar(page, owner, bar, scale, (top - thick * 1.25, thick))
        _grow(owner, (left, top - thick * 1.5, left + story.width, top))

    bands = [Band(height, words, story.gap * 1.1, is_kept=True), Band(thick * 1.5, draw)]
    if bar.says:
        says = text_rows(story, tag, (bar.says, twin.says if twin else None), "small")
        return together([*with_next(bands), *says])
    return bands


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where shares of a goal stand on the page; right to left they grow from the right."""

    left: float
    width: float
    most: float
    is_rtl: bool

    def at(self, share: float) -> float:
        along = self.width * min(share, self.most) / self.most
        return self.left + (self.width - along if self.is_rtl else along)

    def span(self, share: float) -> tuple[float, float]:
        """Give the left edge and the width of a bar from nothing to a share."""
        start, end = self.at(0.0), self.at(share)
        return min(start, end), abs(end - start)


def _draw_bar(page: Page, owner: Tag, bar: Bar, scale: _Scale, place: tuple[float, float]) -> None:
    """Draw one bar in its track, a line at the goal, and a double line at the upper limit."""
    y, thick = place
    x, width = scale.span(1.0)
    track = f"{x:.2f} {y:.2f} {width:.2f} {thick:.2f} re"
    page.draw(f"{track} f", "tint_strong", "", owner)
    if bar.share is None:
        page.draw(f"[3 2] 0 d 0.9 w {track} S [] 0 d", "", "empty", owner)
    else:
        x, width = scale.span(float(bar.share))
        page.draw(f"0.6 w {rounded(x, y, width, thick, 1.5)} B", "filled", "filled", owner)
    if bar.share is not None and bar.share > 1:
        page.draw(_upright(scale.at(1.0), place, 4), "", "white", owner)  # so that the goal is seen within the bar
    page.draw(_upright(scale.at(1.0), place, 1.6), "", "ink", owner)
    if bar.limit_share is not None and bar.limit_share <= LONGEST_BAR:
        for shift in (-1.6, 1.6):
            edge = scale.at(float(bar.limit_share)) + shift
            page.draw(_upright(edge, place, 0.9), "", "danger", owner)


def _upright(x: float, place: tuple[float, float], thick: float) -> str:
    low, high = place[0] - 3, place[0] + place[1] + 3
    return f"{thick} w {x:.2f} {low:.2f} m {x:.2f} {high:.2f} l S"


def intervals(story: Story, tag: Tag, element: Intervals, other: Intervals | None) -> list[Band]:
    """Draw results with their ranges on one axis; a dashed line stands where there is no difference."""
    bands = _opening(
        story,
        tag,
        (element.caption, other.caption if other else None),
        (element.how_to_read, other.how_to_read if other else None),
    )
    owner = tag.add("Figure", alt=clean(element.alt))
    ends = [element.neutral, *(value for row in element.rows for value in (row.low, row.high))]
    low, high = float(min(ends)), float(max(ends))
    margin = (high - low or 1.0) * 0.06
    axis = low - margin, high + margin
    for i, row in enumerate(element.rows):
        twin = other.rows[i] if other else None
        bands += _interval(story, tag, owner, (row, twin), (float(element.neutral), *axis))
    bands[-1:] = with_next(bands[-1:])
    bands = [*bands, _axis(story, owner, (float(element.neutral), *axis), ends)]
    return whole(bands, story.page_height * _WHOLE)


def _interval(
    story: Story,
    tag: Tag,
    owner: Tag,
    pair: tuple[Interval, Interval | None],
    axis: tuple[float, float, float],
) -> list[Band]:
    row, twin = pair
    label = with_next(text_rows(story, tag, (row.label, twin.label if twin else None), "strong"))
    thick = story.main.styles.text * 1.5

    def draw(page: Page, left: float, top: float) -> None:
        middle = top - thick / 2
        neutral, low, mid, high = (
            left + _share(axis, value) * story.width
            for value in (axis[0], float(row.low), float(row.middle), float(row.high))
        )
        page.draw(
            f"[3 2] 0 d 0.9 w {neutral:.2f} {top:.2f} m {neutral:.2f} {top - thick:.2f} l S [] 0 d", "", "ink", owner
        )
        page.draw(f"2.2 w {low:.2f} {middle:.2f} m {high:.2f} {middle:.2f} l S", "", "filled", owner)
        for x in (low, high):
            page.draw(f"2.2 w {x:.2f} {middle - 4:.2f} m {x:.2f} {middle + 4:.2f} l S", "", "filled", owner)
        page.draw(f"{circle(mid, middle, thick * 0.22)} f", "filled", "", owner)
        _grow(owner, (left, top - thick, left + story.width, top))

    says = text_rows(story, tag, (row.says, twin.says if twin else None), "small")
    return spaced(together([*label, Band(thick, draw, is_kept=True), *says]), story.gap)


def _share(axis: tuple[float, float, float], value: float) -> float:
    return (value - axis[1]) / (axis[2] - axis[1])


def _axis(story: Story, owner: Tag, axis: tuple[float, float, float], ends: Sequence[Decimal]) -> Band:
    """Draw the axis with its lowest, neutral and highest number; they are part of the figure, told by its text."""
    marks = sorted({min(ends), ends[0], max(ends)})
    language = story.main.language
    height = story.main.styles.small.size * 2.2

    def draw(page: Page, left: float, top: float) -> None:
        page.draw(f"0.8 w {left:.2f} {top - 4:.2f} m {left + story.width:.2f} {top - 4:.2f} l S", "", "rule", owner)
        for value in marks:
            x = left + _share(axis, float(value)) * story.width
            page.draw(f"0.8 w {x:.2f} {top - 1:.2f} m {x:.2f} {top - 8:.2f} l S", "", "ink", owner)
            text = set_text(
                (Run(language.number(value), is_isolated=True),), story.main.voice, story.main.styles.small, 60
            )
            page.text(text, x - text.widest / 2 if not story.is_rtl else x + text.widest / 2 - 60, top - 8, owner)

    return Band(height + 8, draw)
