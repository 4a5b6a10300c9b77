"""The stamp at the foot of a sheet, read back: is what this paper says still what we teach? Offline."""

from dataclasses import dataclass
from enum import StrEnum
from re import compile as pattern

# pack:version:locale:digest, as the QR code holds it, or the same words as a person types them.
_CODE = pattern(r"([a-z0-9-]+):([0-9][\w.]*):([A-Za-z_@]+):([0-9a-z]{8})")
_DIGEST = pattern(r"(?<![0-9a-z])[0-9a-z]{8}(?![0-9a-z])")
# Signs that are easily taken for another when copied from paper; none of them is a hexadecimal digit.
_MISREAD = str.maketrans({"o": "0", "l": "1", "i": "1", "s": "5", "z": "2", "g": "9"})
# No foot of a page is longer; what is typed or read from a picture may be anything.
_LONGEST = 2_000
_HEX = frozenset("0123456789abcdef")
LONGEST = 2_000
"""Letters that are looked at: the foot of a page is shorter, and a pasted book must not hold the desk up."""


class Verdict(StrEnum):
    """What can be said of a stamp."""

    CURRENT = "current"
    OUT_OF_DATE = "out of date"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Edition:
    """What the program teaches now: the pack's id, its version and its whole digest."""

    pack: str
    version: str
    digest: str


def verify(typed: str, now: Edition) -> Verdict:
    """Compare a typed stamp, or the words around it, with what we teach now.

    A stamp of another pack, or words without a stamp, are unknown: we do not guess.
    """
    text = " ".join(typed[:_LONGEST].split()).lower()
    found = _CODE.search(text.replace(" :", ":").replace(": ", ":"))
    if found:
        digest = _plain(found[4])
        if found[1] != now.pack.lower() or digest is None:
            return Verdict.UNKNOWN
        return _judge([digest], now)
    if now.pack.lower() not in text:
        return Verdict.UNKNOWN
    return _judge([digest for word in _DIGEST.findall(text) if (digest := _plain(word))], now)


def _judge(digests: list[str], now: Edition) -> Verdict:
    if not digests:
        return Verdict.UNKNOWN
    return Verdict.CURRENT if now.digest[:8].lower() in digests else Verdict.OUT_OF_DATE


def _plain(word: str) -> str | None:
    """Undo misread signs; give nothing for a word that is no digest."""
    digest = word.translate(_MISREAD)
    has_digit = any(sign.isdigit() for sign in word)
    return digest if has_digit and _HEX.issuperset(digest) else None
