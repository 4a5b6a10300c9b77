"""A report on the machine, for whoever looks after it: what runs here and what went wrong; nothing about a person."""

import platform
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from clinic.faults import last
from clinic.privacy import swap_areas
from clinic.settings import read

VERSION: Final = "0.1.0"
"""Of the program; the same as in pyproject.toml."""


def machine(folder: Path, managed: Path | None) -> Mapping[str, str]:
    """Give what is known without a window: versions, and the names of settings, never their values."""
    _settings, problems = read(folder / "settings.toml", managed)
    return {
        "program": VERSION,
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "Python": platform.python_version(),
        "settings that cannot be used": ", ".join(problem.name for problem in problems) or "none",
        "swap on a disk": ", ".join(swap_areas()) or "none",
    }


def written(facts: Mapping[str, str], faults: Iterable[str]) -> str:
    """Write the report."""
    lines = [f"Teachback, {date.today().isoformat()}", *(f"{name}: {fact}" for name, fact in facts.items())]
    return "\n".join([*lines, "last faults:", *(faults or ("none",))]) + "\n"


def report(folder: Path, managed: Path | None, more: Mapping[str, str]) -> str:
    """Write the whole report of the machine whose staff keep their things in `folder`."""
    return written({**machine(folder, managed), **more}, last(folder))
