"""A number with a button for less and a button for more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.button import IconButton
from ui.widgets.spaces import Space, row
from ui.widgets.words import Words


class Counter(QWidget):
    """`stepped` carries -1 or 1; the owner decides what the number then is."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._less, self._more = IconButton("minus"), IconButton("plus")
        self._number = Words("part")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._less.clicked.connect(lambda: self.stepped.emit(-1))
        self._more.clicked.connect(lambda: self.stepped.emit(1))
        line = row(self, space=Space.SNUG)
        line.addWidget(self._less, 0, Qt.AlignmentFlag.AlignVCenter)  # square, however many lines the number takes
        line.addWidget(self._number, 1)
        line.addWidget(self._more, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, less: str, more: str) -> None:
        """Set the names of the buttons."""
        self._less.say(less)
        self._more.say(more)

    def show_number(self, text: str, *, can_less: bool = True, can_more: bool = True) -> None:
        """Show the number, in words where wanted, and which steps there are."""
        self._number.setText(text)
        self._less.setEnabled(can_less)
        self._more.setEnabled(can_more)
