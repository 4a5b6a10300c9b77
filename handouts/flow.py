"""Flowing a story over pages: a story is a row of bands, and a band never parts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from handouts.page import Page

Draw: TypeAlias = Callable[[Page, float, float], None]


@dataclass(frozen=True, slots=True)
class Band:
    """A strip of the page; `draw` gets the page, the left edge and the top. Lengths in points.

    `before` is the space above it, dropped at the top of a page. `is_kept` keeps it on the page of the next band.
    `again` is drawn first when a page begins with this band (the head of a table).
    """

    height: float
    draw: Draw
    before: float = 0.0
    is_kept: bool = False
    again: "Band | None" = None


@dataclass(frozen=True, slots=True)
class Stand:
    """A band and its distance from the top of the page's text area."""

    band: Band
    down: float


def paginate(bands: Iterable[Band], first_room: float, room: float) -> list[list[Stand]]:
    """Put bands on pages. `first_room` is the height of the first page's text area, `room` that of the others."""
    pages: list[list[Stand]] = [[]]
    down = 0.0
    for group in _groups(bands):
        space = first_room if len(pages) == 1 else room
        if pages[-1] and down + sum(band.before + band.height for band in group) > space:
            pages.append([])
            down = 0.0
        for band in group:
            space = first_room if len(pages) == 1 else room
            if pages[-1] and down + band.before + band.height > space:
                pages.append([])
                down = 0.0
            down = _stand(pages[-1], band, down)
    return pages


def _stand(page: list[Stand], band: Band, down: float) -> float:
    """Place a band; at the top of a page without the space above it, and under the head it repeats."""
    if not page and band.again:
        page.append(Stand(band.again, 0.0))
        down = band.again.height
    elif page:
        down += band.before
    page.append(Stand(band, down))
    return down + band.height


def _groups(bands: Iterable[Band]) -> list[list[Band]]:
    """Gather bands that stay together."""
    groups: list[list[Band]] = [[]]
    for band in bands:
        groups[-1].append(band)
        if not band.is_kept:
            groups.append([])
    return [group for group in groups if group]


def together(bands: Sequence[Band]) -> list[Band]:
    """Keep all these bands on one page."""
    return [replace(band, is_kept=True) for band in bands[:-1]] + list(bands[-1:])


def with_next(bands: Sequence[Band]) -> list[Band]:
    """Keep all these bands on one page, and on that of what follows."""
    return [replace(band, is_kept=True) for band in bands]


def spaced(bands: Sequence[Band], before: float) -> list[Band]:
    """Put space above the first band."""
    return [replace(bands[0], before=before), *bands[1:]] if bands else []


def without_widows(bands: Sequence[Band]) -> list[Band]:
    """Keep the first two lines of a paragraph together, and the last two."""
    last = len(bands) - 1
    return [
        replace(band, is_kept=band.is_kept or i in (0, last - 1)) if i != last else band for i, band in enumerate(bands)
    ]
