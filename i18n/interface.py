"""The interface words of a locale, as a start needs them: read from `.mo`, with PO files left alone where it can be."""

import contextlib
from gettext import NullTranslations
from pathlib import Path
from typing import Final

from i18n.descriptor import FOLDER, Descriptor
from i18n.words import CompiledWords

_LAST_FIRST: Final = ("qt", "ui")
"""The words of Qt's own controls stand behind ours."""


def interface_words(known: Descriptor, folder: Path = FOLDER) -> NullTranslations:
    """Give the interface words of a locale, those of Qt's own controls behind ours. Raises: BadCatalogue."""
    words = NullTranslations()
    for domain in _LAST_FIRST:
        found = _words(known, domain, folder)
        found.add_fallback(words)
        words = found
    return words


def _words(known: Descriptor, domain: str, folder: Path) -> NullTranslations:
    """Read the words of a domain from its `.mo`, compiled anew when its `.po` is newer or the `.mo` is broken."""
    source, compiled = (folder / known.code / f"{domain}.{kind}" for kind in ("po", "mo"))
    if compiled.is_file() and (not source.is_file() or compiled.stat().st_mtime >= source.stat().st_mtime):
        with contextlib.suppress(ValueError):
            return CompiledWords(compiled.read_bytes(), known.plural_rule)
    if not source.is_file():
        return NullTranslations()
    from i18n.catalogue import compile_words  # noqa: PLC0415  what reads PO files is 3 ms of each start
    from i18n.files import replace  # noqa: PLC0415

    data = compile_words(source, known)
    with contextlib.suppress(OSError):  # a read-only folder: the words are compiled again at the next start
        replace(compiled, data)
    return CompiledWords(data, known.plural_rule)
