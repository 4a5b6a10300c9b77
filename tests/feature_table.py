"""The table of docs/features.md, and the tests it stands on."""

import re
from pathlib import Path
from typing import Final

DOCUMENT: Final = (Path(__file__).parents[1] / "docs" / "features.md").read_text("utf-8")
TABLE: Final = [line.strip("|\n ").split(" | ") for line in DOCUMENT.splitlines() if line.startswith("| ")]
NAMES, ROWS = TABLE[0], TABLE[1:]


def named(text: str) -> frozenset[str]:
    """Give the tests a text names."""
    return frozenset(re.findall(r"`(tests/[\w/]+\.py::\w+)`", text))


PROOFS: Final = frozenset(test for row in ROWS if row[-1].startswith("yes: ") for test in named(row[-1]))
"""What a yes stands on: `conftest` lets none of these be skipped."""
