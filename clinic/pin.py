"""The staff's PIN: a slow hash and a lock-out that outlives a restart.

Six digits are quickly tried against the file itself, so the file is only readable by its owner, and the count of wrong
tries is written before a guess is judged: switching the machine off does not win a try back. Who forgot the PIN deletes
the file, which needs the machine's own account.
"""

import hashlib
import hmac
import json
import secrets
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from clinic.whole_file import write_whole

SHORTEST: Final = 4
LONGEST: Final = 12
FREE_TRIES: Final = 5
FIRST_WAIT: Final = 30
LONGEST_WAIT: Final = 3600
_MOST_DOUBLINGS: Final = (LONGEST_WAIT // FIRST_WAIT).bit_length()
"""More change nothing, and a file that was tampered with may count any number of tries."""
_COST: Final = 2**15
_MEMORY: Final = 64 * 1024 * 1024


class PinRefused(Exception):
    """A PIN was not accepted as a new one; carries the reason in words."""


class PinLocked(Exception):
    """Too many wrong tries; carries the seconds to wait."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"{seconds} s")
        self.seconds = seconds


class PinDamaged(Exception):
    """The PIN's file cannot be read; carries the file."""

    def __init__(self, file: Path) -> None:
        super().__init__(file.name)
        self.file = file


@dataclass(frozen=True, slots=True)
class _Kept:
    salt: str
    digest: str
    wrong: int = 0
    locked_until: float = 0


def _digest(pin: str, salt: str) -> str:
    return hashlib.scrypt(pin.encode(), salt=bytes.fromhex(salt), n=_COST, r=8, p=1, maxmem=_MEMORY).hex()


def _wait(wrong: int) -> int:
    over = wrong - FREE_TRIES
    return 0 if over < 0 else min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(over, _MOST_DOUBLINGS))


@dataclass(frozen=True, slots=True)
class PinFile:
    """The file that keeps the PIN's hash and the wrong tries."""

    path: Path

    def is_set(self) -> bool:
        """Tell whether staff chose a PIN already."""
        return self.path.exists()

    def choose(self, pin: str) -> None:
        """Set a new PIN. Raises: PinRefused, OSError."""
        if not (pin.isascii() and pin.isdigit() and SHORTEST <= len(pin) <= LONGEST):
            raise PinRefused(f"{SHORTEST} to {LONGEST} digits")
        if len(set(pin)) == 1 or pin in "01234567890123456789" or pin in "98765432109876543210":
            raise PinRefused("not all the same and not in a row")
        salt = secrets.token_hex(16)
        self._keep(_Kept(salt, _digest(pin, salt)))

    def is_right(self, pin: str, now: float) -> bool:
        """Judge a guess; `now` in seconds since 1970. Raises: PinLocked, PinDamaged, OSError.

        A try that cannot be counted is not judged. A clock set back does not open the lock: it is then measured from
        the new time.
        """
        kept = self._kept()
        if kept.locked_until > now:
            until = min(kept.locked_until, now + _wait(kept.wrong))
            if until < kept.locked_until:
                self._keep(replace(kept, locked_until=until))
            raise PinLocked(int(until - now) + 1)
        wait = _wait(kept.wrong + 1)
        tried = replace(kept, wrong=kept.wrong + 1, locked_until=now + wait if wait else 0)
        self._keep(tried)
        is_right = hmac.compare_digest(_digest(pin[:LONGEST], kept.salt), kept.digest)
        self._keep(replace(kept, wrong=0, locked_until=0) if is_right else tried)  # either way the same work
        return is_right

    def _kept(self) -> _Kept:
        try:
            kept = _Kept(**json.loads(self.path.read_text(encoding="ascii")))
            for half in (kept.salt, kept.digest):
                bytes.fromhex(half)
            return replace(kept, wrong=int(kept.wrong), locked_until=float(kept.locked_until))
        except (OSError, ValueError, TypeError, OverflowError) as error:  # Infinity is a number to JSON
            raise PinDamaged(self.path) from error

    def _keep(self, kept: _Kept) -> None:
        write_whole(self.path, json.dumps(asdict(kept)).encode("ascii"), 0o600)
