"""Words as search sees them: without case, marks and spelling variants, in any script.

Built in and asked for in the same way, so that what a person types meets what a person wrote.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_LETTERS: Final = str.maketrans(
    {
        "ł": "l", "đ": "d", "ð": "d", "ø": "o", "œ": "oe", "æ": "ae", "ß": "ss", "þ": "th", "ı": "i", "ħ": "h",
        "ґ": "г", "ʼ": "", "ʻ": "", "'": "", "’": "", "‘": "", "`": "", "׳": "", "״": "", "ـ": "", "\u200c": "",
        "\u200d": "", "\u00ad": "", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك", "ہ": "ه", "ھ": "ه",
        "ٱ": "ا",
    }
)  # fmt: skip
# Marks of Latin, Greek, Cyrillic, Hebrew and Arabic; those of Indian and South-East Asian scripts are letters to us.
_MARKS: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]"
)
_BREAKS: Final = re.compile(r"[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+")
_OTHERS: Final = re.compile(r"[^\w ]")
# Scripts written without spaces: sought as phrases of single characters, each with its marks.
_UNSPACED: Final = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    r"[^\w ]*)"
)
_ARABIC_PREFIX: Final = re.compile("(?:[وفبك]?ال|[وف]?لل)(?=[\u0620-\u064a]{3})")
_HEBREW_PREFIX: Final = re.compile("(?:ו?[הבלמשכ]|ו)(?=[\u05d0-\u05ea]{3})")
_JOINED: Final = re.compile(r"\b([^\W\d_]+)-(\d+)\b")
# British and other spellings beside the American ones of our sources: stems, because people type beginnings.
_SPELLINGS: Final = (
    ("fiber", "fibre"), ("estrogen", "oestrogen"), ("anemi", "anaemi"), ("hemo", "haemo"), ("esophag", "oesophag"),
    ("tumor", "tumour"), ("color", "colour"), ("pediatric", "paediatric"), ("gram", "gramme"), ("yogurt", "yoghurt"),
    ("diarrhea", "diarrhoea"), ("calcemi", "calcaemi"), ("aging", "ageing"), ("sulf", "sulph"), ("edema", "oedema"),
)  # fmt: skip


def fold(text: str) -> str:
    """Give the words of a text for search, one space between them."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    if not text.isascii():
        text = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", text)).translate(_LETTERS))
    text = _BREAKS.sub(" ", text)
    if not text.isascii():
        text = _UNSPACED.sub(r" \1 ", _OTHERS.sub(_mark_or_space, text))
    return " ".join(text.split())


def _mark_or_space(found: re.Match[str]) -> str:
    return found[0] if unicodedata.category(found[0])[0] == "M" else " "


def variants(text: str) -> str:
    """Give the other forms of the words of a text: without article or prefix, joined, in other spellings."""
    words = fold(text).split()
    joined = (found[1] + found[2] for found in _JOINED.finditer(text.casefold()))
    return " ".join(dict.fromkeys((*joined, *(other for word in words for other in _other_forms(word)))))


def _other_forms(word: str) -> Iterator[str]:
    if word.isascii():
        yield from (word.replace(ours, theirs) for ours, theirs in _SPELLINGS if ours in word and theirs not in word)
    elif (bare := without_prefix(word)) != word:
        yield bare


def without_prefix(word: str) -> str:
    """Take the article and the prefixed little words off an Arabic or Hebrew word."""
    return _HEBREW_PREFIX.sub("", _ARABIC_PREFIX.sub("", word, count=1), count=1) if not word.isascii() else word
