"""Look at a pack in a folder: verify every signature, version and date, then stage its store beside the one in use.

Source: The Update Framework's specification, §5, the client's workflow. `tuf.ngclient` does it; we only fetch from a
folder.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from clinic.updates import errors
from clinic.updates.shelf import Shelf

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
        raise errors.PackMissing(folder.name)
    _check_clock(trust.home, now or datetime.now(UTC))
    with _refusals():
        updater = _updater(folder, trust)
        updater.refresh()
        target = updater.get_targetinfo(f"{trust.pack}.db")
        if target is None:
            raise errors.PackMissing(trust.pack)
        return _staged(updater, target, folder, shelf)


def newest(folders: Iterable[Path], trust: Trust, shelf: Path) -> Offer:
    """Look at every folder, so that a bad stick cannot hide a good one; give the newest pack. Raises: UpdateRefused.

    A pack older than one seen before is refused, so the last that is taken is the newest.
    """
    best: Offer | None = None
    first: errors.UpdateRefused | None = None
    for folder in folders:
        try:
            offer = look(folder, trust, shelf)
        except errors.UpdateRefused as refused:
            first = first or refused
            continue
        if best is not None and best.file != offer.file:
            Shelf(shelf).refuse(best.file)
        best = offer
    if best is None:
        raise first or errors.PackMissing
    return best


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
        raise errors.PackTooLarge(target.path)
    if not source.is_file() or source.stat().st_size < target.length:
        raise errors.PackIncomplete(source.name)
    shelf.mkdir(parents=True, exist_ok=True)
    staged = shelf / ".staged.new"
    kept = shelf / f"content-{digest[:32]}.db"
    try:
        updater.download_target(target, str(staged))
        with staged.open("rb+") as whole:
            os.fsync(whole.fileno())
        staged.replace(kept)
    finally:
        staged.unlink(missing_ok=True)  # what a full disk took of it
    return Offer(kept, digest, str((target.custom or {}).get("version", "")))


def _check_clock(home: Path, now: datetime) -> None:
    """Refuse a clock that went back: it would make an expired pack good again. Raises: ClockWrong."""
    seen = home / "timestamp.json"
    if seen.exists():
        known = datetime.fromtimestamp(seen.stat().st_mtime, UTC)
        if now + _CLOCK_SLACK < known:
            raise errors.ClockWrong(now, known)


@contextmanager
def _refusals() -> Iterator[None]:
    """Turn what TUF found into our own errors."""
    from tuf.api import exceptions as tuf  # noqa: PLC0415

    ours = (  # the narrower ones first
        (tuf.UnsignedMetadataError, errors.PackNotOurs),
        (tuf.ExpiredMetadataError, errors.PackExpired),
        (tuf.BadVersionNumberError, errors.PackOlder),
        (tuf.DownloadLengthMismatchError, errors.PackTooLarge),
        (tuf.DownloadHTTPError, errors.PackIncomplete),
        (tuf.DownloadError, errors.PackUnreadable),
        (tuf.RepositoryError, errors.PackTampered),
    )
    try:
        yield
    except (tuf.RepositoryError, tuf.DownloadError) as error:
        raise next(mine for theirs, mine in ours if isinstance(error, theirs))(str(error)) from error
    except OSError as error:
        raise errors.NoRoom(error.strerror or "") from error


def opened(folder: Path, url: str) -> int:
    """Open a file of the pack, never outside it, never through a link, never a pipe or a device. Raises: OSError."""
    parts = PurePosixPath(unquote(urlsplit(url).path)).parts[1:]
    if len(parts) != 2 or parts[0] not in (METADATA, TARGETS) or ".." in parts or "\\" in parts[1]:
        raise PermissionError(errno.EACCES, "not in the pack", parts[-1])
    if (folder / parts[0]).is_symlink():
        raise PermissionError(errno.EACCES, "a link", parts[0])
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
