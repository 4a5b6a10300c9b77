"""The command line answers in plain words."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from commands import application
from commands.line import COMMANDS, plain
from commands.parser import parser_of

HOUSE = Path(__file__).parents[2]


def teachback(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=HOUSE, capture_output=True, text=True, check=False,
        env={"PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip


def test_help_lists_every_command() -> None:
    told = teachback("--help").stdout
    assert all(f"  {name}" in told for name in COMMANDS)


@pytest.mark.parametrize("name", tuple(COMMANDS))
def test_every_command_has_help(name: str) -> None:
    done = teachback(name, "--help")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("wrong", [("--nonsense",), ("handuot",), ("handout",), ("content", "biuld"), ("locale",)])
def test_a_wrong_call_is_one_sentence_and_status_2(wrong: tuple[str, ...]) -> None:
    done = teachback(*wrong)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1


def test_an_unknown_language_is_named_with_those_offered() -> None:
    done = teachback("--locale", "tlh")
    assert done.returncode == 2
    assert "tlh" in done.stderr
    assert "es_US" in done.stderr


@pytest.mark.parametrize(
    "words", ["", "--windowed", "--locale ar", "--windowed --locale es_US", "--locale ar --locale ko"]
)
def test_what_most_starts_say_is_read_as_the_parser_would(words: str) -> None:
    parser = parser_of("application", COMMANDS)
    application.describe(parser)
    assert plain(words.split()) == SimpleNamespace(**vars(parser.parse_args(words.split())))


@pytest.mark.parametrize("words", ["--locale", "--locale --windowed", "--locale=ar", "--theme dark", "--help", "x"])
def test_anything_else_is_for_the_parser(words: str) -> None:
    assert plain(words.split()) is None
