"""What free text such as "Coumadine 5, blood thinner" names: medicines, and families that have general words.

Errs on the side of recognising: a warning too many is better than one too few, and what was taken for what is said.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from content.fold import without_prefix
from content.library import Library
from content.model import Medicine, MedicineClass
from visit.medicines import class_names, every_name
from visit.spelling import errors, fold

SHORTEST_WITH_ERROR: Final = 5
SHORTEST_WITH_TAIL: Final = 8
_AMOUNT: Final = re.compile(r"(?<=[^\W\d]{4})(?=\d)")
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,}")
_SOUNDS: Final = {"k": "c", "q": "c", "v": "w", "z": "s", "y": "j"}
_SHAPES: Final = frozenset({"forte", "retard"})  # in the names of many medicines, and one letter away from a brand


def named(typed: str, library: Library) -> tuple[str, ...]:
    """Give the ids of all medicines and classes that free text names in any locale, surest first.

    A general word such as "blood thinner" gives way to the name of one in the same text.
    """
    folded = fold(typed)
    medicines = _medicines(folded, library)
    classes = _classes(folded, library)
    meant = {library.get(Medicine, one).item.medicine_class for one in medicines}
    meant.update(library.get(MedicineClass, one).item.part_of or "" for one in (*meant, *classes))
    return (*medicines, *(one for one in classes if one not in meant))


def _medicines(folded: str, library: Library) -> tuple[str, ...]:
    """Give the medicines named; a word that is like no other name may be a blood thinner with two errors anywhere."""
    every = tuple(every_name(library, library.locales()))
    thinners = frozenset(one.item.id for one in library.every(MedicineClass) if one.item.part_of)
    grave = {one.item.id for one in library.every(Medicine) if one.item.medicine_class in thinners}
    graver = tuple(one for one in every if one[0] in grave)
    near = dict.fromkeys(_written_together(folded, every), 0)
    for word in _asked(folded):
        found, medicine = _nearest(word, every) or _nearest(word, graver, any_sound=True) or (0, "")
        if medicine:
            near[medicine] = min(found, near.get(medicine, found))
    return tuple(sorted(near, key=lambda medicine: (near[medicine], medicine)))


def _nearest(word: str, every: tuple[tuple[str, str], ...], *, any_sound: bool = False) -> tuple[int, str] | None:
    likely = ((_likeness(word, name, any_sound=any_sound), thing) for thing, name in every)
    return min(((found, thing) for found, thing in likely if found is not None), default=None)


def _asked(folded: str) -> tuple[str, ...]:
    """List what may be a name in a text: words, neighbours together, the whole."""
    apart = _AMOUNT.sub(" ", folded)
    words = [word for word in apart.split() if len(word) >= 4 and not word.isdigit() and word not in _SHAPES]
    return tuple(dict.fromkeys((*words, " ".join(words), *(f"{a} {b}" for a, b in pairwise(words)))))


def _written_together(folded: str, every: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """Give what is named in writing without spaces, where a name is short and stands inside a run of signs."""
    runs = _UNSPACED.findall(folded)
    if not runs:
        return frozenset()
    stems = {(stem, thing) for thing, name in every if _UNSPACED.fullmatch(stem := name.partition(" ")[0])}
    inside = {(stem, thing) for stem, thing in stems if any(stem in run for run in runs)}
    begun = {(stem, thing) for stem, thing in stems if any(len(run) > 2 and stem.startswith(run) for run in runs)}
    found = inside or begun
    return frozenset(thing for stem, thing in found if not any(stem != one and stem in one for one, _ in found))


def _allowed(word: str, name: str) -> int:
    """Give how many typing errors a word may have: 2 in long names, none in short ones."""
    shorter, longer = sorted((len(word), len(name)))
    return 0 if shorter < SHORTEST_WITH_ERROR else 2 if shorter > SHORTEST_WITH_ERROR and longer > 7 else 1


def _likeness(word: str, name: str, *, any_sound: bool = False) -> int | None:
    """Count the typing errors between a word and a name; None where they are not the same name.

    Of two errors none may be in the sound the name begins with, unless it is `any_sound`.
    """
    if word == name or (len(name) >= SHORTEST_WITH_TAIL and word.startswith(name)):
        return 0
    allowed = _allowed(word, name)
    if abs(len(word) - len(name)) > allowed or len(set(word) ^ _letters(name)) > 2 * allowed:
        return None
    found = errors(word, name, allowed)
    is_same_sound = any_sound or _begins(word) == _begins(name)
    return found if found <= (allowed if is_same_sound else 1) else None


def _begins(name: str) -> str:
    """Give the sound a name begins with: few people miss it, and many names differ in little else."""
    bare = without_prefix(name)
    return "f" if bare.startswith("ph") else _SOUNDS.get(bare[0], bare[0])


@lru_cache(maxsize=8192)
def _letters(name: str) -> frozenset[str]:
    return frozenset(name)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a text the words of a class stand: `start` and `end` count words."""

    start: int
    end: int
    id: str

    def is_inside(self, other: "_Place") -> bool:
        return (
            (self.start, self.end) != (other.start, other.end) and self.start >= other.start and self.end <= other.end
        )


def _classes(folded: str, library: Library) -> tuple[str, ...]:
    """Give the classes whose words stand in a text; "against seizures" is not "against clots"."""
    every = tuple(class_names(library))
    words = _AMOUNT.sub(" ", folded).split()
    places = [place for thing, name in every for place in _places(words, name.split(), thing)]
    whole = (one.id for one in places if not any(one.is_inside(other) for other in places))
    return tuple(sorted({*whole, *_written_together(folded, every)}))


def _places(words: list[str], name: list[str], thing: str) -> Iterator[_Place]:
    """Find the words of a name one after the other, or all written as one."""
    joined = "".join(name)
    for start, word in enumerate(words):
        some = words[start : start + len(name)]
        if len(some) == len(name) and all(
            _is_like(one, other, len(name)) for one, other in zip(some, name, strict=True)
        ):
            yield _Place(start, start + len(name), thing)
        elif len(name) > 1 and len(joined) >= SHORTEST_WITH_TAIL and errors(word, joined, 1) <= 1:
            yield _Place(start, start + 1, thing)


def _is_like(word: str, name: str, among: int) -> bool:
    """Tell whether a word is one of the words of a name; among others a short one may have an error too."""
    is_short = among > 1 and len(name) == SHORTEST_WITH_ERROR
    return _likeness(word, name) is not None or (is_short and errors(word, name, 1) <= 1)
