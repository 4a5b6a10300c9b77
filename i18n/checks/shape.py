"""The outer shape of a text: spaces, ends, length, words left in English."""

import re
from collections.abc import Iterator
from typing import Final

from i18n.checks.finding import Found, Severity
from i18n.descriptor import Descriptor

_ENDS: Final = str.maketrans("。！？：；؟؛،", ".!?:;?;,")
_END: Final = re.compile(r"([.!?:;])[)\"'”’»」]*$")
_ENGLISH_RUN: Final = re.compile(r"[a-z]{2,}(?: [a-z]{2,}){2,}")
_DOUBLED: Final = re.compile(r"\b([^\W\d_]{2,})\s+\1\b", re.IGNORECASE)
_DOUBLES_WORDS: Final = frozenset({"vi", "fil", "ht", "sw", "so"})
_OUT: Final = re.compile(r"\[\[[^\[\]]*\]\]|\{[^{}]*\}|<[^<>]*>")
# Marks that are as wide as a letter and need no space behind them.
_WIDE: Final = tuple("、，；：")
# The shortest a full translation of a sentence has been seen to be, as a share of the English letters.
_SHORTEST: Final = {"CJK": 0.14, "HANGUL": 0.22, "ARABIC": 0.42}


def spaces(english: str, text: str, locale: Descriptor) -> Iterator[Found]:
    """Ask for the same spaces at both ends and the same number of lines."""
    if _ends(english) != _ends(text) and not (english.endswith(" ") and text.endswith(_WIDE)):
        yield Found("space", "The spaces at the ends differ.", "Begin and end as the English does.")
    if english.count("\n") != text.count("\n"):
        yield Found("line", "The number of lines differs.", "Break lines where the English does.")
    if "  " in text and "  " not in english:
        yield Found("space", "Two spaces together.", "Leave one.", Severity.WARNING)


def _ends(text: str) -> tuple[int, int]:
    """Count the spaces before and behind a text."""
    return len(text) - len(text.lstrip()), len(text) - len(text.rstrip())


def ends(english: str, text: str, locale: Descriptor) -> Iterator[Found]:
    """Compare the closing mark: a question stays a question."""
    wanted, found = _END.search(english.strip()), _END.search(text.strip().translate(_ENDS))
    if (wanted[1] if wanted else "") != (found[1] if found else ""):
        yield Found("end", "The closing mark differs.", "End as the English does.", Severity.WARNING)


def doubled(english: str, text: str, locale: Descriptor) -> Iterator[Found]:
    """Find a word typed twice."""
    found = _DOUBLED.search(text)
    if found and locale.code.split("_")[0] not in _DOUBLES_WORDS and not _DOUBLED.search(english):
        yield Found("doubled", f"{found[0]!r} stands twice.", "Leave one.", Severity.WARNING)


def begins(english: str, text: str, locale: Descriptor) -> Iterator[Found]:
    """Compare the first letter: capital where the English has one."""
    if english[:1].isupper() and english[1:2].islower() and text[:1].islower():
        yield Found("capital", "The text begins with a small letter.", "Begin as the English does.", Severity.WARNING)


def untranslated(english: str, text: str, locale: Descriptor) -> Iterator[Found]:
    """Find English left standing."""
    words = re.findall(r"[a-z]{2,}", _OUT.sub(" ", english))
    if text == english and len(words) > 2:
        yield Found("english", "The text is the English.", "Translate it, or leave it empty.")
    elif "LATIN" not in locale.scripts and (found := _ENGLISH_RUN.search(_OUT.sub(" ", text))):
        yield Found("english", f"{found[0]!r} is left in English.", "Translate these words.")


def shortened(english: str, text: str, locale: Descriptor) -> Iterator[Found]:
    """Ask whether a text that is far shorter than its English has lost a sentence."""
    wanted, found = len(_OUT.sub("", english)), len(_OUT.sub("", text))
    least = next((share for script, share in _SHORTEST.items() if script in locale.scripts), 0.55)
    if wanted > 40 and found < wanted * least:
        yield Found(
            "short", "The text is much shorter than the English.", "See that nothing is lost.", Severity.CONFIRM
        )


def room(flags: tuple[str, ...], text: str) -> Iterator[Found]:
    """Keep to the entry's `max-length` flag, counted in letters."""
    limits = (int(flag.removeprefix("max-length:")) for flag in flags if re.fullmatch(r"max-length:\d{1,4}", flag))
    for limit in limits:
        if len(text) > limit:
            yield Found("length", f"{len(text)} letters; there is room for {limit}.", "Say it shorter.")
