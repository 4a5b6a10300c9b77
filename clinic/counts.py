"""Anonymous weekly counts: a counter's name and a week, nothing finer; few is never shown.

What is under five, and what is nothing, looks the same. The running week is never shown: looking at it twice would tell
what one person did in between.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from clinic.staff_store import StaffStore

HIDDEN_BELOW: Final = 5
HIDDEN: Final = f"<{HIDDEN_BELOW}"
_NAME: Final = re.compile(r"[a-z][a-z0-9]*([.-][a-z0-9]+)*")
_LONGEST: Final = 80


class BadCounter(ValueError):
    """A counter's name is not an id; carries nothing of it, for it may be what somebody typed."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One counter in one week; `number` is None where it is under five."""

    week: str
    counter: str
    number: int | None


def week_of(day: date) -> str:
    """Name a day's week as ISO 8601 does, such as 2026-W47."""
    year, week, _day = day.isocalendar()
    return f"{year}-W{week:02}"


def _checked(counter: str) -> str:
    if len(counter) > _LONGEST or not _NAME.fullmatch(counter):
        raise BadCounter
    return counter


def add(store: StaffStore, counters: Iterable[str], day: date) -> None:
    """Count each name once, all or none. Raises: BadCounter, StaffStoreUnwritable."""
    week = week_of(day)
    counted = [(week, _checked(counter)) for counter in counters]
    with store.change() as rows:
        rows.executemany(
            "INSERT INTO weekly_count (week, counter, number) VALUES (?, ?, 1)"
            " ON CONFLICT (week, counter) DO UPDATE SET number = number + 1",
            counted,
        )


def _weeks(first: str, today: date) -> list[str]:
    start = date.fromisocalendar(int(first[:4]), int(first[6:]), 1)
    over = (today - timedelta(days=today.weekday()) - start).days // 7
    return [week_of(start + timedelta(weeks=n)) for n in range(over)]


def table(store: StaffStore, today: date) -> tuple[Cell, ...]:
    """Give a cell for each counter and each whole week since the first count, few hidden."""
    found = {(week, counter): number for week, counter, number in store.rows("SELECT * FROM weekly_count")}
    if not found:
        return ()
    weeks = _weeks(min(week for week, _counter in found), today)
    # A counter that never reached five would tell by its mere presence that somebody was here.
    counters = sorted(
        {counter for (week, counter), number in found.items() if number >= HIDDEN_BELOW and week in weeks}
    )
    return tuple(
        Cell(week, counter, number if (number := found.get((week, counter), 0)) >= HIDDEN_BELOW else None)
        for counter in counters
        for week in weeks
    )


def series(cells: Sequence[Cell], counter: str) -> tuple[Cell, ...]:
    """Give one counter's weeks in order, for a chart; a gap is a cell without a number."""
    return tuple(cell for cell in cells if cell.counter == counter)


def as_csv(cells: Sequence[Cell]) -> str:
    """Write the table for a spreadsheet."""
    out = io.StringIO()
    lines = csv.writer(out)
    lines.writerow(("week", "counter", "number"))
    lines.writerows((c.week, c.counter, HIDDEN if c.number is None else c.number) for c in cells)
    return out.getvalue()


def forget(store: StaffStore, before: date) -> None:
    """Erase the weeks before a day's week. Raises: StaffStoreUnwritable."""
    with store.change() as rows:
        rows.execute("DELETE FROM weekly_count WHERE week < ?", (week_of(before),))
