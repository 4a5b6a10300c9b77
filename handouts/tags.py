"""The logical tree of a document (PDF/UA): built with the story; drawing only adds marks to it.

Source: ISO 32000-1 §14.7 to 14.8, ISO 14289-1.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a page's content that belongs to an element."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """A link annotation that belongs to an element; `key` is its place in the parent tree."""

    page: int
    key: int
    name: str


@dataclass(eq=False, slots=True)
class Tag:
    """An element of the tree. `scope` is Row or Column for table heads; `box` the place of a figure on its page."""

    role: str
    lang: str | None = None
    alt: str | None = None
    actual: str | None = None
    scope: str | None = None
    numbering: str | None = None
    box: tuple[float, float, float, float] | None = None
    kids: "list[Kid]" = field(default_factory=list)
    parent: "Tag | None" = None

    def add(self, role: str, lang: str | None = None, alt: str | None = None) -> "Tag":
        """Append a child element."""
        tag = Tag(role, lang=lang, alt=alt, parent=self)
        self.kids.append(tag)
        return tag

    def every(self) -> "Iterator[Tag]":
        """Give this element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Tag):
                yield from kid.every()

    def prune(self) -> bool:
        """Drop elements without content; tell whether anything is left. Empty table cells stay, a table needs them."""
        self.kids = [kid for kid in self.kids if not isinstance(kid, Tag) or kid.prune()]
        return bool(self.kids) or self.role in ("TD", "TH")


Kid: TypeAlias = Tag | Mark | LinkPlace
