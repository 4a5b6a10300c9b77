"""`locale pictures` and `locale check --pixels`: the real screens in a language, without a display."""

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from commands.failure import NOT_READY, CommandFailed
from commands.places import Places
from commands.preflight import lacks
from commands.store import opened
from i18n.checks.finding import Finding

if TYPE_CHECKING:
    from ui.translating.session import Session

_SIZE = (1280, 800)


def describe(parser: argparse.ArgumentParser) -> None:
    """Add what `locale pictures` takes."""
    parser.add_argument("--out", required=True, type=Path, metavar="FOLDER", help="where to write; a folder a language")
    parser.add_argument("--every-item", action="store_true", help="also every guide, study and question")


def write_pictures(code: str, folder: Path, places: Places, *, with_items: bool) -> None:
    """Write a picture of every screen, and the index of what stands where. Raises: CommandFailed, I18nError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _session(code, places) as session:
            print(_written(session, folder, with_items=with_items))
    except OSError as problem:
        said = f"{folder} cannot be written ({problem.strerror or problem}). Choose another place with --out."
        raise CommandFailed(said) from problem


def _written(session: "Session", folder: Path, *, with_items: bool) -> str:
    """Write the pictures; give the sentence that counts them. Raises: OSError."""
    from ui.translating.pictures import write  # noqa: PLC0415  Qt is loaded after the look at the machine
    from ui.translating.tour import stops  # noqa: PLC0415

    texts: set[int] = set()
    pictures = faults = 0
    for seen in write(session, folder, stops(session.library, with_items=with_items)):
        pictures += len(seen.pictures)
        faults += len(seen.faults)
        texts.update(number for number, _place in seen.places)
    return f"{folder / 'index.html'}: {pictures} pictures, {len(texts)} texts, {faults} that do not fit"


def misfits(code: str, places: Places) -> tuple[Finding, ...]:
    """Give the texts of a language that do not fit into the real screens. Raises: CommandFailed, I18nError."""
    with _session(code, places) as session:
        from ui.translating.pixels import misfits as found_in  # noqa: PLC0415  see above

        return tuple(found_in(session))


@contextmanager
def _session(code: str, places: Places) -> "Iterator[Session]":
    """Open a window nobody sees, in a language as it is on the disk."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if needed := list(lacks()):
        raise CommandFailed("\n".join(str(lack) for lack in needed), NOT_READY)
    from ui.app import prepare  # noqa: PLC0415  Qt ends the process on a machine that was not looked at first
    from ui.theme import ThemeError  # noqa: PLC0415
    from ui.translating.opening import Work, begin  # noqa: PLC0415

    library = opened(places)
    with tempfile.TemporaryDirectory() as room:
        work = Work(code=code, locales=places.locales, resources=places.resources, room=Path(room))
        try:
            session = begin(work, library, prepare(places.resources))
        except ThemeError as fault:
            raise CommandFailed(f"The look cannot be read: {fault}. Install Teachback again.") from fault
        session.window.resize(*_SIZE)
        session.window.show()
        try:
            yield session
        finally:
            session.window.close()
            library.close()
