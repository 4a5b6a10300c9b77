"""Fitting a handout on so many pages: its plan is made shorter a step at a time, and what was left out is named."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from handouts.document import pages_needed
from handouts.layout import Layout
from visit.blocks import Plan
from visit.sheet import Sheet
from visit.shortening import shortened
from visit.visit import NO_LIMIT

FEW: Final = 4
MORE: Final = 6
LARGE_PT: Final = 18
Sheets: TypeAlias = tuple[Sheet, Sheet | None]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A handout after fitting: its plan, which names what was left out, and its sheets."""

    plan: Plan
    sheet: Sheet
    beside: Sheet | None


def usual_pages(layout: Layout, is_in_two: bool) -> int:
    """Give how many pages a handout has at most where nobody chose."""
    return MORE if is_in_two or layout.text_pt >= LARGE_PT else FEW


def fit(whole: Plan, write: Callable[[Plan], Sheets], layout: Layout, pages: int) -> Fitted:
    """Shorten a plan no more than it takes to fit on `pages` pages; `NO_LIMIT` shortens nothing.

    Where all that may go has gone and it is still longer, it stays longer and says why: what may not be dropped is
    never cut.
    """
    steps = [whole]
    while pages != NO_LIMIT and (less := shortened(steps[-1])) is not None:
        steps.append(less)

    def fits(step: int) -> bool:
        sheet, beside = write(steps[step])
        return pages_needed(sheet, layout, beside) <= pages

    low, high = 0, len(steps) - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(middle) else (middle + 1, high)
    is_long = pages != NO_LIMIT and low == len(steps) - 1 and not fits(low)
    found = replace(steps[low], is_long=True) if is_long else steps[low]
    return Fitted(found, *write(found))
