"""Tables and pill cards on the screen."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from i18n.runs import Line, plain
from ui.override import override
from ui.widgets.grid import Grid
from ui.widgets.icon import Icon
from ui.widgets.spaces import Holder, Space, column, frame, row, stacked
from ui.widgets.words import words
from visit.elements import PillCard, PillRow, Table

_TIMES: Final = ("morning", "noon", "evening", "bedtime")
_GRID_COLUMNS: Final = 3
_NARROW: Final = 12
"""The least width of a table, in letters."""


def table(shown: Table) -> QWidget:
    """Draw a table: as a grid where it is narrow, else one part for each row."""
    box = frame("card")
    layout = column(box, space=Space.SNUG, margin=Space.STEP)
    if plain(shown.caption):
        layout.addWidget(words("part", shown.caption))
    layout.addWidget(Cells(shown) if len(shown.head) <= _GRID_COLUMNS else _in_parts(shown))
    return box


class Cells(Holder):
    """The cells of a table: as a grid where they fit beside each other, else one part for each row."""

    def __init__(self, shown: Table) -> None:
        super().__init__()
        self._shown = shown
        self._grid = Holder()
        self._parts: QWidget | None = None
        self._grid.setLayout(_gridded(shown))
        self._forms = column(self, space=0)
        self._forms.addWidget(self._grid)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * _NARROW, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self._grid.minimumSizeHint().width() <= self.width()
        if not fits and self._parts is None:
            self._parts = _in_parts(self._shown)
            self._forms.addWidget(self._parts)
        self._grid.setVisible(fits)
        if self._parts is not None:
            self._parts.setVisible(not fits)


def _in_parts(shown: Table) -> QWidget:
    parts: list[QWidget] = []
    for cells in shown.rows:
        parts += [frame("rule"), words("part", cells[0])]
        parts += [_paired(head, cell) for head, cell in zip(shown.head[1:], cells[1:], strict=True)]
    return stacked(*parts)


def _paired(head: Line, cell: Line) -> QWidget:
    holder = Holder()
    holder.setLayout(_pair(head, cell))
    return holder


def _gridded(table: Table) -> QLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.STEP)
    grid.setVerticalSpacing(Space.SNUG)
    for place, head in enumerate(table.head):
        grid.addWidget(_cell("soft", head), 0, place)
        grid.setColumnStretch(place, 1)
    for number, cells in enumerate(table.rows, 1):
        grid.addWidget(frame("rule"), 2 * number - 1, 0, 1, len(table.head))
        for place, cell in enumerate(cells):
            grid.addWidget(_cell("strong" if place == 0 else "", cell), 2 * number, place)
    return grid


def _pair(head: Line, cell: Line) -> QLayout:
    line = row(space=Space.SNUG)
    line.addWidget(_cell("soft", head), 1)
    line.addWidget(_cell("", cell), 2)
    return line


def _cell(look: str, text: Line) -> QWidget:
    """Make a cell whose words begin beside the first words of the others."""
    label = words(look, text)
    label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
    return label


def pill_card(card: PillCard) -> QWidget:
    """Draw the pill card: a box for each medicine, with its four times of day."""
    holder = stacked(words("part", card.caption)) if plain(card.caption) else stacked()
    layout = holder.layout()
    assert layout is not None
    for pills in card.rows:
        layout.addWidget(_pill_row(card, pills))
    return holder


def _pill_row(card: PillCard, pills: PillRow) -> QWidget:
    box = frame("card")
    layout = column(box, space=Space.SNUG, margin=Space.STEP)
    layout.addWidget(words("part", pills.name))
    for head, text in ((card.head[1], pills.used_for), (card.head[2], pills.how)):
        if plain(text):
            layout.addLayout(_pair(head, text))
    times = Grid(least_ems=7, most=4, is_even=True)
    for icon, head, dose in zip(_TIMES, card.head[3:], pills.times, strict=True):
        cell = frame("sunk" if dose is None else "note")
        inside = row(cell, space=Space.TIGHT, margin=Space.SNUG)
        inside.addWidget(Icon(icon), 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(stacked(words("soft", head), words("strong", dose or ()), space=2), 1)
        times.addWidget(cell)
    layout.addLayout(times)
    return box
