"""Places to fill in, tags, links: the same as in the English, and none that the English does not have."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from i18n.checks.finding import Found
from i18n.descriptor import Descriptor

_PLACE: Final = re.compile(r"\{[^{}]*\}|[{}]")
_PLAIN_PLACE: Final = re.compile(r"\{[a-z_][a-z0-9_]*\}")
_PERCENT: Final = re.compile(r"(?<![\d\s])%(?:\(\w+\))?[a-zA-Z]\b|(?:^|\s)%(?:\(\w+\))?[sdnfrix]\b")
_TAG: Final = re.compile(r"</?[A-Za-z!][^<>]*>?|&(?:#\w+|\w+);")
_LINK: Final = re.compile(
    r"\]\([^)]*\)|(?:https?|ftp|file|javascript|data|tel|mailto):[^\s)]+|www\.\S+|\S+@\S+\.\w+", re.I
)
_EMPHASIS: Final = re.compile(r"\*\*|__|`")


def places(english: str, text: str, locale: Descriptor) -> Iterator[Found]:
    """Ask for the same {places}."""
    yield from _same("place", _PLACE, english, text, "Copy it from the English, with its braces.")
    if any(len(found) > 1 and not _PLAIN_PLACE.fullmatch(found) for found in _PLACE.findall(text)):
        yield Found("place", "A place holds more than a name.", "Copy the places of the English.")


def percents(english: str, text: str, locale: Descriptor) -> Iterator[Found]:
    """Refuse %-signs that programs fill in."""
    if "%" in english or "%" in text:
        yield from _same("percent", _PERCENT, english, text, "Write only the signs of the English.")


def tags(english: str, text: str, locale: Descriptor) -> Iterator[Found]:
    """Ask for the same tags and emphasis."""
    yield from _same("tag", _TAG, english, text, "Use the tags of the English and no others.")
    yield from _same("tag", _EMPHASIS, english, text, "Keep the marks of the English.")


def links(english: str, text: str, locale: Descriptor) -> Iterator[Found]:
    """Ask for the same addresses."""
    yield from _same("link", _LINK, english, text, "Copy the address from the English.")


def _same(rule: str, pattern: re.Pattern[str], english: str, text: str, cure: str) -> Iterator[Found]:
    there, here = pattern.findall(english), pattern.findall(text)
    if there == here:
        return
    wanted, found = Counter(there), Counter(here)
    for piece in wanted - found:
        yield Found(rule, f"{piece.strip()!r} is missing.", cure)
    for piece in found - wanted:
        yield Found(rule, f"{piece.strip()[:60]!r} is not in the English.", cure)
