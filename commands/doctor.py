"""`doctor`: what this machine lacks, each with its one-line cure."""

import argparse
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from clinic import privacy, spool
from clinic.settings import managed_file, read
from commands.failure import CommandFailed
from commands.places import Places
from commands.preflight import Lack, lacks
from commands.store import newest


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("--report", action="store_true", help="a report on this machine that names nobody")


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


def _report(places: Places) -> str:
    from clinic.printing import state_of  # noqa: PLC0415  only where it is asked for
    from clinic.report import report  # noqa: PLC0415
    from commands.window import print_service  # noqa: PLC0415

    try:
        library = newest(places)
        content = f"{library.pack} {library.version} {library.digest}"
        library.close()
    except CommandFailed as failure:
        content = failure.sentence
    queue = print_service(os.environ)
    printer = "no print service"
    if queue:
        settings, _problems = read(places.settings, managed_file(os.environ))
        printer = state_of(queue, settings.printer)
    return report(places.settings.parent, managed_file(os.environ), {"content": content, "printer": printer})


def answer(options: argparse.Namespace, places: Places) -> int:
    """Print what is lacking, or the report; status 0 when the application can start."""
    if options.report:
        print(_report(places), end="")
        return 0
    needed = list(lacks())
    for lack in needed:
        print(f"✗ {lack}")
    for lack in tools(places):
        print(f"– {lack}")
    if not needed:
        print("✓ Teachback can start on this machine.")
    return 3 if needed else 0
