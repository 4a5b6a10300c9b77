"""One door through which words from outside come in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

HOUSE: Final = Path(__file__).parents[2]


@dataclass(frozen=True)
class Door:
    """One way in. `enter` takes any bytes; nothing but `refusals` may come out of it."""

    name: str
    seeds: tuple[bytes, ...]
    enter: Callable[[bytes], None]
    refusals: tuple[type[Exception], ...] = ()
    form: str = "text"

    def knock(self, data: bytes) -> bool:
        """Enter; tell whether the visitor was let in. Raises: what no door may raise."""
        try:
            self.enter(data)
        except self.refusals:
            return False
        return True


def words(data: bytes) -> str:
    return data.decode("utf-8", "replace")
