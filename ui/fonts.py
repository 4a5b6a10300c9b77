"""Letters for each language, loaded by file where a language needs them."""

import os
import struct
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase

FAMILIES: Final = (
    "Noto Sans",
    "Noto Naskh Arabic",
    "Noto Sans SC",
    "Noto Sans KR",
    "Noto Sans Math",
    "Noto Sans Symbols 2",
    "Noto Sans Symbols2",
)
_GROWN: Final = {"NotoNaskhArabic-Regular.ttf": 114, "NotoNaskhArabic-Bold.ttf": 114}
"""Percent by which letters are drawn larger, where they look smaller than Latin ones of the same size.

In the font and not in the look: to dress every widget anew would take a change of language a second.
"""
_BOLD_AT_ANY_SIZE: Final = "QT_NO_SYNTHESIZED_BOLD_LIMIT"
"""Qt makes a bold for a font that has none, but from 64 pixels on only where this is set: Chinese titles in large
words."""

_CONFIG: Final = "fonts.conf"
_CONFIG_VARIABLE: Final = "FONTCONFIG_FILE"
_LIST: Final = "SHA256SUMS"


def keep_to(folder: Path) -> None:
    """Let Qt draw with the fonts of this folder alone, where all of them are there; to be called before Qt draws.

    So letters look the same on every machine: one that has a Noto font of its own drew some letters with that, and
    Arabic ones too small. And a start need not look through all fonts of the machine. Source: fontconfig, for Linux.
    """
    try:
        files = (folder / _LIST).read_text(encoding="utf-8").split()[1::2]
    except OSError:
        return
    if all((folder / name).is_file() for name in (_CONFIG, *files)):
        os.environ.setdefault(_CONFIG_VARIABLE, str(folder / _CONFIG))


class Fonts:
    """The font files of one folder; each is given to Qt once, when a language first asks for it."""

    def __init__(self, folder: Path) -> None:
        os.environ[_BOLD_AT_ANY_SIZE] = "1"
        self._folder = folder
        self._loaded: dict[str, bool] = {}

    def load(self, files: Iterable[str]) -> tuple[str, ...]:
        """Load font files; give the names of those that are missing or broken."""
        for file in files:
            for name in (file, file.replace("-Regular", "-Bold")):
                if name not in self._loaded and (name == file or (self._folder / name).is_file()):
                    self._loaded[name] = _given(self._folder / name) >= 0
        return tuple(file for file in files if not self._loaded.get(file))


def _given(file: Path) -> int:
    """Give a file to Qt; -1 where it is missing or broken."""
    if file.name not in _GROWN:
        return QFontDatabase.addApplicationFont(str(file))
    try:
        letters = grown(file.read_bytes(), _GROWN[file.name])
    except (OSError, struct.error):
        return -1
    return QFontDatabase.addApplicationFontFromData(QByteArray(letters))


def grown(font: bytes, percent: int) -> bytes:
    """Let all letters of a font be drawn so much larger: fewer of its units make an em. Source: OpenType, `head`."""
    made = bytearray(font)
    (tables,) = struct.unpack_from(">H", font, 4)
    for place in range(12, 12 + 16 * tables, 16):
        name, _sum, start, _length = struct.unpack_from(">4s3I", font, place)
        if name == b"head":
            (units,) = struct.unpack_from(">H", font, start + 18)
            struct.pack_into(">H", made, start + 18, units * 100 // percent)
    return bytes(made)
