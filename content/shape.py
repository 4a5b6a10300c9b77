"""The shape of the model, read from its type hints: which fields hold words, references, lists and parts."""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin, get_type_hints

from content.model import RefersTo, Text
from content.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field holds: `core` is its type without `| None` and `tuple[…, ...]`.

    `has_parts` is True for values with fields of their own; an amount counts as one value.
    """

    core: type
    is_list: bool = False
    is_text: bool = False
    has_parts: bool = False
    refers_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a class."""

    name: str
    shape: Shape
    default: Any


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value inside an item: `path` names list entries by their id, `place` by their number."""

    path: str
    place: tuple[str | int, ...]
    shape: Shape
    value: Any


def _shape(hint: Any) -> Shape:
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Annotated:
        refers = next((mark.kinds for mark in inside[1:] if isinstance(mark, RefersTo)), ())
        return Shape(inside[0], refers_to=refers)
    if origin in (Union, UnionType):
        return _shape(next(one for one in inside if one is not type(None)))
    if origin is tuple:
        one = _shape(inside[0])
        return Shape(one.core, True, one.is_text, one.has_parts, one.refers_to)
    if hint is Text:
        return Shape(str, is_text=True)
    return Shape(hint, has_parts=is_dataclass(hint) and hint is not Quantity)


def _default(field: Field[Any]) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _parts(cls: type) -> tuple[Part, ...]:
    hints = get_type_hints(cls, include_extras=True)
    return tuple(Part(field.name, _shape(hints[field.name]), _default(field)) for field in fields(cls))


def _worded(cls: type) -> tuple[Part, ...]:
    return tuple(
        part for part in parts(cls) if part.shape.is_text or (part.shape.has_parts and worded(part.shape.core))
    )


def _linked(cls: type) -> tuple[Part, ...]:
    return tuple(
        part for part in parts(cls) if part.shape.refers_to or (part.shape.has_parts and linked(part.shape.core))
    )


# Worked out once for each class. Named here with their types because mypy takes no class for a key of `cache`.
# The fields of a class of the model, in order; those with anything to translate; those with ids of other items.
parts: Final[Callable[[type], tuple[Part, ...]]] = cache(_parts)
worded: Final[Callable[[type], tuple[Part, ...]]] = cache(_worded)
linked: Final[Callable[[type], tuple[Part, ...]]] = cache(_linked)


def step(value: Any, index: int) -> str:
    """Name an entry of a list in a path: by its id where it has one."""
    return str(getattr(value, "id", index))


def leaves(
    value: Any,
    among: Callable[[type], tuple[Part, ...]] = parts,
    path: str = "",
    place: tuple[str | int, ...] = (),
) -> Iterator[Leaf]:
    """Walk every filled value of an item, in order; `among` narrows the fields that are looked into."""
    for part in among(type(value)):
        held = getattr(value, part.name)
        if held is None:
            continue
        for index, one in enumerate(held) if part.shape.is_list else [(None, held)]:
            below = path + part.name + ("" if index is None else f"/{step(one, index)}")
            where = (*place, part.name) if index is None else (*place, part.name, index)
            if part.shape.has_parts:
                yield from leaves(one, among, below + "/", where)
            else:
                yield Leaf(below, where, part.shape, one)
