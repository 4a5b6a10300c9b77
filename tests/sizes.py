"""Print how large our files and functions are, beside what we aim for: `python -m tests.sizes`."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).parents[1]
PACKAGES = ("content", "visit", "handouts", "i18n", "clinic", "ui", "commands")


def sources() -> Iterator[Path]:
    """List the modules of the house."""
    return (file for package in PACKAGES for file in sorted((HOUSE / package).rglob("*.py")))


def lengths(kind: type[ast.AST] | tuple[type[ast.AST], ...], tree: ast.AST) -> Iterator[int]:
    """Give the number of lines of each node of a kind."""
    for node in ast.walk(tree):
        if isinstance(node, kind):
            yield (node.end_lineno or 0) - node.lineno + 1  # type: ignore[attr-defined]


def told(name: str, found: list[int], aim: str) -> str:
    """Say median, ninth decile and maximum in one line."""
    tenth = statistics.quantiles(found, n=10)
    return (
        f"{name:10} median {statistics.median(found):.0f}, 90 of 100 {tenth[8]:.0f}, largest {max(found)}   (aim {aim})"
    )


def main() -> None:
    """Print the table."""
    texts = [file.read_text(encoding="utf-8") for file in sources()]
    trees = [ast.parse(text) for text in texts]
    print(told("files", [len(text.splitlines()) for text in texts], "80, –, 300"))
    functions = [n for tree in trees for n in lengths((ast.FunctionDef, ast.AsyncFunctionDef), tree)]
    print(told("functions", functions, "6, 20, 40"))
    print(told("classes", [n for tree in trees for n in lengths(ast.ClassDef, tree)], "–, –, 150"))
    broad = sum(text.count("except Exception") for text in texts)
    print(f"{len(texts)} files, {len(functions)} functions, except Exception: {broad}")


if __name__ == "__main__":
    main()
