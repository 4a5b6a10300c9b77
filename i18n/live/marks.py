"""Marks nobody sees: the number of an entry, written behind a text that is shown, so that a screen can be asked.

A mark is five variation selectors (U+FE00 … U+FE0F): no font draws them, and they take no room.
"""

import re
from typing import Final

_FIRST: Final = 0xFE00
_SIGN: Final = "\ufe01"
_MARK: Final = re.compile(f"{_SIGN}([\ufe00-\ufe0f]{{4}})")
MOST: Final = 0xFFFF
"""The greatest number a mark can hold."""


def marked(text: str, number: int) -> str:
    """Write a number behind a text; an empty text stays empty."""
    if not text or number > MOST:
        return text
    return text + _SIGN + "".join(chr(_FIRST + (number >> shift & 0xF)) for shift in (12, 8, 4, 0))


def numbers(text: str) -> tuple[int, ...]:
    """List the numbers written into a text, each once, in order; the last is that of the whole."""
    return tuple(dict.fromkeys(_number(found) for found in _MARK.findall(text)))


def _number(signs: str) -> int:
    return sum((ord(sign) - _FIRST) << shift for sign, shift in zip(signs, (12, 8, 4, 0), strict=True))


def bare(text: str) -> str:
    """Give a text without its marks."""
    return _MARK.sub("", text)
