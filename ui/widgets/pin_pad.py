"""A field for a PIN with its own digits below: nothing typed here is ever shown."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from i18n.language import Language
from ui.widgets.button import IconButton
from ui.widgets.digits import digits
from ui.widgets.spaces import Space, column
from ui.widgets.writing import begin_at_the_start

_LONGEST: Final = 12


class PinPad(QWidget):
    """`entered` carries the PIN; the field is empty again at once."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # digits stand as on every telephone
        inside = column(self, space=Space.SNUG)
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setMaxLength(_LONGEST)
        self.edit.setValidator(QRegularExpressionValidator("[0-9]*", self.edit))
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.edit.returnPressed.connect(self._enter)
        inside.addWidget(self.edit)
        self._rub, self._go = IconButton("erase", ""), IconButton("check", "main")
        self._rub.clicked.connect(self._rub_out)
        self._go.clicked.connect(self._enter)
        inside.addLayout(digits(self.edit, self._rub, self._go))

    def speak(self, language: Language, name: str) -> None:
        """Set the words; `name` says which PIN is wanted."""
        _ = language.gettext
        self.edit.setPlaceholderText(name)
        self.edit.setAccessibleName(name)
        begin_at_the_start(self.edit, language)
        self._rub.say(_("Rub out"))
        self._go.say(_("Enter"))

    def _rub_out(self) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(self.edit, event)

    def _enter(self) -> None:
        pin = self.edit.text()
        self.edit.clear()
        if pin:
            self.entered.emit(pin)
