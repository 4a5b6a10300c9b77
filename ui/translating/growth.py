"""How much longer words may become where they stand: tried on the widget itself, then put back."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from ui.frame.bar import Bar
from ui.translating.faults import cuts, worded
from ui.translating.room import room
from ui.widgets.button import ActionButton
from ui.widgets.words import Words

MOST: Final = 800
"""Pixels; beyond this nobody asks."""
_STEP: Final = 8
_ROUNDS: Final = 4


def left_of(widget: QWidget | None, window: QWidget) -> str:
    """Say how much room the words of a widget have; nothing of a widget that only names something."""
    if widget is None:
        return "It is not on this screen."
    found = room(widget)
    if found is None:
        return ""
    box = f"{found.width} × {found.height} pixels; the words need {found.needs_width} × {found.needs_height}."
    if not isinstance(widget, Words) or not widget.isVisible():
        return box
    more = growth(widget, window)
    return f"{box} {'More than ' if more >= MOST else ''}{more} pixels of words are left before anything is cut."


def growth(label: Words, window: QWidget) -> int:
    """Give how many pixels of words fit behind those of a label before anything on the window is cut or must go.

    Nothing is painted meanwhile.
    """
    line, text = label.line, label.text()
    seen, faulty = _state(window)
    low, high = 0, MOST
    while low < high:
        middle = (low + high + _STEP) // 2 // _STEP * _STEP
        label.setText(text + _padding(label, middle))
        _lay_out(label)
        now, wrong = _state(window)
        if now >= seen and wrong <= faulty:
            low = middle
        else:
            high = middle - _STEP
    if line:
        label.show_line(line)
    else:
        label.setText(text)
    _lay_out(label)
    return max(low, 0)


def _lay_out(label: Words) -> None:
    above = label.parentWidget()
    while above is not None:
        if isinstance(above, ActionButton):
            above.refit()
        elif isinstance(above, Bar):
            above.fit()
        above = above.parentWidget()
    for _ in range(_ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def _padding(label: Words, pixels: int) -> str:
    """Make words of about so many pixels."""
    word = " nnnn"
    each = max(1, label.fontMetrics().horizontalAdvance(word))
    return (word * (pixels // each + 1))[: pixels * len(word) // each]


def _state(window: QWidget) -> tuple[frozenset[int], frozenset[int]]:
    """Give which widgets show words, and which of them are cut."""
    shown = worded(window)
    return frozenset(map(id, shown)), frozenset(id(one) for one in shown if any(cuts(one, window)))
