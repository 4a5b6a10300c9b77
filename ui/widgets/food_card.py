"""One food with its household measure, and how often a week it is eaten."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from i18n.runs import Line
from ui.widgets.button import IconButton
from ui.widgets.counter import Counter
from ui.widgets.spaces import Space, column, row, stacked
from ui.widgets.words import words


class FoodCard(QFrame):
    """Name, measure, `about` to open it, and a counter; `stepped` carries -1 or 1."""

    stepped = Signal(int)

    def __init__(self, name: Line, measure: Line, less: str, more: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        inside = column(self, space=Space.SNUG, margin=Space.STEP)
        head = row(space=Space.SNUG)
        head.addWidget(stacked(words("strong", name), words("small", measure), space=Space.TIGHT), 1)
        self.about = IconButton("info")
        head.addWidget(self.about, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(head)
        inside.addStretch(1)
        self.counter = Counter()
        self.counter.say(less, more)
        self.counter.stepped.connect(self.stepped)
        inside.addWidget(self.counter)
