"""Check a pack while writing: `python -m content.check [words of an id …]`; `--page` tells the rules instead."""

import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from content.check import Finding, Weight, check
from content.check.manual import page
from content.errors import SourceErrors
from content.source import read_pack, readable

_PACK = Path(__file__).parents[1] / "packs" / "bone-health"


def main(wanted: Sequence[str]) -> int:
    """Print the findings whose item id holds one of the words, or all; give 1 where there is an error."""
    if list(wanted) == ["--page"]:
        print(page(), end="")
        return 0
    try:
        pack = read_pack(_PACK)
    except SourceErrors as errors:
        print(f"{errors}\nThe rest is checked all the same.")
        pack = readable(_PACK)
    found = [one for one in check(pack, date.today()) if not wanted or any(word in one.item for word in wanted)]
    for finding in found:
        print(finding)
    print(summary(found))
    return int(any(finding.severity is Weight.ERROR for finding in found))


def summary(found: Sequence[Finding]) -> str:
    """Count findings by weight and rule in one line."""
    weights = Counter(finding.severity for finding in found)
    rules = ", ".join(f"{rule} {count}" for rule, count in Counter(one.rule for one in found).most_common())
    return f"{weights[Weight.ERROR]} errors, {weights[Weight.WARN]} warnings" + (f": {rules}" if rules else "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
