"""A number to type, on digits of its own below the field or on a keyboard."""

from decimal import Decimal, InvalidOperation
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from i18n.language import Language
from ui.widgets.button import ActionButton, IconButton
from ui.widgets.digits import digits
from ui.widgets.spaces import Space, column
from ui.widgets.writing import begin_at_the_start

_BEFORE, _AFTER = 5, 2
_HALF: Final = Decimal("1.5")


class NumberPad(QWidget):
    """`changed` follows every key. Of all signs only the language's decimal one can be typed: nothing is misread."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # digits stand as on every telephone
        self._point = "."
        inside = column(self, space=Space.SNUG)
        self.edit = QLineEdit()
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.edit.setDragEnabled(False)
        self.edit.setAcceptDrops(False)
        self.edit.textChanged.connect(lambda _text: self.changed.emit())
        inside.addWidget(self.edit)
        self._point_key, self._rub = ActionButton(), IconButton("erase", "")
        self._point_key.clicked.connect(lambda: self.edit.insert(self._point))
        self._rub.clicked.connect(self.edit.backspace)
        inside.addLayout(digits(self.edit, self._point_key, self._rub))

    def speak(self, language: Language, name: str) -> None:
        """Set the words and the decimal sign; `name` says what number is wanted."""
        self._point = language.number(_HALF).strip("0123456789") or "."
        self.edit.setValidator(QRegularExpressionValidator(self._pattern(), self.edit))
        self.edit.setPlaceholderText(name)
        self.edit.setAccessibleName(name)
        begin_at_the_start(self.edit, language)
        self._point_key.say(self._point, language.gettext("Decimal point"))
        self._rub.say(language.gettext("Rub out"))

    def _pattern(self) -> str:
        return f"[0-9]{{0,{_BEFORE}}}([{self._point}][0-9]{{0,{_AFTER}}})?"

    @property
    def number(self) -> Decimal | None:
        """Give the number, if it is one and more than nothing."""
        try:
            typed = Decimal(self.edit.text().replace(self._point, "."))
        except InvalidOperation:
            return None
        return typed if typed > 0 else None
