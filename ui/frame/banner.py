"""One sentence for the person, such as a fault and its cure; it stays until it is closed or the place changes."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame

from i18n.language import Language
from ui.override import override
from ui.widgets.button import IconButton
from ui.widgets.icon import Icon
from ui.widgets.spaces import Space, row
from ui.widgets.words import Words


class Banner(QFrame):
    """A line above the footer."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language
        self.setProperty("look", "note")
        self._words = Words("")
        self._close = IconButton("close")
        self._close.clicked.connect(self.fall_silent)
        line = row(self, space=Space.SNUG, margin=Space.TIGHT)
        line.addWidget(Icon("info", tone="note"), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._words, 1)
        line.addWidget(self._close)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set the words."""
        self._close.say(self.language.gettext("Close this message"))

    def tell(self, sentence: str) -> None:
        """Show a sentence."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()

    def fall_silent(self) -> None:
        """Show nothing and keep nothing of what was said."""
        self.hide()
        self._words.setText("")
        self.setAccessibleName("")

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.fall_silent()
        super().changeEvent(event)
