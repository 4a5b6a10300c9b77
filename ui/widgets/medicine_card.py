"""One medicine a person takes, with the times of day to touch."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from i18n.runs import Line, plain
from ui.widgets.button import ActionButton, IconButton
from ui.widgets.flow import Flow
from ui.widgets.icon import Icon
from ui.widgets.spaces import Space, column, row
from ui.widgets.words import words
from visit.elements import DayTime


class MedicineCard(QFrame):
    """Name, times of day, a button to take it away; without words for `as_needed` nothing of that is asked.

    `times_changed` carries the times, and whether only when needed.
    """

    times_changed = Signal(tuple, bool)
    remove_wanted = Signal()

    def __init__(self, name: Line, times: Mapping[DayTime, str], as_needed: str | None, remove: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        layout = column(self, space=Space.SNUG, margin=Space.STEP)
        head = row(space=Space.SNUG)
        head.addWidget(Icon("pill"), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(words("part", name), 1)
        away = IconButton("close")
        away.say(remove)
        away.clicked.connect(self.remove_wanted)
        head.addWidget(away)
        layout.addLayout(head)
        chips = Flow()
        self._chips: dict[DayTime, ActionButton] = {}
        for time, word in times.items():
            self._chips[time] = self._chip(time.value, word, f"{plain(name)}: {word}")
            chips.addWidget(self._chips[time])
        self._as_needed = self._chip("clock", as_needed or "", f"{plain(name)}: {as_needed}")
        if as_needed is None:
            self._as_needed.setParent(None)
        else:
            chips.addWidget(self._as_needed)
        layout.addLayout(chips)

    def _chip(self, icon: str, word: str, name: str) -> ActionButton:
        chip = ActionButton(icon)
        chip.say(word, name)
        chip.setCheckable(True)
        chip.clicked.connect(self._tell)
        return chip

    def show_times(self, times: tuple[DayTime, ...], as_needed: bool) -> None:
        """Show when it is taken."""
        for time, chip in self._chips.items():
            chip.setChecked(time in times)
        self._as_needed.setChecked(as_needed)

    def _tell(self) -> None:
        times = tuple(time for time, chip in self._chips.items() if chip.isChecked())
        self.times_changed.emit(times, self._as_needed.isChecked())
