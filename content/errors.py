"""What can go wrong with sources and with the store; each error carries its facts and says itself in one sentence."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class ContentError(Exception):
    """Something is wrong with the content or its store."""


class SourceError(NamedTuple):
    """One thing that is wrong in a source file, and what cures it; in the order of files and lines."""

    file: str
    line: int
    path: str
    message: str
    cure: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: " + (f"{self.path}: " if self.path else "")
        return f"{where}{self.message}, {self.cure}."


class SourceErrors(ContentError):
    """Everything that is wrong in a pack, at once, in the order of files and lines."""

    def __init__(self, errors: Iterable[SourceError]) -> None:
        self.errors = tuple(sorted(errors))
        super().__init__("\n".join(map(str, self.errors)))


class StoreError(ContentError):
    """The store at `path` cannot be used; the message says why, as a part of a sentence."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(why)
        self.path = path


class StoreMissing(StoreError):
    """There is no store."""


class StoreDamaged(StoreError):
    """The file is no store of ours, or is cut short, or was changed."""


class StoreTooNew(StoreError):
    """The store was made by a newer Teachback."""


class StoreUnwritable(StoreError):
    """A store cannot be made: the disk is full or the folder is read-only."""


class NotInStore(ContentError, LookupError):
    """No item of this kind has this id."""

    def __init__(self, kind: str, id: str) -> None:
        super().__init__(f"there is no {kind} with the id {id}")
        self.kind = kind
        self.id = id
