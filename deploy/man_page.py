"""The man page, written from the commands themselves, so that it cannot name what does not exist."""

import argparse
from collections.abc import Iterator
from importlib import import_module

from commands.line import COMMANDS

_HEAD = """.TH TEACHBACK 1 "{date}" "Teachback {version}" "User Commands"
.SH NAME
teachback \\- patient education a clinic can trust
.SH SYNOPSIS
.B teachback
.RI [ options ]
.br
.B teachback
.I command
.RI [ options ]
.SH DESCRIPTION
Without a command, Teachback opens its screens: quizzes, medicines, nutrients and a printed handout about the person in
front of it. It runs offline and writes nothing about anybody.
"""
_TAIL = """.SH FILES
.TP
.I ~/.config/teachback/settings.toml
What the clinic decided. Every setting is listed in the guide for clinics.
.SH ENVIRONMENT
.TP
.B TEACHBACK_MANAGED
A second, read\\-only settings file for a fleet of machines; it wins.
.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
A failure, told in one sentence.
.TP
.B 2
Bad input, told in one sentence with the cure.
.TP
.B 3
The machine lacks something; see
.BR "teachback doctor" .
.SH NOTES
Nothing here is medical advice.
"""


def _plain(text: str) -> str:
    """Escape what roff would take for itself."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in safe.splitlines())


def _shape(action: argparse.Action) -> str:
    """Write an option with its value, such as -o, --output FILE."""
    value = (
        "" if action.nargs == 0 else action.metavar or "|".join(map(str, action.choices or ())) or action.dest.upper()
    )
    names = ", ".join(f"\\fB{_plain(name)}\\fR" for name in action.option_strings)
    return " ".join(part for part in (names, f"\\fI{_plain(str(value))}\\fR" if value else "") if part)


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for choice in action._choices_actions:
                yield f".TP\n\\fB{_plain(choice.dest)}\\fR\n{_plain(choice.help or '')}"
        elif action.help != argparse.SUPPRESS and "--help" not in action.option_strings:
            yield f".TP\n{_shape(action)}\n{_plain(action.help or '')}"


def _parser(command: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser()
    import_module(f"commands.{command}").describe(parser)
    return parser


def man_page(version: str, date: str) -> str:
    """Write the page in roff. Source: man(7)."""
    parts = [_HEAD.format(version=version, date=date), ".SH OPTIONS", *_options(_parser("application")), ".SH COMMANDS"]
    for name, meaning in COMMANDS.items():
        parts += [f".SS {_plain(name)}", _plain(meaning[:1].upper() + meaning[1:] + "."), *_options(_parser(name))]
    return "\n".join((*parts, _TAIL))
