"""The order of a locale's alphabet: what titles are sorted by when the store is built.

A locale's own letters come before others, its digits before all letters, signs count for nothing. `[sort]` of
`locale.toml` lists an alphabet where the order of Unicode is not the reader's, with `=` between letters that count as
one; `alphabet.txt` beside it holds a long one, such as Chinese characters by their sound.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import combinations
from pathlib import Path
from typing import Final, TypeAlias

from i18n.descriptor import FOLDER, Descriptor
from i18n.errors import BadCatalogue

ALPHABET: Final = "alphabet.txt"
Weight: TypeAlias = tuple[int, int]
Weighed: TypeAlias = tuple[Weight, int]
SortKey: TypeAlias = tuple[tuple[Weight, ...], tuple[int, ...], str]
_JOINED: Final = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_SPACE: Final = (0, 0)
_DIGIT, _OWN, _OTHER = 1, 2, 3


@dataclass(frozen=True, slots=True)
class _Order:
    letters: dict[str, tuple[int, int]]
    marks: dict[str, int]
    scripts: frozenset[str]
    longest: int

    def key(self, weight: Callable[[str], Weighed | None], title: str) -> SortKey:
        """Give what a title is sorted by: its letters, then their marks, then small letters before capitals."""
        text = unicodedata.normalize("NFC", title)
        weighed = tuple(filter(None, map(weight, self._letters(text.casefold().translate(_JOINED)))))
        marks = tuple(mark for _, mark in weighed)
        return tuple(letter for letter, _ in weighed), marks, text.swapcase()

    def _letters(self, text: str) -> Iterable[str]:
        """Part a text into letters, of which some alphabets have two signs long."""
        return text if self.longest == 1 else self._long_letters(text)

    def _long_letters(self, text: str) -> Iterator[str]:
        place = 0
        while place < len(text):
            size = next((n for n in range(self.longest, 1, -1) if text[place : place + n] in self.letters), 1)
            yield text[place : place + size]
            place += size

    def weight(self, letter: str) -> Weighed | None:
        """Give the place of a letter in the order, and what tells it from others of the same place; None for a sign."""
        if letter.isspace():
            return _SPACE, 0
        if letter.isdecimal():
            return (_DIGIT, unicodedata.decimal(letter)), 0
        for base, mark in _readings(letter):
            if base in self.letters:
                place, variant = self.letters[base]
                return (_OWN, place), variant or self._mark(mark)
        base, mark = _split(letter)
        if not base.isalpha():
            return None
        group = _OWN if unicodedata.name(base, "?").split(" ")[0].split("-")[0] in self.scripts else _OTHER
        # Behind the letters that are listed.
        return (group, len(self.letters) + ord(base)), self._mark(mark)

    def _mark(self, mark: str) -> int:
        return self.marks.get(mark, 0x1000 + ord(mark[0])) if mark else 0


def _split(letter: str) -> tuple[str, str]:
    """Part a letter from its marks."""
    apart = unicodedata.normalize("NFD", letter)
    marks = "".join(sign for sign in apart if unicodedata.combining(sign))
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", bare)[:1] or letter, marks


def _readings(letter: str) -> Iterator[tuple[str, str]]:
    """Give a letter with its marks as part of it, as many as can be, and the marks that are left over."""
    base, marks = _split(letter)
    yield letter, ""
    for size in range(len(marks) - 1, -1, -1):
        for kept in combinations(range(len(marks)), size):
            whole = unicodedata.normalize("NFC", base + "".join(marks[n] for n in kept))
            yield whole, "".join(mark for n, mark in enumerate(marks) if n not in kept)


def sort_key(known: Descriptor, folder: Path = FOLDER) -> Callable[[str], SortKey]:
    """Give the function titles of a locale are sorted by. Raises: BadCatalogue for a broken alphabet.txt."""
    letters = known.alphabet or _long_alphabet(folder / known.code / ALPHABET)
    order = _Order(
        letters={
            letter: (place, variant)
            for place, group in enumerate(letters)
            for variant, letter in enumerate(group.split("="))
        },
        marks={mark: place for place, mark in enumerate(known.marks, 1)},
        scripts=frozenset(known.scripts),
        longest=max((len(letter) for group in letters for letter in group.split("=")), default=1),
    )
    # Titles share a few hundred letters.
    return partial(order.key, lru_cache(8192)(order.weight))


def _long_alphabet(file: Path) -> tuple[str, ...]:
    """Read an alphabet of single letters; what stands behind # is said to people."""
    if not file.is_file():
        return ()
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise BadCatalogue(file, 0, "is not UTF-8; save it as UTF-8") from error
    return tuple(re.sub(r"\s", "", "".join(line.partition("#")[0] for line in lines)))
