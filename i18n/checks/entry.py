"""All rules on one entry."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from i18n.checks import doses, letters, meaning, places, shape
from i18n.checks.finding import Finding, Found, Severity
from i18n.descriptor import Descriptor
from i18n.entry import Entry

_RULES: Final = (
    doses.tokens, doses.bare, doses.unsafe, doses.numbers, places.places, places.percents, places.tags, places.links,
    letters.unseen, letters.composed, letters.scripts, letters.glyphs, meaning.signals, shape.spaces, shape.ends,
    shape.doubled, shape.begins, shape.untranslated, shape.shortened,
)  # fmt: skip
_NAME: Final = re.compile(r"medicine\.[\w-]+:name")


@dataclass(frozen=True, slots=True)
class Checker:
    """The rules with what they need to know of one locale; `names` are the medicine names, English to local."""

    locale: Descriptor
    names: Mapping[str, str]

    @staticmethod
    def of(locale: Descriptor, entries: Iterable[Entry]) -> "Checker":
        """Make the checker of a locale, with the medicine names found among its entries."""
        named = (entry for entry in entries if _NAME.fullmatch(entry.key) and entry.is_complete)
        return Checker(locale, {entry.english.casefold(): entry.texts[0] for entry in named})

    def findings(self, entry: Entry) -> Iterator[Finding]:
        """Give everything wrong with an entry that is translated; one that is empty or fuzzy has nothing to check."""
        if not entry.is_complete:
            return
        found = dict.fromkeys(found for text in entry.texts for found in self._text(entry, text))
        for one in (*found, *_forms(entry, self.locale)):
            if not _is_confirmed(entry, one):
                yield Finding(
                    locale=self.locale.code,
                    domain=entry.domain,
                    key=entry.key or entry.english[:60],
                    rule=one.rule,
                    what=one.what,
                    cure=one.cure + _how_to_confirm(entry, one),
                    severity=one.severity,
                    line=entry.line,
                    english="\n".join(filter(None, (entry.english, entry.plural))),
                    text="\n".join(entry.texts),
                )

    def _text(self, entry: Entry, text: str) -> Iterator[Found]:
        english = entry.plural or entry.english
        for rule in _RULES:
            yield from rule(english, text, self.locale)
        yield from shape.room(entry.flags, text)
        if not _NAME.fullmatch(entry.key):
            yield from meaning.glossary(english, text, self.names)


def _forms(entry: Entry, locale: Descriptor) -> Iterator[Found]:
    if entry.plural and len(entry.texts) != len(locale.plural_forms):
        what = f"{len(entry.texts)} plural forms; this language has {len(locale.plural_forms)}."
        yield Found("plural", what, "Fill all forms; `locale sync` lays them out.")


def _is_confirmed(entry: Entry, found: Found) -> bool:
    return found.severity is Severity.CONFIRM and f"checked: {found.rule} {entry.seal()}" in entry.comment


def _how_to_confirm(entry: Entry, found: Found) -> str:
    if found.severity is not Severity.CONFIRM:
        return ""
    return f' If it is right, add the comment "checked: {found.rule} {entry.seal()}".'
