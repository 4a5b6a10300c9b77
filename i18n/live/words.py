"""The words of a locale at work: as translated, in English, as ids, or as a pseudo-language; each with its mark."""

from enum import StrEnum
from gettext import NullTranslations
from typing import Final

from i18n.catalogue import is_safe
from i18n.descriptor import Descriptor
from i18n.entry import Entry
from i18n.live.catalogue import LiveCatalogue, interface_name
from i18n.live.marks import marked
from i18n.pseudo import longer, mirrored


class View(StrEnum):
    """What stands on the screen in the place of each text."""

    TRANSLATION = "translation"
    ENGLISH = "English"
    IDS = "ids"
    PSEUDO = "pseudo"


VIEWS: Final = tuple(View)


def place(entry: Entry) -> str:
    """Say where an entry stands: the key of a content text; of an interface sentence its file and line."""
    return entry.key if entry.domain not in {"ui", "qt"} else f"{entry.domain}.po:{entry.line}"


def shown(entry: Entry, english: str, form: int, view: View, known: Descriptor) -> str:
    """Give what a view shows of an entry; English where it has no words, or words that cannot be filled in."""
    match view:
        case View.IDS:
            return place(entry)
        case View.PSEUDO:
            return mirrored(english) if known.direction == "rtl" else longer(english)
        case View.TRANSLATION:
            text = entry.texts[form] if form < len(entry.texts) else ""
            return text if text and is_safe(entry.plural or entry.english, text) else english
        case View.ENGLISH:
            return english


class LiveWords(NullTranslations):
    """The interface words of a catalogue as it is now, fuzzy ones too; `is_marked` writes a mark behind each."""

    def __init__(self, catalogue: LiveCatalogue, view: View, *, is_marked: bool = True) -> None:
        super().__init__()
        self._catalogue, self._view, self._is_marked = catalogue, view, is_marked

    def gettext(self, message: str) -> str:
        """Say an interface sentence."""
        return self._said("", message, message, 0)

    def pgettext(self, context: str, message: str) -> str:
        """Say an interface sentence that has a context."""
        return self._said(context, message, message, 0)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Say the form for a number."""
        return self.npgettext("", msgid1, msgid2, n)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Say the form for a number, in a context."""
        return self._said(context, msgid1, msgid1 if n == 1 else msgid2, self._catalogue.form(n))

    def _said(self, context: str, message: str, english: str, form: int) -> str:
        number = self._catalogue.number("ui", interface_name(context, message), message, context)
        text = shown(self._catalogue[number], english, form, self._view, self._catalogue.known)
        return marked(text, number) if self._is_marked else text
