"""The application itself, after a look at the machine."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TextIO

from clinic.faults import note
from clinic.ipp import Service
from clinic.lock import AlreadyRunning, held
from clinic.printing import Ticket
from clinic.privacy import shut_memory
from clinic.settings import BadSetting, Settings, managed_file, read
from clinic.updates.shelf import Shelf
from clinic.usher import How, Line, Usher, can_usher
from commands.failure import BAD_INPUT, NOT_READY, CommandFailed
from commands.places import Places
from commands.preflight import lacks
from commands.store import newest
from i18n.locales import available
from i18n.negotiation import negotiate

CUPS = "/run/cups/cups.sock"
CUPS_VARIABLE = "CUPS_SERVER"
"""Where the print service listens, as CUPS itself reads it: a socket's path, or a host and port."""
TEXT_SIZES = (100, 125, 150, 175, 200)


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the options of the application."""
    parser.add_argument("--windowed", action="store_true", help="a window instead of the full screen")
    parser.add_argument("--locale", metavar="CODE", help="the language to start in, such as es_US or ar")
    parser.add_argument("--text-size", type=int, choices=TEXT_SIZES, help="size of the words in percent")
    parser.add_argument("--translate", metavar="CODE", help="for translators: show what is saved in this language")
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


def decided(places: Places, told: TextIO | None) -> tuple[Settings, tuple[BadSetting, ...]]:
    """Read what the clinic decided; name each value that cannot be used in one sentence to `told`."""
    settings, problems = read(places.settings, managed_file(os.environ))
    named = [info.code for info in available(places.locales)]
    for name in ("locale", "clinic_locale"):
        if (wanted := getattr(settings, name)) not in named:
            problems += (BadSetting(places.settings, name, f"there is no language {wanted!r:.60}"),)
            settings = replace(settings, **{name: "en"})  # type: ignore[arg-type]
    for problem in problems if told else ():
        print(problem, file=told)
    return settings, problems


def answer(options: argparse.Namespace, places: Places) -> int:
    """Let one visit follow another, each in a process of its own, where the system can; give the exit status."""
    folder = places.settings.parent
    try:
        with held(folder / "running.lock"):
            if not can_usher():
                return visit(options, places)
            return Usher(partial(visit, options, places), note=partial(_note, folder)).run()
    except AlreadyRunning as running:
        said = "Teachback runs already on this machine. Use its window, or end it first."
        raise CommandFailed(said) from running


def _note(folder: Path, status: int) -> None:
    note(folder, f"ended by {status}" if status >= 0 else f"ended by signal {-status}", ())


def visit(options: argparse.Namespace, places: Places, line: Line | None = None) -> int:
    """Look at the machine, have a store ready, and open the window. Raises: CommandFailed."""
    told = sys.stderr if line is None or line.how is How.FIRST else None
    settings, problems = decided(places, told)
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
    queue = print_service(os.environ)
    return run(
        Options(
            windowed=options.windowed or not settings.is_kiosk,
            locale=locale,
            text_percent=options.text_size or settings.text_percent,
            theme=options.theme or settings.theme,
            resources=places.resources,
            locales=places.locales,
            printer=QueuePrinter(queue, settings.printer, ticket(settings)) if queue else NoPrinter(),
            offers_drafts=settings.offers_drafts,
            print_points=settings.print_points,
            paper=settings.paper,
            letterhead=tuple(text for text in (settings.clinic_name.strip(), settings.clinic_phone.strip()) if text),
            times=IdleTimes(settings.idle_seconds, settings.warn_seconds),
            staff=room,
            is_up_to_date=_unchanged(places),
        ),
        store,
        line,
    )


def _unchanged(places: Places) -> Callable[[], bool]:
    """Give the question whether settings and content are as they are now."""

    def found() -> tuple[object, ...]:
        return decided(places, None), Shelf(places.settings.parent / "content").in_use(), print_service(os.environ)

    then = found()
    return lambda: found() == then


def print_service(environment: Mapping[str, str]) -> Service | None:
    """Give the machine's print service, if it has one."""
    place = environment.get(CUPS_VARIABLE) or CUPS
    if place.startswith("/"):
        return Service(socket_path=Path(place)) if Path(place).exists() else None
    host, _colon, port = place.partition(":")
    return Service(host, int(port)) if port.isdecimal() else Service(host)


def ticket(settings: Settings) -> Ticket:
    """Give how this clinic prints."""
    return Ticket(is_two_sided=settings.prints_both_sides, is_grey=settings.prints_grey, paper=settings.paper)
