"""`doctor`: what this machine lacks, each with its one-line cure."""

import argparse
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from clinic import privacy, spool
from commands.places import Places
from commands.preflight import Lack, lacks


def describe(_parser: argparse.ArgumentParser) -> None:
    """Take no options."""


def tools(places: Places) -> Iterator[Lack]:
    """Name what works less well without more software."""
    if not places.store.exists():
        yield Lack("The content store is not built.", "Run: ./run content build")
    if shutil.which("espeak-ng") is None and sys.platform == "linux":
        yield Lack("Read aloud has no voice.", "Run: sudo apt install espeak-ng")
    if shutil.which("lp") is None and sys.platform == "linux":
        yield Lack("There is no print service.", "Run: sudo apt install cups")
    yield from kept(spool.SETTINGS)


def kept(print_settings: Path) -> Iterator[Lack]:
    """Name what this machine keeps of a visit on its disk."""
    if print_settings.exists():
        try:
            lines = print_settings.read_text(encoding="utf-8", errors="replace")
        except OSError:
            yield Lack("What the print service keeps cannot be read.", "Run: sudo ./run doctor")
        else:
            yield from (Lack(lack.said, lack.cure) for lack in spool.lacks(lines, print_settings))
    if areas := privacy.swap_areas():
        yield Lack(f"The machine swaps memory to a disk ({', '.join(areas)}).", "Run: sudo swapoff -a")


def answer(_options: argparse.Namespace, places: Places) -> int:
    """Print what is lacking; status 0 when the application can start."""
    needed = list(lacks())
    for lack in needed:
        print(f"✗ {lack}")
    for lack in tools(places):
        print(f"– {lack}")
    if not needed:
        print("✓ Teachback can start on this machine.")
    return 3 if needed else 0
