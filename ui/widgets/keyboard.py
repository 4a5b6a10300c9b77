"""A keyboard on the screen, for machines without one. A touch on its keys never takes the focus from the field."""

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QFile, QIODevice, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from i18n.language import Language
from ui.override import override
from ui.widgets.button import Button, IconButton
from ui.widgets.composing import COMPOSERS, rub_hangul
from ui.widgets.offers import Offers
from ui.widgets.pinyin import Pinyin
from ui.widgets.spaces import Space, column, empty, frame, row

_DIGITS: Final = "1234567890"


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a language in rows, those in `more` below, and how they are put together."""

    rows: tuple[str, ...]
    more: str
    compose: str


class Keyboard(QWidget):
    """The letters of a language; Latin letters, in which brand names are written, are one key away.

    Where `is_latin_first`, for codes, it is the other way round. No keyboard turns with its language: an Arabic one has
    its 1 at the left, too.
    """

    def __init__(self, field: QLineEdit, *, is_latin_first: bool = False) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._field = field
        self._is_latin_first = is_latin_first
        self._language: Language | None = None
        self._is_latin = self._is_drawn = False
        self._letters = Letters((), "", "plain")
        self._switch_key: QWidget | None = None
        self._space: QWidget | None = None
        self._offers = Offers(self._write)
        outer = column(self)
        box = frame("sunk")
        inside = column(box, space=Space.TIGHT, margin=Space.SNUG)
        inside.addWidget(self._offers)
        self._keys: QVBoxLayout = column(space=Space.TIGHT)
        inside.addLayout(self._keys)
        outer.addWidget(box)

    def speak(self, language: Language) -> None:
        """Show the letters of a language."""
        self._language, self._is_latin, self._is_drawn = language, self._is_latin_first, False
        if self.isVisible():
            self._draw()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if not self._is_drawn:
            self._draw()
        super().showEvent(event)

    def _draw(self) -> None:
        if self._language is None:
            return
        self._is_drawn = True
        empty(self._keys)
        name = self._language.tag.split("-")[0]
        own = _letters(name)
        self._letters = _letters("latin") if self._is_latin else own
        self._offers.offer_from(Pinyin(_table("pinyin")["signs"]) if self._letters.compose == "pinyin" else None)
        for letters in filter(None, (_DIGITS, *self._letters.rows, self._letters.more)):
            line = row(space=Space.TIGHT)
            for letter in letters:
                line.addWidget(self._key(letter), 1)
            self._keys.addLayout(line)
        self._keys.addLayout(self._last_row(has_other=own.compose == "pinyin" or "q" not in own.rows[0]))

    def _last_row(self, *, has_other: bool) -> QHBoxLayout:
        assert self._language is not None
        _ = self._language.gettext
        line = row(space=Space.TIGHT)
        self._switch_key = None
        if has_other:
            self._switch_key = other = IconButton("globe", "key")
            other.say(_("Other letters"))
            other.clicked.connect(self._switch)
            line.addWidget(_aside(other), 1)
        self._space = self._key(" ", _("Space"))
        line.addWidget(self._space, 2)
        rub = IconButton("erase", "key")
        rub.say(_("Rub out"))
        self._offers.say(_("More"))
        rub.clicked.connect(self._rub_out)
        line.addWidget(_aside(rub), 1)
        return line

    def _key(self, letter: str, name: str = "") -> Button:
        key = Button("key")
        shown = name or (unicodedata.normalize("NFC", "a" + letter) if unicodedata.combining(letter) else letter)
        key.setText(shown)
        key.setAccessibleName(shown)
        key.clicked.connect(partial(self._type, letter))
        _aside(key)
        return key

    def _type(self, key: str) -> None:
        if self._offers.takes(key):
            return
        if self._letters.compose in COMPOSERS and key != " ":
            self._write_before(COMPOSERS[self._letters.compose](self._before(), key))
        else:
            self._write(key)

    def _before(self) -> str:
        return self._field.text()[: self._field.cursorPosition()]

    def _write(self, text: str) -> None:
        self._field.insert(text)
        here = QApplication.focusWidget()
        if here is not None and self._offers.isAncestorOf(here) and self._space is not None:
            self._space.setFocus()  # what was offered goes away now

    def _write_before(self, new: str) -> None:
        """Put this in the place of what stands before the cursor; only what differs is typed anew."""
        old = self._before()
        same = next((n for n in range(min(len(old), len(new)), -1, -1) if old[:n] == new[:n]), 0)
        for _letter in old[same:]:
            self._field.backspace()
        self._field.insert(new[same:])

    def _rub_out(self) -> None:
        if self._offers.rubs_out():
            return
        if self._letters.compose == "hangul" and not self._field.hasSelectedText() and self._before():
            self._write_before(rub_hangul(self._before()))
        else:
            self._field.backspace()

    def _switch(self) -> None:
        has_focus = QApplication.focusWidget() is self._switch_key
        self._is_latin = not self._is_latin
        self._draw()
        if has_focus and self._switch_key is not None:
            self._switch_key.setFocus()


def _aside(key: QPushButton) -> QPushButton:
    """Leave a key out of the way of Tab; arrows still lead to it."""
    key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return key


def _letters(name: str) -> Letters:
    """Read the letters of a language; Latin ones where it has no file of its own."""
    found = _table(name) or _table("latin")
    return Letters(tuple(found["rows"]), str(found["more"]), str(found.get("compose", "plain")))


def _table(name: str) -> dict[str, Any]:
    file = QFile(f"keyboard:{name}.toml")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        return {}
    return tomllib.loads(bytes(file.readAll().data()).decode())
