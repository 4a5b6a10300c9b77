"""PO files: read with care, handed to the build entry by entry, and compiled for the screens.

polib reads them, at build time and in a checkout whose `.mo` is missing or old; an installed application finds
its `.mo`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from i18n.descriptor import FOLDER, Descriptor, read
from i18n.entry import Entry
from i18n.errors import BadCatalogue

if TYPE_CHECKING:
    import polib

CONTENT_DOMAINS: Final = ("guides", "quizzes", "medicines", "nutrients", "evidence", "phrases")
INTERFACE_DOMAINS: Final = ("ui", "qt")
DOMAINS: Final = (*INTERFACE_DOMAINS, *CONTENT_DOMAINS)
_MOST_BYTES: Final = 8_000_000
_NOT_PO: Final = "this line is not in PO form; undo the last change or open the file in Poedit"
_LONGEST: Final = 20_000
_TOO_LONG: Final = f"this text is longer than {_LONGEST:,} letters; shorten it"
_CHARSET: Final = re.compile(rb"charset=([\w.:-]+)")
_QUOTED: Final = r'"(?:[^"\\]|\\.)*"'
_LINE: Final = re.compile(rf"\s*(?:#.*|(?:msg(?:ctxt|id|id_plural|str|str\[[0-5]\])\s*)?{_QUOTED})?\s*")
_PLACE: Final = re.compile(r"\{[^{}]*\}|[{}]")


@dataclass(frozen=True, slots=True)
class Translation:
    """A text, and the exact English it was made from."""

    english: str
    text: str


def open_po(file: Path) -> "polib.POFile":
    """Read a PO file with polib after looking at its bytes. Raises: BadCatalogue."""
    import polib  # noqa: PLC0415  an installed application need not have read it to start

    _look_at_bytes(file)
    try:
        catalogue = polib.pofile(str(file), encoding="utf-8", wrapwidth=_WRAP)
    except (OSError, ValueError, IndexError, UnicodeError) as error:
        found = re.search(r"line (\d+)", str(error))
        raise BadCatalogue(file, int(found[1]) if found else 0, _NOT_PO) from error
    _look_at_entries(file, catalogue)
    return catalogue


_WRAP: Final = 78


def _look_at_bytes(file: Path) -> None:
    if not file.is_file():
        raise BadCatalogue(file, 0, "there is no such file; `locale sync` makes it")
    if file.stat().st_size > _MOST_BYTES:
        raise BadCatalogue(file, 0, "is too large to be a catalogue of ours (over 8 MB)")
    data = file.read_bytes()
    if b"\0" in data:
        raise BadCatalogue(file, data[: data.index(b"\0")].count(b"\n") + 1, "holds a null byte; remove it")
    found = _CHARSET.search(data[:4000])
    if found and found[1].decode().lower() not in {"utf-8", "utf8", "charset"}:
        raise BadCatalogue(file, 0, f"is marked as {found[1].decode()}; save it as UTF-8")
    try:
        _look_at_lines(file, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadCatalogue(file, data[: error.start].count(b"\n") + 1, "is not UTF-8; save it as UTF-8") from error


def is_po(text: str) -> bool:
    """Tell whether every line of a part of a file is what polib reads as it is written."""
    return all(len(line) <= 2 * _LONGEST and _LINE.fullmatch(line) for line in text.split("\n"))


def _look_at_lines(file: Path, text: str) -> None:
    """Refuse what polib would read as something else than is written, or would take very long to read."""
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > 2 * _LONGEST:
            raise BadCatalogue(file, number, _TOO_LONG)
        if not _LINE.fullmatch(line):
            raise BadCatalogue(file, number, _NOT_PO)


def _look_at_entries(file: Path, catalogue: "polib.POFile") -> None:
    seen: set[tuple[str | None, str]] = set()
    is_content = file.stem in CONTENT_DOMAINS
    for entry in catalogue:
        if entry.obsolete:
            continue
        name = (entry.msgctxt, "" if is_content else entry.msgid)
        if name in seen:
            raise BadCatalogue(
                file, (entry.linenum or 0), f"{(entry.msgctxt or entry.msgid)[:60]!r} stands here a second time"
            )
        seen.add(name)
        if max(map(len, (entry.msgstr, *entry.msgstr_plural.values()))) > _LONGEST:
            raise BadCatalogue(file, (entry.linenum or 0), _TOO_LONG)


def entries(file: Path, domain: str) -> tuple[Entry, ...]:
    """Read the living entries of one PO file, in order. Raises: BadCatalogue."""
    return tuple(entry_of(found, domain) for found in open_po(file) if not found.obsolete)


def parsed(text: str, domain: str) -> tuple[Entry, ...]:
    """Read the living entries of a part of a PO file. Raises: ValueError, IndexError, OSError (polib's)."""
    import polib  # noqa: PLC0415  see above

    found = (entry_of(one, domain) for one in polib.pofile(text, wrapwidth=_WRAP) if not one.obsolete)
    return tuple(one if one.line else replace(one, line=1) for one in found)  # polib's first line is 0


def entry_of(found: "polib.POEntry", domain: str) -> Entry:
    """Turn polib's entry into ours."""
    forms = tuple(text for _, text in sorted(found.msgstr_plural.items(), key=lambda form: int(form[0])))
    return Entry(
        domain=domain,
        key=found.msgctxt or "",
        english=found.msgid,
        plural=found.msgid_plural,
        texts=forms if found.msgid_plural else (found.msgstr,),
        is_fuzzy="fuzzy" in found.flags,
        flags=tuple(flag for flag in found.flags if flag != "fuzzy"),
        comment=found.tcomment,
        previous=found.previous_msgid or "",
        previous_plural=found.previous_msgid_plural or "",
        line=found.linenum or 0,
        note=found.comment,
        file=found.occurrences[0][0] if found.occurrences else "",
    )


def read_domain(code: str, domain: str, folder: Path = FOLDER) -> tuple[Entry, ...]:
    """Read one domain of a locale; empty where its file is not there yet. Raises: BadCatalogue."""
    file = folder / code / f"{domain}.po"
    return entries(file, domain) if file.is_file() else ()


def content_translations(code: str, folder: Path = FOLDER) -> Mapping[str, Translation]:
    """Give every finished content text of a locale by its key, for the build.

    An entry that waits for a second look, or that a blocking check finds wrong, is left out; its whole item is then
    shown in English. Raises: UnknownLocale, BadLocale, BadCatalogue.
    """
    from i18n.checks.entry import Checker  # noqa: PLC0415  only a build checks; a start must not pay for it

    known = read(code, folder)
    found = tuple(entry for domain in CONTENT_DOMAINS for entry in read_domain(code, domain, folder))
    checker = Checker.of(known, found)
    return {
        entry.key: Translation(entry.english, entry.texts[0])
        for entry in found
        if entry.is_complete and not any(finding.blocks for finding in checker.findings(entry))
    }


def compile_words(source: Path, known: Descriptor) -> bytes:
    """Compile a PO file to the bytes of its .mo, leaving out texts whose placeholders are not those of the English.

    The plural rule is ours, whatever the file's header says. Raises: BadCatalogue.
    """
    catalogue = open_po(source)
    for entry in tuple(catalogue):
        if not all(is_safe(entry.msgid_plural or entry.msgid, text) for text in _forms(entry)):
            catalogue.remove(entry)
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Plural-Forms": known.plural_header}
    data: bytes = catalogue.to_binary()
    return data


def _forms(entry: "polib.POEntry") -> Iterator[str]:
    yield from entry.msgstr_plural.values() if entry.msgid_plural else (entry.msgstr,)


def is_safe(english: str, text: str) -> bool:
    """Tell whether a text can be filled in as its English can: the same places, and none that reaches into objects."""
    return not text or Counter(_PLACE.findall(english)) == Counter(_PLACE.findall(text))
