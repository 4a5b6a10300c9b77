"""Speak a language to Qt: its direction, and the words of Qt's own controls."""

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from i18n.language import Language
from ui.override import override


class LanguageTranslator(QTranslator):
    """Answer Qt's questions from a Language.

    Qt sends LanguageChange only for a translator that is not empty, and asks on where the answer is None; an empty
    string would blank Qt's own buttons.
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def speak(self, language: Language) -> None:
        """Answer in another language from now on."""
        self._language = language

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        if sourceText == "QT_LAYOUT_DIRECTION":
            return "RTL" if self._language.direction == "rtl" else "LTR"
        said = self._language.pgettext(context, sourceText)
        return None if said == sourceText else said


def read_from_side_of(language: Language) -> None:
    """Let Qt read from the side a language is read from; to tell it of a language would tell every hidden widget."""
    is_rtl = language.direction == "rtl"
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
