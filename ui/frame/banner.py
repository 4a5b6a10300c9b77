"""One sentence for the person, such as a fault and its cure; it stays until it is closed or the place changes."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame

from i18n.language import Language
from i18n.runs import Line, Run, plain
from ui.override import override
from ui.widgets.button import IconButton
from ui.widgets.icon import Icon
from ui.widgets.spaces import Space, row
from ui.widgets.words import Words

_ICONS: Final = {"note": "info", "good": "check", "caution": "warning"}


class Banner(QFrame):
    """A line above the footer."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language
        self._icon = Icon("info")
        self._words = Words("")
        self._set_tone("note")
        self._close = IconButton("close")
        self._close.clicked.connect(self.fall_silent)
        line = row(self, space=Space.SNUG)
        line.setContentsMargins(Space.STEP, Space.TIGHT, Space.STEP, Space.TIGHT)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._words, 1)
        line.addWidget(self._close)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set the words."""
        self._close.say(self.language.gettext("Close this message"))

    def tell(self, sentence: str | Line, tone: str = "note") -> None:
        """Show a sentence; `tone` is note, good (it went well) or caution (it did not)."""
        line = (Run(sentence),) if isinstance(sentence, str) else sentence
        self._set_tone(tone)
        self._words.show_line(line)
        self.setAccessibleName(plain(line))
        self.show()

    def _set_tone(self, tone: str) -> None:
        self._icon.show_icon(_ICONS[tone])
        for part, name in ((self, "look"), (self._icon, "tone")):
            part.setProperty(name, tone)
            part.style().polish(part)

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
