"""One entry of a catalogue."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a PO file. `texts` has one form, or all plural forms; an empty form is not translated.

    `comment` is the translator's, `note` ours to them; `file` is where the English stands.
    """

    domain: str
    key: str
    english: str
    plural: str = ""
    texts: tuple[str, ...]
    is_fuzzy: bool = False
    flags: tuple[str, ...] = ()
    comment: str = ""
    previous: str = ""
    previous_plural: str = ""
    line: int = 0
    note: str = ""
    file: str = ""

    @property
    def is_complete(self) -> bool:
        """Tell whether every form is translated and none waits for a second look."""
        return not self.is_fuzzy and all(self.texts)

    @property
    def item(self) -> str:
        """Name the item a content text belongs to."""
        return self.key.partition(":")[0]

    def seal(self) -> str:
        """Give a short sum of both sides, which any change voids."""
        return self.full_seal()[:12]

    def full_seal(self) -> str:
        """Give the whole sum of both sides."""
        return hashlib.sha256("\0".join((self.english, self.plural, *self.texts)).encode()).hexdigest()
