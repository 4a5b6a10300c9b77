"""The publisher's side: keys, and a folder of signed metadata and stores to copy on a stick.

Source: The Update Framework's specification, §4. Root keys stay offline; the other three sign each publication. The
file `timestamp.json` is written last: until then a clinic sees the publication before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

from clinic.updates.pack import METADATA, TARGETS
from clinic.whole_file import write_whole

ROLES: Final = ("root", "targets", "snapshot", "timestamp")
ROOT_LIFE: Final = timedelta(days=3 * 365)
LIFE: Final = timedelta(days=180)
"""How long a pack may travel. Each publication renews it."""


class KeyUnusable(Exception):
    """A key file cannot be read, or its passphrase is wrong; carries the file's name."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The signing keys of each role, and how many root keys must sign together."""

    signers: Mapping[str, tuple[CryptoSigner, ...]]
    root_threshold: int = 1


def make_keys(folder: Path, passphrase: bytes, root_count: int = 3, root_threshold: int = 2) -> Keys:
    """Make new ed25519 keys, all or none, each in a file only its owner may read. Raises: FileExistsError, OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    counts = {"root": root_count, "targets": 1, "snapshot": 1, "timestamp": 1}
    keys = {role: [Ed25519PrivateKey.generate() for _ in range(count)] for role, count in counts.items()}
    named = {folder / f"{role}-{number}.pem": key for role in keys for number, key in enumerate(keys[role], 1)}
    if any(file.exists() for file in named):
        raise FileExistsError(folder)
    try:
        for file, key in named.items():
            write_whole(file, _locked(key, passphrase), 0o600)
    except OSError:  # a part of a set of keys is of no use, and in the way of the next
        for file in named:
            file.unlink(missing_ok=True)
        raise
    return Keys({role: tuple(map(CryptoSigner, made)) for role, made in keys.items()}, root_threshold)


def _locked(key: Ed25519PrivateKey, passphrase: bytes) -> bytes:
    lock = BestAvailableEncryption(passphrase) if passphrase else NoEncryption()
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock)


def read_keys(folder: Path, passphrase: bytes, root_threshold: int = 2) -> Keys:
    """Read the keys of a folder; roles whose keys are elsewhere stay empty. Raises: KeyUnusable."""
    return Keys({role: tuple(_read_key(f, passphrase) for f in _files(folder, role)) for role in ROLES}, root_threshold)


def _files(folder: Path, role: str) -> list[Path]:
    return sorted(folder.glob(f"{role}-*.pem"))


def _read_key(file: Path, passphrase: bytes) -> CryptoSigner:
    try:
        key = load_pem_private_key(file.read_bytes(), passphrase or None)
    except (OSError, ValueError, TypeError) as error:
        raise KeyUnusable(file.name) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyUnusable(file.name)
    return CryptoSigner(key)


def begin(repository: Path, keys: Keys, now: datetime) -> bytes:
    """Begin a repository; give the root that the program ships. Raises: FileExistsError."""
    if (repository / METADATA / "1.root.json").exists():
        raise FileExistsError(repository)
    for folder in (METADATA, TARGETS):
        (repository / folder).mkdir(parents=True, exist_ok=True)
    root = Metadata(_root(1, keys, now))
    return _signed(repository, root, keys.signers["root"], "1.root.json")


def _root(version: int, keys: Keys, now: datetime) -> Root:
    root = Root(version=version, expires=_until(now, ROOT_LIFE), consistent_snapshot=True)
    for role, signers in keys.signers.items():
        for signer in signers:
            root.add_key(signer.public_key, role)
    root.roles["root"].threshold = keys.root_threshold
    return root


def rotate(repository: Path, old: Keys, new: Keys, now: datetime) -> bytes:
    """Change the keys: the new root is signed by the old root keys and by the new ones. Then renew."""
    version = _latest(repository, "root") + 1
    both = {signer.public_key.keyid: signer for signer in (*old.signers["root"], *new.signers["root"])}
    return _signed(repository, Metadata(_root(version, new, now)), both.values(), f"{version}.root.json")


@dataclass(frozen=True, slots=True)
class Release:
    """A built store to publish: its file, its pack's id, its version."""

    store: Path
    pack: str
    version: str


def publish(repository: Path, release: Release, keys: Keys, now: datetime) -> str:
    """Sign a store as the newest of its pack, put it in the repository, give its digest. Raises: OSError."""
    path = f"{release.pack}.db"
    target = TargetFile.from_file(path, str(release.store), ["sha256"])
    target.unrecognized_fields["custom"] = {"version": release.version}
    write_whole(repository / TARGETS / _copy_name(target), release.store.read_bytes())
    _sign(repository, {**_targets(repository), path: target}, keys, now)
    return target.hashes["sha256"]


def renew(repository: Path, keys: Keys, now: datetime) -> None:
    """Sign the same content for another while, or with new keys."""
    _sign(repository, _targets(repository), keys, now)


def _sign(repository: Path, found: dict[str, TargetFile], keys: Keys, now: datetime) -> None:
    until = _until(now, LIFE)
    targets = Targets(_latest(repository, "targets") + 1, expires=until, targets=found)
    _signed(repository, Metadata(targets), keys.signers["targets"], f"{targets.version}.targets.json")
    meta = {"targets.json": MetaFile(targets.version)}
    snapshot = Snapshot(_latest(repository, "snapshot") + 1, expires=until, meta=meta)
    _signed(repository, Metadata(snapshot), keys.signers["snapshot"], f"{snapshot.version}.snapshot.json")
    stamp = Timestamp(snapshot.version, expires=until, snapshot_meta=MetaFile(snapshot.version))
    _signed(repository, Metadata(stamp), keys.signers["timestamp"], "timestamp.json")
    _tidy(repository, targets, snapshot)


def _targets(repository: Path) -> dict[str, TargetFile]:
    latest = _latest(repository, "targets")
    if not latest:
        return {}
    return dict(Metadata[Targets].from_file(str(repository / METADATA / f"{latest}.targets.json")).signed.targets)


def _latest(repository: Path, role: str) -> int:
    """Give the newest version of a role in the repository; 0 before the first."""
    files = (repository / METADATA).glob(f"*.{role}.json")
    return max((int(file.name.partition(".")[0]) for file in files), default=0)


def _copy_name(target: TargetFile) -> str:
    return f"{target.hashes['sha256']}.{target.path}"


def _until(now: datetime, life: timedelta) -> datetime:
    return (now + life).replace(microsecond=0)


def _signed(repository: Path, part: "Metadata[Any]", signers: Iterable[CryptoSigner], name: str) -> bytes:
    for signer in signers:
        part.sign(signer, append=True)
    data = part.to_bytes()
    write_whole(repository / METADATA / name, data)
    return data


def _tidy(repository: Path, targets: Targets, snapshot: Snapshot) -> None:
    """Take away what no clinic can need any more; every root stays, for clinics that missed some."""
    wanted = {f"{targets.version}.targets.json", f"{snapshot.version}.snapshot.json", "timestamp.json"}
    for file in (repository / METADATA).glob("*.json"):
        if file.name not in wanted and not file.name.endswith(".root.json"):
            file.unlink()
    copies = {_copy_name(target) for target in targets.targets.values()}
    for file in (repository / TARGETS).glob("*.db"):
        if file.name not in copies:
            file.unlink()
