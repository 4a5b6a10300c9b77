"""How long authors and translators wait: read, check and build the real pack with every translation there is.

Run: python -m bench.content [ROUNDS]
"""

import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median

from commands.content import read, translations
from commands.places import Places
from content.build import build
from content.check import check

HOUSE = Path(__file__).parents[1]


def main(rounds: int) -> int:
    """Print the table."""
    places, today = Places(HOUSE), date.today()
    taken: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "content.db")
        for _ in range(rounds):
            began = time.perf_counter()
            pack = read(places, today)
            steps = [("read the sources", time.perf_counter())]
            check(pack, today)
            steps.append(("run every writing rule", time.perf_counter()))
            told = translations(places)
            steps.append(("read and check the translations", time.perf_counter()))
            built = build(pack, told, store)
            steps.append(("build the store", time.perf_counter()))
            for name, end in steps:
                taken.setdefault(name, []).append(end - began)
                began = end
        size = store.stat().st_size / 1e6
    print(f"{sum(built.counts.values()):,} items, {len(told) + 1} languages, store of {size:.1f} MB, {rounds} rounds\n")
    print("| step | seconds, median | all |\n|---|---|---|")
    for name, seconds in taken.items():
        print(f"| {name} | {median(seconds):.2f} | {', '.join(f'{one:.2f}' for one in seconds)} |")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3))
