"""A field to type into, with a keyboard that can be opened below it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from i18n.language import Language
from ui.override import override
from ui.widgets.button import IconButton
from ui.widgets.icon import Icon
from ui.widgets.keyboard import Keyboard
from ui.widgets.scroll import Scroll
from ui.widgets.spaces import Space, column, row
from ui.widgets.words import Words
from ui.widgets.writing import begin_at_the_start, writing_width


class Field(QWidget):
    """A line to type into; `typed` follows every change, `entered` carries the words at Enter.

    `is_code` offers the Latin letters of codes first, whatever the language.
    """

    typed = Signal()
    entered = Signal(str)

    def __init__(self, icon: str = "search", most: int = 80, *, is_code: bool = False) -> None:
        super().__init__()
        layout = column(self, space=Space.SNUG)
        self._above = Words("soft")
        self._above.hide()
        layout.addWidget(self._above)
        line = row(space=Space.SNUG)
        self.edit = QLineEdit()
        self.edit.setMaxLength(most)
        self.edit.setClearButtonEnabled(False)
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # a kiosk has no menus and takes nothing
        self.edit.setDragEnabled(False)
        self.edit.setAcceptDrops(False)
        self._clear = IconButton("close")
        self._clear.clicked.connect(self.edit.clear)
        self._open = IconButton("keyboard")
        self._open.setCheckable(True)
        self._open.clicked.connect(self._show_keyboard)
        line.addWidget(Icon(icon))
        self.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)  # as tall as its buttons
        line.addWidget(self.edit, 1)
        line.addWidget(self._clear)
        line.addWidget(self._open)
        layout.addLayout(line)
        self._keyboard = Keyboard(self.edit, is_latin_first=is_code)
        self._keyboard.hide()
        layout.addWidget(self._keyboard)
        self.edit.textChanged.connect(lambda _text: self.typed.emit())
        self.edit.returnPressed.connect(lambda: self.entered.emit(self.edit.text()))

    def speak(self, language: Language, name: str) -> None:
        """Set the words and the letters; `name` says what to type here."""
        _ = language.gettext
        self._above.setText("")
        self.edit.setPlaceholderText(name)
        self.edit.setAccessibleName(name)
        begin_at_the_start(self.edit, language)
        self._clear.say(_("Clear"))
        self._open.say(_("Keyboard on the screen"))
        self._keyboard.speak(language)
        self._place_name()

    def _place_name(self) -> None:
        """Say what to type within the line where there is room for it, else above."""
        name = self.edit.placeholderText() or self._above.text()
        if not name or not self.isVisible():
            return
        fits = self.edit.fontMetrics().horizontalAdvance(name) <= writing_width(self.edit)
        self.edit.setPlaceholderText(name if fits else "")
        self._above.setText("" if fits else name)
        self._above.setVisible(not fits)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place_name()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_name()

    def _show_keyboard(self, is_open: bool) -> None:
        self._keyboard.setVisible(is_open)
        self.edit.setFocus()
        if is_open:
            QTimer.singleShot(0, self, self._come_up)

    def _come_up(self) -> None:
        """Bring the field to the top of its page, so that the keys and what is found have room below it."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, Scroll):
            above = above.parentWidget()
        if above is not None:
            above.show_part(self)
