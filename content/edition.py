"""What a locale adds to its words: the order of its alphabet, and which items a qualified reader signed off."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from content.fold import fold

# Kinds people act on; of every other kind, the items that name an amount.
_SAFETY_KINDS: Final = frozenset({"medicine", "medicine-class", "rule", "screening", "nutrient", "phrase"})


class Review(StrEnum):
    """How far the translation of an item is checked by people.

    A draft is an item of safety that nobody signed off as it stands; `plain` needs no sign-off of its own: it is as
    good as its language.
    """

    REVIEWED = "reviewed"
    DRAFT = "draft"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What the build needs to know of a locale beside its words.

    `key` gives what a title is sorted by; `signed` are the items signed off as they stand.
    """

    key: Callable[[str], Any] = fold
    signed: frozenset[str] = frozenset()

    def review(self, id: str, kind: str, english: Iterable[str]) -> Review:
        """Say whether an item still carries its draft mark."""
        if id in self.signed:
            return Review.REVIEWED
        return Review.DRAFT if kind in _SAFETY_KINDS or any("[[" in text for text in english) else Review.PLAIN
