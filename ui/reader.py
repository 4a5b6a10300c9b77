"""Read a screen aloud, sentence by sentence; the one being spoken is marked on the page and brought into view."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from ui.speech import Sentence, Silence, Voice
from ui.widgets.words import Words

_END: Final = r"[.!?؟…]+[\"'”’»)\]]*(?=\s|$)|[。！？；]+[”’」』）》]*|\n|$"
_SENTENCE: Final = rf"(?s)\S.*?(?:{_END})"
"""Compiled when somebody first listens: half a millisecond of each start."""
_UNSPOKEN: Final = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f\u00ad"))
_ABOVE: Final = 60
"""Pixels that stay in view above and below what is spoken."""


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Give where each sentence of a text begins and ends; a point inside a number ends none."""
    for found in re.finditer(_SENTENCE, text):
        words = found[0].rstrip()
        if any(sign.isalnum() for sign in words):
            yield found.start(), found.start() + len(words)


def in_order(labels: Iterable[Words], page: QWidget) -> list[Words]:
    """Sort labels as one reads: what belongs together, such as a button or a card, is read whole before the next."""
    return sorted(labels, key=lambda label: (*_place(_whole_of(label, page), page), *_place(label, page)))


def _whole_of(label: Words, page: QWidget) -> QWidget:
    whole: QWidget = label
    above = label.parentWidget()
    while above is not None and above is not page:
        if isinstance(above, QAbstractScrollArea):  # a page is no card
            break
        if isinstance(above, QAbstractButton) or (isinstance(above, QFrame) and above.property("look")):
            whole = above
        above = above.parentWidget()
    return whole


def _place(widget: QWidget, page: QWidget) -> tuple[int, int]:
    at = widget.mapTo(page, QPoint(0, 0))
    return at.y(), -at.x() - widget.width() if page.isRightToLeft() else at.x()


class _Spot(NamedTuple):
    label: Words
    span: tuple[int, int]


class Reader(QObject):
    """Hold a voice and the labels it reads. `changed` carries whether it is speaking, `failed` why it cannot."""

    changed = Signal(bool)
    failed = Signal(object)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._spots: list[_Spot] = []
        self._marked: Words | None = None
        self.is_speaking = False
        voice.began.connect(self._mark)
        voice.finished.connect(self.stop)
        voice.failed.connect(self._on_failed)

    def is_there(self) -> bool:
        """Tell whether this machine can speak."""
        return self._voice.is_there()

    def read(self, labels: Iterable[Words], tag: str) -> None:
        """Begin to read labels aloud, each in its own language; `tag` is the language of the screen."""
        self.stop()
        self._spots = [_Spot(label, span) for label in labels for span in sentences(label.spoken_text())]
        self.is_speaking = bool(self._spots)
        self.changed.emit(self.is_speaking)
        self._voice.speak([_said(spot, tag) for spot in self._spots])

    def stop(self) -> None:
        """Be silent and take the mark away."""
        self._voice.stop()
        self._mark(None)
        self._spots = []
        if self.is_speaking:
            self.is_speaking = False
            self.changed.emit(False)

    def _on_failed(self, why: Silence) -> None:
        self.stop()
        self.failed.emit(why)

    def _mark(self, number: int | None) -> None:
        spot = self._spots[number] if number is not None and number < len(self._spots) else None
        old, self._marked = self._marked, spot.label if spot is not None else None
        if old is not None and old is not self._marked and isValid(old):
            old.mark_spoken(None)
        if spot is not None and isValid(spot.label):  # a screen may have been drawn anew meanwhile
            spot.label.mark_spoken(spot.span)
            _bring_into_view(spot)


def _said(spot: _Spot, tag: str) -> Sentence:
    first, last = spot.span
    return Sentence(spot.label.spoken_text()[first:last].translate(_UNSPOKEN), spot.label.tag or tag)


def _bring_into_view(spot: _Spot) -> None:
    """Scroll to the part of the label where the sentence stands: a long label is taller than a small screen."""
    above = spot.label.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    page = above.widget() if above is not None else None
    if above is None or page is None or not page.isAncestorOf(spot.label):
        return
    top, high = spot.label.mapTo(page, QPoint(0, 0)).y(), spot.label.height()
    whole = max(1, len(spot.label.spoken_text()))
    for end in reversed(spot.span):
        above.ensureVisible(0, top + high * end // whole, 0, _ABOVE)
