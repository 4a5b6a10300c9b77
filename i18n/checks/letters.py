"""Letters: none unseen, none from a foreign script, none that our fonts lack."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from i18n.checks.finding import Found
from i18n.descriptor import Descriptor

FONTS: Final = Path(__file__).parents[2] / "resources" / "fonts"
_EMBEDDING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNSEEN: Final = re.compile("[\u200b\u2060\ufeff\u00ad\u180e\ue000-\uf8ff\ufff9-\uffff\U000e0000-\U0010ffff]")
_JOINING: Final = re.compile("[\u200c-\u200f\u061c]")
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_LOOK_ALIKE: Final = frozenset({"LATIN", "CYRILLIC", "GREEK"})
_ALWAYS: Final = frozenset({"LATIN", "FEMININE", "MASCULINE", "MODIFIER", "MICRO"})


def unseen(english: str, text: str, locale: Descriptor) -> Iterator[Found]:
    """Find signs nobody can see, above all those that turn text round."""
    if _EMBEDDING.search(text):
        yield Found("direction", "A sign that turns the text round.", "Remove it; the program isolates doses itself.")
    if _JOINING.search(text) and locale.direction == "ltr":
        yield Found("direction", "A direction mark in a left-to-right text.", "Remove it.")
    if _UNSEEN.search(text):
        yield Found("unseen", "A sign nobody can see, or of no font.", "Type the word again.")
    if _CONTROL.search(text):
        yield Found("control", "A control character.", "Remove it.")


def composed(english: str, text: str, locale: Descriptor) -> Iterator[Found]:
    """Ask for letters in composed form (NFC), so that search finds them."""
    if not unicodedata.is_normalized("NFC", text):
        yield Found("composed", "Letters with their accents apart.", "Save the text in Unicode form NFC.")


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split(" ")[0].split("-")[0]


def scripts(english: str, text: str, locale: Descriptor) -> Iterator[Found]:
    """Find a letter of a foreign script, such as a Cyrillic а in a Latin word."""
    letters = set(filter(str.isalpha, text))
    own = _ALWAYS | set(locale.scripts) | {_script(letter) for letter in filter(str.isalpha, english)}
    for letter in sorted(letter for letter in letters if _script(letter) not in own):
        yield Found("script", f"{letter!r} is {unicodedata.name(letter, 'unknown')}.", "Type the word again.")
    is_mixed = len({_script(letter) for letter in letters} & _LOOK_ALIKE) > 1
    for word in re.findall(r"[^\W\d_]+", text) if is_mixed else ():
        if len({_script(letter) for letter in word} & _LOOK_ALIKE) > 1:
            yield Found("script", f"{word!r} mixes alphabets.", "Type the word again.")


@cache
def _covered(fonts: tuple[str, ...]) -> frozenset[str]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  slow to import, and only this rule needs it

    signs = set(map(chr, range(0x20)))
    for name in fonts:
        if (FONTS / name).is_file():
            with TTFont(FONTS / name, lazy=True) as font:
                signs.update(map(chr, font.getBestCmap()))
    return frozenset(signs)


def glyphs(english: str, text: str, locale: Descriptor) -> Iterator[Found]:
    """Find a letter that none of the locale's fonts can draw."""
    missing = sorted(set(text) - _covered(locale.fonts))
    if missing:
        named = ", ".join(f"{letter!r} (U+{ord(letter):04X})" for letter in missing[:5])
        yield Found("font", f"No font here can draw {named}.", "Use another sign, or add a font to locale.toml.")
