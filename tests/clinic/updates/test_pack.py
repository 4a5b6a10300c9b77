"""Honest packs."""

import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from clinic.updates.errors import NoRoom
from clinic.updates.repository import Keys, KeyUnusable, make_keys, read_keys, renew, rotate
from tests.clinic.updates.bench import NOW, PACK, Bench


def test_a_newer_pack_is_staged_and_nothing_changes_before_staff_accept(desk: Bench) -> None:
    desk.publish("second")
    offer = desk.look()
    assert (offer.version, offer.file.read_text()) == ("second", "second")
    assert desk.in_use == "first"
    desk.shelf.accept(offer.file)
    assert desk.in_use == "second"


def test_a_refused_offer_is_taken_off_the_shelf_and_can_be_looked_at_again(desk: Bench) -> None:
    desk.publish("second")
    desk.shelf.refuse(desk.look().file)
    assert [path.read_text() for path in desk.shelf.folder.glob("*.db")] == ["first"]
    assert desk.take() == "second"


def test_a_whole_copy_is_taken_after_half_a_copy_was_refused(desk: Bench) -> None:
    desk.publish("second")
    half = desk.copy("half")
    shutil.rmtree(half / "targets")
    with pytest.raises(Exception, match=PACK):
        desk.look(half)
    assert desk.take() == "second"


def test_looking_twice_at_the_same_pack_gives_the_same_store(desk: Bench) -> None:
    desk.publish("second")
    assert desk.look() == desk.look()


def test_a_clinic_that_missed_releases_and_changes_of_keys_takes_the_newest(desk: Bench) -> None:
    keys = desk.keys
    for turn in range(3):
        fresh = make_keys(desk.home / f"keys-{turn}", b"", root_threshold=2)
        rotate(desk.repository, keys, fresh, NOW)
        keys = fresh
        desk.publish(f"release {turn}", keys=keys)
    assert desk.take() == "release 2"


def test_after_a_change_of_keys_the_old_ones_sign_nothing(desk: Bench) -> None:
    fresh = make_keys(desk.home / "fresh", b"", root_threshold=2)
    rotate(desk.repository, desk.keys, fresh, NOW)
    renew(desk.repository, fresh, NOW)
    desk.take()
    desk.publish("evil", keys=desk.keys)
    with pytest.raises(Exception, match="timestamp was signed by 0/1"):
        desk.look()


def test_renewing_gives_the_same_store_more_time(desk: Bench) -> None:
    renew(desk.repository, desk.keys, NOW + timedelta(days=30))
    assert desk.look().file == desk.shelf.in_use()


def test_the_repository_keeps_only_what_a_clinic_can_need(desk: Bench) -> None:
    for turn in range(3):
        desk.publish(f"release {turn}")
    names = sorted(path.name for path in desk.metadata.iterdir())
    assert names == ["1.root.json", "4.snapshot.json", "4.targets.json", "timestamp.json"]
    assert desk.store.read_text() == "release 2"


def test_a_disk_without_room_is_told_from_a_bad_pack(desk: Bench) -> None:
    desk.publish("second")
    shutil.rmtree(desk.shelf.folder)
    desk.shelf.folder.write_text("a file where the shelf should be")
    with pytest.raises(NoRoom):
        desk.look()


def test_keys_are_read_back_with_their_passphrase_only(tmp_path: Path) -> None:
    made = make_keys(tmp_path, b"correct horse")
    ids = [signer.public_key.keyid for signer in made.signers["root"]]
    again: Keys = read_keys(tmp_path, b"correct horse")
    assert [signer.public_key.keyid for signer in again.signers["root"]] == ids
    for wrong in (b"", b"battery"):
        with pytest.raises(KeyUnusable, match=r"root-1\.pem"):
            read_keys(tmp_path, wrong)
    assert {file.stat().st_mode & 0o077 for file in tmp_path.iterdir()} == {0}


def test_keys_are_never_written_over(tmp_path: Path) -> None:
    make_keys(tmp_path, b"")
    with pytest.raises(FileExistsError):
        make_keys(tmp_path, b"")


def test_tuf_is_loaded_only_when_a_pack_is_looked_at() -> None:
    said = "import sys; import clinic.updates.pack, clinic.updates.shelf, clinic.updates.difference;"
    said += "print([name for name in ('tuf', 'securesystemslib', 'cryptography') if name in sys.modules])"
    seen = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert seen.stdout.strip() == "[]"
