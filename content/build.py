"""The model and its translations -> the store: one SQLite file, the same bytes every time."""

import hashlib
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeAlias

from sqlite_utils import Database

from content.edition import Edition, Review
from content.errors import StoreUnwritable
from content.fold import Folded, folded_word
from content.form import dumped
from content.index import COLUMNS, head_of, page
from content.model import Item
from content.pack import Pack
from content.readiness import Readiness, Translation, Words, readiness
from content.seal import OPEN_SEAL, seal
from content.shape import leaves, linked
from content.store import APPLICATION_ID, SCHEMA, SEARCHED, SOURCE_LOCALE, search_table
from content.strings import strings

__all__ = ["SOURCE_LOCALE", "Built", "Translation", "build"]

_GATHERED: Final = 64 * 2**20
Locales: TypeAlias = Mapping[str, tuple[Words, Edition]]


@dataclass(frozen=True, slots=True)
class Built:
    """What was built: hash of the file, digest of what it says, items by kind, items ready by locale."""

    sha256: str
    digest: str
    counts: Mapping[str, int]
    ready: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Told:
    """An item with its English strings by key."""

    item: Item
    english: Mapping[str, str]


def build(
    pack: Pack, translations: Mapping[str, Words], target: Path, editions: Mapping[str, Edition] | None = None
) -> Built:
    """Write the store beside `target`, then put it in its place; a failure leaves the old one untouched.

    An item is published in a locale whole or not at all: every string there, made from the English of today, with
    the same amounts. A locale without an edition has nothing signed off.

    Raises: StoreUnwritable, ValueError for what is no locale, sqlite3.Error for a link to an item that is not there.
    """
    locales = _locales(translations, editions or {})
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".store-", dir=target.parent) as folder:
            rough, fine = Path(folder, "rough.db"), Path(folder, "fine.db")
            digest, ready = _written(pack, locales, rough, fine)
            sha256 = seal(fine)
            fine.replace(target)
    except (OSError, sqlite3.OperationalError) as error:
        raise StoreUnwritable(target, str(error)) from error
    return Built(sha256, digest, Counter(item.kind for item in pack.items()), ready)


def _locales(translations: Mapping[str, Words], editions: Mapping[str, Edition]) -> Locales:
    """Put the locales in their order, English first, each with its words and its edition."""
    others = sorted(translations.keys() - {SOURCE_LOCALE})
    return {code: (translations.get(code, {}), editions.get(code, Edition())) for code in (SOURCE_LOCALE, *others)}


def _written(pack: Pack, locales: Locales, rough: Path, fine: Path) -> tuple[str, dict[str, int]]:
    db = Database(rough)
    try:
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {SCHEMA}")
        with db.atomic():
            _tables(db)
            ready = _fill(db, pack, locales)
            digest = _digest(db)
            _meta(db, pack, digest)
        db.execute("VACUUM INTO ?", [str(fine)])
    finally:
        db.close()
    return digest, ready


def _tables(db: Database) -> None:
    def table(name: str, columns: dict[str, Any], pk: str | tuple[str, ...], **references: str) -> None:
        keys = [(column, other, "id") for column, other in references.items()]
        db.table(name).create(columns, pk=pk, foreign_keys=keys, not_null=list(columns), strict=True)

    table("meta", {"id": str, "value": str}, "id")
    table("locale", {"id": str, "rank": int, "waiting": int}, "id")
    table("item", {"id": str, "kind": str, "rank": int, "body": str}, "id")
    table(
        "link", {"source": str, "role": str, "target": str}, ("source", "role", "target"), source="item", target="item"
    )
    said = {"locale": str, "item": str, "key": str, "value": str}
    table("text", said, ("locale", "item", "key"), locale="locale", item="item")
    state = {"locale": str, "item": str, "state": str, "total": int, "missing": int, "outdated": int, "unsafe": int}
    table("status", state, ("locale", "item"), locale="locale", item="item")
    listed = {"locale": str, "item": str, "place": int, "review": str}
    table("listing", listed, ("locale", "item"), locale="locale", item="item")
    db.table("item").create_index(["kind", "rank"])


def _insert(db: Database, table: str, rows: Iterable[Sequence[Any]]) -> None:
    marks = ", ".join("?" * len(db.table(table).columns))
    db.conn.executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows)


def _fill(db: Database, pack: Pack, locales: Locales) -> dict[str, int]:
    told = tuple(Told(item, dict(strings(item))) for item in pack.items())
    items = enumerate(one.item for one in told)
    _insert(db, "item", ((item.id, item.kind, rank, dumped(item)) for rank, item in items))
    _insert(db, "link", (link for one in told for link in _links(one.item)))
    itself = _itself(told)
    ready = {}
    for rank, (locale, (words, edition)) in enumerate(locales.items()):
        said = itself if locale == SOURCE_LOCALE else words
        shown = _locale(db, locale, rank, told, said)
        ready[locale] = len(shown)
        _insert(db, "listing", _listing(locale, told, {**itself, **_of(shown, told, said)}, shown, edition))
    return ready


def _of(shown: frozenset[str], told: tuple[Told, ...], words: Words) -> Words:
    return {key: words[key] for one in told if one.item.id in shown for key in one.english}


def _listing(
    locale: str, told: tuple[Told, ...], words: Words, shown: frozenset[str], edition: Edition
) -> Iterator[tuple[str | int, ...]]:
    """Give each item its place in the lists of a locale, sorted by what it is called there, and its review."""
    titles = {one.item.id: _title(one, words) for one in told}
    places = {id: place for place, id in enumerate(sorted(titles, key=lambda id: (edition.key(titles[id]), id)))}
    for one in told:
        id = one.item.id
        is_own = locale == SOURCE_LOCALE or id not in shown
        review = Review.PLAIN if is_own else edition.review(id, one.item.kind, one.english.values())
        yield locale, id, places[id], review.value


def _title(told: Told, words: Words) -> str:
    """Give what an item is called in lists: its title or name, else its first words."""
    named = words.get(f"{told.item.id}:{SEARCHED.get(told.item.kind, '')}")
    first = next(iter(told.english), None)
    return named.text if named else words[first].text if first else told.item.id


def _itself(told: tuple[Told, ...]) -> Words:
    """Give English as a translation of itself, ready by nature."""
    return {key: Translation(text, text) for one in told for key, text in one.english.items()}


def _locale(db: Database, locale: str, rank: int, told: tuple[Told, ...], words: Words) -> frozenset[str]:
    """Write what a locale publishes; give the items."""
    states = {one.item.id: readiness(one.english, words) for one in told if one.english}
    ready = {id for id, state in states.items() if state.state == "ready"}
    shown = [one for one in told if one.item.id in ready or not one.english]
    waiting = sum(one.item.kind in SEARCHED for one in told) - sum(one.item.kind in SEARCHED for one in shown)
    _insert(db, "locale", [(locale, rank, waiting)])
    _insert(db, "status", ((locale, id, *_counted(state)) for id, state in states.items()))
    if locale != SOURCE_LOCALE:
        _insert(db, "text", (row for one in shown for row in _texts(locale, one, words)))
    _searchable(db, locale, shown, words)
    return frozenset(ready)


def _counted(state: Readiness) -> tuple[str | int, ...]:
    return state.state, state.total, state.missing, state.outdated, state.unsafe


def _texts(locale: str, told: Told, words: Words) -> Iterator[tuple[str, ...]]:
    start = len(told.item.id) + 1
    return ((locale, told.item.id, key[start:], words[key].text) for key in told.english)


def _links(item: Item) -> list[tuple[str, str, str]]:
    return sorted({(item.id, _role(leaf.place), leaf.value) for leaf in leaves(item, linked)})


def _role(place: tuple[str | int, ...]) -> str:
    return "/".join(one for one in place if isinstance(one, str))


def _searchable(db: Database, locale: str, shown: Iterable[Told], words: Words) -> None:
    """Write the search table of a locale: what it publishes; the rest is sought in English."""
    table = search_table(locale)
    db.execute(f"CREATE VIRTUAL TABLE \"{table}\" USING fts5({COLUMNS}, tokenize='ascii', prefix='1 2 3')")
    # Gather the whole index in memory before writing it: one sorted run instead of many to merge.
    db.execute(f'INSERT INTO "{table}"("{table}", rank) VALUES (\'hashsize\', {_GATHERED})')
    # Few words make up most of what is written; folding each once makes a build much faster.
    folded = lru_cache(50_000)(folded_word)
    order = {kind: rank for rank, kind in enumerate(SEARCHED)}
    found = sorted((one for one in shown if one.item.kind in order), key=lambda one: order[one.item.kind])
    _insert(db, table, (_page(one, words, folded) for one in found))


def _page(told: Told, words: Words, folded: Folded) -> tuple[str, ...]:
    said = {key: words[key].text for key in told.english}
    head = said.get(f"{told.item.id}:{SEARCHED[told.item.kind]}", head_of(told.item))
    return page(told.item, head, tuple(said.values()), folded)


def _digest(db: Database) -> str:
    """Hash what the store says, row by row: the same for any version of SQLite."""
    hashed = hashlib.sha256()
    for table in ("locale", "item", "link", "text", "status", "listing"):
        order = ", ".join(db.table(table).pks)
        rows = db.execute(f"SELECT * FROM {table} ORDER BY {order}")
        hashed.update(table.encode())
        while some := rows.fetchmany(1000):
            hashed.update(repr(some).encode())
    return hashed.hexdigest()


def _meta(db: Database, pack: Pack, digest: str) -> None:
    facts = {"pack": pack.id, "version": pack.version, "title": pack.title, "seller": pack.seller, "digest": digest}
    _insert(db, "meta", {**facts, "seal": OPEN_SEAL}.items())
