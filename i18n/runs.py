"""Text as runs: plain strings with a few facts beside them, never markup."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text.

    `is_strong` marks doses and warnings; `is_isolated` keeps the run together against the direction
    around it (LRI/FSI … PDI); `lang` is a BCP 47 tag where it differs from the line's; `href` is https, tel or
    mailto only.
    """

    text: str
    is_strong: bool = False
    is_isolated: bool = False
    lang: str | None = None
    href: str | None = None


Line: TypeAlias = tuple[Run, ...]


def plain(line: Line) -> str:
    """Give the words of a line without their marks."""
    return "".join(run.text for run in line)
