"""Ways to answer a question, each by touch, mouse and keyboard: what all offer, and options to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from i18n.runs import Line, plain
from ui.widgets.button import Tile
from ui.widgets.spaces import Space, column
from ui.widgets.words import turn


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen: its id and its words."""

    id: str
    text: Line


def settle(tile: Tile, verdict: str) -> None:
    """Let a tile take no more touches and show, by sign and colour, whether it was right or wrong."""
    tile.setCheckable(False)
    tile.setProperty("answer", verdict)
    tile.show_mark({"right": "check", "wrong": "close"}.get(verdict), {"right": "good"}.get(verdict, "caution"))
    tile.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    tile.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    tile.style().polish(tile)


class Answers(QWidget):
    """What every way of answering offers: `changed` on every touch, and whether there is an answer yet."""

    changed = Signal()

    def is_given(self) -> bool:
        """Tell whether something was answered."""
        return False

    def focus_first(self) -> QWidget | None:
        """Give the first control, which takes the keyboard."""
        shown = (one for one in self.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return next((one for one in shown if one.isEnabled()), None)

    def freeze(self, right: Sequence[str], wrong: Sequence[str]) -> None:
        """Take no more answers; mark options as right or wrong by sign and colour."""
        self.setEnabled(False)


class Options(Answers):
    """One answer or several, from a list of tiles."""

    def __init__(self, choices: Sequence[Choice], *, several: bool) -> None:
        super().__init__()
        self._several = several
        layout = column(self, space=Space.SNUG)
        self._tiles = {choice.id: Tile() for choice in choices}
        for choice in choices:
            tile = self._tiles[choice.id]
            tile.say(plain(choice.text))
            turn(tile, choice.text)
            tile.setCheckable(True)
            tile.clicked.connect(lambda _on, name=choice.id: self._touch(name))
            layout.addWidget(tile)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Give the ids of what is chosen."""
        return tuple(name for name, tile in self._tiles.items() if tile.isChecked())

    def choose(self, chosen: Sequence[str]) -> None:
        """Choose these, as if touched."""
        for name, tile in self._tiles.items():
            tile.setChecked(name in chosen)
            tile.show_mark("check" if name in chosen else None)

    def _touch(self, name: str) -> None:
        self.choose(self.chosen if self._several else (name,))
        self.changed.emit()

    def is_given(self) -> bool:
        """Tell whether something is chosen."""
        return bool(self.chosen)

    def freeze(self, right: Sequence[str], wrong: Sequence[str]) -> None:
        """Mark what is right with a tick and what was wrong with a cross."""
        for name, tile in self._tiles.items():
            settle(tile, "right" if name in right else "wrong" if name in wrong else "")
