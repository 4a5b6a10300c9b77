"""The command line: what may be asked, in plain words, and who answers it."""

import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Final

from commands.failure import CommandFailed
from commands.places import Places

if TYPE_CHECKING:
    from argparse import Namespace

COMMANDS: Final = {
    "handout": "make one person's handout as a PDF, without a window",
    "batch": "make many handouts from a file with one visit a line",
    "content": "build the content store, check the sources, report on them",
    "locale": "add a language, bring it up to date, check it, see how far it is",
    "doctor": "what this machine lacks, each with its one-line cure",
}

_NOTHING_ASKED: Final = {"windowed": False, "locale": None, "text_size": None, "theme": None, "translate": None}


def _asked(arguments: Sequence[str]) -> str:
    """Name the module of `commands` that answers."""
    if arguments and arguments[0] in COMMANDS:
        return arguments[0]
    return "translating" if any(one.partition("=")[0] == "--translate" for one in arguments) else "application"


def plain(rest: Sequence[str]) -> SimpleNamespace | None:
    """Read what most starts say, a kiosk nothing; None where a parser has to look, which takes 10 ms."""
    found: dict[str, object] = {**_NOTHING_ASKED}
    words = iter(rest)
    for word in words:
        if word == "--windowed":
            found["windowed"] = True
        elif word == "--locale" and (value := next(words, "")) and not value.startswith("-"):
            found["locale"] = value
        else:
            return None
    return SimpleNamespace(**found)


def _options(name: str, command: ModuleType, rest: Sequence[str]) -> "Namespace | SimpleNamespace":
    """Read the options of a command; ends the process with status 2 where they are wrong."""
    if name == "application" and (said := plain(rest)):
        return said
    from commands.parser import parser_of  # noqa: PLC0415

    parser = parser_of(name, COMMANDS)
    command.describe(parser)
    return parser.parse_args(rest)


def main(arguments: Sequence[str], house: Path) -> int:
    """Do what the command line says; word every failure in one sentence on standard error."""
    name = _asked(arguments)
    if name != "application":  # which collects once its greeting is painted
        gc.enable()
    command = import_module(f"commands.{name}")  # only the one asked for: the window must not wait for the others
    options = _options(name, command, arguments[1:] if name in COMMANDS else arguments)
    try:
        status: int = command.answer(options, Places(house))
    except CommandFailed as failure:
        print(failure.sentence, file=sys.stderr)
        return failure.status
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    return status
