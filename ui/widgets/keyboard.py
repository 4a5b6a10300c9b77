"""A keyboard on the screen, for machines without one. Its keys never take the focus from the field they write into."""

import tomllib
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QFile, QIODevice, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from i18n.language import Language
from ui.widgets.button import Button, IconButton
from ui.widgets.spaces import Space, column, empty, frame, row

_DIGITS: Final = "1234567890"
_LAYOUTS: Final = {"ar": "arabic", "ru": "cyrillic"}


class Keyboard(QWidget):
    """The letters of a language; Latin letters, in which brand names are written, are one key away."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__()
        self._field = field
        self._language: Language | None = None
        self._is_latin = False
        outer = column(self)
        box = frame("sunk")
        self._keys: QVBoxLayout = column(box, space=Space.TIGHT, margin=Space.SNUG)
        outer.addWidget(box)

    def speak(self, language: Language) -> None:
        """Show the letters of a language."""
        self._language, self._is_latin = language, False
        self._draw()

    def _draw(self) -> None:
        if self._language is None:
            return
        empty(self._keys)
        name = _LAYOUTS.get(self._language.tag.split("-")[0], "latin")
        layout = _layout("latin" if self._is_latin else name)
        more = str(layout["more"])
        rows = [_DIGITS, *layout["rows"], *([more] if more else [])]
        for letters in rows:
            line = row(space=Space.TIGHT)
            for letter in letters:
                self._add(line, self._key(letter))
            self._keys.addLayout(line)
        self._keys.addLayout(self._last_row(has_other=name != "latin"))

    def _last_row(self, *, has_other: bool) -> QHBoxLayout:
        assert self._language is not None
        _ = self._language.gettext
        line = row(space=Space.TIGHT)
        if has_other:
            other = IconButton("globe")
            other.say(_("Other letters"))
            other.clicked.connect(self._switch)
            self._add(line, other)
        space = self._key(" ", _("Space"))
        line.addWidget(space, 1)
        rub = IconButton("erase")
        rub.say(_("Rub out"))
        rub.clicked.connect(self._rub_out)
        self._add(line, rub)
        return line

    def _add(self, line: QHBoxLayout, key: QPushButton) -> None:
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        line.addWidget(key, 1)

    def _key(self, letter: str, name: str = "") -> Button:
        key = Button("key")
        key.setText(name or letter)
        key.setAccessibleName(name or letter)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.clicked.connect(partial(self._type, letter))
        return key

    def _type(self, letter: str) -> None:
        event = QInputMethodEvent()
        event.setCommitString(letter)
        QCoreApplication.sendEvent(self._field, event)
        self._field.setFocus()

    def _rub_out(self) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(self._field, event)

    def _switch(self) -> None:
        self._is_latin = not self._is_latin
        self._draw()


def _layout(name: str) -> dict[str, list[str] | str]:
    file = QFile(f"keyboard:{name}.toml")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        return {"rows": ["qwertyuiop", "asdfghjkl", "zxcvbnm"], "more": ""}
    return tomllib.loads(bytes(file.readAll().data()).decode())
