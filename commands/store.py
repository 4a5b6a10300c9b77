"""Have a content store ready: the built one, or build it from the sources beside it."""

import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from clinic.updates.shelf import Shelf
from commands.failure import CommandFailed
from commands.places import Places
from content.library import Library, StoreError, StoreMissing
from content.store import SOURCE_LOCALE


def begin(places: Places) -> Callable[[], Library]:
    """Begin to look for the newest store beside other work; what is given waits for it.

    Raises, when called: CommandFailed.
    """
    found: list[Library | CommandFailed] = []

    def look() -> None:
        try:
            library = newest(places)
            library.coverage(SOURCE_LOCALE)  # all are counted at once, and the greeting tells of all
            found.append(library)
        except CommandFailed as failure:
            found.append(failure)

    thread = Thread(target=look, daemon=True)
    thread.start()

    def wait() -> Library:
        thread.join()
        library = found[0]
        if isinstance(library, CommandFailed):
            raise library
        return library

    return wait


def newest(places: Places) -> Library:
    """Open the content staff accepted where it is whole and not older than ours, else ours; say so in one sentence."""
    ours = opened(places)
    accepted = Shelf(places.settings.parent / "content").in_use()
    if accepted is None:
        return ours
    try:
        library = Library.open(accepted)
        library.verify()
    except StoreError as problem:
        print(f"{sentence(problem, accepted)} The content that came with Teachback is used.", file=sys.stderr)
        return ours
    if library.pack == ours.pack and _rank(library.version) >= _rank(ours.version):
        ours.close()
        return library
    library.close()
    return ours


def _rank(version: str) -> tuple[int, ...]:
    """Order versions such as 2026.11.1 by their numbers."""
    return tuple(int(part) if part.isdecimal() else 0 for part in version.split("."))


def opened(places: Places) -> Library:
    """Open the store; where it is missing or damaged in a checkout, build it anew and say so in one sentence."""
    try:
        library = Library.open(places.store)
        library.verify()
        return library
    except StoreError as problem:
        if not places.pack.is_dir():
            raise CommandFailed(f"{sentence(problem, places.store)} Install Teachback again.") from problem
        print(f"{sentence(problem, places.store)} Building it from the sources.", file=sys.stderr)
    from commands.content import build  # noqa: PLC0415  pydantic and sqlite-utils load only where a build is needed

    build(places)
    return Library.open(places.store)


def sentence(problem: StoreError, store: Path) -> str:
    """Say in one sentence what is wrong with the store."""
    if isinstance(problem, StoreMissing):
        return f"The content store {store.name} is not there."
    return f"The content store {store.name} cannot be used: {problem}."
