"""One visit's window: what the clinic decided, the store, the printer."""

import os
import sys
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO, TypeAlias

from clinic.privacy import shut_memory
from clinic.settings import BadSetting, Settings, managed_file, read
from clinic.updates.shelf import Shelf
from clinic.usher import How, Line
from commands.failure import BAD_INPUT, NOT_READY, CommandFailed
from commands.places import Places
from commands.store import begin
from i18n.locales import available, is_offered
from i18n.negotiation import negotiate
from ui.loading import import_plainly

if TYPE_CHECKING:
    from argparse import Namespace
    from types import SimpleNamespace

    from clinic.ipp import Service
    from clinic.printing import Ticket
    from ui.app import Options
    from ui.printer import Printer
    from ui.staff_room import StaffRoom

CUPS = "/run/cups/cups.sock"
CUPS_VARIABLE = "CUPS_SERVER"
"""Where the print service listens, as CUPS itself reads it: a socket's path, or a host and port."""
Known: TypeAlias = tuple[Settings, tuple[BadSetting, ...]]
"""What the clinic decided, and the values that cannot be used."""


def chosen_locale(wanted: str | None, places: Places) -> str:
    """Find the offered locale that fits what was asked for. Raises: CommandFailed."""
    if wanted is None or is_offered(wanted, places.locales):
        return wanted or "en"
    offered = [info.code for info in available(places.locales)]
    found = negotiate([wanted], offered)
    if found is None:
        raise CommandFailed(f"There is no language “{wanted}”. These are offered: {', '.join(offered)}.", BAD_INPUT)
    return found


def decided(places: Places, told: TextIO | None) -> Known:
    """Read what the clinic decided; name each value that cannot be used in one sentence to `told`."""
    settings, problems = read(places.settings, managed_file(os.environ))
    offered = cache(partial(is_offered, folder=places.locales))  # most often both are one
    for name in ("locale", "clinic_locale"):
        if not offered(wanted := getattr(settings, name)):
            problems += (BadSetting(places.settings, name, f"there is no language {wanted!r:.60}"),)
            english: dict[str, Any] = {name: "en"}
            settings = settings._replace(**english)
    for problem in problems if told else ():
        print(problem, file=told)
    return settings, problems


def visit(options: "Namespace | SimpleNamespace", places: Places, line: Line | None = None) -> int:
    """Have a store ready, and open the window. Raises: CommandFailed."""
    told = sys.stderr if line is None or line.how is How.FIRST else None
    known = settings, _problems = decided(places, told)
    locale = chosen_locale(options.locale, places) if options.locale else settings.locale
    store = begin(places)
    shut_memory()  # before anybody can type
    try:
        import_plainly()
        from ui.app import run  # noqa: PLC0415  Qt needs libraries that a machine may lack
    except ImportError as missing:
        raise CommandFailed(reasons() or str(missing), NOT_READY) from missing
    return run(_wanted(options, places, locale, known), store, line)


def _wanted(options: "Namespace | SimpleNamespace", places: Places, locale: str, known: Known) -> "Options":
    """Put together how to start: the command line has the last word, then the clinic."""
    from ui.app import Options  # noqa: PLC0415  as above
    from ui.idle import IdleTimes  # noqa: PLC0415

    settings, problems = known
    return Options(
        windowed=options.windowed or not settings.is_kiosk,
        locale=locale,
        text_percent=options.text_size or settings.text_percent,
        theme=options.theme or settings.theme,
        resources=places.resources,
        locales=places.locales,
        printer=printer(settings),
        offers_drafts=settings.offers_drafts,
        print_points=settings.print_points,
        paper=settings.paper,
        letterhead=tuple(text for text in (settings.clinic_name.strip(), settings.clinic_phone.strip()) if text),
        times=IdleTimes(settings.idle_seconds, settings.warn_seconds),
        staff=_room(places, settings, problems),
        is_up_to_date=_unchanged(places, known),
        give_up=give_up,
    )


def _room(places: Places, settings: Settings, problems: tuple[BadSetting, ...]) -> "StaffRoom":
    from ui.staff_room import StaffRoom  # noqa: PLC0415

    return StaffRoom(
        folder=places.settings.parent,
        settings=settings,
        managed=managed_file(os.environ),
        problems=problems,
        root=places.trust_root.read_bytes() if places.trust_root.is_file() else None,
    )


def reasons() -> str:
    """Say why no window can open on this machine, each with its one-line cure."""
    from commands.preflight import lacks  # noqa: PLC0415  only where Qt gave up

    return "\n".join(str(lack) for lack in lacks())


def give_up(said: str) -> NoReturn:
    """End at once where Qt cannot open a window, before it does so itself with a dump; `said` are its own words."""
    print(reasons() or f"The window cannot open: {said}", file=sys.stderr, flush=True)
    os._exit(NOT_READY)


def _unchanged(places: Places, known: Known) -> Callable[[], bool]:
    """Give the question whether settings and content are as they are now; `known` is what `decided` gave."""

    def around() -> tuple[object, ...]:
        return Shelf(places.settings.parent / "content").in_use(), _place_of_printing()

    then = around()
    return lambda: (decided(places, None), around()) == (known, then)


def printer(settings: Settings) -> "Printer":
    """Give the way to paper: the machine's print queue, where it has a print service."""
    from ui.printer import Later, NoPrinter  # noqa: PLC0415

    def queue() -> "Printer":
        from ui.queue_printer import QueuePrinter  # noqa: PLC0415

        service = print_service(os.environ)
        return QueuePrinter(service, settings.printer, ticket(settings)) if service else NoPrinter()

    return Later(queue) if _place_of_printing() else NoPrinter()


def _place_of_printing() -> str:
    """Name where the print service listens; empty where there is none."""
    place = os.environ.get(CUPS_VARIABLE) or CUPS
    return "" if place.startswith("/") and not Path(place).exists() else place


def print_service(environment: Mapping[str, str]) -> "Service | None":
    """Give the machine's print service, if it has one."""
    from clinic.ipp import Service  # noqa: PLC0415  20 ms that a start need not pay

    place = environment.get(CUPS_VARIABLE) or CUPS
    if place.startswith("/"):
        return Service(socket_path=Path(place)) if Path(place).exists() else None
    host, _colon, port = place.partition(":")
    return Service(host, int(port)) if port.isdecimal() else Service(host)


def ticket(settings: Settings) -> "Ticket":
    """Give how this clinic prints."""
    from clinic.printing import Ticket  # noqa: PLC0415

    return Ticket(is_two_sided=settings.prints_both_sides, is_grey=settings.prints_grey, paper=settings.paper)
