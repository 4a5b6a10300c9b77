"""Reading level of English texts, measured the same way everywhere.

The Flesch-Kincaid grade is `0.39 * words per sentence + 11.8 * syllables per word - 15.59`. Syllables are counted by
rule, with a short list of words the rules get wrong; nothing is downloaded.
"""

import re
from typing import Final

_TOKEN: Final = re.compile(r"\[\[([^\[\]]*?)(?: as D)?\]\]")
_SENTENCE_END: Final = re.compile(r"(?<!\bDr)(?<!\bvs)[.!?]+[\"'”’)]*(?=\s|$)|\n+")
_WORD: Final = re.compile(r"[^\W_]+(?:[.,'’\-][^\W_]+)*")

_KNOWN: Final = {
    "area": 3, "being": 2, "business": 2, "calories": 3, "cereal": 3, "client": 2, "create": 2,
    "diabetes": 4, "diet": 2,
    "dietitian": 4, "element": 3, "evening": 2, "every": 2, "everyone": 3, "everything": 3, "eye": 1,
    "fluid": 2, "giant": 2, "idea": 3, "lifetime": 2, "lion": 2, "mcg": 3, "mg": 3, "ml": 3, "museum": 3, "natural": 3,
    "poem": 2, "quiet": 2, "react": 2, "real": 1, "science": 2, "scientist": 3, "society": 4, "someone": 2,
    "something": 2, "sometimes": 2, "somewhere": 2, "soybean": 2, "trial": 2, "variety": 4, "whole": 1,
}  # fmt: skip
_VOWELS: Final = re.compile(r"[aeiou]+(?:y(?![aeiou]))?|y(?![aeiou])|(?<=[^aeiou])y+[aeiou]*")
_SILENT: Final = (
    re.compile(r"[^aeiouyl]e$|[aeiouy]le$"),
    re.compile(r"(?:[^aeiouylscgzxh]|[aeiouy]l|th)es$"),
    re.compile(r"(?:[^aeiouyltd]|[aeiouyl]l)ed$"),
    re.compile(r"[aeiouy][^aeiouy]e(?:ly|ful|less|ment|ness|ty|where|body)$"),
)
_SPLIT: Final = (
    re.compile(r"(?<![tcsg])ia(?!g)|iu|(?<![tcsgxnl])io|[td]eo|(?<![qg])ua(?!r)|uou"),
    re.compile(r"[^aeiou]ying|eing|oing|[rnld]ie(?:r|st|nt|nce)$|sm$|[sd]n['’]?t$|creat"),
)


def sentences(text: str) -> tuple[str, ...]:
    """Split a text into sentences; a line is never part of two. Doses are read as written: `[[45 mg]]` is "45 mg"."""
    parts = _SENTENCE_END.split(_TOKEN.sub(r"\1", text))
    return tuple(part.strip() for part in parts if _WORD.search(part))


def words(text: str) -> tuple[str, ...]:
    """List the words of a text; a number is one word, and so is a word with a hyphen."""
    return tuple(_WORD.findall(_TOKEN.sub(r"\1", text)))


def syllables(word: str) -> int:
    """Count the syllables of a word as spoken; digits count one each, and so does each letter of an initialism."""
    return max(1, sum(_part(part) for part in re.findall(r"\d|[^\W\d_]+(?:['’][^\W\d_]+)?", word)))


def grade(text: str, exempt: frozenset[str] = frozenset()) -> float:
    """Give the Flesch-Kincaid grade of a text, leaving out the words in `exempt` (lower case). No words: grade 0."""
    kept = [word for word in words(text) if word.lower() not in exempt]
    if not kept:
        return 0.0
    per_sentence = len(kept) / len(sentences(text))
    per_word = sum(map(syllables, kept)) / len(kept)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59


def _part(part: str) -> int:
    known = _KNOWN.get(part.lower()) or _KNOWN.get(part.lower().removesuffix("s"))
    if known:
        return known
    if part.isupper():
        return sum(3 if letter == "W" else 1 for letter in part)
    return _spoken(part.lower())


def _spoken(word: str) -> int:
    groups = len(_VOWELS.findall(word))
    split = sum(len(pattern.findall(word)) for pattern in _SPLIT)
    silent = sum(bool(pattern.search(word)) for pattern in _SILENT) if groups > 1 else 0
    return max(1, groups + split - silent)
