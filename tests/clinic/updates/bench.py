"""A publisher and a clinic, for the tests of updates: real keys, real metadata, a real folder as the stick."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from clinic.updates.pack import METADATA, TARGETS, Offer, Trust, look
from clinic.updates.repository import Keys, Release, begin, make_keys, publish
from clinic.updates.shelf import Shelf

PACK = "bone-health"
NOW = datetime.now(UTC)
LONG_AGO = NOW - timedelta(days=400)


@dataclass(frozen=True)
class Bench:
    """One publisher, its repository, and one clinic."""

    home: Path
    keys: Keys
    root: bytes

    @property
    def repository(self) -> Path:
        return self.home / "repository"

    @property
    def metadata(self) -> Path:
        return self.repository / METADATA

    @property
    def shelf(self) -> Shelf:
        return Shelf(self.home / "shelf")

    @property
    def trust(self) -> Trust:
        return Trust(self.root, self.home / "trust", PACK)

    @property
    def store(self) -> Path:
        """Give the one store that lies in the repository."""
        return next((self.repository / TARGETS).glob("*.db"))

    def publish(self, content: str, now: datetime = NOW, keys: Keys | None = None) -> None:
        store = self.home / "built.db"
        store.write_text(content)
        publish(self.repository, Release(store, PACK, content), keys or self.keys, now)

    def copy(self, name: str) -> Path:
        """Copy the repository to a stick."""
        return shutil.copytree(self.repository, self.home / name)

    def look(self, stick: Path | None = None, now: datetime | None = None) -> Offer:
        return look(stick or self.repository, self.trust, self.shelf.folder, now)

    def take(self, stick: Path | None = None) -> str:
        """Look at a stick, accept it, and give what is in use then."""
        self.shelf.accept(self.look(stick).file)
        return self.in_use

    @property
    def in_use(self) -> str:
        store = self.shelf.in_use()
        return store.read_text() if store else ""


def bench(home: Path) -> Bench:
    """Set up a publisher with a first release, which the clinic uses."""
    keys = make_keys(home / "keys", b"", root_count=3, root_threshold=2)
    made = Bench(home, keys, begin(home / "repository", keys, NOW))
    made.publish("first")
    assert made.take() == "first"
    return made


def edit(file: Path, change: Callable[[Any], None]) -> None:
    """Change the signed part of metadata without signing it again."""
    found = json.loads(file.read_bytes())
    change(found)
    file.write_text(json.dumps(found))
