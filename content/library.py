"""The store -> the model: read-only, lazy, standard library only."""

import sqlite3
import weakref
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

from content.errors import NotInStore, StoreDamaged, StoreError, StoreMissing, StoreTooNew
from content.hit import Hit
from content.listing import Coverage, Listing
from content.seal import is_whole
from content.store import APPLICATION_ID, FIRST_SCHEMA, SCHEMA, SOURCE_LOCALE

if TYPE_CHECKING:
    from content.model import Item

__all__ = [
    "Coverage",
    "Hit",
    "Library",
    "NotInStore",
    "Shown",
    "StoreDamaged",
    "StoreError",
    "StoreMissing",
    "StoreTooNew",
]

T = TypeVar("T", bound="Item")
T_co = TypeVar("T_co", bound="Item", covariant=True)

_MAGIC: Final = b"SQLite format 3\0"


class Shown(NamedTuple, Generic[T_co]):
    """An item as it can be shown: in the language asked for, or whole in English with `is_translated` False.

    `is_draft` marks a translation a person may act on that no qualified reader has signed off as it stands.
    """

    item: T_co
    locale: str
    is_translated: bool
    is_draft: bool = False


class _StoreFile:
    """The open file, read by one thread at a time; what cannot be read is told as damage.

    The window and the maker of its PDF read it at the same time, from two threads. A connection shares its prepared
    statements, so without the lock one of them now and then got the other's rows.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = RLock()
        where = f"file:///{_quoted(path)}?mode=ro&immutable=1"
        try:
            self.connection = sqlite3.connect(where, uri=True, check_same_thread=False)
        except sqlite3.Error as error:
            raise StoreDamaged(path, "it cannot be opened") from error

    def verify(self) -> None:
        try:
            whole = is_whole(self.path)
        except OSError as error:
            raise StoreDamaged(self.path, "it cannot be read any more") from error
        if not whole:
            raise StoreDamaged(self.path, "it was changed after it was made")

    def rows(self, sql: str, *values: str) -> Iterator[tuple[Any, ...]]:
        with self.mending():
            return iter(self.connection.execute(sql, values).fetchall())

    @contextmanager
    def mending(self) -> Iterator[None]:
        try:
            with self._lock:
                yield
        except (sqlite3.Error, ValueError, TypeError, KeyError, ArithmeticError) as error:
            raise StoreDamaged(self.path, "a part of it cannot be read") from error


class Library:
    """One opened store. Decodes an item when it is asked for, once."""

    def __init__(self, file: _StoreFile, schema: int = SCHEMA) -> None:
        self._file, self._path = file, file.path
        self._listing = Listing(file.connection, schema == FIRST_SCHEMA)
        self._finish = weakref.finalize(self, file.connection.close)
        self._shown: dict[tuple[str, str], Shown[Any]] = {}
        self._all: dict[tuple[type[Item], str], tuple[Shown[Any], ...]] = {}
        self._reworded: dict[str, Callable[[Any], Shown[Any]]] = {}
        facts = dict(self._file.rows("SELECT id, value FROM meta"))
        try:
            self.version: str = facts["version"]
            self.digest: str = facts["digest"]
            self.pack: str = facts["pack"]
            self.title: str = facts["title"]
            self.seller: str = facts["seller"]
        except KeyError as missing:
            raise StoreDamaged(file.path, f"it does not say its {missing.args[0]}") from missing
        self._locales = tuple(str(row[0]) for row in self._file.rows("SELECT id FROM locale ORDER BY rank"))

    @classmethod
    def open(cls, path: Path) -> "Library":
        """Open a store, in less than a millisecond. Raises: StoreMissing, StoreDamaged, StoreTooNew.

        What this quick look cannot see, `verify` finds.
        """
        schema = _look_at_header(path)
        return cls(_StoreFile(path), schema)

    def close(self) -> None:
        """Let go of the file."""
        self._finish()

    def verify(self) -> None:
        """Read every byte and compare it with the seal; about 1 ms for each MB. Raises: StoreDamaged."""
        self._file.verify()

    def locales(self) -> tuple[str, ...]:
        """List the locales that have content, English first."""
        return self._locales

    def get(self, kind: type[T], id: str, locale: str = SOURCE_LOCALE) -> Shown[T]:
        """Give an item in a locale, or in English where it is not published there. Raises: NotInStore, StoreDamaged."""
        return self._known(kind, id, locale) or self._read(kind, id, locale)

    def every(self, kind: type[T], locale: str = SOURCE_LOCALE) -> tuple[Shown[T], ...]:
        """List all items of a kind in the order of the pack. Raises: StoreDamaged."""
        if (kind, locale) not in self._all:
            self._all[kind, locale] = tuple(self._read_all(kind, locale))
        return self._all[kind, locale]

    def ids(self, kind: "type[Item]") -> tuple[str, ...]:
        """List the ids of a kind in the order of the pack. Raises: StoreDamaged."""
        found = self._file.rows("SELECT id FROM item WHERE kind = ? ORDER BY rank", kind.kind)
        return tuple(str(row[0]) for row in found)

    def search(self, text: str, locale: str, limit: int = 20, kinds: tuple[str, ...] = ()) -> tuple[Hit, ...]:
        """Find items whose words begin with the words of `text`; titles and names first. Raises: StoreDamaged."""
        from content.search import search  # noqa: PLC0415  who opens a store need not search it

        with self._file.mending():
            return search(
                self._file.connection, text, locale if locale in self._locales else SOURCE_LOCALE, limit, kinds
            )

    def coverage(self, locale: str) -> Coverage:
        """Count the items ready in a locale. Raises: StoreDamaged."""
        return self._coverage.get(locale, Coverage(0, 0))

    @cached_property
    def _coverage(self) -> dict[str, Coverage]:
        with self._file.mending():
            return self._listing.coverages()

    def has_drafts(self, locale: str) -> bool:
        """Tell whether anything published in a locale still waits for a sign-off. Raises: StoreDamaged."""
        with self._file.mending():
            return bool(self._listing.drafts(locale))

    def listed(self, kind: "type[Item]", locale: str = SOURCE_LOCALE) -> tuple[str, ...]:
        """List the ids of a kind in the order of the locale's alphabet. Raises: StoreDamaged."""
        with self._file.mending():
            return self._listing.ids(kind.kind, locale if locale in self._locales else SOURCE_LOCALE)

    def reword(self, locale: str, shown: Callable[[Any], Shown[Any]], items: Collection[str] | None = None) -> None:
        """Show a locale's items as `shown` makes them of the English ones, for a translator at work.

        Only `items` are made anew where they are named.
        """
        self._reworded[locale] = shown
        self._all = {key: every for key, every in self._all.items() if key[1] != locale}
        for id, code in tuple(self._shown):
            if code == locale and (items is None or id in items):
                del self._shown[id, code]

    def _read_all(self, kind: type[T], locale: str) -> Iterator[Shown[T]]:
        rows = self._file.rows("SELECT id, body FROM item WHERE kind = ? ORDER BY rank", kind.kind)
        # Ids begin with the kind and a point; what follows the point in the alphabet ends the range.
        sql = "SELECT item, key, value FROM text WHERE locale = ? AND item > ? AND item < ?"
        words: dict[str, dict[str, str]] = {}
        for id, key, value in self._file.rows(sql, locale, f"{kind.kind}.", f"{kind.kind}/"):
            words.setdefault(id, {})[f"{id}:{key}"] = value
        for id, body in rows:
            yield self._known(kind, id, locale) or self._made(kind, body, words.get(id, {}), locale)

    def _known(self, kind: type[T], id: str, locale: str) -> Shown[T] | None:
        known = self._shown.get((id, locale))
        return known if known is not None and isinstance(known.item, kind) else None

    def _read(self, kind: type[T], id: str, locale: str) -> Shown[T]:
        row = next(self._file.rows("SELECT body FROM item WHERE id = ? AND kind = ?", id, kind.kind), None)
        if row is None:
            raise NotInStore(kind.kind, id)
        sql = "SELECT ? || key, value FROM text WHERE locale = ? AND item = ?"
        return self._made(kind, row[0], dict(self._file.rows(sql, f"{id}:", locale, id)), locale)

    def _made(self, kind: type[T], body: str, words: dict[str, str], locale: str) -> Shown[T]:
        # The model and its reader are 50 ms of modules: a greeting is painted before the first item is read.
        from content.form import loaded  # noqa: PLC0415
        from content.strings import strings, translated  # noqa: PLC0415

        with self._file.mending():
            english = loaded(kind, body)
            if locale in self._reworded:
                shown = self._reworded[locale](english)
            elif words:
                shown = Shown(translated(english, words), locale, True, english.id in self._listing.drafts(locale))
            elif locale == SOURCE_LOCALE or not any(strings(english)):
                shown = Shown(english, locale, True)
            else:
                shown = Shown(english, SOURCE_LOCALE, False)
        self._shown[english.id, locale] = shown
        return shown


def _quoted(path: Path) -> str:
    """Write a path so that nothing in it ends the path of a URI; `Path.as_uri` costs a start 4 ms of modules."""
    return path.resolve().as_posix().lstrip("/").replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _look_at_header(path: Path) -> int:
    """Refuse what is no whole store of ours; give its schema."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise StoreMissing(path, "it is not there") from error
    except OSError as error:
        raise StoreDamaged(path, "it cannot be opened") from error
    if len(head) < 100 or not head.startswith(_MAGIC) or _number(head, 68) != APPLICATION_ID:
        raise StoreDamaged(path, "it is not a content store of Teachback")
    if _number(head, 60) > SCHEMA:
        raise StoreTooNew(path, "it was made by a newer Teachback")
    page = int.from_bytes(head[16:18], "big")
    if size != _number(head, 28) * (65536 if page == 1 else page):
        raise StoreDamaged(path, "a part of it is missing")
    return _number(head, 60)


def _number(head: bytes, at: int) -> int:
    return int.from_bytes(head[at : at + 4], "big")
