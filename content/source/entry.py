"""One item with where it stands, so that whatever is wrong with it can be named by file and line."""

from dataclasses import dataclass

from content.errors import SourceError
from content.model import Item
from content.source.tree import Place, Tree, spelled


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as read, the tree it came from, and the place of the item in it."""

    item: Item
    tree: Tree
    start: Place

    def wrong(self, place: Place, message: str, cure: str) -> SourceError:
        """Name what is wrong at a place inside the item."""
        return fault(self.tree, (*self.start, *place), message, cure)


def fault(tree: Tree, place: Place, message: str, cure: str) -> SourceError:
    """Name what is wrong at a place of a file; where the place is missing, on the line of what should hold it."""
    known = place
    while known and known not in tree.lines:
        known = known[:-1]
    return SourceError(tree.file, tree.lines.get(known, 1), _path(tree, place), message, cure)


def _path(tree: Tree, place: Place) -> str:
    """Write a place as a path that begins with the id of the row, in a table."""
    number = place[0] if place else None
    if not (isinstance(number, int) and isinstance(tree.data, list) and isinstance(tree.data[number], dict)):
        return spelled(place)
    row = str(tree.data[number].get("id", spelled(place[:1])))
    return ": ".join(part for part in (row, spelled(place[1:])) if part)
