"""The word that says draft across a page: drawn as an outline, behind the text, so that no reader takes it for text."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import atan2, cos, hypot, sin

import uharfbuzz as hb

from handouts.page import Decoration, Page
from handouts.setting import Placed, Style, set_text
from handouts.voice import Voice
from i18n.runs import Line

BEHIND = Decoration("Watermark")
_INK = "mark"
# The outline is kept at this size, in points; a page scales it.
_DRAWN = 1000.0
# Of the page's diagonal, so much is the word's length at most; and so much of it the size of its letters.
_LONGEST = 0.6
_TALLEST = 0.18


@dataclass(frozen=True, slots=True)
class Outline:
    """A word as operators that fill it, at 1,000 points; `width` from its left edge."""

    operators: str
    width: float


def draw(page: Page, word: Line, voice: Voice) -> None:
    """Draw a word across the page, from its lower left to its upper right corner."""
    outline = _outline(word, voice)
    diagonal, angle = hypot(page.width, page.height), atan2(page.height, page.width)
    scale = min(diagonal * _LONGEST / outline.width, diagonal * _TALLEST / _DRAWN)
    along, up = cos(angle) * scale, sin(angle) * scale
    # The middle of the word, at half the height of small letters, comes to the middle of the page.
    back, down = outline.width / 2, _DRAWN * 0.3
    x = page.width / 2 - along * back + up * down
    y = page.height / 2 - up * back - along * down
    fill = "{:g} {:g} {:g} rg".format(*page.inks[_INK])
    place = f"{along:.5f} {up:.5f} {-up:.5f} {along:.5f} {x:.2f} {y:.2f} cm"
    page.draw(f"q {fill} {place} {outline.operators} f Q", owner=BEHIND)


@lru_cache(maxsize=32)
def _outline(word: Line, voice: Voice) -> Outline:
    """Shape the word once, and keep its letters as one path."""
    text = set_text(word, voice, Style(_DRAWN, is_strong=True), 100 * _DRAWN)
    first = text.lines[0]
    left = min(placed.x for placed in first.pieces)
    path = " ".join(_piece(placed, placed.x - left) for placed in first.pieces)
    return Outline(path, first.width)


def _piece(placed: Placed, x: float) -> str:
    shape = placed.piece.shape
    unit = shape.face.per_mille * shape.face.scale * _DRAWN / 1000
    pen, drawn = 0, []
    for cluster, kern in zip(shape.clusters, shape.kerns, strict=True):
        for part in cluster.parts:
            pens = _Pen(x + (pen + part.x) * unit, part.y * unit, unit)
            shape.face.font.draw_glyph(part.glyph, _funcs(), pens)
            drawn += pens.steps
        pen += cluster.width + kern
    return " ".join(drawn)


class _Pen:
    """Takes down the outline of one glyph as operators."""

    def __init__(self, x: float, y: float, unit: float) -> None:
        self.x, self.y, self.unit = x, y, unit
        self.steps: list[str] = []

    def add(self, operator: str, *numbers: float) -> None:
        """Add a step; numbers are pairs of x and y in font units."""
        places = zip(numbers[::2], numbers[1::2], strict=True)
        found = (f"{self.x + x * self.unit:.0f} {self.y + y * self.unit:.0f}" for x, y in places)
        self.steps.append(" ".join((*found, operator)))


@lru_cache(maxsize=1)
def _funcs() -> hb.DrawFuncs:
    """Write moves, lines and curves; HarfBuzz turns the quadratic curves of TrueType into cubic ones."""

    def step(operator: str) -> Callable[..., None]:
        return lambda *given: given[-1].add(operator, *given[:-1])

    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(step("m"))
    funcs.set_line_to_func(step("l"))
    funcs.set_cubic_to_func(step("c"))
    funcs.set_close_path_func(step("h"))
    return funcs
