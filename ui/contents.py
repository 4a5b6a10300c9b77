"""Two contents side by side: every text of a store, what would change, and why a pack is refused, in words."""

from collections.abc import Mapping
from pathlib import Path

from clinic.updates.difference import Difference, difference, of_kind
from clinic.updates.errors import (
    ClockWrong,
    NoRoom,
    PackExpired,
    PackIncomplete,
    PackMissing,
    PackNotOurs,
    PackOlder,
    PackTampered,
    PackTooLarge,
    PackUnreadable,
    UpdateRefused,
)
from content.library import Library
from content.model import Bundle, Claim, Guide, Medicine, Quiz, Rule
from content.strings import strings
from i18n.language import Language

_KINDS = (Guide, Quiz, Bundle, Medicine, Rule, Claim)


def texts(library: Library) -> Mapping[str, str]:
    """Give every English text of what people read, by its key."""
    return {key: text for kind in _KINDS for shown in library.every(kind) for key, text in strings(shown.item)}


def change(old: Library, new: Path) -> Difference | None:
    """Compare the content in use with a staged one; None where they are the same. Raises: StoreError."""
    other = Library.open(new)
    try:
        other.verify()
        return None if other.digest == old.digest else difference(texts(old), texts(other))
    finally:
        other.close()


def in_words(found: Difference, language: Language) -> tuple[str, ...]:
    """Say what would change, doses first."""
    ngettext, number = language.ngettext, language.number
    counts = (
        (len(found.doses), ngettext("{n} text with another dose", "{n} texts with other doses", len(found.doses))),
        (of_kind(found.new, "guide"), ngettext("{n} new guide", "{n} new guides", of_kind(found.new, "guide"))),
        (len(found.new), ngettext("{n} new part in all", "{n} new parts in all", len(found.new))),
        (len(found.changed), ngettext("{n} changed part", "{n} changed parts", len(found.changed))),
        (len(found.gone), ngettext("{n} part is gone", "{n} parts are gone", len(found.gone))),
    )
    said = tuple(text.format(n=number(count)) for count, text in counts if count)
    return said or (language.gettext("The words are the same."),)


def refusal(refused: UpdateRefused, language: Language) -> str:
    """Say why a pack is not taken, and what to do."""
    _ = language.gettext
    words = {
        PackMissing: _("There is no content for Teachback in the stick or folder. Put it in and look again."),
        PackIncomplete: _("The copy is not whole. Copy the folder again and wait until it is done."),
        PackTampered: _("This content was changed after it was signed. Do not use it; ask the publisher."),
        PackNotOurs: _("This content is not signed by the publisher. Do not use it; ask the publisher."),
        PackExpired: _("This content is past its day. Ask the publisher for the newest."),
        PackOlder: _("This machine has seen newer content already. Ask the publisher for the newest."),
        PackUnreadable: _("The stick or folder cannot be read. Put it in again."),
        PackTooLarge: _("This content is larger than it may be. Do not use it; ask the publisher."),
        NoRoom: _("There is no room on this machine. Ask whoever looks after it."),
        ClockWrong: _("The clock of this machine went back. Set it right, then look again."),
    }
    return words[type(refused)]
