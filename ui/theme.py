"""How everything looks: colours and sizes with names, read from `resources/themes`."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Final, NamedTuple

from PySide6.QtGui import QColor, QPalette

from i18n.kept import table

NAMES: Final = ("light", "dark", "high")
TEXT_PERCENTS: Final = (100, 125, 150, 175, 200)


class ThemeError(Exception):
    """A theme cannot be read; carries the file and what is wrong with it."""

    def __init__(self, file: Path, wrong: str) -> None:
        super().__init__(f"{file.name}: {wrong}")
        self.file = file
        self.wrong = wrong


class Scale(NamedTuple):
    """How large things are drawn: the text size chosen, the screen, and how close parts stand on a small one."""

    text_percent: int = 100
    screen_percent: int = 100
    room_percent: int = 100


class Theme(NamedTuple):
    """One look: colours by name, sizes in pixels at 100 %, and the style sheet's template."""

    name: str
    colours: Mapping[str, str]
    sizes: Mapping[str, Mapping[str, int]]
    template: str

    def style_sheet(self, scale: Scale, families: Sequence[str]) -> str:
        """Fill the template for one scale and a list of font families."""
        names: dict[str, str | int] = {**self._scaled(scale), **self.colours}
        names["screen"] = scale.screen_percent
        across = scale.screen_percent * scale.room_percent
        names["spread"] = (100 + (scale.text_percent - 100) // 4) * across // 10_000
        names["touch_inner"] = int(names["touch"]) - 2 * int(names["ring"]) - 8
        names["families"] = ", ".join(f'"{family}"' for family in families)
        return Template(self.template).substitute(names)

    def _scaled(self, scale: Scale) -> dict[str, int]:
        growth = scale.text_percent - 100
        across = scale.text_percent * scale.screen_percent
        text = {name: size * across // 10_000 for name, size in self.sizes["text"].items()}
        large = {
            name: size * (100 + growth // 2) * scale.screen_percent // 10_000
            for name, size in self.sizes["large"].items()
        }
        width = {name: size * across // 10_000 for name, size in self.sizes["width"].items()}
        room = {
            name: size * (100 + growth // 4) * scale.screen_percent // 10_000
            for name, size in self.sizes["room"].items()
        }
        fixed = {name: size * scale.screen_percent // 100 for name, size in self.sizes["fixed"].items()}
        return {**text, **large, **width, **room, **fixed}

    def has_room_for_tray(self, width: int, scale: Scale) -> bool:
        """Tell whether a window of this width in pixels has room for the tray beside a page."""
        return width >= self._scaled(scale)["with_tray"]

    def palette(self) -> QPalette:
        """Give the colours that painted widgets use: charts, icons, plain backgrounds."""
        role = QPalette.ColorRole
        palette = QPalette()
        for one, name in (
            (role.Window, "ground"),
            (role.Base, "surface"),
            (role.Button, "surface"),
            (role.WindowText, "ink"),
            (role.Text, "ink"),
            (role.ButtonText, "ink"),
            (role.Highlight, "fill"),
            (role.HighlightedText, "on_accent"),
            (role.Link, "accent"),
            (role.Mid, "track"),
            (role.Dark, "edge"),
            (role.Accent, "fill_two"),
            (role.PlaceholderText, "ink_soft"),
            (role.AlternateBase, "spoken"),
        ):
            palette.setColor(one, QColor(self.colours[name]))
        return palette


def _table(file: Path) -> dict[str, object]:
    try:
        return table(file)
    except OSError as problem:
        raise ThemeError(file, "the file is not there") from problem
    except ValueError as problem:
        raise ThemeError(file, str(problem)) from problem


def load(folder: Path, name: str) -> Theme:
    """Read one theme. Raises: ThemeError."""
    colours = {key: str(value) for key, value in _table(folder / f"{name}.toml").items()}
    groups = _table(folder / "sizes.toml")
    sizes = {
        group: {key: int(size) for key, size in values.items()}
        for group, values in groups.items()
        if isinstance(values, dict)
    }
    try:
        template = (folder / "style.qss").read_text(encoding="utf-8")
    except OSError as problem:
        raise ThemeError(folder / "style.qss", "the file is not there") from problem
    return Theme(name, colours, sizes, template)
