"""A process that keeps writing what staff keep and says each time that it did, until it is killed."""

import itertools
import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from clinic.counts import add
from clinic.settings import Settings, write
from clinic.staff_store import open_store


def main(folder: Path) -> None:
    """Write for ever; one line for each row that is on the disk."""
    store = open_store(folder / "staff.db")
    for number in itertools.count():
        add(store, ["visit"], date(2026, 11, 22))
        sys.stdout.write(".")
        sys.stdout.flush()
        write(Settings(clinic_name=f"Clinic {number}" * 10), folder / "settings.toml")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
