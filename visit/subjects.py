"""What a piece of content is about, read from its English by the patterns of the pack: nobody can forget a tag."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from typing import Any, Final, get_type_hints

from content.model import Food, Subject

READ_THOUGH_NO_TEXT: Final = frozenset({"title", "name", "numbers", "brands", "other_names", "effect", "figures"})


@lru_cache(maxsize=256)
def _readable(kind: Any) -> tuple[str, ...]:
    """Name the fields of a class that people may read, and those that may hold such fields."""
    hints = get_type_hints(kind)
    shown = (f.name for f in fields(kind) if "Text" in str(hints[f.name]) or _holds_pieces(hints[f.name]))
    return tuple(dict.fromkeys((*shown, *(f.name for f in fields(kind) if f.name in READ_THOUGH_NO_TEXT))))


def _holds_pieces(hint: Any) -> bool:
    return is_dataclass(hint) or any(map(_holds_pieces, getattr(hint, "__args__", ())))


def strings(piece: object) -> Iterator[str]:
    """Give every string of a piece that people may read."""
    if isinstance(piece, str):
        yield piece
    elif isinstance(piece, tuple):
        for one in piece:
            yield from strings(one)
    elif is_dataclass(piece):
        for name in _readable(piece.__class__):
            yield from strings(getattr(piece, name))


@dataclass(frozen=True, slots=True, eq=False)
class Net:
    """The subjects of a pack, ready to be looked for. One pack has one net, so that each text is read once."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    foods: tuple[tuple[str, frozenset[str]], ...]
    not_typed: re.Pattern[str] | None = None


def net(subjects: Iterable[Subject]) -> Net:
    """Make the net of all subjects of a pack."""
    every = tuple(subjects)
    salts = tuple(one for subject in every for one in subject.not_typed)
    return _net(tuple((one.id, one.patterns, one.foods) for one in every), salts)


def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)


@lru_cache(maxsize=8)
def _net(subjects: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...], salts: tuple[str, ...]) -> Net:
    return Net(
        tuple((name, _any(some)) for name, some, _ in subjects if some),
        tuple((name, frozenset(foods)) for name, _, foods in subjects if foods),
        _any(salts) if salts else None,
    )


def of_pill(typed: str, known: Net) -> frozenset[str]:
    """Give the subjects of free text as if it were called a pill, without what only looks like a supplement.

    What people type is never kept here.
    """
    bare = known.not_typed.sub(" ", typed) if known.not_typed else typed
    return _of_text.__wrapped__(known, f"pill {bare} pill")


@lru_cache(maxsize=65_536)
def _of_text(known: Net, text: str) -> frozenset[str]:
    return frozenset(name for name, pattern in known.patterns if pattern.search(text))


def about(piece: object, known: Net, context: tuple[str, ...] = ()) -> frozenset[str]:
    """Give the ids of the subjects of an English piece. `context` are English words it stands under."""
    found = frozenset[str]().union(*(_of_text(known, text) for text in (*strings(piece), *context)))
    if not isinstance(piece, Food):
        return found
    return found.union(name for name, foods in known.foods if piece.id in foods)
