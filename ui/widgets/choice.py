"""A question with a few answers side by side, of which one or any may hold."""

from collections.abc import Container, Hashable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.override import override
from ui.widgets.button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.spaces import Space, column
from ui.widgets.words import Words


class Answers(QWidget):
    """A question and its answers as buttons that stay down."""

    def __init__(self, values: tuple[Hashable, ...]) -> None:
        super().__init__()
        layout = column(self, space=Space.SNUG)
        self._label = Words("part")
        layout.addWidget(self._label)
        flow = Flow()
        self._buttons = {value: ActionButton() for value in values}
        for value, button in self._buttons.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._choose, value))
            flow.addWidget(button)
        layout.addLayout(flow)

    def say(self, label: str, words: Mapping[Any, str]) -> None:
        """Set the question and the words on the buttons."""
        self._label.setText(label)
        for value, button in self._buttons.items():
            word = words.get(value, str(value))
            button.say(word, f"{label} {word}")

    def withhold(self, values: Container[Hashable]) -> None:
        """Let these not be chosen; they stay in sight, so that nobody looks for them."""
        for value, button in self._buttons.items():
            button.setEnabled(value not in values)

    def _choose(self, value: Hashable) -> None:
        """Do what one touch means."""


class OneOf(Answers):
    """Buttons of which one is down; `chosen` carries its value."""

    chosen = Signal(object)

    def show_value(self, value: Hashable) -> None:
        """Show which one holds."""
        for one, button in self._buttons.items():
            button.setChecked(one == value)

    @override
    def _choose(self, value: Hashable) -> None:
        self.show_value(value)
        self.chosen.emit(value)


class AnyOf(Answers):
    """Buttons of which any may be down; `chosen` carries the tuple of their values."""

    chosen = Signal(tuple)

    def show_values(self, values: Container[Hashable]) -> None:
        """Show which ones hold."""
        for one, button in self._buttons.items():
            button.setChecked(one in values)

    @override
    def _choose(self, value: Hashable) -> None:
        self.chosen.emit(tuple(one for one, button in self._buttons.items() if button.isChecked()))
