"""Finding a medicine, or a kind of it, by what people type: first letters, or with a typing error, in any locale."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from content.library import Library
from content.model import Medicine, MedicineClass
from visit.spelling import errors, fold, folded_name

SHORTEST_WITH_ERROR: Final = 5


class Nearness(IntEnum):
    """How well a name fits what was typed; smaller is better."""

    SAME = 0
    BEGINS = 1
    WORD_BEGINS = 2
    ONE_ERROR = 3
    TWO_ERRORS = 4


@dataclass(frozen=True, slots=True)
class Match:
    """A medicine or class found, the name that fitted, and how well."""

    medicine: str
    name: str
    nearness: Nearness


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
    found = min((errors(typed, word, allowed) for word in (name, *name.split())), default=allowed + 1)
    if len(name) > len(typed) and errors(typed, name[: len(typed)], 1) <= 1:
        found = 1
    return None if found > allowed else (Nearness.ONE_ERROR if found <= 1 else Nearness.TWO_ERRORS)


def names(medicine: Medicine) -> tuple[str, ...]:
    """Give every name of a medicine: generic, brands, other names."""
    return (medicine.name, *medicine.brands, *medicine.other_names)


def every_name(library: Library, locales: tuple[str, ...]) -> dict[tuple[str, str], str]:
    """Map every medicine and folded name to the name as written; names that are the same in two locales stand once."""
    found: dict[tuple[str, str], str] = {}
    for locale in locales:
        for shown in library.every(Medicine, locale):
            written = names(shown.item) if locale == "en" else (shown.item.name,)
            for name in written:
                found.setdefault((shown.item.id, folded_name(name)), name)
    return found


def class_names(library: Library, locales: tuple[str, ...] = ()) -> dict[tuple[str, str], str]:
    """Map every class and general word for it to the word as written; with its own names in these locales."""
    words = {(one.item.id, name) for one in library.every(MedicineClass) for name in one.item.other_names}
    own = ((one.item.id, one.item.name) for locale in locales for one in library.every(MedicineClass, locale))
    return {(thing, folded_name(name)): name for thing, name in (*sorted(words), *own)}


def search(typed: str, library: Library, locale: str = "en", limit: int = 8) -> tuple[Match, ...]:
    """Find medicines by generic or brand name, and kinds of medicine; the best fit first, each once."""
    wanted = fold(typed)
    if not wanted:
        return ()
    best: dict[str, Match] = {}
    locales = tuple(dict.fromkeys((locale, "en")))
    known = every_name(library, locales) | class_names(library, locales)
    for (medicine, folded), name in known.items():
        near = _nearness(wanted, folded)
        if near is not None and (medicine not in best or near < best[medicine].nearness):
            best[medicine] = Match(medicine, name, near)
    return tuple(sorted(best.values(), key=lambda match: (match.nearness, folded_name(match.name))))[:limit]
