"""Finding a medicine by what people type: generic or brand, first letters, or with a typing error, in any locale."""

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import Final

from content.library import Library
from content.model import Medicine

SHORTEST_WITH_ERROR: Final = 5
SHORTEST_WITH_TAIL: Final = 8
_WORD: Final = re.compile(r"\w+")
_AMOUNT: Final = re.compile(r"(?<=[^\W\d]{4})(?=\d)")
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,}")
_SHAPES: Final = frozenset({"forte", "retard"})  # in the names of many medicines, and one letter away from a brand


class Nearness(IntEnum):
    """How well a name fits what was typed; smaller is better."""

    SAME = 0
    BEGINS = 1
    WORD_BEGINS = 2
    ONE_ERROR = 3
    TWO_ERRORS = 4


@dataclass(frozen=True, slots=True)
class Match:
    """A medicine found, the name that fitted, and how well."""

    medicine: str
    name: str
    nearness: Nearness


def fold(text: str) -> str:
    """Give the letters and digits of a text without case, accents or signs, words parted by one space."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))
    return " ".join(_WORD.findall(bare))


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    """Fold a name of the pack, once. What people type is never kept here."""
    return fold(name)


def errors(typed: str, name: str, most: int = 2) -> int:
    """Count typing errors between two words (letter wrong, missing, added, or two swapped), giving up above `most`."""
    if abs(len(typed) - len(name)) > most:
        return most + 1
    before, row = [0] * (len(name) + 1), list(range(len(name) + 1))
    for i, sign in enumerate(typed, 1):
        last, before, row = before, row, [i]
        for j, other in enumerate(name, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (sign != other))
            if i > 1 and j > 1 and sign == name[j - 2] and typed[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def _nearness(typed: str, name: str) -> Nearness | None:
    if typed == name:
        return Nearness.SAME
    if name.startswith(typed):
        return Nearness.BEGINS
    if any(word.startswith(typed) for word in name.split()):
        return Nearness.WORD_BEGINS
    if len(typed) < SHORTEST_WITH_ERROR:
        return None
    allowed = 2 if len(typed) > 7 else 1
    found = min((errors(typed, word, allowed) for word in (name, *name.split())), default=3)
    start = errors(typed, name[: len(typed)], 1) if len(name) > len(typed) else 3
    found = min(found, start)
    return None if found > allowed else (Nearness.ONE_ERROR if found <= 1 else Nearness.TWO_ERRORS)


def names(medicine: Medicine) -> tuple[str, ...]:
    """Give every name of a medicine: generic, other generic names, brands."""
    return (medicine.name, *medicine.other_names, *medicine.brands)


def _every_name(library: Library, locales: tuple[str, ...]) -> dict[tuple[str, str], str]:
    """Map every medicine and folded name to the name as written; names that are the same in two locales stand once."""
    found: dict[tuple[str, str], str] = {}
    for locale in locales:
        for shown in library.every(Medicine, locale):
            written = names(shown.item) if locale == "en" else (shown.item.name,)
            for name in written:
                found.setdefault((shown.item.id, _folded(name)), name)
    return found


def search(typed: str, library: Library, locale: str = "en", limit: int = 8) -> tuple[Match, ...]:
    """Find medicines by generic or brand name; the best fit first, each medicine once."""
    wanted = fold(typed)
    if not wanted:
        return ()
    best: dict[str, Match] = {}
    for (medicine, folded), name in _every_name(library, tuple(dict.fromkeys((locale, "en")))).items():
        near = _nearness(wanted, folded)
        if near is not None and (medicine not in best or near < best[medicine].nearness):
            best[medicine] = Match(medicine, name, near)
    return tuple(sorted(best.values(), key=lambda match: (match.nearness, _folded(match.name))))[:limit]


def recognise(typed: str, library: Library) -> str | None:
    """Give the id of the medicine that free text names most surely, or None."""
    return next(iter(named(typed, library)), None)


def named(typed: str, library: Library) -> tuple[str, ...]:
    """Give the ids of all medicines that free text such as "Coumadine 5, Lanoxin" names in any locale, surest first.

    Errs on the side of recognising: a warning too many is better than one too few.
    """
    folded, every = fold(typed), tuple(_every_name(library, library.locales()))
    near = dict.fromkeys(_written_together(folded, every), 0)
    for word in _asked(folded):
        fitting = ((found, medicine) for medicine, name in every if (found := _likeness(word, name)) is not None)
        found, medicine = min(fitting, default=(0, ""))
        if medicine:
            near[medicine] = min(found, near.get(medicine, found))
    return tuple(sorted(near, key=lambda medicine: (near[medicine], medicine)))


def _asked(folded: str) -> tuple[str, ...]:
    """List what may be a name in a text: words, neighbours together, the whole."""
    apart = _AMOUNT.sub(" ", folded)
    words = [word for word in apart.split() if len(word) >= 4 and not word.isdigit() and word not in _SHAPES]
    return tuple(dict.fromkeys((*words, " ".join(words), *(f"{a} {b}" for a, b in pairwise(words)))))


def _written_together(folded: str, every: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """Give the medicines named in writing without spaces, where a name is short and stands inside a run of signs."""
    runs = _UNSPACED.findall(folded)
    if not runs:
        return frozenset()
    stems = {(stem, medicine) for medicine, name in every if _UNSPACED.fullmatch(stem := name.partition(" ")[0])}
    inside = {(stem, medicine) for stem, medicine in stems if any(stem in run for run in runs)}
    begun = {(stem, medicine) for stem, medicine in stems if any(len(run) > 2 and stem.startswith(run) for run in runs)}
    found = inside or begun
    return frozenset(medicine for stem, medicine in found if not any(stem != one and stem in one for one, _ in found))


def _likeness(word: str, name: str) -> int | None:
    """Count the typing errors between a word and a name; None where they are not the same name."""
    if word == name or (len(name) >= SHORTEST_WITH_TAIL and word.startswith(name)):
        return 0
    allowed = 0 if min(len(word), len(name)) < SHORTEST_WITH_ERROR else 1 if len(word) <= 7 else 2
    if abs(len(word) - len(name)) > allowed or len(set(word) ^ _letters(name)) > 2 * allowed:
        return None
    found = errors(word, name, allowed)
    return found if found <= allowed else None


@lru_cache(maxsize=4096)
def _letters(name: str) -> frozenset[str]:
    return frozenset(name)
