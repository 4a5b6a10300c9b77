"""The clinic at the head of the paper: from the command line, else from the clinic's settings."""

import argparse
import os
import sys
from pathlib import Path

from clinic.settings import Settings, managed_file, read
from commands.failure import BAD_INPUT, CommandFailed
from commands.places import Places
from handouts.errors import PictureUnusable
from handouts.layout import Letterhead
from handouts.svg import picture


def describe(parser: argparse.ArgumentParser) -> None:
    """Add what may stand at the head of the paper."""
    parser.add_argument("--clinic-name", metavar="NAME", help="at the head of the paper (default: the settings')")
    parser.add_argument("--clinic-phone", metavar="PHONE", help="under the clinic's name (default: the settings')")
    parser.add_argument("--logo", type=Path, metavar="FILE.svg", help="the clinic's logo, beside its name")


def letterhead(options: argparse.Namespace, places: Places) -> Letterhead | None:
    """Gather name, phone and logo; None where there is none of them. Raises: CommandFailed."""
    decided = _settings(places)
    name = decided.clinic_name if options.clinic_name is None else options.clinic_name
    phone = decided.clinic_phone if options.clinic_phone is None else options.clinic_phone
    words = [text.strip() for text in (name, phone) if text.strip()]
    logo = _drawable(options.logo)
    if not (words or logo):
        return None
    return Letterhead(words[0] if words else "", tuple(words[1:]), logo)


def _settings(places: Places) -> Settings:
    """Read what the clinic decided, and name each value that could not be used."""
    settings, problems = read(places.settings, managed_file(os.environ))
    for problem in problems:
        print(problem, file=sys.stderr)
    return settings


def _drawable(logo: Path | None) -> Path | None:
    """Look at the logo before any page is made. Raises: CommandFailed."""
    if logo is None:
        return None
    try:
        picture(logo.parent, logo.name)
    except PictureUnusable as problem:
        said = f"The logo cannot be drawn ({problem}). Name an SVG file made of plain shapes."
        raise CommandFailed(said, BAD_INPUT) from problem
    return logo
