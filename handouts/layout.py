"""How a sheet is laid out: paper, size of words, margins, and the clinic's name at its head."""

from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from handouts.setting import Style

PAPERS = MappingProxyType({"letter": (612.0, 792.0), "a4": (595.28, 841.89), "a5": (419.53, 595.28)})
PICTURES = Path(__file__).resolve().parent.parent / "resources" / "pictures"
ICONS = PICTURES.parent / "icons"
# A line longer than this many sizes is hard to follow.
_MEASURE = 42
_SMALLEST = 9.0
# From this size on, a page has room for lines rather than for margins.
_LARGE = 18


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who gives the sheet: the clinic's name, a few lines (address, phone) and a logo (SVG)."""

    name: str
    lines: tuple[str, ...] = ()
    logo: Path | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The choices for paper. `text_pt` is the size of plain text in points: 12, 14, 18 or 24."""

    paper: Literal["letter", "a4", "a5"] = "letter"
    text_pt: float = 12
    letterhead: Letterhead | None = None
    is_draft_marked: bool = True
    has_name_line: bool = True
    pictures: Path = PICTURES

    @property
    def size(self) -> tuple[float, float]:
        """Give width and height in points."""
        return PAPERS[self.paper]

    @property
    def margin(self) -> float:
        """Give the margin left and right, in points."""
        width = self.size[0]
        least = 34.0 if self.paper == "a5" else 54.0 if self.text_pt < _LARGE else 40.0
        return max(least, (width - _MEASURE * self.text_pt) / 2)

    @property
    def width(self) -> float:
        """Give the width of the text area."""
        return self.size[0] - 2 * self.margin


@dataclass(frozen=True, slots=True)
class Styles:
    """Every style of a sheet, from the size of plain text `text`, in points; beside another, titles are smaller."""

    text: float
    is_beside: bool = False
    title: Style = field(init=False)
    section: Style = field(init=False)
    part: Style = field(init=False)
    body: Style = field(init=False)
    strong: Style = field(init=False)
    lead: Style = field(init=False)
    small: Style = field(init=False)
    reason: Style = field(init=False)
    card_head: Style = field(init=False)
    foot: Style = field(init=False)

    def __post_init__(self) -> None:
        """Derive the scale: a fifth between steps, large sizes closer set."""
        text = self.text
        step = 1.0 if text < 18 else 0.9
        small = max(_SMALLEST, round(text * 0.84, 1))
        title = round(text * (1.55 if self.is_beside else 1.9) * step, 1)
        section = round(text * 1.34 * step, 1)
        self._set("title", Style(title, is_strong=True, ink="accent", air=0.86, is_balanced=True))
        self._set("section", Style(section, is_strong=True, ink="accent", air=0.9, is_balanced=True))
        self._set("part", Style(round(text * 1.08, 1), is_strong=True, is_balanced=True))
        self._set("body", Style(text))
        self._set("strong", Style(text, is_strong=True))
        self._set("lead", Style(round(text * 1.14, 1)))
        self._set("small", Style(small))
        self._set("card_head", Style(small, is_strong=True))
        self._set("reason", Style(small, ink="quiet"))
        self._set("foot", Style(min(10.0, max(7.5, text * 0.62)), ink="quiet", air=0.9))

    def _set(self, name: str, style: Style) -> None:
        object.__setattr__(self, name, style)


def second_size(text: float) -> float:
    """Give the size of the second language beside the first."""
    return max(_SMALLEST, round(text * 0.72, 1))
