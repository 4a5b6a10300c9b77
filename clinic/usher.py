"""A process for each visit: the usher lets the next one in when one has gone, and never looks at a visit itself.

What somebody typed stays in the memory of a process until the process ends, whatever is cleared. So the usher, a small
process without a window, keeps two others: the one in front, and one that waits hidden with everything loaded.

    usher ─┬─ in front    says: shown, warm, done PLACE       is told: stay
           └─ stand-by    says: ready, shown, …               is told: show HOW PLACE

Each line ends with a newline. PLACE is where the window stood. A process that hears nothing more ends at once.
"""

import os
import signal
import sys
from collections.abc import Callable
from enum import StrEnum
from select import select
from typing import Final, NamedTuple, NoReturn

from clinic.privacy import end_with_parent

OUT_OF_DATE: Final = 75
"""The status of a stand-by that was told to show itself and saw that staff changed something since it was loaded."""
_MOST_FAILURES: Final = 3
_FAILED: Final = 1


class How(StrEnum):
    """Why a process begins: as the first, to wait, after a visit that ended well, or after one that broke off."""

    FIRST = "first"
    WAIT = "wait"
    NEXT = "next"
    FAULT = "fault"


class Line(NamedTuple):
    """A process's way to its usher: the descriptors it hears and speaks by, and how it begins."""

    hears: int
    speaks: int
    how: How

    def say(self, *words: str) -> None:
        """Say one line."""
        os.write(self.speaks, (" ".join(words) + "\n").encode("ascii"))


class _Seat:
    """A process as the usher sees it."""

    def __init__(self, pid: int, hears: int, speaks: int) -> None:
        self.pid, self.hears, self.speaks = pid, hears, speaks
        self.heard = b""
        self.was_shown = self.is_ready = self.is_told = False

    def tell(self, line: str) -> None:
        try:
            os.write(self.speaks, f"{line}\n".encode("ascii"))
        except BrokenPipeError:
            return  # it has gone; its end is heard soon

    def dismiss(self) -> int:
        """End the process at once, and give its status if it had ended itself."""
        os.kill(self.pid, signal.SIGKILL)
        return self.leave()

    def leave(self) -> int:
        """Let go of a process that ended; give its status."""
        os.close(self.hears)
        os.close(self.speaks)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def can_usher() -> bool:
    """Tell whether this system starts a process as a copy of another. Only Linux is tried."""
    return sys.platform == "linux"


class Usher:
    """Keeps the two processes. `perform` is what a process does, and gives its status.

    `note` hears the status of one that broke off; `patience` is how many seconds a stand-by may take to get ready.
    """

    def __init__(
        self, perform: Callable[[Line], int], note: Callable[[int], None] = lambda _status: None, patience: float = 60
    ) -> None:
        self._perform, self._note, self._patience = perform, note, patience
        self._front: _Seat | None = None
        self._next: _Seat | None = None
        self._wanted = ""
        self._failures = 0
        self._status: int | None = None

    def run(self) -> int:
        """Let one visit follow another until staff leave; give the status."""
        own = os.getpid()
        try:
            self._front = self._seat(How.FIRST)
            while self._status is None:
                self._listen()
            return self._status
        finally:
            if os.getpid() == own:  # not in a process that was let in
                for seat in (self._front, self._next):
                    if seat:
                        seat.dismiss()

    def _seat(self, how: How) -> _Seat:
        """Start a process."""
        hears, its_speaks = os.pipe()
        its_hears, speaks = os.pipe()
        usher = os.getpid()
        pid = os.fork()
        if not pid:
            end_with_parent(usher)
            for descriptor in (hears, speaks, *self._descriptors()):
                os.close(descriptor)
            self._act(Line(its_hears, its_speaks, how))
        os.close(its_speaks)
        os.close(its_hears)
        return _Seat(pid, hears, speaks)

    def _act(self, line: Line) -> NoReturn:
        """Be a process that was let in, and nothing of the usher."""
        self._front = self._next = None
        raise SystemExit(self._perform(line))

    def _descriptors(self) -> tuple[int, ...]:
        return tuple(one for seat in (self._front, self._next) if seat for one in (seat.hears, seat.speaks))

    def _listen(self) -> None:
        seats = {seat.hears: seat for seat in (self._front, self._next) if seat}
        patience = self._patience if self._wanted else None
        heard, _, _ = select(list(seats), [], [], patience)
        if not heard and self._next:  # it hangs
            self._next.dismiss()
            self._lose_next(_FAILED)
        for one in heard:
            if seats[one] in (self._front, self._next):
                self._hear(seats[one])

    def _hear(self, seat: _Seat) -> None:
        found = os.read(seat.hears, 4096)
        *lines, seat.heard = (seat.heard + found).split(b"\n")
        for line in lines:
            word, _, rest = line.decode("ascii").partition(" ")
            self._take(seat, word, rest)
        if not found:
            self._take_leave(seat)

    def _take(self, seat: _Seat, word: str, rest: str) -> None:
        match word:
            case "shown" if seat is self._next:
                self._change_places(seat)
            case "shown":
                seat.was_shown = True
            case "warm" if seat is self._front and self._next is None:
                self._next = self._seat(How.WAIT)
            case "ready":
                seat.is_ready = True
                self._let_in()
            case "done" if seat is self._front:
                self._wanted = f"show {How.NEXT} {rest}"
                self._let_in()

    def _change_places(self, seat: _Seat) -> None:
        before, self._front, self._next = self._front, seat, None
        seat.was_shown = True
        self._wanted, self._failures = "", 0
        if before:
            before.dismiss()

    def _let_in(self) -> None:
        """Let the stand-by in where it is wanted and ready; start one where there is none."""
        if not self._wanted:
            return
        if self._next is None:
            self._next = self._seat(How.WAIT)
        elif self._next.is_ready and not self._next.is_told:
            self._next.is_told = True
            self._next.tell(self._wanted)

    def _take_leave(self, seat: _Seat) -> None:
        status = seat.leave()
        if seat is self._next:
            self._lose_next(status)
            return
        self._front = None
        if status == 0 or not seat.was_shown:
            self._status = abs(status)
            return
        self._note(status)
        self._wanted = self._wanted or f"show {How.FAULT} "
        self._let_in()

    def _lose_next(self, status: int) -> None:
        """Try again while somebody waits; where it fails again and again, the one in front stays, or all ends."""
        self._next = None
        self._failures += status != OUT_OF_DATE
        if self._failures < _MOST_FAILURES:
            self._let_in()
        elif self._front:
            self._wanted, self._failures = "", 0
            self._front.tell("stay")
        else:
            self._status = _FAILED
