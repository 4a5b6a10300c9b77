"""What there is to translate: strings of the program and of the content, in one form."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

from babel.messages.extract import extract_from_file

from i18n.catalogue import INTERFACE_DOMAINS

# Functions whose first argument is a sentence people read; pgettext's first is its context.
_KEYWORDS: Final = {
    "_": None,
    "mark": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_ROOM: Final = re.compile(r"max-length:(\d{1,4})")
_TOKEN: Final = re.compile(r"\[\[[^\[\]]*\]\]|\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Source:
    """One English string: where it belongs, its key (a stable id; for the interface an optional context), and notes."""

    domain: str
    key: str
    english: str
    note: str = ""
    file: str = ""
    plural: str = ""
    max_length: int | None = None

    @property
    def name(self) -> tuple[str, str]:
        """Give what an entry is found by: the key of a content text; key and English of an interface sentence."""
        return (self.key, self.english if self.domain in INTERFACE_DOMAINS else "")

    @property
    def flags(self) -> list[str]:
        """Give the flags that Weblate reads, so that it guards doses and length as we do."""
        pieces = list(dict.fromkeys(_TOKEN.findall(self.english + self.plural)))
        flags = [f"max-length:{self.max_length}"] if self.max_length else []
        return flags + (["placeholders:" + ":".join(f'"{piece}"' for piece in pieces)] if pieces else [])


def interface_strings(
    root: Path, packages: tuple[str, ...] = ("ui", "commands", "handouts", "visit")
) -> Iterator[Source]:
    """Find the interface sentences of our Python files, each once, in order of files; then those of Qt's own controls.

    Raises: SyntaxError for a file that is not Python.
    """
    seen: dict[tuple[str, str], Source] = {}
    for file in sorted(file for package in packages for file in (root / package).rglob("*.py")):
        for source in _in_file(file, file.relative_to(root).as_posix()):
            seen.setdefault(source.name, source)
    yield from seen.values()
    yield from _QT_SOURCES


def _in_file(file: Path, name: str) -> Iterator[Source]:
    found = extract_from_file("python", str(file), _KEYWORDS, comment_tags=("Note:",), strip_comment_tags=True)
    for _, message, comments, context in found:
        one, plural = (message[0], message[-1]) if isinstance(message, tuple) else (message, "")
        if one:
            note = " ".join(comment.strip() for comment in comments)
            room = _ROOM.search(note)
            most = int(room[1]) if room else None
            yield Source("ui", context or "", one, note, name, plural if plural != one else "", most)


# Words of Qt's own controls that people meet. Source: the contexts of qtbase.
_QT_WORDS: Final = {
    "QPlatformTheme": ("OK", "Cancel", "Close", "&Yes", "&No", "Save", "Open", "Retry", "Help", "Apply", "Reset"),
    "QWidgetTextControl": ("&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All"),
    "QLineEdit": ("&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All"),
    "QAbstractSpinBox": ("&Select All", "&Step up", "Step &down"),
}
_QT_NOTE: Final = "A word of the window's own controls."
_QT_SOURCES: Final = tuple(
    Source("qt", context, word, _QT_NOTE, "Qt") for context, words in _QT_WORDS.items() for word in words
)


def extract_qt(
    file: BinaryIO, keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[tuple[int, str, tuple[str, str], list[str]]]:
    """Give Babel the words of Qt's own controls; the file it opens is this one."""
    for source in _QT_SOURCES:
        yield 1, "pgettext", (source.key, source.english), [source.note]
