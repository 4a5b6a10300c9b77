"""`content keys | publish | rotate`: the publisher's keys, and the folder of signed content that clinics take."""

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from commands.failure import BAD_INPUT, FAILED, CommandFailed
from commands.places import Places
from content.library import Library, StoreError

if TYPE_CHECKING:
    from clinic.updates.repository import Keys, Release

PASSPHRASE_VARIABLE: Final = "TEACHBACK_PASSPHRASE"


def describe(tasks: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the tasks of a publisher."""
    keys = tasks.add_parser("keys", help="make the keys that sign content, once")
    keys.add_argument("--keys", required=True, type=Path, metavar="DIR", help="the folder for the keys")
    keys.set_defaults(task=make_keys)
    sign = tasks.add_parser("publish", help="sign the built store for clinics to take from a stick")
    sign.add_argument("--keys", required=True, type=Path, metavar="DIR", help="the folder with the keys")
    sign.add_argument("--to", required=True, type=Path, metavar="DIR", help="the folder to copy on a stick")
    sign.set_defaults(task=publish)
    change = tasks.add_parser("rotate", help="change the keys of a signed folder, or give its root three more years")
    change.add_argument("--keys", required=True, type=Path, metavar="DIR", help="the keys until now, two root keys too")
    change.add_argument("--new", required=True, type=Path, metavar="DIR", help="the keys from now on; may be the same")
    change.add_argument("--to", required=True, type=Path, metavar="DIR", help="the folder that clinics take")
    change.set_defaults(task=rotate)


def make_keys(options: argparse.Namespace, _places: Places) -> int:
    """Make the keys; never over others."""
    from clinic.updates import repository  # noqa: PLC0415  a third of a second that only a publisher pays

    with _told():
        repository.make_keys(options.keys, _passphrase(options.keys, is_new=True))
    print(f"{options.keys}: the keys. Keep two of the root keys in two other places.")
    return 0


def publish(options: argparse.Namespace, places: Places) -> int:
    """Sign the built store; the first time, write the root that clinics' copies carry."""
    from clinic.updates import repository  # noqa: PLC0415

    now = datetime.now(UTC)
    with _told():
        keys = repository.read_keys(options.keys, _passphrase(options.keys))
        _check(keys, options.keys)
        if not (options.to / "metadata" / "1.root.json").exists():
            _check_root(keys, options.keys)
            repository.begin(options.to, keys, now)
            print(f"{options.to / 'metadata' / '1.root.json'}: clinics' copies carry it as resources/trust/root.json")
        digest = repository.publish(options.to, _release(places), keys, now)
    until = (now + repository.LIFE).date()
    print(f"{options.to}: signed, good until {until}.\nsha256 {digest}")
    return 0


def rotate(options: argparse.Namespace, _places: Places) -> int:
    """Sign a new root by the keys until now and those from now on, and everything else anew."""
    from clinic.updates import repository  # noqa: PLC0415

    now = datetime.now(UTC)
    if not (options.to / "metadata" / "1.root.json").exists():
        raise CommandFailed(f"{options.to} is no signed folder. Run: ./run content publish", BAD_INPUT)
    with _told():
        old = repository.read_keys(options.keys, _passphrase(options.keys))
        new = old if options.new == options.keys else repository.read_keys(options.new, _passphrase(options.new))
        _check_root(old, options.keys)
        _check_root(new, options.new)
        _check(new, options.new)
        repository.rotate(options.to, old, new, now)
        repository.renew(options.to, new, now)
    until = (now + repository.ROOT_LIFE).date()
    print(f"{options.to}: the keys in {options.new} sign from now on; the root is good until {until}.")
    return 0


def _release(places: Places) -> "Release":
    from clinic.updates.repository import Release  # noqa: PLC0415

    try:
        library = Library.open(places.store)
        library.verify()
    except StoreError as problem:
        raise CommandFailed("There is no whole store to sign. Run: ./run content build", BAD_INPUT) from problem
    return Release(places.store, library.pack, library.version)


def _check(keys: "Keys", folder: Path) -> None:
    for role, signers in keys.signers.items():
        if not signers and role != "root":
            raise CommandFailed(f"{folder} has no {role} key. Run: ./run content keys --keys {folder}", BAD_INPUT)


def _check_root(keys: "Keys", folder: Path) -> None:
    if len(keys.signers["root"]) < keys.root_threshold:
        said = f"{folder} needs {keys.root_threshold} root keys for this. Copy them back from where you keep them."
        raise CommandFailed(said, BAD_INPUT)


def _passphrase(folder: Path, *, is_new: bool = False) -> bytes:
    """Take the passphrase of a folder's keys from the environment, or ask for it; a new one twice."""
    given = os.environ.get(PASSPHRASE_VARIABLE)
    if given is not None:
        return given.encode()
    if not sys.stdin.isatty():
        said = f"Nobody is there to type the passphrase. Use a terminal, or put it in {PASSPHRASE_VARIABLE}."
        raise CommandFailed(said, BAD_INPUT)
    typed = getpass.getpass(f"Passphrase of the keys in {folder}: ")
    if is_new and getpass.getpass("The same once more: ") != typed:
        raise CommandFailed("These were not the same. No keys were made.", BAD_INPUT)
    return typed.encode()


@contextmanager
def _told() -> Iterator[None]:
    """Word what can go wrong. Raises: CommandFailed."""
    from clinic.updates.repository import KeyUnusable  # noqa: PLC0415

    try:
        yield
    except KeyUnusable as problem:
        said = f"The key {problem} cannot be used. Check the file and the passphrase."
        raise CommandFailed(said, BAD_INPUT) from problem
    except FileExistsError as problem:
        raise CommandFailed("There are keys in this folder already. Name another folder.", BAD_INPUT) from problem
    except OSError as problem:
        said = f"Nothing was signed ({problem.strerror}). Check the folders and the room on the disk."
        raise CommandFailed(said, FAILED) from problem
