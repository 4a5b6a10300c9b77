"""What lies over a window whose visit is over, until the next one is let in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from i18n.language import Language
from ui.frame.cover import Cover
from ui.override import override
from ui.widgets.spaces import Space, column
from ui.widgets.words import Words


class Pause(Cover):
    """Nothing to see and nothing to press while the next visit is let in."""

    def __init__(self, owner: QWidget, language: Language) -> None:
        super().__init__(owner, language)
        self._words = Words("lead")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column(self, margin=Space.PAGE).addWidget(self._words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def retranslate(self) -> None:
        self._words.setText(self.language.gettext("One moment, please."))

    @override
    def lay_over(self) -> None:
        super().lay_over()
        self.setFocus()
