"""Things to join."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QBoxLayout

from i18n.runs import plain
from ui.widgets.answers import Answers, Choice, settle
from ui.widgets.button import Tile
from ui.widgets.spaces import Space, column, row
from ui.widgets.words import Words, turn


class Pairs(Answers):
    """Things to join: touch one on the first side, then its match on the other."""

    def __init__(self, choices: Sequence[Choice], matches: Sequence[Choice], ask: str) -> None:
        super().__init__()
        self._pairs: dict[str, str] = {}
        self._open: str | None = None
        layout = column(self, space=Space.SNUG)
        layout.addWidget(Words("soft", ask))
        self._sides = sides = row(space=Space.WIDE)
        self._texts = {choice.id: plain(choice.text) for choice in matches}
        self._names = {choice.id: plain(choice.text) for choice in choices}
        self._firsts = self._side(choices, sides)
        self._seconds = self._side(matches, sides)
        layout.addLayout(sides)
        for name, tile in self._firsts.items():
            tile.clicked.connect(partial(self._begin, name))
        for name, tile in self._seconds.items():
            tile.clicked.connect(partial(self._join, name))
        self._begin(next(iter(self._firsts)))

    def _side(self, choices: Sequence[Choice], sides: QBoxLayout) -> dict[str, Tile]:
        side = column(space=Space.SNUG)
        tiles = {choice.id: Tile() for choice in choices}
        for choice in choices:
            tiles[choice.id].say(plain(choice.text))
            tiles[choice.id].setCheckable(True)
            turn(tiles[choice.id], choice.text)
            side.addWidget(tiles[choice.id])
        sides.addLayout(side, 1)
        return tiles

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Give what was joined."""
        return tuple(self._pairs.items())

    def _begin(self, name: str) -> None:
        self._open = name
        self._show()

    def _join(self, match: str) -> None:
        if self._open is not None:
            self._pairs = {one: other for one, other in self._pairs.items() if other != match}
            self._pairs[self._open] = match
            self._open = next((name for name in self._firsts if name not in self._pairs), None)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for name, tile in self._firsts.items():
            tile.setChecked(name == self._open)
            tile.say(self._names[name], self._joined(name))
        joined = set(self._pairs.values())
        for name, tile in self._seconds.items():
            tile.setChecked(name in joined)
            tile.show_mark("check" if name in joined else None)

    def _joined(self, name: str) -> str:
        match = self._pairs.get(name)
        return "" if match is None else self._texts[match]

    def is_given(self) -> bool:
        """Tell whether everything is joined."""
        return len(self._pairs) == len(self._firsts)

    def freeze(self, right: Sequence[str], wrong: Sequence[str]) -> None:
        """Mark each pair with a tick or a cross; the other side has done its part."""
        for name, tile in self._firsts.items():
            settle(tile, "right" if name in right else "wrong")
        for tile in self._seconds.values():
            tile.hide()
        self._sides.setStretch(1, 0)
