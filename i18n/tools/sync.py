"""Bring catalogues up to the English of today, by key: changed English waits for a second look, nothing is guessed."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import polib

from i18n.catalogue import DOMAINS, INTERFACE_DOMAINS, open_po
from i18n.checks.doses import numbers_in
from i18n.descriptor import FOLDER, Descriptor, read
from i18n.errors import Refused
from i18n.files import replace
from i18n.tools.sources import Source
from i18n.tools.writer import write

_WEIGHTY: Final = re.compile(
    r"\[\[.*?\]\]|\{[^{}]*\}|"
    r"\b(?:not|no|never|none|nor|without|only|\w+n[’']t|stop|start|before|after|more|less|mcg|mg|kg|g|mL|IU)\b",
    re.IGNORECASE,
)
# Flags that follow from the English. Other tools guess formats: to them, "2% fat" is a place to fill in.
_FROM_ENGLISH: Final = re.compile(r"max-length:|placeholders:|\S+-format$")


@dataclass(slots=True)
class Report:
    """What a sync did to one locale; each list holds keys (or English, for interface sentences)."""

    locale: str
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    returned: list[str] = field(default_factory=list)
    trivial: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)

    def __str__(self) -> str:
        counts = {
            "new": self.new,
            "to look at again": self.changed,
            "right again": self.returned,
            "spelling only": self.trivial,
            "gone": self.gone,
        }
        said = ", ".join(f"{len(keys)} {name}" for name, keys in counts.items() if keys)
        return f"{self.locale}: {said or 'nothing to do'}; {len(self.files)} files written"


def sync(
    locale: str, sources: Iterable[Source], folder: Path = FOLDER, trivial: Mapping[str, str] | None = None
) -> Report:
    """Merge the English of today into every catalogue of a locale.

    `trivial` maps keys to who says, and why, that the English changed in spelling only; such a text stays published and
    is logged in trivial.tsv. Raises: UnknownLocale, BadLocale, BadCatalogue; Refused where a dose, a number or a "not"
    differs.
    """
    known, report = read(locale, folder), Report(locale)
    by_domain: dict[str, list[Source]] = {domain: [] for domain in DOMAINS}
    for source in sources:
        by_domain[source.domain].append(source)
    log: list[tuple[str, ...]] = []
    merge = _Merge(known, report, trivial or {}, log)
    ready: list[tuple[Path, list[polib.POEntry], polib.POFile | None]] = []
    for domain, wanted in by_domain.items():
        file = folder / locale / f"{domain}.po"
        if wanted or file.is_file():
            old = open_po(file) if file.is_file() else None
            ready.append((file, merge.merged(old, domain, wanted), old))
    # Nothing is written before everything is merged: a wish that is refused leaves every file as it was.
    report.files += [file for file, entries, old in ready if write(file, known, entries, old)]
    if log:
        _append(folder / locale / "trivial.tsv", log)
    return report


class _Merge:
    """One catalogue's merge; adds to the report and the log."""

    def __init__(
        self, locale: Descriptor, report: Report, trivial: Mapping[str, str], log: list[tuple[str, ...]]
    ) -> None:
        self._locale, self._report, self._trivial, self._log = locale, report, trivial, log

    def merged(self, old: polib.POFile | None, domain: str, wanted: list[Source]) -> list[polib.POEntry]:
        """Give the entries to write: the wanted ones in order, then those no longer used that have a translation."""
        known = {_name(entry, domain): entry for entry in sorted(old or (), key=lambda e: not e.obsolete)}
        entries = [self._entry(known.pop(source.name, None), source) for source in dict.fromkeys(wanted)]
        gone = sorted((entry for entry in known.values() if _texts(entry)), key=lambda e: (e.msgctxt or "", e.msgid))
        self._report.gone += [entry.msgctxt or entry.msgid for entry in gone if not entry.obsolete]
        for entry in gone:
            entry.obsolete = True
        return entries + gone

    def _entry(self, old: polib.POEntry | None, source: Source) -> polib.POEntry:
        entry = old or polib.POEntry(msgid=source.english, msgid_plural=source.plural)
        if old is None:
            self._report.new.append(source.key or source.english)
        elif (old.msgid, old.msgid_plural) != (source.english, source.plural):
            self._change(entry, source)
        entry.msgctxt = source.key or None  # type: ignore[assignment]  # polib takes None for no context
        entry.msgid, entry.msgid_plural = source.english, source.plural
        self._lay_out_forms(entry)
        entry.obsolete, entry.comment = False, source.note
        entry.occurrences = [(source.file, "")] if source.file else []
        own = [flag for flag in entry.flags if not _FROM_ENGLISH.match(flag)]
        entry.flags = own + source.flags
        return entry

    def _change(self, entry: polib.POEntry, source: Source) -> None:
        """Mark a translated entry whose English changed, unless the English came back or changed in spelling only."""
        if not _texts(entry):
            return
        name = source.key or source.english
        if entry.fuzzy and (entry.previous_msgid, entry.previous_msgid_plural or "") == (source.english, source.plural):
            entry.flags.remove("fuzzy")
            entry.previous_msgid = entry.previous_msgid_plural = entry.previous_msgctxt = None
            self._report.returned.append(name)
        elif name in self._trivial and not entry.fuzzy:
            _refuse_if_weighty(name, entry, source)
            self._log.append((source.domain, name, entry.msgid, source.english, self._trivial[name]))
            self._report.trivial.append(name)
        else:
            self._mark(entry, name)

    def _mark(self, entry: polib.POEntry, name: str) -> None:
        if not entry.fuzzy:
            entry.flags.insert(0, "fuzzy")
            entry.previous_msgctxt = entry.msgctxt
            entry.previous_msgid = entry.msgid
            entry.previous_msgid_plural = entry.msgid_plural or None
        entry.tcomment = "\n".join(line for line in entry.tcomment.split("\n") if not line.startswith("checked: "))
        self._report.changed.append(name)

    def _lay_out_forms(self, entry: polib.POEntry) -> None:
        if entry.msgid_plural:
            forms = {int(index): text for index, text in entry.msgstr_plural.items()}
            entry.msgstr_plural = {index: forms.get(index, "") for index in range(len(self._locale.plural_forms))}
            entry.msgstr = ""
        else:
            entry.msgstr_plural = {}


def _name(entry: polib.POEntry, domain: str) -> tuple[str, str]:
    return (entry.msgctxt or "", entry.msgid if domain in INTERFACE_DOMAINS or not entry.msgctxt else "")


def _texts(entry: polib.POEntry) -> bool:
    return bool(entry.msgstr) or any(entry.msgstr_plural.values())


def _refuse_if_weighty(name: str, entry: polib.POEntry, source: Source) -> None:
    before, after = f"{entry.msgid}\n{entry.msgid_plural}", f"{source.english}\n{source.plural}"
    if numbers_in(before) != numbers_in(after) or _weighty(before) != _weighty(after):
        raise Refused(name, "a number, a unit, a place or a “not” differs; this change needs a translator.")


def _weighty(text: str) -> Counter[str]:
    return Counter(word.lower() for word in _WEIGHTY.findall(text))


def _append(file: Path, log: list[tuple[str, ...]]) -> None:
    before = file.read_text(encoding="utf-8") if file.is_file() else "domain\tkey\tbefore\tafter\twho and why\n"
    lines = ("\t".join(json.dumps(part, ensure_ascii=False)[1:-1] for part in row) + "\n" for row in log)
    replace(file, (before + "".join(lines)).encode("utf-8"))
