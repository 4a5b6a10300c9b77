"""What a search gives."""

from typing import NamedTuple


class Hit(NamedTuple):
    """An item found: what it is, its title, and the words around the match (amounts still as tokens)."""

    kind: str
    id: str
    title: str
    snippet: str
