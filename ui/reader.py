"""Read a screen aloud: its labels one by one, each marked while it is spoken."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from ui.speech import Voice
from ui.widgets.words import Words

_SENTENCE: Final = re.compile(r"[^.!?؟。！？]+[.!?؟。！？]*\s*")


def sentences(text: str) -> Iterator[str]:
    """Split a text where a breath is taken."""
    return (found.strip() for found in _SENTENCE.findall(text) if found.strip())


class Reader(QObject):
    """Hold a voice and the labels it reads. `changed` carries whether it is speaking."""

    changed = Signal(bool)
    failed = Signal(str)

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._labels: list[Words] = []
        self._marked: Words | None = None
        self.is_speaking = False
        voice.began.connect(self._mark)
        voice.finished.connect(self.stop)
        voice.failed.connect(self._on_failed)

    def is_there(self) -> bool:
        """Tell whether this machine can speak."""
        return self._voice.is_there()

    def read(self, labels: Iterable[Words], tag: str) -> None:
        """Begin to read labels aloud."""
        pairs = [(label, sentence) for label in labels for sentence in sentences(label.spoken_text())]
        self._labels = [label for label, _sentence in pairs]
        self.is_speaking = bool(pairs)
        self.changed.emit(self.is_speaking)
        self._voice.speak([sentence for _label, sentence in pairs], tag)

    def stop(self) -> None:
        """Be silent and take the mark away."""
        self._voice.stop()
        self._mark(None)
        self._labels = []
        if self.is_speaking:
            self.is_speaking = False
            self.changed.emit(False)

    def _on_failed(self, said: str) -> None:
        self.stop()
        self.failed.emit(said)

    def _mark(self, number: int | None) -> None:
        label = self._labels[number] if number is not None and number < len(self._labels) else None
        if label is self._marked:
            return
        for one, is_spoken in ((self._marked, False), (label, True)):
            if one is not None and isValid(one):  # a screen may have been drawn anew meanwhile
                one.mark_spoken(is_spoken)
        self._marked = label
