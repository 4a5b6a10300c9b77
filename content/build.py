"""The model and its translations -> the store: one SQLite file, the same bytes every time."""

import hashlib
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from sqlite_utils import Database

from content.fold import fold, variants
from content.form import dumped
from content.model import Item
from content.pack import Pack
from content.quantity import NotAToken, tokens
from content.seal import OPEN_SEAL, seal
from content.shape import leaves
from content.store import APPLICATION_ID, NAMES, SCHEMA, SEARCHED, search_table
from content.strings import strings, translated

SOURCE_LOCALE: Final = "en"


class Translated(Protocol):
    """A translation with the exact English it was made from."""

    @property
    def english(self) -> str: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Translation:
    """A checked translation of one string, and the English it was made from."""

    english: str
    text: str


Catalogues = Mapping[str, Mapping[str, Translated]]


@dataclass(frozen=True, slots=True)
class Built:
    """What was built: hash of the file, digest of what it says, items by kind, items ready by locale."""

    sha256: str
    digest: str
    counts: Mapping[str, int]
    ready: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Status:
    """How far one item is in one locale."""

    item: str
    total: int
    missing: int
    outdated: int
    unsafe: int

    @property
    def is_ready(self) -> bool:
        """Tell whether the whole item can be shown in the locale."""
        return not (self.missing or self.outdated or self.unsafe)


def build(pack: Pack, translations: Catalogues, target: Path) -> Built:
    """Write the store beside `target`, then put it in its place; a failure leaves the old one untouched."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".store-", dir=target.parent) as folder:
        rough, fine = Path(folder, "rough.db"), Path(folder, "fine.db")
        built = _written(pack, translations, rough, fine)
        fine.replace(target)
    return built


def _written(pack: Pack, translations: Catalogues, rough: Path, fine: Path) -> Built:
    db = Database(rough)
    try:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {SCHEMA}")
        with db.atomic():
            _tables(db)
            ready = _fill(db, pack, translations)
            digest = _digest(db)
            _meta(db, pack, digest)
        db.execute("VACUUM INTO ?", [str(fine)])
    finally:
        db.close()
    seal(fine)
    counts = Counter(item.kind for item in pack.items())
    return Built(hashlib.sha256(fine.read_bytes()).hexdigest(), digest, counts, ready)


def _tables(db: Database) -> None:
    def table(name: str, columns: dict[str, Any], pk: str | tuple[str, ...], **references: str) -> None:
        keys = [(column, other, "id") for column, other in references.items()]
        db.table(name).create(columns, pk=pk, foreign_keys=keys, not_null=list(columns), strict=True)

    table("meta", {"id": str, "value": str}, "id")
    table("locale", {"id": str, "rank": int}, "id")
    table("item", {"id": str, "kind": str, "rank": int, "body": str}, "id")
    table(
        "link", {"source": str, "role": str, "target": str}, ("source", "role", "target"), source="item", target="item"
    )
    said = {"locale": str, "item": str, "key": str, "value": str}
    table("text", said, ("locale", "item", "key"), locale="locale", item="item")
    state = {"locale": str, "item": str, "state": str, "total": int, "missing": int, "outdated": int, "unsafe": int}
    table("status", state, ("locale", "item"), locale="locale", item="item")
    db.table("item").create_index(["kind", "rank"])


def _fill(db: Database, pack: Pack, translations: Catalogues) -> dict[str, int]:
    items = tuple(pack.items())
    locales = (SOURCE_LOCALE, *sorted(translations.keys() - {SOURCE_LOCALE}))
    _insert(db, "locale", ({"id": locale, "rank": rank} for rank, locale in enumerate(locales)))
    _insert(db, "item", (_row(rank, item) for rank, item in enumerate(items)))
    _insert(db, "link", (row for item in items for row in _links(item)))
    ready = {SOURCE_LOCALE: _source(db, items)}
    for locale in locales[1:]:
        ready[locale] = _locale(db, locale, items, translations[locale])
    return ready


def _source(db: Database, items: tuple[Item, ...]) -> int:
    states = [Status(item.id, total, 0, 0, 0) for item in items if (total := sum(1 for _ in strings(item)))]
    _insert(db, "status", (_state_row(SOURCE_LOCALE, state) for state in states))
    _searchable(db, SOURCE_LOCALE, ((item, item) for item in items))
    return len(states)


def _locale(db: Database, locale: str, items: tuple[Item, ...], words: Mapping[str, Translated]) -> int:
    states = {item.id: status(item, words) for item in items}
    ready = {id for id, state in states.items() if state.is_ready and state.total}
    _insert(db, "status", (_state_row(locale, state) for state in states.values() if state.total))
    _insert(db, "text", (row for item in items if item.id in ready for row in _texts(locale, item, words)))
    told = {key: word.text for key, word in words.items()}
    _searchable(db, locale, ((item, translated(item, told) if item.id in ready else item) for item in items))
    return len(ready)


def _insert(db: Database, table: str, rows: Iterable[dict[str, Any]]) -> None:
    db.table(table).insert_all(rows, batch_size=1000)


def _row(rank: int, item: Item) -> dict[str, Any]:
    return {"id": item.id, "kind": item.kind, "rank": rank, "body": dumped(item)}


def _links(item: Item) -> Iterator[dict[str, str]]:
    found = {(_role(leaf.place), leaf.value) for leaf in leaves(item) if leaf.shape.refers_to}
    for role, target in sorted(found):
        yield {"source": item.id, "role": role, "target": target}


def _role(place: tuple[str | int, ...]) -> str:
    return "/".join(one for one in place if isinstance(one, str))


def status(item: Item, words: Mapping[str, Translated]) -> Status:
    """Count what keeps an item from being shown in a locale."""
    missing = outdated = unsafe = total = 0
    for key, english in strings(item):
        word = words.get(key)
        total += 1
        missing += word is None or not word.text
        outdated += word is not None and word.english != english
        unsafe += word is not None and bool(word.text) and not same_tokens(word.text, english)
    return Status(item.id, total, missing, outdated, unsafe)


def same_tokens(text: str, english: str) -> bool:
    """Tell whether a translation has exactly the amounts of its English."""
    try:
        return Counter(tokens(text)) == Counter(tokens(english))
    except NotAToken:
        return False


def _state_row(locale: str, state: Status) -> dict[str, Any]:
    counts = {"total": state.total, "missing": state.missing, "outdated": state.outdated, "unsafe": state.unsafe}
    return {"locale": locale, "item": state.item, "state": "ready" if state.is_ready else "waiting", **counts}


def _texts(locale: str, item: Item, words: Mapping[str, Translated]) -> Iterator[dict[str, str]]:
    start = len(item.id) + 1
    for key, _ in strings(item):
        yield {"locale": locale, "item": item.id, "key": key[start:], "value": words[key].text}


def _searchable(db: Database, locale: str, items: Iterable[tuple[Item, Item]]) -> None:
    table = search_table(locale)
    db.execute(
        f'CREATE VIRTUAL TABLE "{table}" USING fts5(item UNINDEXED, kind UNINDEXED, head UNINDEXED, said UNINDEXED, '
        "title, names, body, others, tokenize='ascii', prefix='1 2 3 4')"
    )
    order = {kind: rank for rank, kind in enumerate(SEARCHED)}
    rows = sorted((pair for pair in items if pair[0].kind in SEARCHED), key=lambda pair: order[pair[0].kind])
    sql = f'INSERT INTO "{table}" VALUES (?, ?, ?, ?, ?, ?, ?, ?)'
    db.conn.executemany(sql, (_page(english, shown) for english, shown in rows))


def _page(english: Item, shown: Item) -> tuple[str, ...]:
    head = str(getattr(shown, SEARCHED[shown.kind]))
    origin = str(getattr(english, SEARCHED[english.kind]))
    names = [name for field in NAMES for name in _listed(getattr(shown, field, ()))]
    names += [origin] if origin != head else []
    said = [" ".join(text.split()) for _, text in strings(shown)]
    body = "\n".join(" " + fold(text) for text in said)
    spoken = fold(" ".join(names)) + " " + variants(" ".join([head, *names]))
    return (shown.id, shown.kind, head, "\n".join(said), fold(head), spoken, body, variants(" ".join(said)))


def _listed(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _digest(db: Database) -> str:
    """Hash what the store says, row by row: the same for any version of SQLite."""
    hashed = hashlib.sha256()
    for table in ("locale", "item", "link", "text", "status"):
        columns = ", ".join(column.name for column in db.table(table).columns)
        for row in db.execute(f"SELECT {columns} FROM {table} ORDER BY {columns}"):
            hashed.update(repr((table, *row)).encode())
    return hashed.hexdigest()


def _meta(db: Database, pack: Pack, digest: str) -> None:
    facts = {"pack": pack.id, "version": pack.version, "title": pack.title, "seller": pack.seller, "digest": digest}
    _insert(db, "meta", ({"id": name, "value": value} for name, value in {**facts, "seal": OPEN_SEAL}.items()))
