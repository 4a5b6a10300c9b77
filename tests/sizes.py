"""Print how large our files and functions are, beside what we aim for: `python -m tests.sizes`.

The program is held to its limits for files and functions; what proves it (tests, benches, deploy) and the classes are
told, each that is larger by its name.
"""

import ast
import statistics
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

HOUSE = Path(__file__).parents[1]
PACKAGES = ("content", "visit", "handouts", "i18n", "clinic", "ui", "commands")
PROOF = ("tests", "bench", "deploy")
FILE, FUNCTION, CLASS = 300, 40, 150
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


class Size(NamedTuple):
    """The lines of a file, a function or a class, and where it is."""

    lines: int
    where: str


def sources(packages: Iterable[str]) -> Iterator[Path]:
    """List the modules of the house."""
    return (file for package in packages for file in sorted((HOUSE / package).rglob("*.py")))


def files(packages: Iterable[str]) -> list[Size]:
    """Measure the files."""
    return [Size(len(file.read_text("utf-8").splitlines()), _name(file)) for file in sources(packages)]


def nodes(kinds: tuple[type[ast.AST], ...]) -> list[Size]:
    """Measure the functions or classes of the program."""
    return [
        Size((node.end_lineno or 0) - node.lineno + 1, f"{_name(file)}:{node.lineno} {node.name}")  # type: ignore[attr-defined]
        for file in sources(PACKAGES)
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, kinds)
    ]


def _name(file: Path) -> str:
    return file.relative_to(HOUSE).as_posix()


def told(name: str, found: list[Size], aim: str, limit: int) -> bool:
    """Say how many there are, median, ninth decile and maximum in one line, and name each over the limit."""
    lines = [one.lines for one in found]
    tenth = statistics.quantiles(lines, n=10)[8]
    print(
        f"{name:16} {len(found):5}, median {statistics.median(lines):.0f}, 90 of 100 {tenth:.0f}, largest {max(lines)}"
        f"   (aim {aim})"
    )
    over = sorted((one for one in found if one.lines > limit), reverse=True)
    for one in over:
        print(f"  {one.lines} lines: {one.where}")
    return not over


def main() -> int:
    """Print the table; 1 where the program is over a limit."""
    is_good = told("files", files(PACKAGES), "80, –, 300", FILE)
    is_good = told("functions", nodes(FUNCTIONS), "6, 20, 40", FUNCTION) and is_good
    told("classes", nodes((ast.ClassDef,)), "–, –, 150", CLASS)
    told("files of proof", files(PROOF), "–, –, 300", FILE)
    broad = sum(file.read_text("utf-8").count("except Exception") for file in sources(PACKAGES))
    print(f"except Exception: {broad}")
    return 0 if is_good and not broad else 1


if __name__ == "__main__":
    sys.exit(main())
