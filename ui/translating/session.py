"""One window at work on one language: what the catalogues say now is what it shows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from content.library import Library, Shown
from content.strings import strings, translated
from i18n.language import Language
from i18n.live.catalogue import LiveCatalogue, Reread
from i18n.live.marks import marked
from i18n.live.problems import Problems
from i18n.live.words import VIEWS, LiveWords, View, shown
from i18n.locales import speaking
from ui.window import Window


@dataclass(frozen=True, slots=True)
class Voice:
    """How a catalogue speaks in one view; `is_marked` writes behind each text which one it is."""

    catalogue: LiveCatalogue
    view: View = View.TRANSLATION
    is_marked: bool = True

    def language(self) -> Language:
        """Give the locale as a Language with the words of today. English and ids run from left to right."""
        own = speaking(self.catalogue.known, LiveWords(self.catalogue, self.view, is_marked=self.is_marked))
        return own if self.view in {View.TRANSLATION, View.PSEUDO} else replace(own, direction="ltr")

    def reword(self, library: Library, items: frozenset[str] | None = None) -> None:
        """Let a library show this locale's items in the words of today; only `items` are other than before."""
        library.reword(self.catalogue.known.code, self._shown, items)

    def _shown(self, item: Any) -> Shown[Any]:
        """Show an item as far as it is translated, the rest of it in English: for a translator, never for a reader."""
        said = {key: self._said(key, english) for key, english in strings(item)}
        is_ready = not said or self.view is not View.TRANSLATION or any(map(self._has_words, said))
        known = self.catalogue.known
        return Shown(translated(item, said), known.code if is_ready else "en", is_ready)

    def _said(self, key: str, english: str) -> str:
        catalogue = self.catalogue
        # Two ends that match the same word are one choice: they must stay equal.
        number = catalogue.number("content", key, english, key)
        text = shown(catalogue[number], english, 0, self.view, catalogue.known)
        return text if key.endswith("/match") or not self.is_marked else marked(text, number)

    def _has_words(self, key: str) -> bool:
        return bool(self.catalogue[self.catalogue.number("content", key)].texts[0])


class Session(QObject):
    """Holds a window to its catalogues. `changed` follows each look at the disk, and each turn to another view."""

    changed = Signal(object)

    def __init__(self, voice: Voice, library: Library, learn: Callable[[str], Language]) -> None:
        super().__init__()
        self.voice = voice
        self.library = library
        self.problems = Problems(voice.catalogue)
        self._learn = learn
        self._language = voice.language()
        self._window: Window | None = None
        voice.reword(library)

    @property
    def catalogue(self) -> LiveCatalogue:
        """Give the catalogues."""
        return self.voice.catalogue

    @property
    def window(self) -> Window:
        """Give the window. Raises: LookupError before it was given one."""
        if self._window is None:
            raise LookupError("no window yet")
        return self._window

    def hold(self, window: Window) -> None:
        """Take the window to show the words in."""
        self._window = window

    def learn(self, code: str) -> Language:
        """Give a language: the one at work as it is now, others as they are."""
        return self._language if code == self.catalogue.known.code else self._learn(code)

    def look(self) -> Reread:
        """Read what was saved, and show it."""
        found = self.catalogue.reread()
        if found.changed:
            self.problems.forget(found.changed)
            items = {self.catalogue[number].key.partition(":")[0] for number in found.changed}
            self._show(frozenset(items))
        self.changed.emit(found)
        return found

    def turn_to(self, view: View) -> None:
        """Show another view of every text."""
        self.voice = replace(self.voice, view=view)
        self._show(None)
        self.changed.emit(Reread())

    def turn(self) -> None:
        """Show the next view: translation, English, ids, pseudo."""
        self.turn_to(VIEWS[(VIEWS.index(self.voice.view) + 1) % len(VIEWS)])

    def _show(self, items: frozenset[str] | None) -> None:
        self.voice.reword(self.library, items)
        self._language = self.voice.language()
        bars = [area.verticalScrollBar() for area in self.window.findChildren(QAbstractScrollArea)]
        places = [(bar, bar.value()) for bar in bars if bar.isVisible()]
        self.window.speak(self.catalogue.known.code)
        for bar, place in places:
            _keep(bar, place)


def _keep(bar: QScrollBar, place: int) -> None:
    """Scroll to a place, now or as soon as the page is long enough again."""

    def again(_low: int, high: int) -> None:
        bar.setValue(min(place, high))
        if high >= place:
            bar.rangeChanged.disconnect(again)

    bar.setValue(place)
    if bar.value() < place:
        bar.rangeChanged.connect(again)
