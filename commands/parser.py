"""A parser of command lines that answers a wrong call in one sentence."""

import argparse
from typing import NoReturn

from commands.failure import BAD_INPUT


class PlainParser(argparse.ArgumentParser):
    """Says in one sentence what is wrong."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is; end with status 2."""
        self.exit(BAD_INPUT, f"{self.prog}: {message}. For help: {self.prog} --help\n")


def parser_of(name: str, commands: dict[str, str]) -> PlainParser:
    """Make the parser of a command, or of the application, whose help lists all commands with their meanings."""
    if name in commands:
        return PlainParser(prog=f"teachback {name}", description=f"Teachback: {commands[name]}.")
    listing = "\n".join(f"  {word:10}{meaning}" for word, meaning in commands.items())
    return PlainParser(
        prog="teachback",
        description="Patient education a clinic can trust. Without a command: the application.",
        epilog=f"commands, each with its own --help:\n{listing}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
