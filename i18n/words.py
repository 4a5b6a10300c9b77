"""The words of one compiled catalogue, found when they are asked for: a start reads a few of each language's."""

import struct
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property
from gettext import NullTranslations, c2py
from typing import Final

_HEAD: Final = struct.Struct("=5I")
_PLACE: Final = struct.Struct("=2I")
_MAGIC: Final = 0x950412DE
_CONTEXT: Final = "\4"


class CompiledWords(NullTranslations):
    """The bytes of a `.mo` file, whose English is in the order of its UTF-8. Raises: ValueError where it is none.

    `plural_rule` is a C expression of `n`.
    """

    def __init__(self, data: bytes, plural_rule: str) -> None:
        super().__init__()
        if len(data) < _HEAD.size:
            raise ValueError(len(data))
        magic, _revision, self._count, self._english, self._texts = _HEAD.unpack_from(data)
        if magic != _MAGIC or max(self._english, self._texts) + self._count * _PLACE.size > len(data):
            raise ValueError(magic)
        self._data, self._plural_rule = data, plural_rule

    def gettext(self, message: str) -> str:
        """Translate an interface sentence."""
        found = self._forms(message)
        return found[0] if found else super().gettext(message)

    def pgettext(self, context: str, message: str) -> str:
        """Translate an interface sentence that has a context."""
        found = self._forms(f"{context}{_CONTEXT}{message}")
        return found[0] if found else super().pgettext(context, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Translate a sentence that depends on a number."""
        form = self._form(msgid1, n)
        return super().ngettext(msgid1, msgid2, n) if form is None else form

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Translate a sentence that depends on a number and has a context."""
        form = self._form(f"{context}{_CONTEXT}{msgid1}", n)
        return super().npgettext(context, msgid1, msgid2, n) if form is None else form

    def _form(self, key: str, number: int) -> str | None:
        found, place = self._forms(key), self._plural(number)
        return found[place] if place < len(found) else None

    @cached_property
    def _plural(self) -> Callable[[int], int]:
        rule: Callable[[int], int] = c2py(self._plural_rule)
        return rule

    def _forms(self, key: str) -> Sequence[str]:
        """Give the forms of a text; empty where it is not translated."""
        wanted = key.encode()
        place = bisect_left(range(self._count), wanted, key=self._key)
        if not wanted or place == self._count or self._key(place) != wanted:
            return ()
        return self._string(self._texts, place).decode().split("\0")

    def _key(self, place: int) -> bytes:
        return self._string(self._english, place).partition(b"\0")[0]  # a plural stands behind its singular

    def _string(self, table: int, place: int) -> bytes:
        length, start = _PLACE.unpack_from(self._data, table + place * _PLACE.size)
        return self._data[start : start + length]
