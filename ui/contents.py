"""Two contents side by side: every text of a store, what would change, and why a pack is refused, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Final

from clinic.updates import errors
from clinic.updates.difference import Difference, DoseChange, difference
from content.library import Library
from content.model import KINDS
from content.quantity import Quantity
from content.strings import strings
from i18n.language import Language
from i18n.runs import plain
from visit.wording import line

_MOST_NAMED: Final = 12
_TOPICS: Final = ("guide", "quiz")


def texts(library: Library) -> Mapping[str, str]:
    """Give every English text by its key, and every amount that stands in a table, as a text would hold it."""
    items = [shown.item for kind in KINDS for shown in library.every(kind)]
    said = {key: text for item in items for key, text in strings(item)}
    return said | {key: amount for item in items for key, amount in _amounts(item, f"{item.id}:#")}


def _amounts(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Quantity):
        yield path, f"[[{value.value} {value.unit}]]"
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _amounts(one, f"{path}/{number}")
    elif is_dataclass(value):
        for part in fields(value):
            yield from _amounts(getattr(value, part.name), f"{path}/{part.name}")


def change(old: Library, new: Path) -> tuple[Difference, Mapping[str, str]] | None:
    """Compare the content in use with a staged one, with the titles of what either holds; None where they are the same.

    Raises: StoreError.
    """
    other = Library.open(new)
    try:
        other.verify()
        if other.digest == old.digest:
            return None
        before, after = texts(old), texts(other)
        return difference(before, after), _titles({**before, **after})
    finally:
        other.close()


def _titles(found: Mapping[str, str]) -> Mapping[str, str]:
    named = (key.partition(":") for key in found if key.endswith((":title", ":name")))
    return {item: found[f"{item}:{part}"] for item, _colon, part in named}


def in_words(found: Difference, titles: Mapping[str, str], language: Language) -> tuple[str, ...]:
    """Say what would change: how much of each, then each dose and each new topic by its name."""
    ngettext, number = language.ngettext, language.number
    topics = tuple(one for one in found.new if one.partition(".")[0] in _TOPICS)
    counts = (
        (len(found.doses), ngettext("{n} dose changed", "{n} doses changed", len(found.doses))),
        (len(topics), ngettext("{n} new topic", "{n} new topics", len(topics))),
        (len(found.new), ngettext("{n} new part in all", "{n} new parts in all", len(found.new))),
        (len(found.changed), ngettext("{n} changed part", "{n} changed parts", len(found.changed))),
        (len(found.gone), ngettext("{n} part is gone", "{n} parts are gone", len(found.gone))),
    )
    said = tuple(text.format(n=number(count)) for count, text in counts if count)
    if not said:
        return (language.gettext("The words are the same."),)
    doses = tuple(_dose(one, titles, language) for one in found.doses[:_MOST_NAMED])
    new = tuple(language.gettext("New: {title}").format(title=_title(one, titles)) for one in topics[:_MOST_NAMED])
    return (*said, *doses, *new)


def _title(item: str, titles: Mapping[str, str]) -> str:
    return titles.get(item) or item.partition(".")[2].replace("-", " ")


def _dose(found: DoseChange, titles: Mapping[str, str], language: Language) -> str:
    old, new = (
        ", ".join(plain(line(f"[[{dose}]]", language)) for dose in doses) or "–" for doses in (found.old, found.new)
    )
    text = language.gettext("{title}: {old} becomes {new}")
    return text.format(title=_title(found.key.partition(":")[0], titles), old=old, new=new)


def refusal(refused: errors.UpdateRefused, language: Language) -> str:
    """Say why a pack is not taken, and what to do."""
    _ = language.gettext
    words = {
        errors.PackMissing: _("There is no content for Teachback in the stick or folder. Put it in and look again."),
        errors.PackIncomplete: _("The copy is not whole. Copy the folder again and wait until it is done."),
        errors.PackTampered: _("This content was changed after it was signed. Do not use it; ask the publisher."),
        errors.PackNotOurs: _("This content is not signed by the publisher. Do not use it; ask the publisher."),
        errors.PackExpired: _("This content is past its day. Ask the publisher for the newest."),
        errors.PackOlder: _("This machine has seen newer content already. Ask the publisher for the newest."),
        errors.PackUnreadable: _("The stick or folder cannot be read. Put it in again."),
        errors.PackTooLarge: _("This content is larger than it may be. Do not use it; ask the publisher."),
        errors.NoRoom: _("There is no room on this machine. Ask whoever looks after it."),
        errors.ClockWrong: _("The clock of this machine went back. Set it right, then look again."),
    }
    return words[type(refused)]
