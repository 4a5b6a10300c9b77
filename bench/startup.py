"""Cold start to the first painted screen and memory, against a bare PySide6 window, paired in shuffled rounds.

Run: python -m bench.startup [ROUNDS] [locale]        needs Xvfb

Seen from outside, with nothing added to either program: the clock runs from the start of the process until its first
pixels stand in the screen's memory. Ours is `main.py` itself, with everything it looks at before it shows itself. Both
start from compiled bytecode, as anything installed does; one start of each before the first round compiles it.
"""

import mmap
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

HOUSE = Path(__file__).parents[1]
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.resize(1280, 800)
window.show()
sys.exit(application.exec())
"""
SCREEN = "1280x800x24"
LONGEST = 60.0
A_BREATH = 0.0005
STEADY_LOOKS, A_LOOK = 20, 0.01


@contextmanager
def screen(folder: Path) -> Iterator[tuple[str, mmap.mmap]]:
    """Run a screen of our own; give its name and its pixels."""
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", SCREEN, "-fbdir", str(folder)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        assert server.stdout is not None
        name = f":{server.stdout.readline().strip()}"
        with (folder / "Xvfb_screen0").open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as seen:
            yield name, seen
    finally:
        server.terminate()
        server.wait()


def middle(seen: mmap.mmap) -> bytes:
    """Give some lines from the middle of the screen."""
    return seen[len(seen) // 2 : len(seen) // 2 + 40_000]


def painter(pid: int) -> int:
    """Give the process that painted: ours is let in by an usher, a process without a window."""
    let_in = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return int(let_in[0]) if let_in else pid


def measured(command: Sequence[str], around: Mapping[str, str], seen: mmap.mmap) -> tuple[float, float]:
    """Start one program; give milliseconds to its first pixels and its memory then, in MiB."""
    before = middle(seen)
    began = time.perf_counter()
    program = subprocess.Popen(command, env=around, stderr=subprocess.PIPE)
    try:
        while middle(seen) == before:
            if program.poll() is not None or time.perf_counter() - began > LONGEST:
                sys.exit(f"nothing was painted: {program.stderr.read().decode() if program.stderr else ''}")
            time.sleep(A_BREATH)
        took = (time.perf_counter() - began) * 1000
        pages = int(Path(f"/proc/{painter(program.pid)}/statm").read_text().split()[1])
    finally:
        program.kill()
        program.communicate()
    wiped(seen, before)
    return took, pages * resource.getpagesize() / 2**20


def wiped(seen: mmap.mmap, before: bytes) -> None:
    """Wait until the screen is as it was and stays so: under load, the last words of a killed program come late."""
    looks = 0
    while looks < STEADY_LOOKS:
        looks = looks + 1 if middle(seen) == before else 0
        time.sleep(A_LOOK)


def surroundings(folder: Path, display: str) -> Mapping[str, str]:
    """Give the environment of a start: ours, with a folder for bytecode that is really written to, and a home."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    made = {"PYTHONPYCACHEPREFIX": folder / "bytecode", "HOME": folder / "home", "DISPLAY": display}
    return kept | {name: str(value) for name, value in made.items()}


def tell(name: str, unit: str, bare: Sequence[float], ours: Sequence[float]) -> None:
    """Print one line: both medians, and the ratio in each round."""
    low, middle_one, high = statistics.quantiles([mine / theirs for mine, theirs in zip(ours, bare, strict=True)], n=4)
    print(
        f"{name}: bare {statistics.median(bare):.0f} {unit}, ours {statistics.median(ours):.0f} {unit}, "
        f"ratio {middle_one:.2f} [{low:.2f}–{high:.2f}] over {len(bare)} rounds"
    )


def main(rounds: int, locale: str) -> int:
    """Measure both in each round, in chance order; print medians, quartiles and ratios."""
    if shutil.which("Xvfb") is None:
        print("Xvfb is not installed. Run: sudo apt install xvfb")
        return 1
    commands = {
        "bare": [sys.executable, "-c", BARE],
        "ours": [sys.executable, str(HOUSE / "main.py"), "--windowed", "--locale", locale],
    }
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as made, screen(Path(made)) as (display, seen):
        around = surroundings(Path(made), display)
        for command in commands.values():
            measured(command, around, seen)
        for _ in range(rounds):
            for name in random.sample(tuple(commands), k=len(commands)):
                found[name].append(measured(commands[name], around, seen))
    for place, (name, unit) in enumerate((("first paint", "ms"), ("memory", "MiB"))):
        tell(f"{name}, {locale}", unit, *([one[place] for one in found[who]] for who in ("bare", "ours")))
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 12, sys.argv[2] if len(sys.argv) > 2 else "en"))
