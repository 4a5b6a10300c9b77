"""The command line: what may be asked, in plain words, and who answers it."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Final, NoReturn

from commands.failure import BAD_INPUT, CommandFailed
from commands.places import Places

COMMANDS: Final = {
    "handout": "make one person's handout as a PDF, without a window",
    "batch": "make many handouts from a file with one visit a line",
    "content": "build the content store, check the sources, report on them",
    "locale": "add a language, bring it up to date, check it, see how far it is",
    "doctor": "what this machine lacks, each with its one-line cure",
}


class PlainParser(argparse.ArgumentParser):
    """A parser that answers a wrong call in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is; end with status 2."""
        self.exit(BAD_INPUT, f"{self.prog}: {message}. For help: {self.prog} --help\n")


def _parser(name: str) -> PlainParser:
    if name in COMMANDS:
        return PlainParser(prog=f"teachback {name}", description=f"Teachback: {COMMANDS[name]}.")
    listing = "\n".join(f"  {word:10}{meaning}" for word, meaning in COMMANDS.items())
    return PlainParser(
        prog="teachback",
        description="Patient education a clinic can trust. Without a command: the application.",
        epilog=f"commands, each with its own --help:\n{listing}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _asked(arguments: Sequence[str]) -> str:
    """Name the module of `commands` that answers."""
    if arguments and arguments[0] in COMMANDS:
        return arguments[0]
    return "translating" if any(one.partition("=")[0] == "--translate" for one in arguments) else "window"


def main(arguments: Sequence[str], house: Path) -> int:
    """Do what the command line says; word every failure in one sentence on standard error."""
    name = _asked(arguments)
    rest = arguments[1:] if name in COMMANDS else arguments
    command = import_module(
        f"commands.{name}"
    )  # only the one that is asked for: the window must not wait for the others
    parser = _parser(name)
    command.describe(parser)
    options = parser.parse_args(rest)
    try:
        status: int = command.answer(options, Places(house))
    except CommandFailed as failure:
        print(failure.sentence, file=sys.stderr)
        return failure.status
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    return status
