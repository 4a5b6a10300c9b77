"""What PDF/UA-1 asks of the tables in a file's tree: a head, a body, rows of one width, and a head for every cell."""

from collections.abc import Iterator, Sequence

from pikepdf import Object
from tagtree import attribute, every, kids, role_of


def table_faults(elements: Sequence[tuple[Object, Object]]) -> Iterator[str]:
    """Find every kind of fault in the tables among some elements."""
    for element, _ in elements:
        if role_of(element) == "Table":
            parts = [role_of(kid) for kid in kids(element)]
            if parts.count("THead") > 1 or ("THead" in parts and "TBody" not in parts):
                yield "head-without-body"
            yield from _grid_faults([kids(each) for each, _ in every(element.K, element) if role_of(each) == "TR"])


def _grid_faults(rows: Sequence[Sequence[Object]]) -> Iterator[str]:
    if any(attribute(cell, name) is not None for row in rows for cell in row for name in ("/ColSpan", "/RowSpan")):
        yield "cells-joined"  # none of ours are, and nothing here counts them
    if not any(role_of(cell) == "TH" for row in rows for cell in row):
        yield "table-without-heads"
    if len({len(row) for row in rows}) != 1:
        yield "rows-differ"
    elif any(
        role_of(cell) == "TD" and not _has_head(rows, i, j) for i, row in enumerate(rows) for j, cell in enumerate(row)
    ):
        yield "cell-without-head"


def _has_head(rows: Sequence[Sequence[Object]], line: int, column: int) -> bool:
    """Tell whether a head of the row stands before a cell, or one of the column above it."""
    before, above = rows[line][:column], [row[column] for row in rows[:line]]
    return any(_is_head(cell, "/Row") for cell in before) or any(_is_head(cell, "/Column") for cell in above)


def _is_head(cell: Object, scope: str) -> bool:
    return role_of(cell) == "TH" and str(attribute(cell, "/Scope")) == scope
