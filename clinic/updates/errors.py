"""Why a pack is refused; each carries the facts, ui finds the words.

UpdateRefused
├── PackMissing      there is no pack in this folder
├── PackIncomplete   a file is absent or shorter than signed: the copy stopped half-way
├── PackTampered     a file is not what was signed
├── PackNotOurs      too few of the keys we trust signed it
├── PackExpired      it was good until a day that is over
├── PackOlder        we saw a newer one already
├── PackUnreadable   the stick or the folder cannot be read
├── PackTooLarge     a file goes on beyond what was signed or is allowed
├── ClockWrong       this machine's clock is behind what it already showed
└── NoRoom           our own disk is full or read-only
"""

from datetime import datetime


class UpdateRefused(Exception):
    """A pack is not taken; what runs stays. Carries the file or part it is about."""

    def __init__(self, part: str = "") -> None:
        super().__init__(part)
        self.part = part


class PackMissing(UpdateRefused):
    """There is no pack in this folder."""


class PackIncomplete(UpdateRefused):
    """A file is absent or shorter than it was signed."""


class PackTampered(UpdateRefused):
    """A file is not what was signed."""


class PackNotOurs(UpdateRefused):
    """Too few of the keys we trust signed it."""


class PackExpired(UpdateRefused):
    """What signs the pack was good until a day that is over."""


class PackOlder(UpdateRefused):
    """A newer one was seen on this machine already."""


class PackUnreadable(UpdateRefused):
    """The stick or the folder cannot be read."""


class PackTooLarge(UpdateRefused):
    """A file goes on beyond what was signed or is allowed."""


class NoRoom(UpdateRefused):
    """The machine's own disk is full or read-only."""


class ClockWrong(UpdateRefused):
    """The machine's clock is behind what it showed at the last look; carries both times."""

    def __init__(self, now: datetime, known: datetime) -> None:
        super().__init__("clock")
        self.now = now
        self.known = known
