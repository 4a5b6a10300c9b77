"""Find items by the beginnings of words, with the sentence that matched, straight from the store."""

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from content.fold import fold, variants, without_prefix
from content.store import search_table

_UNIT: Final = re.compile(r"\[\[.*?\]\]|\S+")
_MOST_WORDS: Final = 12
_LONGEST: Final = 140


@dataclass(frozen=True, slots=True)
class Hit:
    """An item found: what it is, its title, and the words around the match (amounts still as tokens)."""

    kind: str
    id: str
    title: str
    snippet: str


def search(
    connection: sqlite3.Connection, text: str, locale: str, limit: int, kinds: tuple[str, ...]
) -> tuple[Hit, ...]:
    """Find items in which every word of `text` begins a word; those with all of them in title or names first."""
    words = [forms for word in text.split()[:_MOST_WORDS] if (forms := _forms(word))]
    if not words or limit < 1:
        return ()
    asked = " AND ".join("(" + " OR ".join(f'"{form}" *' for form in forms) + ")" for forms in words)
    sought = [form for forms in words for form in forms]
    rows: dict[int, tuple[str, ...]] = {}
    for match in (f"{{title names}} : ({asked})", asked):
        if len(rows) < limit:
            rows |= {row[0]: row[1:] for row in _rows(connection, match, locale, limit + len(rows), kinds)} | rows
    return tuple(_hit(row, sought) for row in list(rows.values())[:limit])


def _forms(word: str) -> list[str]:
    folded = fold(word)
    return list(dict.fromkeys(form for form in (folded, without_prefix(folded), *variants(folded).split()) if form))


def _rows(
    connection: sqlite3.Connection, match: str, locale: str, limit: int, kinds: tuple[str, ...]
) -> Iterable[tuple[int, str, str, str, str, str]]:
    table = search_table(locale)
    which = f"AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
    sql = f'SELECT rowid, kind, item, head, said, body FROM "{table}" WHERE "{table}" MATCH ? {which} LIMIT ?'
    return connection.execute(sql, (match, *kinds, limit))


def _hit(row: tuple[str, ...], sought: list[str]) -> Hit:
    kind, id, head, said, body = row
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
