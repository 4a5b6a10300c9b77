"""A JSON value and where it stands: every reader here refuses what it does not understand, with a sentence."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, NoReturn, TypeVar

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

LONGEST_NAME: Final = 80
MOST: Final = 40
_ID: Final = re.compile(r"[a-z][a-z-]*\.[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG: Final = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
LOCALE: Final = re.compile(r"[a-z]{2,3}(?:_[A-Za-z0-9]{2,8}){0,2}")


class VisitError(ValueError):
    """Something is wrong with a visit that was handed to us."""


@dataclass
class BadVisit(VisitError):
    """A visit that cannot be read: where (`medicines[2].times`), what is wrong, and the cure, one sentence each."""

    path: str
    message: str
    cure: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message} {self.cure}"


def refuse(path: str, message: str, cure: str) -> NoReturn:
    """Say where, what and how to cure it. Raises: BadVisit, always."""
    raise BadVisit(path or "visit", message, cure)


def seen(value: object) -> str:
    """Quote a value for a message: short, on one line, without control signs."""
    text = value if isinstance(value, str) else type(value).__name__ if isinstance(value, list | dict) else str(value)
    return ascii(text if len(text) <= 40 else text[:37] + "...")


@dataclass(frozen=True, slots=True)
class Node:
    """A JSON value and where it stands; each reader raises BadVisit."""

    value: Any
    path: str

    def entries(self, allowed: tuple[str, ...], needed: tuple[str, ...] = ()) -> Mapping[str, "Node"]:
        """Read an object that has no other fields than those allowed."""
        if not isinstance(self.value, dict):
            refuse(self.path, f"{seen(self.value)} is not an object.", "Write it as { ... }.")
        for key in self.value:
            if key not in allowed:
                refuse(self.path, f"The field {seen(key)} is not known.", f"Known here: {', '.join(allowed)}.")
        for key in needed:
            if key not in self.value:
                refuse(self.path, f'The field "{key}" is missing.', "Add it.")
        return {k: Node(v, f"{self.path}.{k}" if self.path else k) for k, v in self.value.items()}

    def each(self, read: Callable[["Node"], T], most: int = MOST) -> tuple[T, ...]:
        """Read every entry of a list."""
        if not isinstance(self.value, list):
            refuse(self.path, f"{seen(self.value)} is not a list.", "Write it as [ ... ].")
        if len(self.value) > most:
            refuse(self.path, f"There are {len(self.value)} entries.", f"Give at most {most}.")
        return tuple(read(Node(value, f"{self.path}[{place}]")) for place, value in enumerate(self.value))

    def once(self, found: tuple[T, ...], name: Callable[[T], object] = lambda one: one) -> tuple[T, ...]:
        """Refuse a list that names the same thing twice."""
        if len({name(one) for one in found}) != len(found):
            refuse(self.path, "The same thing stands there twice.", "Give each once.")
        return found

    def word(self, pattern: re.Pattern[str], what: str) -> str:
        """Read a string of one form."""
        if not isinstance(self.value, str) or len(self.value) > LONGEST_NAME or not pattern.fullmatch(self.value):
            refuse(self.path, f"{seen(self.value)} is not {what}.", "See docs/visit.schema.json for examples.")
        return self.value

    def id(self, *kinds: str) -> str:
        """Read an id of one of these kinds."""
        found = self.word(_ID, f"an id such as {kinds[0]}.example")
        if found.partition(".")[0] not in kinds:
            refuse(self.path, f"{seen(found)} is of another kind.", f"Give an id of kind {' or '.join(kinds)}.")
        return found

    def choice(self, kind: type[E]) -> E:
        """Read one of the values of an enumeration."""
        if self.value not in list(kind):
            refuse(self.path, f"{seen(self.value)} is not a choice.", f"Choose one of: {', '.join(kind)}.")
        return kind(self.value)

    def flag(self) -> bool:
        """Read true or false."""
        if not isinstance(self.value, bool):
            refuse(self.path, f"{seen(self.value)} is neither true nor false.", "Write true or false.")
        return self.value

    def whole(self, low: int, high: int) -> int:
        """Read a whole number in a range."""
        if isinstance(self.value, bool) or not isinstance(self.value, int) or not low <= self.value <= high:
            cure = f"Give a whole number from {low} to {high}."
            refuse(self.path, f"{seen(self.value)} is not possible here.", cure)
        return self.value

    def text(self) -> str:
        """Read what a person typed: one line of writing, no markup, no control signs."""
        if not isinstance(self.value, str):
            refuse(self.path, f"{seen(self.value)} is not a text.", 'Write it in "quotes".')
        if not self.value.strip():
            refuse(self.path, "It is empty.", "Leave the field out or fill it in.")
        if len(self.value) > LONGEST_NAME:
            refuse(self.path, f"It has {len(self.value)} characters.", f"Give at most {LONGEST_NAME}.")
        if not all(map(_is_writing, self.value)):
            refuse(self.path, "It holds signs that are not writing.", "Use letters, digits and usual punctuation.")
        return unicodedata.normalize("NFC", " ".join(self.value.split()))


def _is_writing(sign: str) -> bool:
    joiners = "\u200c\u200d"
    return sign in joiners or (sign not in "<>[]{}\\" and unicodedata.category(sign)[0] != "C")
