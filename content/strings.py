"""The words of an item: every translatable string with its key, and the item again in other words."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, TypeVar

from content.model import Item
from content.shape import Part, step, worded

T = TypeVar("T", bound=Item)

DOMAINS: Final[Mapping[str, tuple[str, ...]]] = {
    "guides": ("guide", "bundle", "picture"),
    "quizzes": ("quiz",),
    "medicines": ("medicine", "medicine-class", "rule", "screening"),
    "nutrients": ("nutrient", "food"),
    "evidence": ("claim", "reference", "trial"),
    "phrases": ("phrase", "term"),
}


def domain_of(kind: str) -> str | None:
    """Name the catalogue that holds the words of a kind; None where a kind has no words."""
    return next((domain for domain, kinds in DOMAINS.items() if kind in kinds), None)


def strings(item: Item) -> Iterator[tuple[str, str]]:
    """List every translatable string of an item as key and English; the key is `<item id>:<path>`."""
    return _strings(item, f"{item.id}:")


def _strings(value: Any, path: str) -> Iterator[tuple[str, str]]:
    for part in worded(type(value)):
        held = getattr(value, part.name)
        if held is None:
            continue
        below = path + part.name
        ones = (
            [(f"{below}/{step(one, n)}", one) for n, one in enumerate(held)] if part.shape.is_list else [(below, held)]
        )
        for key, one in ones:
            if part.shape.is_text:
                yield key, one
            else:
                yield from _strings(one, key + "/")


def translated(item: T, words: Mapping[str, str]) -> T:
    """Give the same item in other words. Raises: KeyError where a string has no words, so that languages never mix."""
    result: T = _said(item, words, f"{item.id}:")
    return result


def _said(value: Any, words: Mapping[str, str], path: str) -> Any:
    found = ((part, getattr(value, part.name)) for part in worded(type(value)))
    return replace(value, **{part.name: _field(held, part, words, path) for part, held in found if held is not None})


def _field(held: Any, part: Part, words: Mapping[str, str], path: str) -> Any:
    if part.shape.is_list:
        return tuple(_one(one, part, words, f"{path}{part.name}/{step(one, n)}") for n, one in enumerate(held))
    return _one(held, part, words, path + part.name)


def _one(held: Any, part: Part, words: Mapping[str, str], path: str) -> Any:
    return words[path] if part.shape.is_text else _said(held, words, path + "/")
