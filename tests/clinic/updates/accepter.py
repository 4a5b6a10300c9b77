"""A process that keeps accepting one store after another, and going back, until it is killed."""

import itertools
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from clinic.updates.shelf import Shelf

WHOLE = 100_000


def main(folder: Path) -> None:
    """Stage, accept, now and then go back, for ever."""
    shelf = Shelf(folder)
    for number in itertools.count():
        staged = folder / ".staged.new"
        staged.write_bytes(bytes([number % 256]) * WHOLE)
        shelf.accept(staged.replace(folder / f"content-{number % 7}.db"))
        if number % 3 == 2:
            shelf.roll_back()
        sys.stdout.write(".")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
