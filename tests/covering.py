"""Few rows in which every two values of different columns meet: what a gallery can show instead of everything."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

Row = tuple[object, ...]
Meeting = tuple[tuple[int, object], tuple[int, object]]


def meetings(row: Row) -> Iterator[Meeting]:
    """Give every two values of a row, each with its column."""
    return combinations(enumerate(row), 2)


def covering(columns: Sequence[Sequence[object]], begun: Sequence[Row] = ()) -> tuple[Row, ...]:
    """Add rows to those begun until every two values of different columns meet in one; the same each time."""
    places = combinations(range(len(columns)), 2)
    wanted = {((a, one), (b, two)): None for a, b in places for one, two in product(columns[a], columns[b])}
    rows = list(begun)
    for row in begun:
        _take(wanted, row)
    while wanted:
        rows.append(_next(columns, wanted))
        _take(wanted, rows[-1])
    return tuple(rows)


def _take(wanted: dict[Meeting, None], row: Row) -> None:
    for meeting in meetings(row):
        wanted.pop(meeting, None)


def _next(columns: Sequence[Sequence[object]], wanted: dict[Meeting, None]) -> Row:
    """Begin with the first meeting that is wanted, and fill each column with what meets most of the others."""
    known = dict(next(iter(wanted)))
    for place, values in enumerate(columns):
        if place not in known:
            others = tuple(known.items())
            known[place] = max(values, key=lambda value: sum(_pair(place, value, one) in wanted for one in others))
    return tuple(known[place] for place in range(len(columns)))


def _pair(place: int, value: object, other: tuple[int, object]) -> Meeting:
    here = (place, value)
    return (here, other) if place < other[0] else (other, here)
