"""Find items by the beginnings of words, with the sentence that matched, straight from the store."""

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from content.fold import fold, variants, without_prefix
from content.hit import Hit
from content.store import SEARCHED, SOURCE_LOCALE, search_table

_ORDER: Final = {kind: rank for rank, kind in enumerate(SEARCHED)}
_UNIT: Final = re.compile(r"\[\[[^\[\]]*\]\]|\S+")
_MOST_WORDS: Final = 12
_LONGEST: Final = 140


def search(
    connection: sqlite3.Connection, text: str, locale: str, limit: int, kinds: tuple[str, ...]
) -> tuple[Hit, ...]:
    """Find items in which every word of `text` begins a word; those with all of them in title or names first.

    What is not published in the locale is sought, and shown, in English.
    """
    words = [forms for word in text.split()[:_MOST_WORDS] if (forms := _forms(word))]
    if not words or limit < 1:
        return ()
    asked = " AND ".join("(" + " OR ".join(f'"{form}" *' for form in forms) + ")" for forms in words)
    asking = _Asking(connection, locale, limit, kinds)
    found = {row[0]: row for row in asking.rows(f"{{title names}} : ({asked})")}
    if len(found) < limit:
        found |= {row[0]: row for row in asking.rows(asked) if row[0] not in found}
    sought = [form for forms in words for form in forms]
    return tuple(_hit(row, sought) for row in list(found.values())[:limit])


def _forms(word: str) -> list[str]:
    folded = fold(word)
    return list(dict.fromkeys(form for form in (folded, without_prefix(folded), *variants(word).split()) if form))


@dataclass(frozen=True, slots=True)
class _Asking:
    connection: sqlite3.Connection
    locale: str
    limit: int
    kinds: tuple[str, ...]

    def rows(self, match: str) -> list[tuple[str, ...]]:
        """Give the rows of the locale and those only English has, kind by kind."""
        found = [row for source in self._sources() for row in self._rows(match, source)]
        return sorted(found, key=lambda row: _ORDER[row[1]])

    def _sources(self) -> tuple[str, ...]:
        waiting = self.connection.execute("SELECT waiting FROM locale WHERE id = ?", [self.locale]).fetchone()
        return (self.locale, SOURCE_LOCALE) if waiting[0] else (self.locale,)

    def _rows(self, match: str, source: str) -> Iterable[tuple[str, ...]]:
        table = search_table(source)
        which = f" AND kind IN ({', '.join('?' * len(self.kinds))})" if self.kinds else ""
        values = [match, *self.kinds]
        if source != self.locale:
            which += f' AND NOT EXISTS (SELECT 1 FROM text WHERE locale = ? AND text.item = "{table}".item)'
            values.append(self.locale)
        sql = f'SELECT item, kind, head, said, body FROM "{table}" WHERE "{table}" MATCH ?{which} LIMIT ?'
        # Twice the limit, because the wider question finds again what the narrower one found.
        return self.connection.execute(sql, [*values, 2 * self.limit])


def _hit(row: tuple[str, ...], sought: list[str]) -> Hit:
    id, kind, head, said, body = row
    return Hit(kind, id, head, _snippet(said, body, sought))


def _snippet(said: str, body: str, sought: list[str]) -> str:
    """Show the passage of the first match, cut around it; `body` is `said` folded, line by line."""
    for form in sought:
        at = body.find(" " + form)
        if at >= 0:
            return cut_around(said.split("\n")[body.count("\n", 0, at)], form)
    return cut_around(said.partition("\n")[0], "")


def cut_around(passage: str, form: str) -> str:
    """Shorten a passage to the words around the first that begins with a folded form, never inside an amount."""
    if len(passage) <= _LONGEST:
        return passage
    units = list(_UNIT.finditer(passage))
    start = form.partition(" ")[0]
    hit = next((unit.start() for unit in units if fold(unit[0]).startswith(start)), 0) if form else 0
    first = max(0, hit - _LONGEST // 3)
    low = next((unit.start() for unit in units if unit.start() >= first), 0)
    high = max((unit.end() for unit in units if unit.end() <= low + _LONGEST), default=low + _LONGEST)
    return ("… " if low else "") + passage[low:high] + (" …" if high < len(passage) else "")
