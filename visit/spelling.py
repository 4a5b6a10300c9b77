"""How names are compared: folded to bare letters, and by counting typing errors."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"\w+")
# Letters that people type for one another, and that do not come apart into a letter and a mark; the Arabic stretch.
_ALIKE: Final = str.maketrans("đłøıةىیکٱ", "dloiهييكا")


def fold(text: str) -> str:
    """Give the letters and digits of a text without case, accents or signs, words parted by one space."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign) and unicodedata.category(sign) != "Cf")
    return " ".join(_WORD.findall(bare.replace("ـ", "").translate(_ALIKE)))


@lru_cache(maxsize=8192)
def folded_name(name: str) -> str:
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
