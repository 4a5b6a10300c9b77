"""The catalogues of one locale as they are on the disk now; a saved file is read again, a broken one is not taken."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from gettext import c2py
from pathlib import Path

from i18n.catalogue import DOMAINS, INTERFACE_DOMAINS
from i18n.descriptor import FOLDER, Descriptor, read
from i18n.entry import Entry
from i18n.errors import BadCatalogue, BadLocale
from i18n.live.blocks import Blocks


@dataclass(frozen=True, slots=True)
class Reread:
    """What came of a look at the disk: numbers of the entries that are other than before, and files not taken."""

    changed: frozenset[int] = frozenset()
    broken: tuple[BadCatalogue, ...] = ()


class LiveCatalogue:
    """Entries by number. A number stays with its key for as long as this lives, whatever happens in the files.

    Raises: UnknownLocale, BadLocale. A file that is broken from the start is named by `reread`.
    """

    def __init__(self, code: str, folder: Path = FOLDER) -> None:
        self.known: Descriptor = read(code, folder)
        self.folder = folder / code
        self.form = _form(self.known, self.folder)
        self._seen: dict[str, tuple[int, int]] = {}
        self._broken: dict[str, BadCatalogue] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        self._entries: list[Entry] = []
        self._blocks: dict[str, Blocks] = {}
        self._held: dict[str, frozenset[int]] = {}

    def file(self, domain: str) -> Path:
        """Give the file of a domain."""
        return self.folder / f"{domain}.po"

    def reread(self) -> Reread:
        """Read the files that were saved since the last look."""
        changed: set[int] = set()
        for domain in DOMAINS:
            stamp = self._stamp(domain)
            if stamp == self._seen.get(domain):
                continue
            self._seen[domain] = stamp
            try:
                changed.update(self._take(domain, self._read(domain, stamp)))
                self._broken.pop(domain, None)
            except BadCatalogue as fault:
                self._broken[domain] = fault
        return Reread(frozenset(changed), tuple(self._broken.values()))

    def _stamp(self, domain: str) -> tuple[int, int]:
        try:
            found = self.file(domain).stat()
        except OSError:
            return (0, 0)
        return (found.st_mtime_ns, found.st_size)

    def _read(self, domain: str, stamp: tuple[int, int]) -> tuple[Entry, ...]:
        """Read a domain; a file that just lost everything is being written."""
        if stamp == (0, 0) and domain not in self._held:
            return ()
        if not stamp[1]:
            raise BadCatalogue(self.file(domain), 0, "there is nothing in it; save it again")
        if domain not in self._blocks:
            self._blocks[domain] = Blocks(self.file(domain), domain)
        return self._blocks[domain].entries()

    def _take(self, domain: str, found: tuple[Entry, ...]) -> Iterator[int]:
        now: set[int] = set()
        for entry in found:
            number = self.number(_area(domain), _name(entry))
            now.add(number)
            before, self._entries[number] = self._entries[number], entry
            if before is not entry and replace(before, line=entry.line) != entry:
                yield number
        for number in self._held.get(domain, frozenset()) - now:  # its words are gone, its number is not
            entry = self._entries[number]
            self._entries[number] = _unwritten(entry.domain, entry.key, entry.english)
            yield number
        self._held[domain] = frozenset(now)

    def number(self, area: str, name: str, english: str = "", key: str = "") -> int:
        """Give the number of an entry; of one that is in no catalogue yet, too. `area` is "ui" or "content"."""
        known = self._numbers.get((area, name))
        if known is None:
            known = self._numbers[area, name] = len(self._entries)
            self._entries.append(_unwritten(area, key, english))
        return known

    def __getitem__(self, number: int) -> Entry:
        """Give an entry by its number."""
        return self._entries[number]

    def is_written(self, number: int) -> bool:
        """Tell whether an entry stands in a catalogue."""
        return any(number in held for held in self._held.values())

    def all(self) -> Iterator[tuple[int, Entry]]:
        """List what stands in the catalogues, with its numbers, in their order."""
        for domain in DOMAINS:
            yield from ((number, self._entries[number]) for number in sorted(self._held.get(domain, ())))


def _form(known: Descriptor, folder: Path) -> Callable[[int], int]:
    """Make the rule that gives the place of the plural form for a number. Raises: BadLocale."""
    try:
        rule: Callable[[int], int] = c2py(known.plural_rule)
    except (ValueError, RecursionError) as error:
        raise BadLocale(folder / "locale.toml", "plural.rule", "is no rule of gettext's kind") from error
    return rule


def _area(domain: str) -> str:
    return "ui" if domain in INTERFACE_DOMAINS else "content"


def interface_name(context: str, english: str) -> str:
    """Give what an interface sentence is found by."""
    return f"{context}\x04{english}"


def _name(entry: Entry) -> str:
    return interface_name(entry.key, entry.english) if _area(entry.domain) == "ui" else entry.key


def _unwritten(domain: str, key: str, english: str) -> Entry:
    return Entry(domain=domain, key=key, english=english, texts=("",))
