"""Whether an item can be shown in a language: whole, up to date and with the amounts of its English, or not at all."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from content.quantity import NotAToken, tokens


class Translated(Protocol):
    """A translation with the exact English it was made from."""

    @property
    def english(self) -> str: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Translation:
    """A checked translation of one string, and the English it was made from."""

    english: str
    text: str


Words: TypeAlias = Mapping[str, Translated]


@dataclass(frozen=True, slots=True)
class Readiness:
    """How far the strings of one item are in one language."""

    total: int
    missing: int = 0
    outdated: int = 0
    unsafe: int = 0

    @property
    def state(self) -> str:
        """Say `ready` where the whole item can be shown, else `waiting`."""
        return "waiting" if self.missing or self.outdated or self.unsafe else "ready"


def readiness(english: Mapping[str, str], words: Words) -> Readiness:
    """Count what keeps an item, given by the keys and texts of its English, from being shown in a language."""
    missing = outdated = unsafe = 0
    for key, text in english.items():
        word = words.get(key)
        if word is None or not word.text.strip():
            missing += 1
        elif word.english != text:
            outdated += 1
        elif not same_amounts(word.text, text):
            unsafe += 1
    return Readiness(len(english), missing, outdated, unsafe)


def same_amounts(text: str, english: str) -> bool:
    """Tell whether a translation has exactly the amounts of its English, in any order."""
    if "[[" not in english and "[[" not in text:
        return True
    try:
        return Counter(tokens(text)) == Counter(tokens(english))
    except NotAToken:
        return False
