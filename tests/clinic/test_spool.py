"""What the print service keeps."""

from pathlib import Path

import pytest

from clinic.spool import SETTINGS, Keeps, lacks


def told(settings: str) -> set[Keeps]:
    return {lack.what for lack in lacks(settings)}


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("", {Keeps.FILES, Keeps.HISTORY_TOO_LONG}),
        ("PreserveJobFiles No\nPreserveJobHistory 300\n", set()),
        ("preservejobfiles no\n\tPreserveJobHistory   5m\n", set()),
        ("PreserveJobFiles Yes\nPreserveJobHistory 300", {Keeps.FILES}),
        ("PreserveJobFiles 1d\nPreserveJobHistory Yes", {Keeps.FILES, Keeps.HISTORY_TOO_LONG}),
        ("PreserveJobFiles 0\nPreserveJobHistory 1w", {Keeps.HISTORY_TOO_LONG}),
        ("PreserveJobFiles No\nPreserveJobHistory No", {Keeps.HISTORY_NONE}),
        ("# PreserveJobFiles No\nPreserveJobHistory 300", {Keeps.FILES}),
        ("PreserveJobFiles No\nPreserveJobFiles Yes\nPreserveJobHistory 300", {Keeps.FILES}),
        ("PreserveJobFiles perhaps\nPreserveJobHistory 300", {Keeps.FILES}),
    ],
)
def test_what_is_kept_is_read_from_the_settings(settings: str, expected: set[Keeps]) -> None:
    assert told(settings) == expected


def test_each_lack_has_a_cure_of_one_line() -> None:
    for lack in (*lacks(""), *lacks("PreserveJobHistory No"), *lacks("", Path("/opt/cupsd.conf"))):
        assert "\n" not in str(lack)
        assert "Run: sudo cupsctl" in lack.cure if lack.file == SETTINGS else "cupsd.conf" in lack.cure
