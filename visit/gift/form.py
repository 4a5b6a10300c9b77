"""What both directions share: results, escapes, and amounts as words."""

import re
from dataclasses import dataclass
from typing import Final

from content.model import Question
from content.quantity import NotAToken, Unit, parse_token, pieces
from visit.wording import ENGLISH

SPECIAL: Final = "\\~=#{}:"
_AMOUNT: Final = re.compile(
    rf"(?<![\d.,\[])(\d[\d,]*(?:\.\d+)?(?: to \d[\d,]*(?:\.\d+)?)?) ({'|'.join(Unit)})(?![\w\]])"
)


class GiftError(ValueError):
    """A GIFT text that cannot be read; carries the line and what is wrong."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line
        self.message = message


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Something the other side has no words for: in which question, and what."""

    question: str
    what: str


@dataclass(frozen=True, slots=True)
class Exported:
    """A quiz as GIFT, and what did not go with it."""

    text: str
    unsaid: tuple[Unsaid, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """Questions read from GIFT, and what stood there that we have no place for."""

    questions: tuple[Question, ...]
    unsaid: tuple[Unsaid, ...]


def amounts_as_words(text: str) -> str:
    """Write tokens as people read them: `[[1200 mg]]` is 1,200 mg."""
    said = []
    for part in pieces(text):
        if isinstance(part, str):
            said.append(part)
        else:
            high = f" to {ENGLISH.number(part.high.value)}" if part.high else ""
            said.append(f"{ENGLISH.number(part.low.value)}{high} {part.low.unit}")
    return "".join(said)


def amounts_as_tokens(text: str) -> str:
    """Turn amounts in words back into tokens; one that is not written safely, such as 5.0 mg, stays as it is."""

    def token(found: re.Match[str]) -> str:
        inside = found[0].replace(",", "")
        try:
            parse_token(inside)
        except NotAToken:
            return found[0]
        return f"[[{inside}]]"

    return _AMOUNT.sub(token, text)


def escaped(text: str) -> str:
    """Write a text so that no sign of it is taken for GIFT's own."""
    one_line = " ".join(amounts_as_words(text).split())
    return "".join(f"\\{sign}" if sign in SPECIAL else sign for sign in one_line)


_HIDDEN: Final = 0xE000


def hidden(text: str) -> str:
    """Put every escaped sign out of the reader's way, as one sign of the private use area."""
    return re.sub(r"\\(.)", lambda found: " " if found[1] == "n" else chr(_HIDDEN + ord(found[1]) % 128), text)


def shown(text: str) -> str:
    """Bring escaped signs back, and make one line of words with amounts as tokens."""
    back = "".join(chr(ord(sign) - _HIDDEN) if _HIDDEN <= ord(sign) < _HIDDEN + 128 else sign for sign in text)
    return amounts_as_tokens(" ".join(back.split()))
