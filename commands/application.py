"""The application: one visit after another.

What a visit needs is loaded in the visit's own process, and Qt's libraries from its first moment on.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from clinic.lock import AlreadyRunning, held
from clinic.usher import Line, Usher, can_usher
from commands.failure import CommandFailed
from commands.places import Places

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from types import SimpleNamespace

TEXT_SIZES: Final = (100, 125, 150, 175, 200)


def describe(parser: "ArgumentParser") -> None:
    """Add the options of the application."""
    parser.add_argument("--windowed", action="store_true", help="a window instead of the full screen")
    parser.add_argument("--locale", metavar="CODE", help="the language to start in, such as es_US or ar")
    parser.add_argument("--text-size", type=int, choices=TEXT_SIZES, help="size of the words in percent")
    parser.add_argument("--translate", metavar="CODE", help="for translators: show what is saved in this language")
    parser.add_argument("--theme", choices=("light", "dark", "high"), help="colours")


def answer(options: "Namespace | SimpleNamespace", places: Places) -> int:
    """Let one visit follow another, each in a process of its own, where the system can; give the exit status."""
    folder = places.settings.parent
    try:
        with held(folder / "running.lock"):
            if not can_usher():
                return _visit(options, places)
            return Usher(partial(_visit, options, places), note=partial(_note, folder)).run()
    except AlreadyRunning as running:
        said = "Teachback runs already on this machine. Use its window, or end it first."
        raise CommandFailed(said) from running


def _visit(options: "Namespace | SimpleNamespace", places: Places, line: Line | None = None) -> int:
    from ui.loading import load_beside, share_one_heap  # noqa: PLC0415  no visit happens in the usher

    share_one_heap()
    load_beside()
    from commands.window import visit  # noqa: PLC0415

    return visit(options, places, line)


def _note(folder: Path, status: int) -> None:
    from clinic.faults import note  # noqa: PLC0415  where a visit broke off

    note(folder, f"ended by {status}" if status >= 0 else f"ended by signal {-status}", ())
