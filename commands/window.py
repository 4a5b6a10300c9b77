"""The application itself, after a look at the machine."""

import argparse
import os
import sys
from dataclasses import replace
from pathlib import Path

from clinic.ipp import Service
from clinic.printing import Ticket
from clinic.privacy import shut_memory
from clinic.settings import BadSetting, Settings, managed_file, read
from commands.failure import BAD_INPUT, NOT_READY, CommandFailed
from commands.places import Places
from commands.preflight import lacks
from commands.store import newest
from i18n.locales import available
from i18n.negotiation import negotiate

CUPS = Path("/run/cups/cups.sock")
TEXT_SIZES = (100, 125, 150, 175, 200)


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the options of the application."""
    parser.add_argument("--windowed", action="store_true", help="a window instead of the full screen")
    parser.add_argument("--locale", metavar="CODE", help="the language to start in, such as es_US or ar")
    parser.add_argument("--text-size", type=int, choices=TEXT_SIZES, help="size of the words in percent")
    parser.add_argument("--theme", choices=("light", "dark", "high"), help="colours")


def chosen_locale(wanted: str | None, places: Places) -> str:
    """Find the offered locale that fits what was asked for. Raises: CommandFailed."""
    offered = [info.code for info in available(places.locales)]
    if wanted is None:
        return "en"
    found = negotiate([wanted], offered)
    if found is None:
        raise CommandFailed(f"There is no language “{wanted}”. These are offered: {', '.join(offered)}.", BAD_INPUT)
    return found


def decided(places: Places) -> tuple[Settings, tuple[BadSetting, ...]]:
    """Read what the clinic decided, and name each value that cannot be used in one sentence on standard error."""
    settings, problems = read(places.settings, managed_file(os.environ))
    named = [info.code for info in available(places.locales)]
    for name in ("locale", "clinic_locale"):
        if (wanted := getattr(settings, name)) not in named:
            problems += (BadSetting(places.settings, name, f"there is no language {wanted!r:.60}"),)
            settings = replace(settings, **{name: "en"})  # type: ignore[arg-type]
    for problem in problems:
        print(problem, file=sys.stderr)
    return settings, problems


def answer(options: argparse.Namespace, places: Places) -> int:
    """Look at the machine, have a store ready, and open the window."""
    settings, problems = decided(places)
    locale = chosen_locale(options.locale or settings.locale, places)
    if needed := list(lacks()):
        raise CommandFailed("\n".join(str(lack) for lack in needed), NOT_READY)
    store = newest(places)
    shut_memory()  # before anybody can type
    from ui.app import Options, run  # noqa: PLC0415  Qt ends the process on a machine that was not looked at first
    from ui.idle import IdleTimes  # noqa: PLC0415
    from ui.printer import NoPrinter  # noqa: PLC0415
    from ui.queue_printer import QueuePrinter  # noqa: PLC0415
    from ui.staff_room import StaffRoom  # noqa: PLC0415

    room = StaffRoom(
        folder=places.settings.parent,
        settings=settings,
        managed=managed_file(os.environ),
        problems=problems,
        root=places.trust_root.read_bytes() if places.trust_root.is_file() else None,
    )
    queue = Service(socket_path=CUPS)
    return run(
        Options(
            windowed=options.windowed or not settings.is_kiosk,
            locale=locale,
            text_percent=options.text_size or settings.text_percent,
            theme=options.theme or settings.theme,
            resources=places.resources,
            locales=places.locales,
            printer=QueuePrinter(queue, settings.printer, ticket(settings)) if CUPS.exists() else NoPrinter(),
            offers_drafts=settings.offers_drafts,
            print_points=settings.print_points,
            paper=settings.paper,
            letterhead=tuple(text for text in (settings.clinic_name.strip(), settings.clinic_phone.strip()) if text),
            times=IdleTimes(settings.idle_seconds, settings.warn_seconds),
            staff=room,
            lock=room.folder / "running.lock",
        ),
        store,
    )


def ticket(settings: Settings) -> Ticket:
    """Give how this clinic prints."""
    return Ticket(is_two_sided=settings.prints_both_sides, is_grey=settings.prints_grey, paper=settings.paper)
