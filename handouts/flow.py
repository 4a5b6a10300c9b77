"""Flowing a story over pages: a story is a row of bands, and a band never parts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from handouts.page import Page

Draw: TypeAlias = Callable[[Page, float, float], None]
# How close bands may be set to save a page, in steps.
_CLOSER = (0.9, 0.8, 0.7)


@dataclass(frozen=True, slots=True)
class Band:
    """A strip of the page; `draw` gets the page, the left edge and the top. Lengths in points.

    `before` is the space above it, dropped at the top of a page. `is_kept` keeps it on the page of the next band.
    `again` is drawn first when a page begins with this band (the head of a table). `over` is how far it reaches below
    its own height, beside the next one.
    """

    height: float
    draw: Draw
    before: float = 0.0
    is_kept: bool = False
    again: "Band | None" = None
    over: float = 0.0
    opens_page: bool = False


@dataclass(frozen=True, slots=True)
class Stand:
    """A band and its distance from the top of the page's text area."""

    band: Band
    down: float


def paginate(bands: Iterable[Band], room: float) -> list[list[Stand]]:
    """Put bands on pages of the height `room`; where closer setting saves a whole page, they are set closer."""
    groups = _groups(bands)
    pages = _flowed(groups, room, 1.0)
    for air in _CLOSER if len(pages) > 1 else ():
        closer = _flowed(groups, room, air)
        if len(closer) < len(pages):
            return closer
    return pages


def _flowed(groups: Sequence[Sequence[Band]], room: float, air: float) -> list[list[Stand]]:
    """Fill page after page; `air` multiplies the space between bands."""
    pages: list[list[Stand]] = [[]]
    down = 0.0
    for group in groups:
        if pages[-1] and (
            group[0].opens_page or down + sum(band.before * air + band.height for band in group) + group[-1].over > room
        ):
            pages.append([])
            down = 0.0
        for band in group:
            if pages[-1] and down + band.before * air + band.height + band.over > room:
                pages.append([])
                down = 0.0
            down = _stand(pages[-1], band, down, air)
    return pages


def _stand(page: list[Stand], band: Band, down: float, air: float) -> float:
    """Place a band; at the top of a page without the space above it, and under the head it repeats."""
    if not page and band.again:
        page.append(Stand(band.again, 0.0))
        down = band.again.height
    elif page:
        down += band.before * air
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


def whole(bands: Sequence[Band], room: float) -> list[Band]:
    """Keep all these bands on one page where they are not higher than `room`."""
    is_low = sum(band.before + band.height for band in bands) <= room
    return together(bands) if is_low else list(bands)


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
