"""Fitting a sheet on so many pages: sections are left out in a declared order, and what was left out is named."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handouts.document import pages_needed
from handouts.layout import Layout
from visit.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Fitted:
    """A sheet after fitting, the ids of what was left out in the order it went, and the pages it takes."""

    sheet: Sheet
    beside: Sheet | None
    left_out: tuple[str, ...]
    pages: int


def fit(sheet: Sheet, layout: Layout, pages: int, droppable: Sequence[str], beside: Sheet | None = None) -> Fitted:
    """Leave out sections, the first of `droppable` first, until the sheet takes at most `pages` pages.

    When all have gone and it is still longer, it stays longer: what may not be dropped is never cut.
    """
    now = Fitted(sheet, beside, (), pages_needed(sheet, layout, beside))
    for section in droppable:
        if now.pages <= pages:
            break
        if any(each.id == section for each in now.sheet.sections):
            now = _without(now, section, layout)
    return now


def _without(fitted: Fitted, section: str, layout: Layout) -> Fitted:
    sheet = _dropped(fitted.sheet, section)
    beside = _dropped(fitted.beside, section) if fitted.beside else None
    return Fitted(sheet, beside, (*fitted.left_out, section), pages_needed(sheet, layout, beside))


def _dropped(sheet: Sheet, section: str) -> Sheet:
    return replace(sheet, sections=tuple(each for each in sheet.sections if each.id != section))
