"""Cold start to the first painted window and memory, beside applications for the desktop from PyPI, all in each round.

Run: python -m bench.desktop_peers [ROUNDS]        needs Xvfb, and requirements/peers.txt in build/peers

Measured as in `bench.startup`, from outside: from the start of the process to its first pixels in the middle of the
screen; where an application shows a splash first (novelWriter), that is the splash. Each starts with a home of its own
that the first start has filled. One that does not start says why.
"""

import os
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib.metadata import distributions
from pathlib import Path

from bench.startup import BARE, HOUSE, measured, screen, surroundings

PEERS = HOUSE / "build" / "peers"
QUIETLY = "import os; os.dup2(os.open(os.devnull, os.O_WRONLY), 1); "
STARTED = {
    "novelWriter": "from novelwriter import main; main([])",
    "ReText": "from ReText.__main__ import main; main()",
    "Vorta": "from vorta.__main__ import main; main()",
}
"""How each is started, as its own command does. Mu (mu-editor) is not here: it wants an older Python."""


def versions() -> Mapping[str, str]:
    """Give the versions of the peers that are installed, by their names in small letters."""
    return {one.metadata["Name"].lower(): one.version for one in distributions(path=[str(PEERS)])}


def commands() -> Mapping[str, Sequence[str]]:
    """Give the command of each program; ours is `main.py` itself."""
    known = versions()
    peers = {name: [sys.executable, "-c", QUIETLY + code] for name, code in STARTED.items() if name.lower() in known}
    return {
        "a bare PySide6 window": [sys.executable, "-c", BARE],
        "Teachback": [sys.executable, str(HOUSE / "main.py"), "--windowed", "--locale", "en"],
        **peers,
    }


def settings(name: str, folder: Path, display: str) -> Mapping[str, str]:
    """Give the environment of a start: a home of its own; the peers' packages for peers alone."""
    (folder / name / "home").mkdir(parents=True, exist_ok=True)
    around = dict(surroundings(folder / name, display))
    around |= {"QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": str(folder / name)}
    return around | ({"PYTHONPATH": str(PEERS)} if name in STARTED else {})


def rounds_of(number: int) -> tuple[dict[str, list[tuple[float, float]]], dict[str, str]]:
    """Start everything once to compile and settle, then in each round in chance order; give figures and faults."""
    found: dict[str, list[tuple[float, float]]] = {}
    faults: dict[str, str] = {}
    wanted = commands()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made, screen(Path(made)) as (display, seen):
        around = {name: settings(name, Path(made), display) for name in wanted}
        for name, command in wanted.items():
            try:
                measured(command, around[name], seen)
                found[name] = []
            except SystemExit as refused:
                faults[name] = str(refused).splitlines()[-1][:120]
        for _ in range(number):
            for name in random.sample(tuple(found), k=len(found)):
                found[name].append(measured(wanted[name], around[name], seen))
    return found, faults


def line(name: str, ours: Sequence[tuple[float, float]], bare: Sequence[tuple[float, float]]) -> str:
    """Write one row: medians, and the ratios to a bare window of the same round with their quartiles."""
    parts = [name]
    for place, form in ((0, "{:,.0f}"), (1, "{:,.0f}")):
        ratios = [mine[place] / theirs[place] for mine, theirs in zip(ours, bare, strict=True)]
        low, middle, high = statistics.quantiles(ratios, n=4)
        parts += [form.format(statistics.median(one[place] for one in ours)), f"{middle:.2f} ({low:.2f} to {high:.2f})"]
    return f"| {' | '.join(parts)} |"


def main(number: int) -> int:
    """Measure, and print a table; who is absent is named with the cure."""
    if shutil.which("Xvfb") is None:
        print("Xvfb is not installed. Run: sudo apt install xvfb")
        return 1
    found, faults = rounds_of(number)
    known = versions()
    bare = found["a bare PySide6 window"]
    print("| program | first pixels, ms | of bare (quartiles) | memory then, MiB | of bare (quartiles) |")
    print("|---|---|---|---|---|")
    for name, figures in found.items():
        print(line(f"{name} {known.get(name.lower(), '')}".strip(), figures, bare))
    print()
    for name, fault in faults.items():
        print(f"{name} {known.get(name.lower(), '')} did not start: {fault}")
    for name in STARTED:
        if name.lower() not in known:
            print(f"{name} is absent: run `make bench`, which puts it into build/peers")
    print(f"{number} rounds, {os.cpu_count()} processors. No version of Mu (mu-editor) installs on this Python.")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 8))
