"""The page of an item in the search table of a language: what is shown of it, and its words folded."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from content.fold import Folded, fold, variants
from content.model import Item
from content.store import NAMES, SEARCHED

COLUMNS: Final = "item UNINDEXED, kind UNINDEXED, head UNINDEXED, said UNINDEXED, title, names, body, others"


def head_of(item: Item) -> str:
    """Give the words that head an item."""
    return str(getattr(item, SEARCHED[item.kind]))


def page(item: Item, head: str, said: Sequence[str], folded: Folded) -> tuple[str, ...]:
    """Give the row of an item, headed and worded as a language shows it; its English name stays findable."""
    passages = "\n".join(" ".join(text.split()) for text in said)
    # A space before every word and a line for every passage, so that a match is found fast and traced to its words.
    body = "\n".join(" " + fold(text, folded) for text in said)
    names = " ".join(_names(item, head))
    heading = f"{fold(names, folded)} {variants(f'{head} {names}', folded)}"
    return (item.id, item.kind, head, passages, fold(head, folded), heading, body, variants(passages, folded))


def _names(item: Item, head: str) -> Iterator[str]:
    if head_of(item) != head:
        yield head_of(item)
    for field in NAMES:
        yield from _listed(getattr(item, field, ()))


def _listed(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
