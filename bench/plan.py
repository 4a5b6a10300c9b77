"""How long the plan of a full visit takes, against bare reads of the same items from the same store.

Run `python -m bench.plan`. Limits: plan 5 ms; the sheet in words is reported beside it.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from pathlib import Path
from statistics import median
from typing import Any

from content.build import build
from content.library import Library
from content.model import KINDS, Item
from content.source import read_pack
from visit.plan import plan
from visit.sheet import sheet
from visit.visit_json import read
from visit.wording import ENGLISH

ROOT = Path(__file__).parents[1]
TIMES = 100
LIMIT_MS = 5.0


def milliseconds(work: Callable[[], object]) -> float:
    """Give the middle of many runs."""

    def once() -> float:
        began = time.perf_counter()
        work()
        return (time.perf_counter() - began) * 1000

    return median(once() for _ in range(TIMES))


def named(value: Any, known: set[str]) -> set[str]:
    """Collect the ids a plan names."""
    if isinstance(value, str):
        return {value} & known
    if isinstance(value, tuple):
        return set().union(*(named(one, known) for one in value))
    if is_dataclass(value):
        return set().union(*(named(getattr(value, field.name), known) for field in fields(value)))
    return set()


def main() -> int:
    """Print the figures; 1 where the plan is too slow."""
    visit = read((ROOT / "tests/visits/warfarin.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "content.db"
        build(read_pack(ROOT / "content/packs/bone-health", ROOT / "resources/pictures"), {}, path)
        library = Library.open(path)
        began = time.perf_counter()
        made = plan(visit, library)
        first = (time.perf_counter() - began) * 1000
        kinds: dict[str, type[Item]] = {kind.kind: kind for kind in KINDS}
        ids = named(made, {one for kind in KINDS for one in library.ids(kind)})
        warm = milliseconds(lambda: plan(visit, library))
        reads = milliseconds(lambda: [library.get(kinds[one.partition(".")[0]], one) for one in ids])
        cold = milliseconds(lambda: _read_anew(path, kinds, ids))
        words = milliseconds(lambda: sheet(made, visit, library, ENGLISH))
        library.close()
    print(f"full visit: {len(made.blocks)} blocks, {len(made.left_out)} left out, {len(ids)} items named")
    print(f"plan, warm                      {warm:7.2f} ms   (limit {LIMIT_MS} ms)")
    print(f"plan, first in the process      {first:7.2f} ms")
    print(f"sheet in words, warm            {words:7.2f} ms")
    print(f"bare read of those items, warm  {reads:7.2f} ms")
    print(f"bare read of those items, cold  {cold:7.2f} ms")
    return 0 if warm <= LIMIT_MS else 1


def _read_anew(path: Path, kinds: dict[str, type[Item]], ids: set[str]) -> None:
    library = Library.open(path)
    for one in ids:
        library.get(kinds[one.partition(".")[0]], one)
    library.close()


if __name__ == "__main__":
    sys.exit(main())
