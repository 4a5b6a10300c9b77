"""What belongs to the clinic's staff: settings, PIN, database, shelf of contents, and where reports go."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from clinic.settings import BadSetting, Settings

if TYPE_CHECKING:
    from clinic.pin import PinFile
    from clinic.staff_store import StaffStore
    from clinic.updates.pack import Trust
    from clinic.updates.shelf import Shelf

_REPORTS: Final = "reports"


class StaffRoom(NamedTuple):
    """Everything staff keep on this machine, in one folder. `managed` is the fleet's own settings file, if any."""

    folder: Path
    settings: Settings
    managed: Path | None = None
    problems: tuple[BadSetting, ...] = ()
    root: bytes | None = None

    @property
    def settings_file(self) -> Path:
        """Give the file of what this clinic decided."""
        return self.folder / "settings.toml"

    @property
    def pin(self) -> "PinFile":
        """Give the file of the staff's PIN."""
        from clinic.pin import PinFile  # noqa: PLC0415  what only staff need waits for them, here and below

        return PinFile(self.folder / "pin.json")

    @property
    def shelf(self) -> "Shelf":
        """Give the shelf of accepted contents."""
        from clinic.updates.shelf import Shelf  # noqa: PLC0415

        return Shelf(self.folder / "content")

    @property
    def reports(self) -> Path:
        """Give the folder where reports are written; there are no file dialogs on a kiosk."""
        return self.folder / _REPORTS

    @property
    def inbox(self) -> Path:
        """Give the folder where new content may be put, where there is no stick."""
        return self.folder / "new-content"

    def trust(self, pack: str) -> "Trust | None":
        """Give whom to trust for new content; None where this copy ships no trust root."""
        from clinic.updates.pack import Trust  # noqa: PLC0415

        return None if self.root is None else Trust(self.root, self.folder / "trust", pack)

    @contextmanager
    def store(self) -> "Iterator[StaffStore]":
        """Open the database for a moment. Raises: StaffStoreError."""
        import sqlite3  # noqa: PLC0415

        from clinic.staff_store import StaffStoreError, open_store  # noqa: PLC0415

        try:
            store = open_store(self.folder / "staff.db")
        except (OSError, sqlite3.DatabaseError) as error:
            raise StaffStoreError(self.folder / "staff.db", type(error).__name__) from error
        try:
            yield store
        finally:
            store.close()

    def closes(self, now: datetime) -> datetime:
        """Give the moment at which today's codes end: closing time, or midnight once that is past."""
        hour, _colon, minute = self.settings.closing_time.partition(":")
        wanted = now.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)
        return wanted if wanted > now else now.replace(hour=23, minute=59, second=59, microsecond=0)
