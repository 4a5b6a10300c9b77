"""A pack: everything one subject teaches, read and checked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from content.model import KINDS, Item

T = TypeVar("T", bound=Item)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The items of a pack by kind, in the order of their sources, and who the pack says it is."""

    id: str
    version: str
    title: str
    seller: str = ""
    by_kind: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)

    def of(self, kind: type[T]) -> tuple[T, ...]:
        """List the items of one kind."""
        return cast(tuple[T, ...], self.by_kind.get(kind.kind, ()))

    def items(self) -> Iterator[Item]:
        """List every item, kind after kind in the order of `KINDS`."""
        for kind in KINDS:
            yield from self.of(kind)
