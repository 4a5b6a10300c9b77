"""The staff's own database: what they decided and how often things were used, never who was here.

Looked over at each start, copied once a day, put back from the copy where it is damaged. Standard library only on the
way to the first screen: the migrations are loaded when the tables are not today's.
"""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from time import time
from typing import Any, Final

SCHEMA: Final = 1
APPLICATION_ID: Final = 0x54425354  # "TBST"
BACKUP_SECONDS: Final = 20 * 3600
"""Less than a day, so that a machine switched on each morning copies each morning."""
_WAIT_SECONDS: Final = 10


class StaffStoreError(Exception):
    """The staff's database cannot be used; carries the file."""

    def __init__(self, file: Path, fact: str = "") -> None:
        super().__init__(f"{file.name} {fact}".strip())
        self.file = file
        self.fact = fact


class StaffStoreTooNew(StaffStoreError):
    """A newer Teachback wrote it."""


class StaffStoreUnwritable(StaffStoreError):
    """The folder is read-only or the disk is full; carries the reason."""


class Start(StrEnum):
    """How the database was found."""

    NEW = "new"
    SOUND = "sound"
    RESTORED = "restored"
    BEGUN_AGAIN = "begun again"


def _connection(file: Path) -> sqlite3.Connection:
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))  # its log takes over who may read it
    connection = sqlite3.connect(file, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")
    return connection


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_sound(file: Path) -> bool:
    """Tell whether a file is a whole database of ours, or an empty one."""
    try:
        with closing(sqlite3.connect(file, timeout=_WAIT_SECONDS)) as connection:
            found = connection.execute("PRAGMA application_id").fetchone()[0]
            begun = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
            verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except sqlite3.OperationalError:
        raise  # the disk or a lock, not the file
    except (sqlite3.DatabaseError, UnicodeDecodeError):  # sqlite3 quotes a damaged table's own bytes in its complaint
        return False
    return bool(verdict == "ok" and (found == APPLICATION_ID or not begun))


def _beside(file: Path, ending: str) -> Path:
    return file.with_name(file.name + ending)


def _put_aside(file: Path) -> None:
    for ending in ("-wal", "-shm", ""):
        part = _beside(file, ending)
        if part.exists():
            part.replace(_beside(_beside(file, ".damaged"), ending))


def _copy(source: Path, target: Path) -> None:
    """Copy a database whole: beside, to the disk, then in its place."""
    new = _beside(target, ".new")
    new.unlink(missing_ok=True)
    try:
        _copy_to(source, new)
        new.replace(target)
    finally:
        new.unlink(missing_ok=True)  # half a copy takes room on a full disk


def _copy_to(source: Path, new: Path) -> None:
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(new)) as copy:
        old.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        if source.suffix != ".backup":
            copy.execute("DELETE FROM ticket")  # a ticket dies at closing time, in the copy too
            copy.commit()
    new.chmod(0o600)
    with new.open("rb") as written:
        os.fsync(written.fileno())


@dataclass(frozen=True, slots=True)
class StaffStore:
    """An open database of the staff, and how it was found."""

    file: Path
    start: Start
    _connection: sqlite3.Connection

    def rows(self, question: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Read rows. Raises: StaffStoreUnwritable."""
        with _told(self.file):
            return self._connection.execute(question, values).fetchall()

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """Change several rows, all or none; on the disk when the block ends. Raises: StaffStoreUnwritable."""
        with _told(self.file):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
            # The log would tell in which order things were counted, so it never outlives a change.
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def back_up(self) -> None:
        """Copy the database beside itself. Raises: StaffStoreUnwritable."""
        with _told(self.file):
            _copy(self.file, backup_of(self.file))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def backup_of(file: Path) -> Path:
    """Name the copy that is kept beside a database."""
    return _beside(file, ".backup")


@contextmanager
def _told(file: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.OperationalError, OSError) as error:
        raise StaffStoreUnwritable(file, str(error)) from error


def _found(file: Path) -> Start:
    """Look at what is there and put it right."""
    if not file.exists() and not backup_of(file).exists():
        return Start.NEW
    if file.exists() and is_sound(file):
        return Start.SOUND
    if file.exists():
        _put_aside(file)
    if backup_of(file).exists() and is_sound(backup_of(file)):
        _copy(backup_of(file), file)
        return Start.RESTORED
    return Start.BEGUN_AGAIN


def _grown(connection: sqlite3.Connection, file: Path) -> None:
    version = _version(connection)
    if version > SCHEMA:
        raise StaffStoreTooNew(file, f"version {version}, known {SCHEMA}")
    if version < SCHEMA:
        from clinic.staff_schema import grow  # noqa: PLC0415  120 ms that only a new database is worth

        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        grow(connection)


def open_store(file: Path) -> StaffStore:
    """Open the database, whole and of today's form. Raises: StaffStoreTooNew, StaffStoreUnwritable."""
    with _told(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        start = _found(file)
        connection = _connection(file)
        try:
            _grown(connection, file)
            kept = backup_of(file)
            if not kept.exists() or not 0 <= time() - kept.stat().st_mtime < BACKUP_SECONDS:
                _copy(file, kept)
        except BaseException:
            connection.close()
            raise
    return StaffStore(file, start, connection)
