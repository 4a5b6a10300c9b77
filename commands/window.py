"""The application itself, after a look at the machine."""

import argparse
from pathlib import Path

from clinic.ipp import Service
from clinic.privacy import shut_memory
from commands.failure import BAD_INPUT, NOT_READY, CommandFailed
from commands.places import Places
from commands.preflight import lacks
from commands.store import opened
from i18n.locales import available
from i18n.negotiation import negotiate

CUPS = Path("/run/cups/cups.sock")
TEXT_SIZES = (100, 125, 150, 175, 200)


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the options of the application."""
    parser.add_argument("--windowed", action="store_true", help="a window instead of the full screen")
    parser.add_argument("--locale", metavar="CODE", help="the language to start in, such as es_US or ar")
    parser.add_argument("--text-size", type=int, choices=TEXT_SIZES, default=100, help="size of the words in percent")
    parser.add_argument("--theme", choices=("light", "dark", "high"), default="light", help="colours")


def chosen_locale(wanted: str | None, places: Places) -> str:
    """Find the offered locale that fits what was asked for. Raises: CommandFailed."""
    offered = [info.code for info in available(places.locales)]
    if wanted is None:
        return "en"
    found = negotiate([wanted], offered)
    if found is None:
        raise CommandFailed(f"There is no language “{wanted}”. These are offered: {', '.join(offered)}.", BAD_INPUT)
    return found


def answer(options: argparse.Namespace, places: Places) -> int:
    """Look at the machine, have a store ready, and open the window."""
    locale = chosen_locale(options.locale, places)
    if needed := list(lacks()):
        raise CommandFailed("\n".join(str(lack) for lack in needed), NOT_READY)
    store = opened(places)
    shut_memory()  # before anybody can type
    from ui.app import Options, run  # noqa: PLC0415  Qt ends the process on a machine that was not looked at first
    from ui.printer import NoPrinter  # noqa: PLC0415
    from ui.queue_printer import QueuePrinter  # noqa: PLC0415

    return run(
        Options(
            windowed=options.windowed,
            locale=locale,
            text_percent=options.text_size,
            theme=options.theme,
            resources=places.resources,
            locales=places.locales,
            printer=QueuePrinter(Service(socket_path=CUPS)) if CUPS.exists() else NoPrinter(),
        ),
        store,
    )
