"""`--translate CODE`: the application for a translator; never where a clinic made the machine a kiosk."""

import argparse
import os
import tempfile
from pathlib import Path

from clinic.settings import Settings, managed_file, read
from commands import application
from commands.failure import BAD_INPUT, FAILED, NOT_READY, CommandFailed
from commands.places import Places
from commands.preflight import lacks
from commands.store import opened
from i18n.errors import I18nError


def describe(parser: argparse.ArgumentParser) -> None:
    """Take the options of the application: `--translate` is one of them."""
    application.describe(parser)


def answer(options: argparse.Namespace, places: Places) -> int:
    """Show a language as it is on the disk, until the window is closed. Raises: CommandFailed."""
    managed = managed_file(os.environ)
    settings, _problems = read(places.settings, managed)
    is_decided = any(file is not None and file.is_file() for file in (places.settings, managed))
    if settings.is_kiosk and is_decided:
        raise CommandFailed("This machine is a kiosk (see Settings). Translate on another one.", BAD_INPUT)
    if needed := list(lacks()):
        raise CommandFailed("\n".join(str(lack) for lack in needed), NOT_READY)
    opened(places).close()  # it is there, and whole
    with tempfile.TemporaryDirectory() as room:
        return _run(options, settings, places, Path(room))


def _run(options: argparse.Namespace, settings: Settings, places: Places, room: Path) -> int:
    from ui.theme import ThemeError  # noqa: PLC0415  Qt ends the process on a machine that was not looked at first
    from ui.translating.opening import Work  # noqa: PLC0415
    from ui.translating.start import run  # noqa: PLC0415

    work = Work(
        code=options.translate,
        locales=places.locales,
        resources=places.resources,
        room=room,
        text_percent=options.text_size or settings.text_percent,
        theme=options.theme or settings.theme,
    )
    try:
        return run(work, places.store)
    except I18nError as problem:
        raise CommandFailed(str(problem), BAD_INPUT) from problem
    except ThemeError as fault:
        raise CommandFailed(f"The look cannot be read: {fault}. Install Teachback again.", FAILED) from fault
