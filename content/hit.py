"""What a search gives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """An item found: what it is, its title, and the words around the match (amounts still as tokens)."""

    kind: str
    id: str
    title: str
    snippet: str
