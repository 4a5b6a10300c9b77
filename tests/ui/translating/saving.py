"""Change a text in a catalogue and save it, as editors do."""

from typing import Any

import polib


def save(file, key: str, *, in_place: bool = False, **fields: Any) -> None:
    """Set fields of the entry with this key, or this English, and save: beside and renamed, or in place."""
    catalogue = polib.pofile(str(file), wrapwidth=78)
    entry = next(one for one in catalogue if key in (one.msgctxt, one.msgid) and not one.obsolete)
    for name, value in fields.items():
        setattr(entry, name, value)
    beside = file if in_place else file.with_name(".beside")
    beside.write_text(f"{catalogue}\n", "utf-8")
    if not in_place:
        beside.replace(file)
