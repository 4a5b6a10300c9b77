"""What a check finds."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs.

    An error keeps the item in English until it is mended; so does `confirm`, until a translator says in a comment
    that the text is right; a warning is advice.
    """

    ERROR = "error"
    CONFIRM = "confirm"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing wrong with one text: the rule's name, what is wrong and how to mend it."""

    rule: str
    what: str
    cure: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing wrong with a locale, and where."""

    locale: str
    domain: str
    key: str
    rule: str
    what: str
    cure: str
    severity: Severity
    line: int = 0
    english: str = ""
    text: str = ""

    @property
    def blocks(self) -> bool:
        """Tell whether the item stays in English because of this."""
        return self.severity is not Severity.WARNING

    def __str__(self) -> str:
        place = f"{self.locale}/{self.domain}.po{f':{self.line}' if self.line else ''}"
        return f"{place}: {self.severity}: {self.key} [{self.rule}] {self.what} {self.cure}"
