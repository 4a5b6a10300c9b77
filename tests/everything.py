"""Run every check in order, quickest first, and stop at the first that fails: `./run test`."""

import os
import subprocess
import sys
import time

PYTHON = sys.executable
CHECKS = (
    ("sizes", (PYTHON, "-m", "tests.sizes")),
    ("style", (PYTHON, "-m", "ruff", "check", ".")),
    ("format", (PYTHON, "-m", "ruff", "format", "--check", ".")),
    (
        "contracts",
        (PYTHON, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"),
    ),
    ("types", (PYTHON, "-m", "mypy")),
    ("content", (PYTHON, "main.py", "content", "check")),
    ("catalogues", (PYTHON, "main.py", "locale", "check")),
)
TESTS = (
    PYTHON,
    "-m",
    "pytest",
    "-q",
    "-n",
    "2",
    "--dist",
    "loadfile",
    "--cov",
    "--cov-branch",
    "--cov-report=term:skip-covered",
)


def passed(name: str, command: tuple[str, ...]) -> bool:
    """Run one check, say how long it took, and tell whether it passed."""
    start = time.monotonic()
    print(f"── {name}", flush=True)
    status = subprocess.run(command, check=False).returncode
    print(f"── {name}: {'ok' if status == 0 else 'failed'} in {time.monotonic() - start:.0f} s", flush=True)
    return status == 0


def main(arguments: list[str]) -> int:
    """Run all checks and tests, or with arguments only the tests they name."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if arguments:
        return 0 if passed("tests", (PYTHON, "-m", "pytest", *arguments)) else 1
    everything = (*CHECKS, ("tests", TESTS))
    return 0 if all(passed(name, command) for name, command in everything) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
