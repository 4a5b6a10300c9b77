"""Letters for each language, loaded by file where a language needs them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

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


class Fonts:
    """The font files of one folder; each is given to Qt once, when a language first asks for it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: dict[str, bool] = {}

    def load(self, files: Iterable[str]) -> tuple[str, ...]:
        """Load font files; give the names of those that are missing or broken."""
        for file in files:
            for name in (file, file.replace("-Regular", "-Bold")):
                if name not in self._loaded and (name == file or (self._folder / name).is_file()):
                    self._loaded[name] = QFontDatabase.addApplicationFont(str(self._folder / name)) >= 0
        return tuple(file for file in files if not self._loaded.get(file))
