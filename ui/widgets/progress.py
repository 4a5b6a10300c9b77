"""How far one has come: in words, and as a bar."""

from PySide6.QtWidgets import QProgressBar, QWidget

from ui.widgets.spaces import Space, column
from ui.widgets.words import Words


class Progress(QWidget):
    """A sentence over a bar."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("soft")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        inside = column(self, space=Space.SNUG)
        inside.addWidget(self._words)
        inside.addWidget(self._bar)

    def show_step(self, text: str, number: int, out_of: int) -> None:
        """Show one of so many steps, counted from 1; `text` says the same."""
        self._words.setText(text)
        self._bar.setRange(0, out_of)
        self._bar.setValue(number)
        self._bar.setAccessibleName(text)
