"""Where a line may end (UAX #14), by uniseg; word by word and remembered, because the rules are slow in Python."""

from functools import lru_cache
from itertools import pairwise
from re import compile as pattern

from uniseg.linebreak import line_break_boundaries

_WORDS = pattern(r"[^ ]* *")
_HARD = pattern("[\n\v\f\r\x85\u2028\u2029]")
# Beyond this sign come scripts (Thai, Hangul, Han …) whose letters may be parted.
_FIRST_SCRIPT_WITH_OTHER_RULES = "\u0d80"


def breaks(text: str) -> list[int]:
    """Give every place in `text` after which a new line may start, its end included."""
    if _HARD.search(text):
        return list(_boundaries(text))
    found: list[int] = []
    words = [word for word in _WORDS.findall(text) if word]
    at = 0
    for word, following in pairwise([*words, ""]):
        found += [at + place for place in _inside(word.rstrip(" "))]
        at += len(word)
        if not following or _is_free(word, following):
            found.append(at)
    return found


def breaks_of(text: str) -> list[int]:
    """Give the same, and remember nothing of `text`."""
    return list(_boundaries.__wrapped__(text))


def _is_free(word: str, following: str) -> bool:
    """Tell whether the spaces after `word` let `following` start a line."""
    stem = word.rstrip(" ")
    if stem and stem[-1].isalnum() and following[0].isalnum():
        return True
    return len(word) in _boundaries(word + following.rstrip(" "))


@lru_cache(maxsize=16_384)
def _inside(word: str) -> tuple[int, ...]:
    stem = word.rstrip(".,;:!?")
    if not stem or (stem.isalpha() and max(stem) < _FIRST_SCRIPT_WITH_OTHER_RULES):
        return ()
    return tuple(place for place in _boundaries(word) if place < len(word))


@lru_cache(maxsize=4_096)
def _boundaries(text: str) -> tuple[int, ...]:
    return tuple(place for place in line_break_boundaries(text) if place)
