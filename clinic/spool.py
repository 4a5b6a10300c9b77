"""What the machine's print service keeps of each handout, read from its settings.

Source: cupsd.conf(5). PreserveJobFiles keeps the PDF itself (default 86400 seconds, even of a cancelled job),
PreserveJobHistory what is known about the job. With no history at all, done and failed cannot be told apart.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

SETTINGS: Final = Path("/etc/cups/cupsd.conf")
DAY: Final = 86_400
LONGEST_HISTORY: Final = 3600
_LINE: Final = re.compile(r"^\s*(PreserveJob(?:Files|History))\s+(\S+)\s*$", re.IGNORECASE | re.MULTILINE)
_UNITS: Final = {"": 1, "s": 1, "m": 60, "h": 3600, "d": DAY, "w": 7 * DAY}
_ALWAYS: Final = float("inf")


class Keeps(StrEnum):
    """What is wrong with what is kept."""

    FILES = "files"
    HISTORY_TOO_LONG = "history too long"
    HISTORY_NONE = "history none"


@dataclass(frozen=True, slots=True)
class SpoolLack:
    """One thing to put right, with its one-line cure."""

    what: Keeps
    file: Path
    cure: str

    @property
    def said(self) -> str:
        """Say what is wrong, in one sentence."""
        return _SAID[self.what]

    def __str__(self) -> str:
        return f"{self.said} {self.cure}"


_SAID: Final = {
    Keeps.FILES: "The print service keeps a copy of each handout.",
    Keeps.HISTORY_TOO_LONG: "The print service keeps a list of past print jobs.",
    Keeps.HISTORY_NONE: "The print service forgets each job at once, so nobody can tell if it was printed.",
}


def _seconds(value: str) -> float:
    """Read a setting: Yes, No, or a length of time such as 300 or 1d; what cannot be read counts as kept for ever."""
    if value.lower() in {"no", "off", "false"}:
        return 0
    found = re.fullmatch(r"(\d+(?:\.\d+)?)([smhdw]?)", value.lower())
    return float(found[1]) * _UNITS[found[2]] if found else _ALWAYS


def lacks(settings: str, file: Path = SETTINGS) -> tuple[SpoolLack, ...]:
    """Tell from the text of the settings what the print service keeps and should not."""
    said = {name.lower(): _seconds(value) for name, value in _LINE.findall(settings)}
    files, history = said.get("preservejobfiles", DAY), said.get("preservejobhistory", _ALWAYS)
    wrong: list[SpoolLack] = []
    if history == 0:
        # Files are gone with the history, whatever is said of them.
        wrong.append(SpoolLack(Keeps.HISTORY_NONE, file, _cure("PreserveJobHistory", "300", file)))
    elif files:
        wrong.append(SpoolLack(Keeps.FILES, file, _cure("PreserveJobFiles", "No", file, then="; sudo cancel -a -x")))
    if history > LONGEST_HISTORY:
        wrong.append(SpoolLack(Keeps.HISTORY_TOO_LONG, file, _cure("PreserveJobHistory", "300", file)))
    return tuple(wrong)


def _cure(name: str, value: str, file: Path, then: str = "") -> str:
    if file == SETTINGS:
        return f"Run: sudo cupsctl {name}={value}{then}"
    return f"Write “{name} {value}” in {file} and restart the print service."
