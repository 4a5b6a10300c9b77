"""Lines to bring into order."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from i18n.runs import plain
from ui.widgets.answers import Answers, Choice
from ui.widgets.button import IconButton
from ui.widgets.icon import Icon
from ui.widgets.spaces import Space, column, frame, row
from ui.widgets.words import Words, words


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
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
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

    def freeze(self, right: Sequence[str], wrong: Sequence[str]) -> None:
        """Mark the lines that stand in their place with a tick and the others with a cross."""
        for name, line in self._lines.items():
            self._ups[name].hide()
            self._downs[name].hide()
            mark = Icon("check", tone="good") if name in right else Icon("close", tone="caution")
            line.setProperty("look", "good" if name in right else "caution")
            line.style().polish(line)
            if (inner := line.layout()) is not None:
                inner.addWidget(mark)
