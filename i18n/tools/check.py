"""Check a whole locale: its facts, its files, every entry."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import polib

from i18n.catalogue import DOMAINS, INTERFACE_DOMAINS, entry_of, open_po
from i18n.checks import letters
from i18n.checks.entry import Checker
from i18n.checks.finding import Finding, Severity
from i18n.descriptor import FOLDER, Descriptor, read
from i18n.entry import Entry
from i18n.errors import BadCatalogue, BadLocale
from i18n.tools.sources import Source


def check(locale: str, folder: Path = FOLDER, sources: Iterable[Source] = ()) -> tuple[Finding, ...]:
    """Give everything wrong with a locale, errors first. With `sources`, entries whose English is old are found too.

    Raises: UnknownLocale.
    """
    try:
        known = read(locale, folder)
    except BadLocale as error:
        return (_whole(locale, "locale", error.field, error.cure),)
    found: list[Finding] = [*_fonts(known)]
    entries: list[Entry] = []
    for domain in DOMAINS:
        try:
            catalogue = _opened(folder / locale / f"{domain}.po")
            entries += [entry_of(entry, domain) for entry in catalogue if not entry.obsolete]
            found += _head(known, domain, catalogue)
        except BadCatalogue as error:
            found.append(_whole(locale, domain, error.file.name, error.cure, error.line))
    checker = Checker.of(known, entries)
    found += [finding for entry in entries for finding in checker.findings(entry)]
    found += _stale(known, entries, sources)
    weight = {severity: place for place, severity in enumerate(Severity)}
    return tuple(sorted(found, key=lambda f: (weight[f.severity], f.domain, f.line)))


def _whole(locale: str, domain: str, key: str, cure: str, line: int = 0) -> Finding:
    return Finding(
        locale=locale,
        domain=domain,
        key=key,
        rule="file",
        what="This cannot be used:",
        cure=f"{cure.removesuffix('.')}.",
        severity=Severity.ERROR,
        line=line,
    )


def _fonts(known: Descriptor) -> Iterator[Finding]:
    for name in known.fonts:
        if not (letters.FONTS / name).is_file():
            yield _whole(known.code, "locale", "fonts", f"there is no {name} in resources/fonts.")


def _opened(file: Path) -> polib.POFile:
    return open_po(file) if file.is_file() else polib.POFile()


def _head(known: Descriptor, domain: str, catalogue: polib.POFile) -> Iterator[Finding]:
    """Compare the plural rule of a file's header with ours, which is the one that counts."""
    said = catalogue.metadata.get("Plural-Forms", "")
    if catalogue and said.replace(" ", "") != known.plural_header.replace(" ", ""):
        yield _whole(known.code, domain, "Plural-Forms", "is not the rule of locale.toml; run `locale sync`.")


def _stale(known: Descriptor, entries: Iterable[Entry], sources: Iterable[Source]) -> Iterator[Finding]:
    english = {(source.domain, *source.name): source for source in sources}
    for entry in entries:
        name = (entry.domain, entry.key, entry.english if entry.domain in INTERFACE_DOMAINS else "")
        source = english.pop(name, None)
        if source and (source.english, source.plural) != (entry.english, entry.plural):
            yield _whole(known.code, entry.domain, entry.key, "the English has changed; run `locale sync`.", entry.line)
