"""One food with its household measure, and how often a week it is eaten."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from i18n.runs import Line
from ui.widgets.counter import Counter
from ui.widgets.spaces import Space, column
from ui.widgets.words import words


class FoodCard(QFrame):
    """Name, measure, and a counter; `stepped` carries -1 or 1."""

    stepped = Signal(int)

    def __init__(self, name: Line, measure: Line, less: str, more: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        inside = column(self, space=Space.TIGHT, margin=Space.STEP)
        inside.addWidget(words("strong", name))
        inside.addWidget(words("small", measure))
        inside.addStretch(1)
        self.counter = Counter()
        self.counter.say(less, more)
        self.counter.stepped.connect(self.stepped)
        inside.addWidget(self.counter)
