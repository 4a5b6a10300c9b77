"""Words as search sees them: without case, marks and spelling variants, in any script.

Built in and asked for in the same way, so that what a person types meets what a person wrote.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final, TypeAlias

Folded: TypeAlias = Callable[[str], tuple[str, str]]

# Letters that are one to search; each is sought as the other.
_SAME: Final = {
    "ł": "l", "đ": "d", "ð": "d", "ø": "o", "œ": "oe", "æ": "ae", "ß": "ss", "þ": "th", "ı": "i", "ħ": "h", "ґ": "г",
    "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك", "ہ": "ه", "ھ": "ه", "ٱ": "ا",
}  # fmt: skip
_LETTERS: Final = re.compile(f"[{''.join(_SAME)}]")
# What people leave out: apostrophes, the Arabic stretch, joiners, soft hyphens, and the marks of Latin, Greek,
# Cyrillic, Hebrew and Arabic. The marks of Indian and South-East Asian scripts are letters to us.
_SILENT: Final = re.compile(
    "['`ʼʻ’‘׳״ـ\u200c\u200d\u00ad"
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]"
)
_BREAKS: Final = re.compile(r"[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+")
_OTHERS: Final = re.compile(r"[^\w ]")
# Scripts written without spaces: sought as phrases of single characters, each with its marks.
_UNSPACED: Final = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    r"[^\w ]*)"
)
# Articles and little words written onto the next: Arabic al-, li-l-, wa-, bi-; Hebrew ha-, be-, le-, mi-, she-, ve-;
# Amharic ye-, be-, le-, ke-.
_PREFIX: Final = re.compile(
    "(?:[وفبك]?ال|[وف]?لل)(?=[\u0620-\u064a]{3})|(?:ו?[הבלמשכ]|ו)(?=[\u05d0-\u05ea]{3})|[የበለከ](?=[\u1200-\u137f]{2})"
)
# British and other spellings beside the American ones of our sources: stems, because people type beginnings.
_SPELLINGS: Final = (
    ("fiber", "fibre"), ("estrogen", "oestrogen"), ("anemi", "anaemi"), ("hemo", "haemo"), ("esophag", "oesophag"),
    ("tumor", "tumour"), ("color", "colour"), ("pediatric", "paediatric"), ("gram", "gramme"), ("yogurt", "yoghurt"),
    ("diarrhea", "diarrhoea"), ("calcemi", "calcaemi"), ("aging", "ageing"), ("sulf", "sulph"), ("edema", "oedema"),
)  # fmt: skip


def folded_word(word: str) -> tuple[str, str]:
    """Give one written word for search, and its other forms.

    Whoever folds a whole library passes a cached form of this; here nothing that a person typed is kept.
    """
    word = _SILENT.sub("", unicodedata.normalize("NFKD", word).casefold())
    word = _OTHERS.sub(_mark_or_space, _BREAKS.sub(" ", _LETTERS.sub(_same, word)))
    tokens = _UNSPACED.sub(r" \1 ", word).split()
    joined = ["".join(tokens)] if len(tokens) == 2 and tokens[0].isascii() and tokens[1].isdecimal() else []
    return " ".join(tokens), " ".join(chain(joined, *map(_forms, tokens)))


def fold(text: str, folded: Folded = folded_word) -> str:
    """Give the words of a text for search, one space between them."""
    return " ".join(bare for word in text.split() if (bare := folded(word)[0]))


def variants(text: str, folded: Folded = folded_word) -> str:
    """Give other forms of the words of a text: joined (MK-4 as mk4), in other spellings, without article or prefix."""
    return " ".join(dict.fromkeys(forms for word in text.split() if (forms := folded(word)[1])))


def _same(found: re.Match[str]) -> str:
    return _SAME[found[0]]


def _mark_or_space(found: re.Match[str]) -> str:
    return found[0] if unicodedata.category(found[0])[0] == "M" else " "


def _forms(word: str) -> Iterator[str]:
    if word.isascii():
        yield from (word.replace(ours, theirs) for ours, theirs in _SPELLINGS if ours in word and theirs not in word)
    elif (bare := without_prefix(word)) != word:
        yield bare


def without_prefix(word: str) -> str:
    """Take the article and the prefixed little words off an Arabic, Hebrew or Amharic word."""
    return _PREFIX.sub("", word, count=1)
