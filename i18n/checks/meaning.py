"""Meaning that a patient depends on: not, daily, before, the right medicine. Words are sought, not sense."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from i18n.checks.finding import Found, Severity
from i18n.descriptor import Descriptor

_SIGNALS: Final = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "negation": r"\b(?:not|never|no|none|nor|without|cannot|\w+n[’']t)\b",
        # "Stop" is a word for "not" in many languages, so here only a plain "not" will do.
        "not_stop": r"\b(?:not|never|without|\w+n[’']t)\s+(?:\w+\s+)?(?:stop|stopping|quit|skip|skipping)\b",
        "day": r"(?<!past its )(?<!time of the )\b(?:daily|days?)\b",
        "week": r"\b(?:weekly|weeks?)\b",
        "month": r"\b(?:monthly|months?)\b",
        "year": r"\b(?:yearly|years?)\b",
        "hour": r"\bhours?\b",
        "minute": r"\bminutes?\b",
        "before": r"(?<!content )\bbefore\b",
        "after": r"(?<!look )(?<!looks )(?<!looked )(?<!looking )\bafter\b",
        "morning": r"\b(?:morning|a\.m\.)",
        "evening": r"\b(?:evening|night|bedtime|p\.m\.)",
        "twice": r"\b(?:twice|two times)\b",
        "half": r"\bhalf\b",
    }.items()
}
_PLACE: Final = re.compile(r"\{[^{}]*\}")


@cache
def _local(words: tuple[str, ...]) -> re.Pattern[str]:
    parts = (rf"\b{re.escape(word[1:])}\b" if word.startswith("=") else re.escape(word) for word in words)
    return re.compile("|".join(parts), re.IGNORECASE)


@lru_cache(20_000)
def _said(english: str) -> tuple[tuple[str, str], ...]:
    """Name the meanings of a sentence with the words that carry them; the same for every language."""
    sentence = _PLACE.sub(" ", english)
    return tuple((name, said[0]) for name, pattern in _SIGNALS.items() if (said := pattern.search(sentence)))


def signals(english: str, text: str, locale: Descriptor) -> Iterator[Found]:
    """Ask a translator to confirm a text that seems to lose "not", "daily", "before" and their like."""
    for name, said in _said(english):
        words = locale.signals.get(name)
        if words and not _local(words).search(text):
            what = f"The English says {said!r}; no word for it is found here."
            yield Found(f"sense-{name}", what, "See that the meaning is there.", Severity.CONFIRM)


def glossary(english: str, text: str, names: Mapping[str, str]) -> Iterator[Found]:
    """Ask for the medicine names of the list: each one named in English, and no other. `names` is English to local."""
    source, said = english.casefold(), _bare(text)
    named = {name for name in names if name in source and re.search(rf"\b{re.escape(name)}\b", source)}
    for name in sorted(named):
        if not any(_stem(part) in said for part in names[name].split(" / ")):
            yield Found("medicine", f"{name!r} should be {names[name]!r}.", "Use the name of the medicines list.")
    for name in sorted(set(names) - named):
        local = _bare_name(names[name])
        is_told = local in said and not any(local in _bare(names[other]) for other in named)
        if len(local) >= _shortest(local) and is_told:
            yield Found("medicine", f"{names[name]!r} is another medicine.", "Use the medicine the English names.")


@cache
def _bare_name(name: str) -> str:
    return _bare(name)


def _shortest(name: str) -> int:
    """Give how long a name must be not to be met by chance inside another word."""
    return 2 if "\u4e00" <= name[:1] <= "\u9fff" else 5


def _bare(text: str) -> str:
    """Drop case and the Arabic vowel signs that a writer may leave out."""
    return re.sub("[\u064b-\u0652]", "", text.casefold())


def _stem(name: str) -> str:
    bare = _bare(name)
    return bare[: max(5, len(bare) - 2)]
