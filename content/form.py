"""An item as JSON text and back: the form in which the store holds it. Written strictly, read fast."""

import json
from collections.abc import Callable
from dataclasses import MISSING
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Final, TypeVar

from content.model import Item
from content.quantity import Quantity, parse_quantity
from content.shape import Shape, parts

T = TypeVar("T", bound=Item)


def dumped(item: Item) -> str:
    """Write an item as compact JSON without the fields that hold their default."""
    return json.dumps(_plain(item), ensure_ascii=False, separators=(",", ":"))


def loaded(kind: type[T], text: str) -> T:
    """Read an item. Raises: ValueError, TypeError or KeyError where the text is not what `dumped` wrote."""
    item: T = _maker(kind)(json.loads(text))
    return item


def _plain(value: Any) -> Any:
    held = {}
    for part in parts(type(value)):
        one = getattr(value, part.name)
        if part.default is MISSING or one != part.default:
            held[part.name] = (
                [_leaf(each, part.shape) for each in one] if part.shape.is_list else _leaf(one, part.shape)
            )
    return held


def _leaf(value: Any, shape: Shape) -> Any:
    if value is None or shape.core in (str, int, bool):
        return value
    if shape.has_parts:
        return _plain(value)
    if isinstance(value, Enum):
        return value.value
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _made(cls: type) -> Callable[[dict[str, Any]], Any]:
    readers = {part.name: _reader(part.shape) for part in parts(cls)}

    def make(held: dict[str, Any]) -> Any:
        return cls(**{name: readers[name](value) for name, value in held.items()})

    return make


_maker: Final[Callable[[type], Callable[[dict[str, Any]], Any]]] = cache(_made)


@cache
def _reader(shape: Shape) -> Callable[[Any], Any]:
    one = _single(shape)
    if shape.is_list:
        return lambda values: tuple(map(one, values)) if one else tuple(values)
    return lambda value: value if one is None or value is None else one(value)


def _single(shape: Shape) -> Callable[[Any], Any] | None:
    if shape.core in (str, int, bool):
        return None
    if shape.has_parts:
        return _maker(shape.core)
    made: dict[type, Callable[[Any], Any]] = {Quantity: parse_quantity, date: date.fromisoformat, Decimal: Decimal}
    return made.get(shape.core, shape.core)
