"""The look in use: theme, text size and scale, put on the application when one of them changes."""

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from ui.fonts import FAMILIES
from ui.theme import NAMES, TEXT_PERCENTS, Scale, Theme, load

_SHORT_SIDE: Final = 800
_LONG_SIDE: Final = 1280
"""A window of this size, upright or lying, is drawn at 100 %; a larger one proportionally larger, in steps; on a
smaller one words and buttons keep their size, and what is between them gives way."""
_STEP: Final = 5
_LARGEST: Final = 300
_CLOSEST: Final = 70
_NEARLY: Final = 90
"""A window that lacks only a title bar's height stands as a whole one: to dress everything anew takes half a second."""


class Look:
    """One of the themes at one scale. Raises: ThemeError where a theme file is missing or broken."""

    def __init__(self, application: QApplication, folder: Path, theme: str, text_percent: int) -> None:
        self._application = application
        self._folder = folder
        self._start = (theme, text_percent)
        self._theme: Theme = load(folder, theme)
        self._scale = Scale(text_percent)
        self._worn = ""
        self._put_on()

    @property
    def theme(self) -> str:
        """Give the name of the theme in use."""
        return self._theme.name

    @property
    def text_percent(self) -> int:
        """Give the text size in use."""
        return self._scale.text_percent

    @property
    def is_smallest(self) -> bool:
        """Tell whether text can be no smaller."""
        return self.text_percent <= TEXT_PERCENTS[0]

    @property
    def is_largest(self) -> bool:
        """Tell whether text can be no larger."""
        return self.text_percent >= TEXT_PERCENTS[-1]

    def larger(self) -> None:
        """Take the next larger text size."""
        self._resize(min((one for one in TEXT_PERCENTS if one > self.text_percent), default=self.text_percent))

    def smaller(self) -> None:
        """Take the next smaller text size."""
        self._resize(max((one for one in TEXT_PERCENTS if one < self.text_percent), default=self.text_percent))

    def next_theme(self) -> None:
        """Take the next theme: light, dark, high contrast, light."""
        self._theme = load(self._folder, NAMES[(NAMES.index(self.theme) + 1) % len(NAMES)])
        self._put_on()

    def begin_again(self) -> None:
        """Go back to the look the application started with, for the next person."""
        theme, percent = self._start
        if self.theme != theme:
            self._theme = load(self._folder, theme)
            self._put_on()
        self._resize(percent)

    def fit(self, width: int, height: int) -> None:
        """Draw larger on a larger window, and closer on a smaller one; sides in pixels."""
        short, long = sorted((width, height))
        percent = min(short * 100 // _SHORT_SIDE, long * 100 // _LONG_SIDE, _LARGEST)
        percent = percent // _STEP * _STEP
        room = 100 if percent > _NEARLY else max(_CLOSEST, percent)
        self._rescale(self._scale._replace(screen_percent=max(100, percent), room_percent=room))

    def has_room_for_tray(self, width: int) -> bool:
        """Tell whether a window of this width in pixels has room for the tray beside a page."""
        return self._theme.has_room_for_tray(width, self._scale)

    def _resize(self, percent: int) -> None:
        self._rescale(self._scale._replace(text_percent=percent))

    def _rescale(self, scale: Scale) -> None:
        if scale != self._scale:
            self._scale = scale
            self._put_on()

    def _put_on(self) -> None:
        sheet = self._sheet(self._scale)
        if sheet != self._worn:  # most languages share one: to dress every widget anew takes longest of all
            self._worn = sheet
            self._application.setPalette(self._theme.palette())
            self._application.setStyleSheet(sheet)

    def _sheet(self, scale: Scale) -> str:
        return self._theme.style_sheet(scale, FAMILIES)
