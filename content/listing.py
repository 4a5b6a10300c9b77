"""What a store tells of its locales: how far each is, how its lists are ordered, and what still waits for a sign-off.

A store of the first schema knows neither order nor sign-off: it keeps the order of the pack, and all its translations
are drafts.
"""

import sqlite3
from typing import Any, NamedTuple


class Coverage(NamedTuple):
    """How many of all items with words are ready in a locale; of those, how many still wait for a sign-off."""

    ready: int
    total: int
    drafts: int = 0


class Listing:
    """The questions, and the answers about drafts that were given. Raises: sqlite3.Error where the store is damaged."""

    def __init__(self, connection: sqlite3.Connection, is_first_schema: bool) -> None:
        self._connection, self._is_first_schema = connection, is_first_schema
        self._drafts: dict[str, frozenset[str]] = {}

    def coverages(self) -> dict[str, Coverage]:
        """Count for all locales at once: the greeting shows them all."""
        drafts = "SELECT locale, count(*) FROM listing WHERE review = 'draft' GROUP BY locale"
        if self._is_first_schema:
            drafts = "SELECT locale, count(DISTINCT item) FROM text GROUP BY locale"
        waiting: dict[str, int] = dict(self._rows(drafts))
        counted = self._rows("SELECT locale, sum(state = 'ready'), count(*) FROM status GROUP BY locale")
        return {locale: Coverage(ready, total, waiting.get(locale, 0)) for locale, ready, total in counted}

    def drafts(self, locale: str) -> frozenset[str]:
        """Name the published items of a locale that nobody signed off."""
        if locale not in self._drafts:
            sql = "SELECT item FROM listing WHERE locale = ? AND review = 'draft'"
            if self._is_first_schema:
                sql = "SELECT DISTINCT item FROM text WHERE locale = ?"
            self._drafts[locale] = frozenset(row[0] for row in self._rows(sql, locale))
        return self._drafts[locale]

    def ids(self, kind: str, locale: str) -> tuple[str, ...]:
        """List the ids of a kind in the order of the locale's alphabet."""
        sql = "SELECT id FROM item JOIN listing ON item = id WHERE locale = ? AND kind = ? ORDER BY place"
        if self._is_first_schema:
            return tuple(str(row[0]) for row in self._rows("SELECT id FROM item WHERE kind = ? ORDER BY rank", kind))
        return tuple(str(row[0]) for row in self._rows(sql, locale, kind))

    def _rows(self, sql: str, *values: str) -> list[Any]:
        return self._connection.execute(sql, values).fetchall()
