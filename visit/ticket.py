"""Hand-off tickets: six characters that reopen what staff composed, until closing time, with nobody's identity inside.

Source of the alphabet and the check: Crockford, Base 32. The check value is the number modulo 37; we hand out only
numbers whose check is a letter or digit, so that every ticket can be typed on any keyboard.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from content.model import Depth
from visit.visit import Opened, Visit

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 6
PRIME: Final = 37
NUMBERS: Final = 32 ** (LENGTH - 1)
TRIES: Final = 10_000
_ALIKE: Final = str.maketrans("OIL", "011", " -")
_SIGNS: Final = frozenset(ALPHABET)
_DIGITS: Final = str.maketrans(ALPHABET, "0123456789abcdefghijklmnopqrstuv")


class TicketError(Exception):
    """A ticket that opens nothing; carries what was typed."""

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


class NotATicket(TicketError):
    """What was typed does not have six letters and digits."""


class Mistyped(TicketError):
    """One of the characters is wrong."""


class NotHandedOut(TicketError):
    """The characters fit, but nobody handed this ticket out here today."""


class TicketClosed(TicketError):
    """The ticket was for another day."""


class NoTicketLeft(RuntimeError):
    """Every number that was tried is taken."""


@dataclass(frozen=True, slots=True)
class Composition:
    """What staff put together: no name, no medicine, nothing about a person."""

    locale: str = "en"
    beside: str | None = None
    bundle: str | None = None
    guides: tuple[tuple[str, Depth], ...] = ()
    quizzes: tuple[str, ...] = ()
    text_pt: int = 12


def opened(composition: Composition) -> Visit:
    """Give the visit a ticket opens: what staff chose, and nothing about a person."""
    return Visit(
        locale=composition.locale,
        beside=composition.beside,
        text_pt=composition.text_pt,
        bundle=composition.bundle,
        guides=tuple(Opened(guide, depth) for guide, depth in composition.guides),
        quizzes=composition.quizzes,
    )


def composed(visit: Visit) -> Composition:
    """Take from a visit what a ticket may hold; everything about the person stays behind."""
    guides = tuple((one.guide, one.depth) for one in visit.guides)
    return Composition(visit.locale, visit.beside, visit.bundle, guides, visit.quizzes, visit.text_pt)


def fresh(draw: Callable[[int], int]) -> int:
    """Draw a number that can be written as a ticket. Raises: NoTicketLeft where the draw never gives one."""
    for _try in range(TRIES):
        drawn = draw(NUMBERS)
        if code(drawn) is not None:
            return drawn
    raise NoTicketLeft


def code(number: int) -> str | None:
    """Write a number as a ticket, or None where its check is none of our characters."""
    check = number % PRIME
    if check >= len(ALPHABET):
        return None
    shown = "".join(ALPHABET[number >> 5 * place & 31] for place in range(LENGTH - 2, -1, -1))
    return shown + ALPHABET[check]


def number(typed: str) -> int:
    """Read a ticket as people type it: small letters, O for 0, I or L for 1, gaps. Raises: NotATicket, Mistyped."""
    plain = "".join(typed.split()).upper().translate(_ALIKE)
    if len(plain) != LENGTH or not _SIGNS.issuperset(plain):
        raise NotATicket(typed)
    found = int(plain[:-1].translate(_DIGITS), 32)
    if found % PRIME != ALPHABET.index(plain[-1]):
        raise Mistyped(typed)
    return found


@dataclass(slots=True)
class Desk:
    """The tickets of a day, in memory. `draw` gives a random number below its argument, such as `secrets.randbelow`."""

    draw: Callable[[int], int]
    _open: dict[int, tuple[Composition, datetime]] = field(default_factory=dict)

    def hand_out(self, composition: Composition, closes: datetime) -> str:
        """Give a ticket for a composition. Raises: NoTicketLeft."""
        for _try in range(TRIES):
            drawn = fresh(self.draw)
            if drawn not in self._open:
                self._open[drawn] = (composition, closes)
                return code(drawn) or ""
        raise NoTicketLeft

    def reopen(self, typed: str, now: datetime) -> Composition:
        """Give what a ticket stands for. Raises: NotATicket, Mistyped, NotHandedOut, TicketClosed."""
        found = self._open.get(number(typed))
        if found is None:
            raise NotHandedOut(typed)
        composition, closes = found
        if now >= closes:
            raise TicketClosed(typed)
        return composition

    def close(self, now: datetime) -> None:
        """Forget every ticket that is over."""
        self._open = {drawn: kept for drawn, kept in self._open.items() if now < kept[1]}
