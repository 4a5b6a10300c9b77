"""Six ways to answer a question, each by touch, mouse and keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSlider, QWidget

from content.model import Scale
from i18n.runs import Line, plain
from ui.widgets.button import IconButton, Tile
from ui.widgets.spaces import Space, column, frame, row
from ui.widgets.words import Words, turn, words


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen: its id and its words."""

    id: str
    text: Line


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
            verdict = "right" if name in right else "wrong" if name in wrong else ""
            tile.setProperty("answer", verdict)
            tile.show_mark({"right": "check", "wrong": "close"}.get(verdict), {"right": "good"}.get(verdict, "caution"))
            tile.setCheckable(False)
            tile.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            tile.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            tile.style().polish(tile)


class Ranking(Answers):
    """Lines to bring into order, each with a button up and a button down."""

    def __init__(self, choices: Sequence[Choice], up: str, down: str) -> None:
        super().__init__()
        self._choices = {choice.id: choice for choice in choices}
        self._order = [choice.id for choice in choices]
        self._lines: dict[str, QWidget] = {}
        self._ups: dict[str, IconButton] = {}
        self._downs: dict[str, IconButton] = {}
        self._numbers: dict[str, Words] = {}
        self._is_touched = False
        self._layout = column(self, space=Space.SNUG)
        for choice in choices:
            self._add(choice, up, down)
        self._show_order()

    def _add(self, choice: Choice, up: str, down: str) -> None:
        box = frame("card")
        line = row(box, space=Space.SNUG, margin=Space.SNUG)
        number = Words("number", wraps=False)
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(words("", choice.text), 1)
        for icon, name, step, buttons in (("up", up, -1, self._ups), ("down", down, 1, self._downs)):
            button = IconButton(icon)
            button.say(f"{name}: {plain(choice.text)}")
            button.clicked.connect(partial(self._move, choice.id, step))
            line.addWidget(button)
            buttons[choice.id] = button
        self._numbers[choice.id] = number
        self._lines[choice.id] = box
        self._layout.addWidget(box)

    @property
    def order(self) -> tuple[str, ...]:
        """Give the ids from first to last."""
        return tuple(self._order)

    def _move(self, name: str, step: int) -> None:
        place = self._order.index(name)
        to = max(0, min(len(self._order) - 1, place + step))
        self._order.insert(to, self._order.pop(place))
        self._is_touched = True
        self._show_order()
        self.changed.emit()

    def _show_order(self) -> None:
        for place, name in enumerate(self._order):
            self._layout.removeWidget(self._lines[name])
            self._layout.insertWidget(place, self._lines[name])
            self._numbers[name].setText(str(place + 1))
            self._ups[name].setEnabled(place > 0)
            self._downs[name].setEnabled(place < len(self._order) - 1)

    def is_given(self) -> bool:
        """Tell whether the order may be checked: always, it may be right as it stands."""
        return True


class Dial(Answers):
    """A number to set by slider or by a button on each side; `names` are of slider, less and more."""

    def __init__(self, scale: Scale, unit: Line, names: tuple[str, str, str]) -> None:
        super().__init__()
        name, less, more = names
        self._unit = plain(unit)
        self._is_touched = False
        layout = column(self, space=Space.STEP)
        self._shown = Words("title")
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._shown)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, (scale.high - scale.low) // scale.step)
        self._low, self._step = scale.low, scale.step
        self._slider.setAccessibleName(name)
        minus, plus = IconButton("minus"), IconButton("plus")
        minus.say(less)
        plus.say(more)
        minus.clicked.connect(partial(self._nudge, -1))
        plus.clicked.connect(partial(self._nudge, 1))
        line = row()
        line.addWidget(minus)
        line.addWidget(self._slider, 1)
        line.addWidget(plus)
        layout.addLayout(line)
        self._slider.valueChanged.connect(self._show)
        with QSignalBlocker(self._slider):
            self._slider.setValue(self._slider.maximum() // 2)
        self._show_number()

    @property
    def number(self) -> int:
        """Give the number shown."""
        return self._low + self._slider.value() * self._step

    def _nudge(self, by: int) -> None:
        self._is_touched = True
        self._slider.setValue(self._slider.value() + by)
        self.changed.emit()

    def _show(self) -> None:
        self._is_touched = True
        self._show_number()
        self.changed.emit()

    def _show_number(self) -> None:
        self._shown.setText(f"{self.number} {self._unit}".strip())

    def is_given(self) -> bool:
        """Tell whether the number was touched."""
        return self._is_touched


class Pairs(Answers):
    """Things to join: touch one on the first side, then its match on the other."""

    def __init__(self, choices: Sequence[Choice], matches: Sequence[Choice], ask: str) -> None:
        super().__init__()
        self._pairs: dict[str, str] = {}
        self._open: str | None = None
        layout = column(self, space=Space.SNUG)
        layout.addWidget(Words("soft", ask))
        sides = row(space=Space.WIDE)
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
        side.addStretch(1)
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
