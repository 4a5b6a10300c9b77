"""An usher with processes that need no window: `usher_play.py FOLDER PATIENCE ACT …`, the n-th plays the n-th act.

What they do is written to FOLDER/seen, who they are to FOLDER/0.pid, FOLDER/1.pid …
"""

import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from clinic.usher import OUT_OF_DATE, Line, Usher


class Play:
    """What each process does, by its number."""

    def __init__(self, folder: Path, acts: Sequence[Callable[["Play", Line], int]]) -> None:
        self._folder, self._acts = folder, acts

    def __call__(self, line: Line) -> int:
        number = len(list(self._folder.glob("*.pid")))
        (self._folder / f"{number}.pid").write_text(str(os.getpid()))
        act = self._acts[min(number, len(self._acts) - 1)]
        os._exit(act(self, line))

    def note(self, what: str) -> None:
        with (self._folder / "seen").open("a") as seen:
            seen.write(f"{what}\n")


def told(line: Line) -> str:
    heard = os.read(line.hears, 4096)
    return heard.decode().strip()


def visit(play: Play, line: Line) -> int:
    """Finish a visit and wait to be ended."""
    line.say("shown")
    line.say("warm")
    time.sleep(0.2)
    line.say("done", "0abc")
    play.note(f"told {told(line)}")
    return 0


def crash(play: Play, line: Line) -> int:
    line.say("shown")
    line.say("warm")
    time.sleep(0.2)
    os.kill(os.getpid(), signal.SIGKILL)
    return 1


def leave(play: Play, line: Line) -> int:
    """Stand by, be shown, and be left by staff."""
    line.say("ready")
    play.note(told(line))
    line.say("shown")
    time.sleep(0.2)
    return 0


def out_of_date(play: Play, line: Line) -> int:
    line.say("ready")
    play.note(f"late: {told(line)}")
    return OUT_OF_DATE


def never_ready(play: Play, line: Line) -> int:
    time.sleep(60)
    return 1


def broken(play: Play, line: Line) -> int:
    play.note("broken")
    return 1


def fail(play: Play, line: Line) -> int:
    """Do not even start."""
    return 3


def alone(play: Play, line: Line) -> int:
    """Be the first, and be left by staff while another gets ready."""
    play.note(line.how)
    line.say("shown")
    line.say("warm")
    time.sleep(0.2)
    return 0


def main(folder: Path, patience: float, names: Sequence[str]) -> int:
    """Play."""
    play = Play(folder, [globals()[name] for name in names])
    return Usher(play, note=lambda status: play.note(f"noted {status}"), patience=patience).run()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), float(sys.argv[2]), sys.argv[3:]))
