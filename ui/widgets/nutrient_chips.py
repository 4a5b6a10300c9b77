"""The nutrients side by side, of which one is open."""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from i18n.runs import Line, plain
from ui.widgets.button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.words import turn


class NutrientChips(QWidget):
    """Buttons that stay down; `chosen` carries the id of the nutrient."""

    chosen = Signal(str)

    def __init__(self, nutrients: Iterable[str]) -> None:
        super().__init__()
        line = Flow(self)
        self.chips = {nutrient: ActionButton() for nutrient in nutrients}
        for nutrient, chip in self.chips.items():
            chip.setCheckable(True)
            chip.clicked.connect(partial(self.chosen.emit, nutrient))
            line.addWidget(chip)

    def say(self, names: Mapping[str, Line]) -> None:
        """Set the words, each in the direction of its language."""
        for nutrient, chip in self.chips.items():
            chip.say(plain(names[nutrient]))
            turn(chip, names[nutrient])

    def show_open(self, nutrient: str | None) -> None:
        """Show which one is open."""
        for one, chip in self.chips.items():
            chip.setChecked(one == nutrient)
