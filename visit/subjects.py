"""What a piece of content is about, read from its English by the patterns of the pack: nobody can forget a tag."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any, Final, get_type_hints

from content.library import Hit
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


@lru_cache(maxsize=256)
def _pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns) or "(?!)", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def _mentions(patterns: tuple[str, ...], text: str) -> bool:
    return _pattern(patterns).search(text) is not None


def is_about(subject: Subject, english: tuple[str, ...], food: str | None = None) -> bool:
    """Say whether English strings, or a food, are of a subject."""
    return food in subject.foods or any(_mentions(subject.patterns, text) for text in english)


def about(piece: object, subjects: Iterable[Subject], context: tuple[str, ...] = ()) -> frozenset[str]:
    """Give the ids of the subjects of an English piece. `context` are English words it stands under."""
    english = (*strings(piece), *context)
    food = piece.id if isinstance(piece, Food | Hit) else None
    return frozenset(subject.id for subject in subjects if is_about(subject, english, food))
