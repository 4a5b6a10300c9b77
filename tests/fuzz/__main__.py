"""Fuzz every door for a while and keep what gets one of them to fall over.

Run: python -m tests.fuzz [--seconds 600] [DOOR …]        or `make fuzz`

Hypothesis spoils good inputs and makes each find as small as it can. A find is kept under `tests/fuzz/crashes/DOOR/`:
from then on the tests knock with it again.
"""

import argparse
import hashlib
import math
import random
import sys
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.changes import misplaced, spoiled
from tests.fuzz.door import Door
from tests.fuzz.doors import doors

CRASHES: Final = Path(__file__).parent / "crashes"
ROUND: Final = 200
SLOW_SECONDS: Final = 5.0
SHRINK_SECONDS: Final = 20.0
RULES: Final = settings(
    max_examples=ROUND, deadline=None, database=None, report_multiple_bugs=False, print_blob=False,
    suppress_health_check=list(HealthCheck), phases=(Phase.generate, Phase.shrink),
)  # fmt: skip


@dataclass
class Watch:
    """What was seen at one door: knocks, guests let in, the slowest knock, and finds by where they fell over."""

    door: Door
    knocks: int = 0
    guests: int = 0
    slowest: float = 0
    finds: dict[str, bytes] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    until: float = 0
    end: float = math.inf

    def knock(self, data: bytes) -> None:
        """Knock once; keep the smallest find of each fault. Raises: a new fault, while there is time to shrink."""
        if time.monotonic() > self.end:
            return
        began = time.process_time()
        self.knocks += 1
        try:
            self.guests += self.door.knock(data)
            took = time.process_time() - began
            self.slowest = max(self.slowest, took)
            if took > SLOW_SECONDS:
                raise TimeoutError(f"{took:.1f} s")
        except Exception as problem:
            where = place(problem)
            if where in self.known:
                return
            if where not in self.finds:
                print(f"{self.door.name}: {where}: {str(problem)[:200]}", flush=True)
                traceback.print_tb(problem.__traceback__, limit=-4)
            self.finds[where] = min(data, self.finds.get(where, data), key=len)
            if time.monotonic() < self.until:
                raise

    def round(self, number: int) -> None:
        """Knock some hundred times; what falls over is made small for a while, and then known."""
        inputs = spoiled(self.door.seeds)
        if self.door.form != "text":
            inputs |= misplaced(self.door.seeds, self.door.form)
        self.until = time.monotonic() + SHRINK_SECONDS
        with suppress(Exception):  # told and kept where it was found
            RULES(seed(number)(given(inputs)(self.knock)))()
        self.known.update(self.finds)

    def keep(self) -> None:
        """Write the finds where the tests knock with them."""
        for data in self.finds.values():
            (CRASHES / self.door.name).mkdir(parents=True, exist_ok=True)
            (CRASHES / self.door.name / hashlib.sha256(data).hexdigest()[:12]).write_bytes(data)


def place(problem: Exception) -> str:
    """Say where an exception came from, so that one fault is told once."""
    frame = traceback.extract_tb(problem.__traceback__)[-1]
    return f"{type(problem).__name__} at {Path(frame.filename).name}:{frame.lineno}"


def watched(only: list[str], seconds: float, workshop: Path) -> list[Watch]:
    """Go from door to door until the time is over."""
    end, number = time.monotonic() + seconds, random.randrange(2**32)
    watches = [Watch(door, end=end) for door in doors(workshop, tuple(only))]
    while time.monotonic() < end:
        for watch in watches:
            if time.monotonic() < end:
                watch.round(number)
                number += 1
    return watches


def main(arguments: list[str]) -> int:
    """Fuzz, print a table, keep the finds; 1 where there are any."""
    options = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Fuzz every door for a while.")
    options.add_argument("--seconds", type=float, default=600)
    options.add_argument("doors", nargs="*")
    asked = options.parse_args(arguments)
    with TemporaryDirectory() as folder:
        watches = watched(asked.doors, asked.seconds, Path(folder))
    print(f"{'door':12}{'knocks':>9}{'let in':>9}{'slowest':>10}{'finds':>7}")
    for watch in watches:
        watch.keep()
        print(f"{watch.door.name:12}{watch.knocks:9}{watch.guests:9}{watch.slowest * 1000:7.0f} ms{len(watch.finds):7}")
    return 1 if any(watch.finds for watch in watches) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
