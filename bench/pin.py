"""How long a right and a wrong PIN take to judge: the ratio in each round, so that a busy machine slows both alike.

Run: python -m bench.pin [ROUNDS]

Each round judges every guess once, in a new order; time is the processor's, then the clock's with both writes to disk.
"""

import random
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from clinic.pin import PinFile

RIGHT = "2580"
GUESSES = {
    "right again": RIGHT,
    "last digit wrong": "2581",
    "all wrong": "7913",
    "one digit": "7",
    "12 digits": "7" * 12,
}
NOW = 1_800_000_000


def took(file: PinFile, guess: str) -> tuple[float, float]:
    """Judge a guess; give the seconds of the processor and of the clock."""
    processor, clock = time.process_time(), time.perf_counter()
    file.is_right(guess, NOW)
    return time.process_time() - processor, time.perf_counter() - clock


def measured(rounds: int) -> dict[str, list[tuple[float, float]]]:
    """Judge every guess in each round, in a new order; the right one clears the count in between."""
    chance, found = random.Random(8), {name: [] for name in ("right", *GUESSES)}
    with tempfile.TemporaryDirectory() as name:
        file = PinFile(Path(name) / "pin")
        file.choose(RIGHT)
        for _ in range(rounds):
            turn = [("right", RIGHT), *GUESSES.items()]
            chance.shuffle(turn)
            for kind, guess in turn:
                found[kind].append(took(file, guess))
                file.is_right(RIGHT, NOW)
    return found


def main(rounds: int) -> None:
    """Print each guess against the right one."""
    found = measured(rounds)
    right = found["right"]
    print(f"a right PIN: {1000 * median(took for took, _clock in right):.0f} ms of the processor; {rounds} rounds")
    print("\n| guess | processor, ratio to right, median [quartiles] | clock, with the writes |\n|---|---|---|")
    for name in GUESSES:
        cells = []
        for part in (0, 1):
            ratios = [one[part] / beside[part] for one, beside in zip(found[name], right, strict=True)]
            low, middle, high = quantiles(ratios, n=4)
            cells.append(f"{middle:.3f} [{low:.3f}–{high:.3f}]")
        print(f"| {name} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
