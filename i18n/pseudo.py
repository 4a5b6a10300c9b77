"""Pseudo-locales: English made longer, or mirrored, to find what is hard-coded, clipped or not mirrored."""

import re
from gettext import NullTranslations
from typing import Final

_KEPT: Final = re.compile(
    r"(\[\[.*?\]\]|\{[^{}]*\}|<[^<>]*>|\]\([^)]*\)|&\w+;|[\d.,]*\d+\s?(?:mg|mcg|g|kg|mL|L|mm|cm|kcal|%)?\b)"
)
_ACCENTED: Final = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "àƀçďéƒĝĥîĵķļḿñöƥɋŕšţûṽŵẋýžÀƁÇĎÉƑĜĤÎĴĶĻṀÑÖƤɊŔŠŢÛṼŴẊÝŽ",
)
_PADDING: Final = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"


def longer(text: str) -> str:
    """Accent a text and make it as long as a long language would: doubled when short, 40 % more when long.

    Doses, placeholders, tags and link targets stay.
    """
    if not text.strip():
        return text
    parts = _KEPT.split(text)
    accented = "".join(part if index % 2 else part.translate(_ACCENTED) for index, part in enumerate(parts))
    share = 1.0 if len(text) <= 10 else 0.6 if len(text) <= 20 else 0.4
    return f"⟦{accented} {_padding(round(len(text) * share))}⟧"


def _padding(length: int) -> str:
    return (_PADDING * (length // len(_PADDING) + 1))[:length].strip() or "·"


def mirrored(text: str) -> str:
    """Set a text from right to left with the letters of each word turned round (for screens, never for paper)."""
    if not text.strip():
        return text
    parts = _KEPT.split(text)
    turned = (
        part if index % 2 else re.sub(r"[^\W\d_]+", "\u202e\\g<0>\u202c", part) for index, part in enumerate(parts)
    )
    return "\u2067" + "".join(turned) + "\u2069"


class PseudoWords(NullTranslations):
    """Interface words made from the English itself, so that they are never out of date."""

    def __init__(self, *, is_mirrored: bool) -> None:
        super().__init__()
        self._change = mirrored if is_mirrored else longer

    def gettext(self, message: str) -> str:
        """Change an interface sentence."""
        return self._change(message)

    def pgettext(self, context: str, message: str) -> str:
        """Change an interface sentence; its context says nothing here."""
        return self._change(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Change the form that English uses for a number."""
        return self._change(msgid1 if n == 1 else msgid2)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Change the form that English uses for a number; the context says nothing here."""
        return self.ngettext(msgid1, msgid2, n)
