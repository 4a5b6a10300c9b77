"""docs/reference.md: every command, screen and check by its name, read from the code.

Run: python -m tests.reference_page        writes the page; a test compares it with the code
"""

import argparse
import ast
import sys
from collections.abc import Iterator
from importlib import import_module
from inspect import getdoc
from pathlib import Path
from typing import Final

from commands.line import COMMANDS
from commands.parser import parser_of
from ui import routes, topics
from ui.routes import Route

HOUSE: Final = Path(__file__).parents[1]
PAGE: Final = HOUSE / "docs" / "reference.md"
HEAD: Final = """# Every name in one place

Read from the code by `.venv/bin/python -m tests.reference_page`; a test compares. Settings stand in
`docs/clinics.md`, the rules an author meets in `docs/writing-rules.md`; they are compared with the code too.
"""


def parsers() -> Iterator[tuple[str, str, argparse.ArgumentParser]]:
    """Give the parser of the window, of each command and of each of its tasks, with its words and its meaning."""
    for name in ("application", *COMMANDS):
        parser = parser_of(name, COMMANDS)
        import_module(f"commands.{name}").describe(parser)
        words = "./run" if name == "application" else f"./run {name}"
        yield words, COMMANDS.get(name, "the application"), parser
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                says = {one.dest: one.help or "" for one in action._choices_actions}
                yield from ((f"{words} {task}", says[task], inner) for task, inner in action.choices.items())


def options(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    """Give the words a parser takes, each with what it says of them."""
    for action in parser._actions:
        if isinstance(action, argparse._HelpAction | argparse._SubParsersAction | argparse._VersionAction):
            continue
        value = action.metavar or ("" if action.nargs == 0 else (action.dest or "").upper())
        shown = value if isinstance(value, str) else " ".join(value)
        if action.choices is not None and action.metavar is None:
            shown = "|".join(str(one) for one in action.choices)
        yield " ".join([*action.option_strings[-1:], shown]).strip(), (action.help or "").replace("%%", "%")


def screens() -> Iterator[tuple[str, bool, str]]:
    """Give each screen, whether it is for staff alone, and what it is for."""
    for route in (*vars(routes).values(), *vars(topics).values()):
        if isinstance(route, type) and issubclass(route, Route) and route.screen:
            yield route.screen, route.is_for_staff, (getdoc(route) or "").partition("\n")[0]


def checks() -> Iterator[tuple[str, str, str]]:
    """Give each check of a translation: its name, what it says, and the cure, as they stand in the code."""
    for file in sorted((HOUSE / "i18n" / "checks").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Found":
                name, says, cure = (_words(one) for one in node.args[:3])
                yield name, says, cure


def _words(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(_words(part) for part in parts)
    return "…"


def rows(head: str, cells: Iterator[tuple[str, ...]]) -> Iterator[str]:
    """Write a table."""
    yield f"| {head.replace(',', ' |')} |"
    yield "|---" * (head.count(",") + 1) + "|"
    yield from (f"| {' | '.join(one.replace('|', chr(92) + '|') for one in row)} |" for row in cells)


def page() -> str:
    """Write the page."""
    parts = [HEAD, "## Commands\n"]
    for words, about, parser in parsers():
        parts.append(f"- `{words}`: {about}")
        parts += [f"  - `{word}`: {says}" for word, says in options(parser)]
    parts += ["\n## Screens\n"]
    parts += rows("screen, for, what it shows", (
        (f"`{name}`", "staff" if is_staff else "everybody", says) for name, is_staff, says in screens()))  # fmt: skip
    parts += ["\n## Checks of a translation (`./run locale check`)\n"]
    parts += rows(
        "check, what it says, cure", ((f"`{name}`", says, cure) for name, says, cure in sorted(set(checks())))
    )
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    sys.exit(0)
