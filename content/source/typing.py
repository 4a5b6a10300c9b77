"""Plain data -> frozen values of the model, by pydantic; its findings in our words."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from typing import Any, Final

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from content.errors import SourceError
from content.model import Item
from content.quantity import Unit
from content.shape import leaves, parts
from content.source.entry import Entry, fault
from content.source.tree import Place, Tree

_EXACT: Final = {int: "a whole number such as 1200", Decimal: "a number such as 2.5", date: "a date such as 2026-11-30"}


def _adapted(kind: type[Item]) -> TypeAdapter[list[Item]]:
    # pydantic takes no config for a plain dataclass itself, only for what holds it; parts inherit it.
    return TypeAdapter(list[kind], config=ConfigDict(extra="forbid"))  # type: ignore[valid-type]


_adapter: Final[Callable[[type[Item]], TypeAdapter[list[Item]]]] = cache(_adapted)  # type: ignore[assignment]


def typed(kind: type[Item], tree: Tree, start: Place, data: Any) -> Entry | list[SourceError]:
    """Make one item of a kind of what stands at `start`, or say everything that is wrong with it."""
    try:
        item = _adapter(kind).validate_python([data])[0]
    except ValidationError as found:
        return [_in_our_words(kind, tree, start, one) for one in found.errors(include_url=False)]
    entry = Entry(item, tree, start)
    return list(_misspelled(entry, data)) or entry


def _in_our_words(kind: type[Item], tree: Tree, start: Place, found: ErrorDetails) -> SourceError:
    place = found["loc"][1:]
    message, cure = _words(kind, place, found)
    return fault(tree, (*start, *place), message, cure)


def _words(kind: type[Item], place: Place, found: ErrorDetails) -> tuple[str, str]:
    what, given = found["type"], found["input"]
    if what == "missing":
        return "it is missing", "add it"
    if what == "unexpected_keyword_argument":
        return _unknown_field(kind, place)
    if what == "enum":
        known = str(found["ctx"]["expected"]).replace("'", "")
        return f'"{given}" is not one of the words for this', f"use {known}"
    if what == "value_error":
        return f"{_shown(given)} is no amount", f"write a number, a space and one of {', '.join(Unit)}, such as 1200 mg"
    return f"{_shown(given)} does not fit here", _CURES.get(what.split("_", maxsplit=1)[0], found["msg"])


_CURES: Final = {
    "date": "write a date such as 2026-11-30",
    "int": "write a whole number such as 12",
    "bool": "write true or false",
    "decimal": "write a number such as 2.5",
    "finite": "write a number such as 2.5",
    "string": "write one text, in quotes if it holds : or starts with a mark",
    "tuple": "write a list, each entry on a line that starts with -",
    "dataclass": "write fields, each as name: value",
    "model": "write fields, each as name: value",
}


def _shown(given: Any) -> str:
    if isinstance(given, Mapping):
        return "a group of fields"
    return "a list" if isinstance(given, list) else f'"{given}"'


def _unknown_field(kind: type[Item], place: Place) -> tuple[str, str]:
    fields = _fields_at(kind, place[:-1])
    near = get_close_matches(str(place[-1]), fields, 1)
    return "there is no such field", f"write {near[0]}" if near else f"use one of {', '.join(fields)}"


def _fields_at(cls: type, place: Place) -> list[str]:
    for name in (one for one in place if isinstance(one, str)):
        cls = next(part.shape.core for part in parts(cls) if part.name == name)
    return [part.name for part in parts(cls)]


def _misspelled(entry: Entry, data: Any) -> Iterator[SourceError]:
    """Refuse what pydantic is too kind about: 1_000, 1.0 for a whole number, 0 for a date, yes for true."""
    for leaf in leaves(entry.item):
        given = _given(data, leaf.place)
        if leaf.shape.core is bool and given not in (None, "true", "false"):
            yield entry.wrong(leaf.place, f'"{given}" is no yes or no', "write true or false")
        elif leaf.shape.core in _EXACT and given is not None and given != str(leaf.value):
            yield entry.wrong(leaf.place, f'"{given}" can be misread', f"write {_EXACT[leaf.shape.core]}")


def _given(data: Any, place: Place) -> str | None:
    for one in place:
        if isinstance(data, dict) and one not in data:
            return None
        data = data[one]
    return None if data is None else str(data)
