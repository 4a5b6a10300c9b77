"""Signs to choose from while their sound is typed, in one line above the keys."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button, IconButton
from ui.widgets.pinyin import Pinyin
from ui.widgets.spaces import Space, row
from ui.widgets.words import Words

_AT_A_TIME: Final = 8


class Offers(QWidget):
    """Holds the letters typed so far; what is chosen goes to `write`. Without a table it shows and takes nothing."""

    def __init__(self, write: Callable[[str], None]) -> None:
        super().__init__()
        self._write = write
        self._table: Pinyin | None = None
        self._typed = ""
        self._from = 0
        line = row(self, space=Space.TIGHT)
        self._shown = Words("part", wraps=False)
        line.addWidget(self._shown, 1)
        self._keys = tuple(Button("key") for _place in range(_AT_A_TIME))
        for key in self._keys:
            key.clicked.connect(partial(self._choose, key))
        self._more = IconButton("next", "key")
        self._more.clicked.connect(self._show_more)
        for key in (*self._keys, self._more):
            key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            policy = key.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # the keys below never move
            key.setSizePolicy(policy)
            line.addWidget(key, 1)
        self.hide()

    def offer_from(self, table: Pinyin | None) -> None:
        """Offer the signs of a table from now on, or nothing."""
        self._table = table
        self._hold("")
        self.setVisible(table is not None)

    def say(self, more: str) -> None:
        """Set the name of the key that shows more."""
        self._more.say(more)

    def takes(self, key: str) -> bool:
        """Take a key that belongs to a sound; a space takes the first sign. Tell whether the key was taken."""
        if self._table is None:
            return False
        if key == " " and self._typed:
            self._choose(self._keys[0])
            return True
        if not key.isalpha():
            self._write(self._typed)
            self._hold("")
            return False
        self._hold(self._typed + key)
        return True

    def rubs_out(self) -> bool:
        """Take the last letter away; tell whether there was one."""
        had = bool(self._typed)
        self._hold(self._typed[:-1])
        return had

    def _hold(self, typed: str) -> None:
        self._typed, self._from = typed, 0
        self._show()

    def _offered(self) -> tuple[str, ...]:
        """Give the signs, and at their end the letters themselves: brand names are written in those."""
        if self._table is None or not self._typed:
            return ()
        return (*self._table.offers(self._typed), self._typed)

    def _show(self) -> None:
        offered = self._offered()
        shown = offered[self._from : self._from + _AT_A_TIME]
        self._shown.setText(self._typed)
        for place, key in enumerate(self._keys):
            key.setText(shown[place] if place < len(shown) else "")
            key.setAccessibleName(key.text())
            key.setVisible(place < len(shown))
        self._more.setVisible(len(offered) > _AT_A_TIME)

    def _show_more(self) -> None:
        self._from = self._from + _AT_A_TIME if self._from + _AT_A_TIME < len(self._offered()) else 0
        self._show()

    def _choose(self, key: Button) -> None:
        chosen, typed = key.text(), self._typed
        if not chosen:
            return
        self._write(chosen)
        is_sign = self._table is not None and chosen != typed
        self._hold(self._table.rest(typed) if is_sign and self._table is not None else "")
