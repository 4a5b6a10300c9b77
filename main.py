"""Start Teachback: the application, or one of its commands."""

import gc
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parent
if str(HOUSE) not in sys.path:
    sys.path.insert(0, str(HOUSE))  # the packages beside this file


def run() -> int:
    """Read the command line and do what it says; give the exit status."""
    from commands.line import main  # noqa: PLC0415  after the path is set

    return main(sys.argv[1:], HOUSE)


if __name__ == "__main__":
    gc.disable()  # nothing that is made at the start is garbage; who is ready begins to collect it
    sys.exit(run())
