"""What changed between two contents, counted for a person: topics new, changed and gone, and each dose that changed.

Works on plain texts by key, `<item id>:<path>`, so that it needs to know neither content nor store.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_DOSE: Final = re.compile(r"\[\[(.+?)\]\]")


@dataclass(frozen=True, slots=True)
class DoseChange:
    """One text whose quantities are not the same any more."""

    key: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Ids of items that are new, changed or gone, in order, and the doses that changed in items that stayed."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    doses: tuple[DoseChange, ...]

    @property
    def is_none(self) -> bool:
        """Tell whether nothing changed."""
        return not (self.new or self.changed or self.gone)


def of_kind(ids: tuple[str, ...], kind: str) -> int:
    """Count the items of a kind, such as `guide`."""
    return sum(found.partition(".")[0] == kind for found in ids)


def _item(key: str) -> str:
    return key.partition(":")[0]


def _doses(text: str) -> tuple[str, ...]:
    return tuple(" ".join(dose.split()) for dose in _DOSE.findall(text))


def _dose_change(key: str, old: str, new: str) -> DoseChange | None:
    before, after = Counter(_doses(old)), Counter(_doses(new))
    if before == after:
        return None
    return DoseChange(key, tuple((before - after).elements()), tuple((after - before).elements()))


def difference(old: Mapping[str, str], new: Mapping[str, str]) -> Difference:
    """Compare two contents, text by text. A text that came or went counts as a change of its item and of its doses."""
    had, has = {_item(key) for key in old}, {_item(key) for key in new}
    keys = sorted(key for key in old.keys() | new.keys() if old.get(key) != new.get(key) and _item(key) in had & has)
    changes = (_dose_change(key, old.get(key, ""), new.get(key, "")) for key in keys)
    return Difference(
        new=tuple(sorted(has - had)),
        changed=tuple(sorted({_item(key) for key in keys})),
        gone=tuple(sorted(had - has)),
        doses=tuple(change for change in changes if change),
    )
