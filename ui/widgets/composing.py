"""Put letters together: from the text before the cursor and the key that was pressed to the new text. No Qt."""

import unicodedata
from collections.abc import Callable
from typing import Final

Compose = Callable[[str, str], str]

_LEADS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS: Final = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_TAILS: Final = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_SYLLABLES: Final = 0xAC00
_DOUBLE: Final = {
    "ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ",
    "ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ", "ㄹㅂ": "ㄼ", "ㄹㅅ": "ㄽ", "ㄹㅌ": "ㄾ",
    "ㄹㅍ": "ㄿ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ",
}  # fmt: skip
_HALVES: Final = {whole: (pair[0], pair[1]) for pair, whole in _DOUBLE.items()}
_TWO_BYTES: Final = 2
"""How Python writes a sign of KS X 1001 in EUC-KR; any other Korean sign takes eight."""
_TONED: Final = frozenset("aeiouyăâêôơưAEIOUYĂÂÊÔƠƯ")
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"


def plain(before: str, key: str) -> str:
    """Write the letter as it is."""
    return before + key


def hangul(before: str, key: str) -> str:
    """Join Korean letters into syllables, as a keyboard of two sets does."""
    parts = _letters(before[-1:])
    if key in _VOWELS:
        joined = _with_vowel(parts, key) if parts else key
        return before[:-1] + joined if parts and _is_usual(joined) else before + key
    lead, vowel, tail = parts or ("", "", "")
    whole = _DOUBLE.get(tail + key) if tail else key
    if lead and vowel and whole is not None and whole in _TAILS and _is_usual(_syllable(lead, vowel, whole)):
        return before[:-1] + _syllable(lead, vowel, whole)
    return before + key


def _is_usual(syllable: str) -> bool:
    """Tell whether a syllable is in KS X 1001, as our font is; others come up only on the way to the next one."""
    return all(len(sign.encode("euc_kr")) == _TWO_BYTES for sign in syllable)


def _with_vowel(parts: tuple[str, str, str], key: str) -> str:
    lead, vowel, tail = parts
    if tail:
        stays, goes = _HALVES.get(tail, ("", tail))
        return _syllable(lead, vowel, stays) + _syllable(goes, key)
    if not vowel:
        return _syllable(lead, key)
    if (double := _DOUBLE.get(vowel + key)) is not None:
        return _syllable(lead, double) if lead else double
    return (_syllable(lead, vowel) if lead else vowel) + key


def _syllable(lead: str, vowel: str, tail: str = "") -> str:
    place = (_LEADS.index(lead) * len(_VOWELS) + _VOWELS.index(vowel)) * len(_TAILS) + _TAILS.index(tail or "\0")
    return chr(_SYLLABLES + place)


def _letters(sign: str) -> tuple[str, str, str] | None:
    """Take a Korean sign apart into lead, vowel and tail; None for any other sign."""
    if sign and sign in _LEADS:
        return (sign, "", "")
    if sign and sign in _VOWELS:
        return ("", sign, "")
    place = ord(sign) - _SYLLABLES if sign else -1
    if not 0 <= place < len(_LEADS) * len(_VOWELS) * len(_TAILS):
        return None
    rest, tail = divmod(place, len(_TAILS))
    lead, vowel = divmod(rest, len(_VOWELS))
    return (_LEADS[lead], _VOWELS[vowel], _TAILS[tail].strip("\0"))


def rub_hangul(before: str) -> str:
    """Take the last Korean letter away, not the whole syllable."""
    lead, vowel, tail = _letters(before[-1:]) or ("", "", "")
    kept = ""
    if tail:
        kept = _syllable(lead, vowel, _HALVES[tail][0] if tail in _HALVES else "")
    elif vowel in _HALVES:
        kept = _syllable(lead, _HALVES[vowel][0]) if lead else _HALVES[vowel][0]
    elif vowel:
        kept = lead
    return before[:-1] + kept


def tones(before: str, key: str) -> str:
    """Set a Vietnamese tone on the vowel of the last word that carries it; the same tone again takes it away."""
    if key not in _TONES:
        return before + key
    start = max(before.rfind(" "), before.rfind("-")) + 1
    letters = [_apart(letter) for letter in before[start:]]
    vowels = [place for place, (base, _tone) in enumerate(letters) if base in _TONED]
    if not vowels:
        return before
    at = _bearer(letters, vowels)
    had = letters[at][1]
    letters = [(base, "") for base, _tone in letters]
    letters[at] = (letters[at][0], "" if had == key else key)
    return before[:start] + "".join(unicodedata.normalize("NFC", base + tone) for base, tone in letters)


def _apart(letter: str) -> tuple[str, str]:
    signs = unicodedata.normalize("NFD", letter)
    tone = next((sign for sign in signs if sign in _TONES), "")
    return unicodedata.normalize("NFC", "".join(sign for sign in signs if sign not in _TONES)), tone


def _bearer(letters: list[tuple[str, str]], vowels: list[int]) -> int:
    """Give the vowel that bears the tone: one with a mark of its own, else the middle or the last but one.

    Source: the usual Vietnamese rule; at the end of a word the first of two, before a consonant the last.
    """
    marked = [place for place in vowels if letters[place][0] not in "aeiouyAEIOUY"]
    if marked:
        return marked[-1]
    word = "".join(base for base, _tone in letters).lower()
    if len(vowels) > 1 and word.startswith(("qu", "gi")):
        vowels = vowels[1:]
    if vowels[-1] < len(letters) - 1 or len(vowels) == 1:
        return vowels[-1]
    return vowels[-2]


COMPOSERS: Final[dict[str, Compose]] = {"plain": plain, "hangul": hangul, "tones": tones}
