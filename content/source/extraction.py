"""Every text of a source file with its key, its line and a note for translators; also as a plug-in of Babel.

`pybabel extract` finds `extract` by the files in `i18n/extraction`. A text's key becomes its context, so that the same
English in two places stays two entries.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

from content.errors import SourceErrors
from content.model import KINDS, Item
from content.shape import leaves, worded
from content.source.entry import Entry
from content.source.folder import FOLDERS, kind_of
from content.source.tree import NotYaml, tree
from content.source.typing import typed

# What the last word of a key says of where people meet the text.
_PLACES: Final[Mapping[str, str]] = {
    "title": "A title: short, without a full stop.",
    "name": "A name as it stands in lists and sentences.",
    "term": "A word of the glossary, as in a list.",
    "alt": "Read aloud in place of the picture.",
    "caption": "Stands under the picture.",
    "explain": "Said after an answer.",
    "prompt": "The question.",
    "measure": "How much of the food, as in a kitchen.",
}
# Texts that stand on tiles, in lists and over sections, and the room that all of those have.
_SHORT: Final = frozenset({"title", "heading", "name", "term"})
_LEAST_ROOM: Final = 60


@dataclass(frozen=True, slots=True)
class Found:
    """One text: the kind of its item, its key, its English, its line, and what its translator should know."""

    kind: str
    key: str
    english: str
    line: int
    note: str = ""

    @property
    def room(self) -> int | None:
        """Give how many letters have room where this text stands; None where a page grows with it."""
        is_short = self.key.rpartition("/")[2].rpartition(":")[2] in _SHORT
        return max(_LEAST_ROOM, 2 * len(self.english)) if is_short else None


def pack_files(folder: Path) -> tuple[Path, ...]:
    """List the files of a pack, kind after kind, as their items stand in it."""
    order = {kind.kind: place for place, kind in enumerate(KINDS)}
    kinds = {path: kind for path in sorted(folder.glob("**/*.yaml")) if (kind := _kind(path))}
    return tuple(sorted(kinds, key=lambda path: order[kinds[path].kind]))


def _kind(path: Path) -> type[Item] | None:
    return kind_of(path, is_table=path.parent.name not in FOLDERS)


def texts(path: Path, content: bytes) -> Iterator[Found]:
    """List the texts of one source file, in order. Raises: SourceErrors."""
    kind = _kind(path)
    if kind is None:
        return
    try:
        held = tree(path.name, content or b"\n")
    except NotYaml as found:
        raise SourceErrors([found.error]) from found
    rows = enumerate(held.data) if isinstance(held.data, list) else [(None, held.data)]
    for number, row in rows:
        entry = typed(kind, held, () if number is None else (number,), row)
        if not isinstance(entry, Entry):
            raise SourceErrors(entry)
        yield from _of_item(entry)


def _of_item(entry: Entry) -> Iterator[Found]:
    for leaf in leaves(entry.item, worded):
        if leaf.shape.is_text:
            line = entry.tree.lines.get((*entry.start, *leaf.place), 1)
            yield Found(entry.item.kind, f"{entry.item.id}:{leaf.path}", leaf.value, line, _note(entry.item, leaf.path))


def _note(item: Item, path: str) -> str:
    own = str(getattr(item, "note", "") or "")
    last = next((step for step in reversed(path.split("/")) if not step.isdecimal()), "")
    return " ".join(filter(None, (_PLACES.get(last, ""), own)))


def extract(
    file: BinaryIO, keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[tuple[int, str, tuple[str, str], list[str]]]:
    """Give Babel the texts of an open source file. Raises: SourceErrors."""
    for found in texts(Path(file.name), file.read()):
        yield found.line, "pgettext", (found.key, found.english), [found.note] if found.note else []
