"""What is wrong with the words on a screen: cut off, outside, over each other, without a letter, or in no catalogue."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final

from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from i18n.live.marks import bare
from ui.fonts import FAMILIES
from ui.translating.room import place_in, room, said_in, shown_text, sticks_out, texts

_BRACKETED: Final = re.compile(r"⟦[^⟦⟧]*⟧")
_ISOLATED: Final = re.compile("\u2068[^\u2068\u2069]*\u2069")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_AMOUNT: Final = re.compile("\\d[\\d.,]*\u00a0(?:mcg|mg|g|kg|IU|mL|L|mm|cm|kcal)\\b")
_WIDE: Final = 100_000.0


class Kind(StrEnum):
    """What can be wrong, in words for translators."""

    CUT = "is cut off"
    OUTSIDE = "stands partly outside"
    COVERED = "stands over other words"
    LETTER = "has a letter that no font of ours draws"
    UNSPOKEN = "is in no catalogue"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: the words, the entries they come from, and what can be said of it in pixels or letters."""

    kind: Kind
    text: str
    numbers: tuple[int, ...]
    detail: str

    def __str__(self) -> str:
        return f"“{self.text[:60]}” {self.kind} ({self.detail})"


def worded(window: QWidget) -> list[QWidget]:
    """List the widgets in sight that show words."""
    kinds = (QLabel, QAbstractButton, QLineEdit)
    return [
        one
        for kind in kinds
        for one in window.findChildren(kind)
        if one.isVisibleTo(window) and shown_text(one).strip() and one.window() is window.window()
    ]


def faults(window: QWidget) -> Iterator[Fault]:
    """Find what is wrong with the words in sight."""
    shown = worded(window)
    for widget in shown:
        yield from cuts(widget, window)
        yield from _letters(widget)
    yield from _covered(shown, window)


def cuts(widget: QWidget, window: QWidget) -> Iterator[Fault]:
    """Find what a widget has no room for."""
    found = room(widget)
    if found is not None and not found.is_enough:
        detail = f"room {found.width}×{found.height}, needs {found.needs_width}×{found.needs_height} pixels"
        yield _fault(Kind.CUT, widget, detail)
    if sticks_out(widget, window):
        where = place_in(widget, window)
        yield _fault(Kind.OUTSIDE, widget, f"at {where.x()}, {where.y()}, {where.width()}×{where.height()} pixels")


def _fault(kind: Kind, widget: QWidget, detail: str) -> Fault:
    return Fault(kind, shown_text(widget), said_in(widget), detail)


def _covered(shown: list[QWidget], window: QWidget) -> Iterator[Fault]:
    """Find labels of one parent that lie over each other."""
    labels = [one for one in shown if isinstance(one, QLabel)]
    by_parent: dict[QWidget | None, list[QLabel]] = {}
    for label in labels:
        by_parent.setdefault(label.parentWidget(), []).append(label)
    for siblings in by_parent.values():
        for one, other in combinations(siblings, 2):
            both = one.geometry().intersected(other.geometry())
            if both.width() > 1 and both.height() > 1:
                yield _fault(Kind.COVERED, one, f"over “{shown_text(other)[:40]}”")


def _letters(widget: QWidget) -> Iterator[Fault]:
    text = shown_text(widget)
    if missing := {sign for sign in undrawn(widget, text) if sign.isprintable()}:
        yield _fault(Kind.LETTER, widget, ", ".join(f"{sign!r} U+{ord(sign):04X}" for sign in sorted(missing)))


def undrawn(widget: QWidget, text: str) -> set[str]:
    """List the letters of a text that the widget's own fonts do not draw, so that a box or a stray font stands in."""
    layout = QTextLayout(text.replace("\n", " "), widget.font())
    layout.beginLayout()
    layout.createLine().setLineWidth(_WIDE)
    layout.endLayout()
    signs = text.encode("utf-16-le")  # Qt counts in its own units
    found: set[str] = set()
    for run in layout.glyphRuns(-1, -1, QTextLayout.GlyphRunRetrievalFlag.RetrieveAll):
        font = run.rawFont()
        is_ours = font.familyName() in FAMILIES
        for glyph, at in zip(run.glyphIndexes(), run.stringIndexes(), strict=True):
            if not glyph or not is_ours:
                found.add(signs[2 * at : 2 * at + 4].decode("utf-16-le", "ignore")[:1])
    return found


def unspoken(window: QWidget, names: Iterable[str] = ()) -> Iterator[Fault]:
    """Find words in no catalogue; in the pseudo view, where everything else stands in ⟦brackets⟧.

    What is kept together as a name is nobody's to translate; neither are amounts and `names`.
    """
    known = sorted(names, key=len, reverse=True)
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window):
            continue
        said = [bare(text) for text in texts(widget) if text]
        shown = {re.sub("[\u2066-\u2069]", "", one) for one in said[:1]}
        for text in dict.fromkeys(one for one in said[:1] + said[1:] if one == said[0] or one not in shown):
            if words := _WORD.findall(_outside(_AMOUNT.sub(" ", _ISOLATED.sub(" ", text)), known)):
                yield Fault(Kind.UNSPOKEN, text, (), " ".join(words))


def _outside(text: str, names: Iterable[str]) -> str:
    """Give what stands outside of all brackets, the innermost taken away first, and is no name."""
    before = None
    while before != text:
        before, text = text, _BRACKETED.sub("", text)
    for name in names:
        text = text.replace(name, "")
    return text
