"""Print and examine every bundle in every setting, whole and cut to its usual pages.

Run: python -m tests.handouts.full_matrix [--part 1/3] [--length usual|whole]
"""

import sys
from argparse import ArgumentParser
from itertools import islice
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from matrix import Findings, bundles_of, every, examined, wave_store  # noqa: E402

from content.library import Library  # noqa: E402
from content.source import read_pack  # noqa: E402

_LENGTHS = {"usual": None, "whole": 0}


def main() -> int:
    """Say what was found, a line for each fault, then the figures."""
    options = ArgumentParser(description=__doc__)
    options.add_argument("--part", default="1/1", metavar="I/N", help="only every Nth file, from the Ith on")
    options.add_argument("--length", choices=_LENGTHS, help="only files cut to their usual pages, or only whole ones")
    given = options.parse_args()
    part, parts = (int(each) for each in given.part.split("/"))
    lengths = [_LENGTHS[given.length]] if given.length else list(_LENGTHS.values())
    begin = perf_counter()
    pack = read_pack(ROOT / "content/packs/bone-health", ROOT / "resources/pictures")
    found: list[Findings] = []
    with TemporaryDirectory() as folder:
        library = Library.open(wave_store(pack, Path(folder, "content.db")))
        cases = (case for pages in lengths for case in every(bundles_of(library), pages))
        for case in islice(cases, part - 1, None, parts):
            found.append(examined(case, library, Path(folder)))
            if len(found) % 40 == 0:
                print(f"{len(found)} files, {sum(bool(each.faults) for each in found)} with faults", flush=True)
            for fault in found[-1].faults:
                print(f"{case}, {'whole' if case.pages == 0 else 'cut'}: {fault[:160]}", flush=True)
    likes = [each.likeness for each in found]
    faulty = sum(bool(each.faults) for each in found)
    print(f"{len(found)} files, {sum(each.pages for each in found)} pages, {faulty} with faults")
    print(f"read back: {len(likes)} files, likeness at least {min(likes):.4f}, mean {mean(likes):.4f}")
    print(f"{perf_counter() - begin:.0f} s")
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())
