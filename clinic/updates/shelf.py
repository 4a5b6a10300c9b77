"""The shelf of content stores: the one in use, the one before, and a slip that says which.

The slip is changed in one step, so that a power cut leaves one store or the other.
"""

import contextlib
from pathlib import Path
from typing import Final, NamedTuple

_SLIP: Final = "in-use"


class NothingBefore(LookupError):
    """There is no store to go back to."""


class Shelf(NamedTuple):
    """The folder of accepted stores. A store's file is never written again, so a running visit keeps its own."""

    folder: Path

    def in_use(self) -> Path | None:
        """Give the accepted store, or None where the bundled one is in use."""
        return self._named()[0]

    def before(self) -> Path | None:
        """Give the store to go back to, or None for the bundled one."""
        return self._named()[1]

    def accept(self, store: Path) -> None:
        """Use a staged store from the next visit on, keep the one before. Raises: OSError."""
        if self._there(store.name) != store:
            raise FileNotFoundError(store)
        now = self.in_use()
        if store != now:
            self._write(store, now)

    def refuse(self, store: Path) -> None:
        """Take a staged store off the shelf unless it is in use or the one before."""
        if store not in self._named():
            store.unlink(missing_ok=True)

    def roll_back(self) -> Path | None:
        """Go back to the store before; give it, or None for the bundled one. Raises: NothingBefore, OSError."""
        now, before = self._named()
        if now is None:
            raise NothingBefore
        self._write(before, now)
        return before

    def _named(self) -> tuple[Path | None, Path | None]:
        try:
            lines = (self.folder / _SLIP).read_text(encoding="ascii").split("\n")
        except (OSError, UnicodeDecodeError):
            return None, None
        first, second = ([*lines, "", ""])[:2]
        return self._there(first), self._there(second)

    def _there(self, name: str) -> Path | None:
        # Only a plain name: the slip cannot point anywhere else.
        if not name.startswith("content-") or not name.endswith(".db") or Path(name).name != name:
            return None
        path = self.folder / name
        return path if path.is_file() else None

    def _write(self, now: Path | None, before: Path | None) -> None:
        lines = "\n".join(path.name if path else "" for path in (now, before))
        from clinic.whole_file import write_whole  # noqa: PLC0415  every start reads the slip, few write it

        write_whole(self.folder / _SLIP, lines.encode("ascii"))
        for old in self.folder.glob("content-*.db"):
            if old not in (now, before):
                with contextlib.suppress(PermissionError):  # still open somewhere; the next change takes it
                    old.unlink()
