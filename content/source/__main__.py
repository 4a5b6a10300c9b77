"""Check a pack from the command line: `python -m content.source FOLDER`."""

import sys
from collections import Counter
from pathlib import Path

from content.errors import SourceErrors
from content.source.folder import read_pack


def main(arguments: list[str]) -> int:
    """Print what is wrong in a pack, or how many items of each kind it has; give the exit status."""
    if len(arguments) != 1:
        print("Name one folder: python -m content.source FOLDER", file=sys.stderr)
        return 2
    try:
        pack = read_pack(Path(arguments[0]))
    except SourceErrors as problems:
        print(problems, file=sys.stderr)
        print(f"{len(problems.errors)} to mend.", file=sys.stderr)
        return 2
    for kind, count in Counter(item.kind for item in pack.items()).items():
        print(f"{count:6} {kind}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
