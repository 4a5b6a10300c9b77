"""The files of a pack: which holds what, read in a fixed order, every fault of all of them told together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from content.errors import SourceError, SourceErrors
from content.model import (
    KINDS,
    Bundle,
    Claim,
    Food,
    Guide,
    Intake,
    Item,
    Medicine,
    MedicineClass,
    Nutrient,
    Phrase,
    Picture,
    Quiz,
    Reference,
    Rule,
    Screening,
    Subject,
    Term,
    Trial,
)  # fmt: skip
from content.pack import Pack
from content.source.checks import Known, Unread, checked
from content.source.entry import Entry, fault
from content.source.tree import NotYaml, Tree, tree
from content.source.typing import typed

PICTURES: Final = Path(__file__).parents[2] / "resources" / "pictures"

FOLDERS: Final[Mapping[str, type[Item]]] = {"guides": Guide, "quizzes": Quiz, "bundles": Bundle}
TABLES: Final[Mapping[str, type[Item]]] = {
    "claims": Claim, "foods": Food, "intakes": Intake, "medicine-classes": MedicineClass, "medicines": Medicine,
    "nutrients": Nutrient, "phrases": Phrase, "pictures": Picture, "references": Reference, "rules": Rule,
    "screening": Screening, "subjects": Subject, "terms": Term, "trials": Trial,
}  # fmt: skip


def read_pack(folder: Path, pictures: Path = PICTURES, today: date | None = None) -> Pack:
    """Read and check a pack; a table that is not there yet has no rows.

    Give `today` to refuse items that may no longer be printed. Raises: SourceErrors with everything that is wrong.
    """
    reading = _Reading(folder)
    head = reading.head()
    reading.items()
    known = Known(reading.by_id(), reading.unread(), reading.retired(), pictures, today)
    errors = [*checked(reading.entries, known), *reading.errors]
    if errors:
        raise SourceErrors(errors)
    return Pack(**head, by_kind=reading.by_kind())


def readable(folder: Path) -> Pack:
    """Read what can be read of a pack in the making, and leave out what is wrong; for writing, never for a build."""
    reading = _Reading(folder)
    reading.items()
    return Pack(id=folder.name, version="", title=folder.name, by_kind=reading.by_kind())


def kind_of(path: Path, is_table: bool) -> type[Item] | None:
    """Name the kind of the items a file of a pack holds: by its own name for a table, else by its folder."""
    return TABLES.get(path.stem) if is_table else FOLDERS.get(path.parent.name)


@dataclass(slots=True)
class _Reading:
    folder: Path
    entries: list[Entry] = field(default_factory=list)
    errors: list[SourceError] = field(default_factory=list)
    unread_ids: set[str] = field(default_factory=set)
    unread_kinds: set[str] = field(default_factory=set)

    def head(self) -> dict[str, str]:
        held = self._tree(self.folder / "pack.yaml")
        if held is None:
            return {}
        data = held.data if isinstance(held.data, dict) else {}
        for name in ("id", "version", "title"):
            if not isinstance(data.get(name), str) or not data[name]:
                self.errors.append(fault(held, (name,), "it is missing", "add it"))
        for name in data.keys() - {"id", "version", "title", "seller"}:
            self.errors.append(fault(held, (name,), "there is no such field", "use id, version, title, seller"))
        return {name: str(value) for name, value in data.items()}

    def items(self) -> None:
        for path in self._files():
            kind = kind_of(path, is_table=path.parent == self.folder)
            if kind is None or path.suffix != ".yaml":
                name, known = self._name(path), ", ".join((*FOLDERS, *TABLES))
                self.errors.append(SourceError(name, 1, "", "this file is no part of a pack", f"use one of {known}"))
            elif held := self._tree(path):
                self._rows(kind, held, is_table=path.parent == self.folder)
            else:
                self.unread_kinds.add(kind.kind)

    def by_kind(self) -> dict[str, tuple[Item, ...]]:
        items = [entry.item for entry in self.entries]
        return {kind.kind: tuple(item for item in items if item.kind == kind.kind) for kind in KINDS}

    def by_id(self) -> dict[str, Entry]:
        """Give the entries by id; of two with the same id the first counts."""
        return {entry.item.id: entry for entry in reversed(self.entries)}

    def unread(self) -> Unread:
        return Unread(frozenset(self.unread_ids), frozenset(self.unread_kinds))

    def retired(self) -> frozenset[str]:
        path = self.folder / "retired-ids.txt"
        text = self._content(path).decode("utf-8", "replace") if path.is_file() else ""
        return frozenset(word for line in text.splitlines() if (word := line.partition("#")[0].strip()))

    def _files(self) -> Iterator[Path]:
        for path in sorted(self.folder.glob("**/*")):
            if path.is_file() and path.suffix in (".yaml", ".yml") and path != self.folder / "pack.yaml":
                yield path

    def _name(self, path: Path) -> str:
        return path.relative_to(self.folder.parent).as_posix()

    def _tree(self, path: Path) -> Tree | None:
        content = self._content(path)
        try:
            return tree(self._name(path), content) if content else None
        except NotYaml as found:
            self.errors.append(found.error)
        return None

    def _content(self, path: Path) -> bytes:
        """Give the bytes of a file, at least one; none where it cannot be read, which is said."""
        try:
            return path.read_bytes() or b"\n"
        except FileNotFoundError:
            self.errors.append(SourceError(self._name(path), 1, "", "the file is not there", "add it"))
        except OSError as error:
            why = error.strerror or "no reason given"
            self.errors.append(SourceError(self._name(path), 1, "", f"the file cannot be read ({why})", "mend that"))
        return b""

    def _rows(self, kind: type[Item], held: Tree, is_table: bool) -> None:
        if isinstance(held.data, list) != is_table:
            wanted = "a list, each entry starting with - id:" if is_table else "one item, starting with id:"
            self.errors.append(fault(held, (), "the file has the wrong form", f"write {wanted}"))
            self.unread_kinds.add(kind.kind)
            return
        rows: list[tuple[tuple[int, ...], Any]] = [((), held.data)]
        for start, row in [((n,), row) for n, row in enumerate(held.data)] if is_table else rows:
            found = typed(kind, held, start, row)
            if isinstance(found, Entry):
                self.entries.append(found)
            else:
                self.errors.extend(found)
                self.unread_ids.add(str(row.get("id")) if isinstance(row, dict) else "")
