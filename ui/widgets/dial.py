"""A number to set."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QSlider

from content.model import Scale
from i18n.runs import Line, plain
from ui.widgets.answers import Answers
from ui.widgets.button import IconButton
from ui.widgets.spaces import Space, column, row
from ui.widgets.words import Words


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

    def freeze(self, right: Sequence[str], wrong: Sequence[str]) -> None:
        """Leave the number alone on the screen."""
        self._shown.setEnabled(True)
        for part in self.findChildren(IconButton):
            part.hide()
        self._slider.hide()
