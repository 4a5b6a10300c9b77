"""The look in use: theme and text size, put on the application when either changes."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.fonts import FAMILIES
from ui.theme import NAMES, TEXT_PERCENTS, Theme, load


class Look:
    """One of the themes at one of the text sizes. Raises: ThemeError where a theme file is missing or broken."""

    def __init__(self, application: QApplication, folder: Path, theme: str, text_percent: int) -> None:
        self._application = application
        self._folder = folder
        self._start = (theme, text_percent)
        self._theme: Theme = load(folder, theme)
        self._percent = text_percent
        self._tag = "en"
        self._put_on()

    @property
    def theme(self) -> str:
        """Give the name of the theme in use."""
        return self._theme.name

    @property
    def text_percent(self) -> int:
        """Give the text size in use."""
        return self._percent

    @property
    def is_smallest(self) -> bool:
        """Tell whether text can be no smaller."""
        return self._percent <= TEXT_PERCENTS[0]

    @property
    def is_largest(self) -> bool:
        """Tell whether text can be no larger."""
        return self._percent >= TEXT_PERCENTS[-1]

    def larger(self) -> None:
        """Take the next larger text size."""
        self._resize(min((one for one in TEXT_PERCENTS if one > self._percent), default=self._percent))

    def smaller(self) -> None:
        """Take the next smaller text size."""
        self._resize(max((one for one in TEXT_PERCENTS if one < self._percent), default=self._percent))

    def next_theme(self) -> None:
        """Take the next theme: light, dark, high contrast, light."""
        self._theme = load(self._folder, NAMES[(NAMES.index(self.theme) + 1) % len(NAMES)])
        self._put_on()

    def begin_again(self) -> None:
        """Go back to the look the application started with, for the next person."""
        theme, percent = self._start
        if (self.theme, self._percent) != (theme, percent):
            self._theme, self._percent = load(self._folder, theme), percent
            self._put_on()

    def speak(self, tag: str) -> None:
        """Size the letters for the language with this BCP 47 tag."""
        if tag != self._tag:
            self._tag = tag
            self._put_on()

    def _resize(self, percent: int) -> None:
        if percent != self._percent:
            self._percent = percent
            self._put_on()

    def _put_on(self) -> None:
        self._application.setPalette(self._theme.palette())
        self._application.setStyleSheet(self._theme.style_sheet(self._percent, FAMILIES, self._tag))
