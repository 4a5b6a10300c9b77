"""Every text of an item as people read it, with the block it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from content.model import Item
from content.quantity import NotAToken, Token, pieces
from content.strings import strings

_BLOCK = re.compile(r"(?:blocks|questions|arms)/[^/]+")


@dataclass(frozen=True)
class Passage:
    """One text: `source` holds tokens, `read` has them written out, `around` is all that stands in the same block."""

    item: Item
    path: str
    source: str
    read: str
    around: str

    @cached_property
    def field(self) -> str:
        """Give the last name in the path, such as `heading` or `paragraphs`."""
        names = [part for part in self.path.split("/") if not part.isdigit()]
        return names[-1] if names else ""


def written_out(source: str) -> str:
    """Write the tokens of a text as a US reader sees them, without the bottle's units: `[[1200 mg]]` is 1,200 mg."""
    try:
        return "".join(_written(piece) for piece in pieces(source))
    except NotAToken:
        return source


def _written(piece: str | Token) -> str:
    if isinstance(piece, str):
        return piece
    span = f"{piece.low.value:,f}" + (f" to {piece.high.value:,f}" if piece.high else "")
    return f"{span} {piece.low.unit}"


def passages(item: Item) -> tuple[Passage, ...]:
    """List the texts of an item in order."""
    texts = [(key.removeprefix(f"{item.id}:"), source) for key, source in strings(item)]
    read = {path: written_out(source) for path, source in texts}
    around: dict[str, list[str]] = {}
    for path, text in read.items():
        around.setdefault(block_of(path), []).append(text)
    joined = {block: "\n".join(parts) for block, parts in around.items()}
    return tuple(Passage(item, path, source, read[path], joined[block_of(path)]) for path, source in texts)


def block_of(path: str) -> str:
    """Name the block a path lies in: `blocks/dose`, or the empty name for what stands outside blocks."""
    found = _BLOCK.match(path)
    return found[0] if found else ""


def by_block(texts: tuple[Passage, ...]) -> Iterator[tuple[str, tuple[Passage, ...]]]:
    """Group passages by the block they stand in, in order."""
    blocks: dict[str, list[Passage]] = {}
    for passage in texts:
        blocks.setdefault(block_of(passage.path), []).append(passage)
    for block, members in blocks.items():
        yield block, tuple(members)
