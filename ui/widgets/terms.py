"""Words we explain: press one, and its meaning opens in place."""

from functools import partial

from i18n.runs import Line, plain
from ui.widgets.button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.spaces import Holder, Space, column, frame
from ui.widgets.words import Words, turn


class TermChips(Holder):
    """A line of words; the chosen one's meaning stands below."""

    def __init__(self, items: tuple[tuple[Line, Line], ...]) -> None:
        super().__init__()
        layout = column(self, space=Space.SNUG)
        chips = Flow()
        layout.addLayout(chips)
        self._box = frame("note")
        inside = column(self._box, space=Space.TIGHT, margin=Space.STEP)
        self._term, self._meaning = Words("part"), Words("")
        inside.addWidget(self._term)
        inside.addWidget(self._meaning)
        layout.addWidget(self._box)
        self._box.hide()
        self._chips: list[ActionButton] = []
        for item in items:
            chip = ActionButton()
            chip.say(plain(item[0]))
            chip.setCheckable(True)
            turn(chip, item[0])
            chip.clicked.connect(partial(self._open, chip, item))
            chips.addWidget(chip)
            self._chips.append(chip)

    def _open(self, chip: ActionButton, item: tuple[Line, Line]) -> None:
        is_open = chip.isChecked()
        for other in self._chips:
            other.setChecked(other is chip and is_open)
        self._term.show_line(item[0])
        self._meaning.show_line(item[1])
        self._box.setVisible(is_open)
