"""Look at a pack in a folder: verify every signature, version and date, then stage its store beside the one in use.

Source: The Update Framework's specification, §5, the client's workflow. `tuf.ngclient` does it; we only fetch from a
folder.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

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
)

if TYPE_CHECKING:
    from tuf.ngclient import FetcherInterface, TargetFile, Updater

METADATA: Final = "metadata"
TARGETS: Final = "targets"
LARGEST_STORE: Final = 500_000_000
"""Bytes; a signed pack beyond this is a mistake that would fill the disk."""
_BLOCK: Final = 1 << 16
_CLOCK_SLACK: Final = timedelta(days=1)
_BASE: Final = "pack:///"


@dataclass(frozen=True, slots=True)
class Trust:
    """Whom a machine trusts: the root shipped with the program, what it has seen since, and the pack it wants."""

    root: bytes
    home: Path
    pack: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A verified pack: the staged store, its digest, and how it calls itself."""

    file: Path
    sha256: str
    version: str


def look(folder: Path, trust: Trust, shelf: Path, now: datetime | None = None) -> Offer:
    """Verify the pack in a folder and stage its store on the shelf; what is in use stays. Raises: UpdateRefused."""
    if not (folder / METADATA / "timestamp.json").is_file():
        raise PackMissing(folder.name)
    _check_clock(trust.home, now or datetime.now(UTC))
    with _refusals():
        updater = _updater(folder, trust)
        updater.refresh()
        target = updater.get_targetinfo(f"{trust.pack}.db")
        if target is None:
            raise PackMissing(trust.pack)
        return _staged(updater, target, folder, shelf)


def _updater(folder: Path, trust: Trust) -> "Updater":
    from tuf.ngclient import Updater  # noqa: PLC0415  a third of a second that only an update is worth

    trust.home.mkdir(parents=True, exist_ok=True)
    return Updater(
        str(trust.home),
        f"{_BASE}{METADATA}/",
        target_base_url=f"{_BASE}{TARGETS}/",
        fetcher=_fetcher(folder),
        bootstrap=trust.root,
    )


def _staged(updater: "Updater", target: "TargetFile", folder: Path, shelf: Path) -> Offer:
    digest = target.hashes["sha256"]
    source = folder / TARGETS / f"{digest}.{target.path}"
    if target.length > LARGEST_STORE:
        raise PackTooLarge(target.path)
    if not source.is_file() or source.stat().st_size < target.length:
        raise PackIncomplete(source.name)
    shelf.mkdir(parents=True, exist_ok=True)
    staged = shelf / ".staged.new"
    updater.download_target(target, str(staged))
    with staged.open("rb+") as whole:
        os.fsync(whole.fileno())
    kept = shelf / f"content-{digest[:32]}.db"
    staged.replace(kept)
    return Offer(kept, digest, str((target.custom or {}).get("version", "")))


def _check_clock(home: Path, now: datetime) -> None:
    """Refuse a clock that went back: it would make an expired pack good again. Raises: ClockWrong."""
    seen = home / "timestamp.json"
    if seen.exists():
        known = datetime.fromtimestamp(seen.stat().st_mtime, UTC)
        if now + _CLOCK_SLACK < known:
            raise ClockWrong(now, known)


@contextmanager
def _refusals() -> Iterator[None]:
    """Turn what TUF found into our own errors."""
    from tuf.api import exceptions as tuf  # noqa: PLC0415

    try:
        yield
    except tuf.UnsignedMetadataError as error:
        raise PackNotOurs(str(error)) from error
    except tuf.ExpiredMetadataError as error:
        raise PackExpired(str(error)) from error
    except tuf.BadVersionNumberError as error:
        raise PackOlder(str(error)) from error
    except tuf.DownloadLengthMismatchError as error:
        raise PackTooLarge(str(error)) from error
    except tuf.DownloadHTTPError as error:
        raise PackIncomplete(str(error)) from error
    except tuf.DownloadError as error:
        raise PackUnreadable(str(error)) from error
    except tuf.RepositoryError as error:
        raise PackTampered(str(error)) from error
    except OSError as error:
        raise NoRoom(error.strerror or "") from error


def opened(folder: Path, url: str) -> int:
    """Open a file of the pack, never outside it, never through a link, never a pipe or a device. Raises: OSError."""
    parts = PurePosixPath(unquote(urlsplit(url).path)).parts[1:]
    if len(parts) != 2 or parts[0] not in (METADATA, TARGETS) or ".." in parts or "\\" in parts[1]:
        raise PermissionError(errno.EACCES, "not in the pack", parts[-1])
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    door = os.open(folder.joinpath(*parts), flags)
    if not stat.S_ISREG(os.fstat(door).st_mode):
        os.close(door)
        raise PermissionError(errno.EACCES, "not a file", parts[-1])
    return door


def _fetcher(folder: Path) -> "FetcherInterface":
    from tuf.api.exceptions import DownloadHTTPError  # noqa: PLC0415
    from tuf.ngclient import FetcherInterface  # noqa: PLC0415

    class Folder(FetcherInterface):
        """Fetches from a folder what others fetch from a server."""

        def _fetch(self, url: str) -> Iterator[bytes]:
            try:
                door = opened(folder, url)
            except FileNotFoundError as error:
                raise DownloadHTTPError(PurePosixPath(url).name, 404) from error
            return _blocks(door)

    return Folder()


def _blocks(door: int) -> Iterator[bytes]:
    from tuf.api.exceptions import DownloadError  # noqa: PLC0415

    with os.fdopen(door, "rb") as file:
        try:
            while block := file.read(_BLOCK):
                yield block
        except OSError as error:  # the stick was pulled out
            raise DownloadError(error.strerror) from error
