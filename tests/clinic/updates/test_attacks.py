"""The attacks that The Update Framework's specification lists (§1.5.2), each tried on a clinic with a stick.

After each one the clinic still uses what it used, and takes an honest pack afterwards.
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tuf.api.metadata import Metadata, MetaFile, Snapshot, Targets, Timestamp

from clinic.updates.errors import (
    ClockWrong,
    PackExpired,
    PackIncomplete,
    PackMissing,
    PackNotOurs,
    PackOlder,
    PackTampered,
    PackTooLarge,
    PackUnreadable,
    UpdateRefused,
)
from clinic.updates.pack import METADATA, TARGETS, look, opened
from clinic.updates.repository import Keys, begin, make_keys, renew, rotate
from tests.clinic.updates.bench import LONG_AGO, NOW, PACK, Bench, bench, edit


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Bench]:
    desk = bench(tmp_path)
    yield desk
    assert desk.in_use == "first", "what runs must stay"
    assert not list(desk.shelf.folder.glob(".staged*")), "nothing unverified may stay"


def test_arbitrary_software_another_store_in_the_place_of_the_signed_one(desk: Bench) -> None:
    desk.publish("second")
    desk.store.write_text("secoNd")
    with pytest.raises(PackTampered):
        desk.look()


@pytest.mark.parametrize("part", ["timestamp", "snapshot", "targets"])
def test_arbitrary_software_metadata_changed_after_it_was_signed(desk: Bench, part: str) -> None:
    desk.publish("second")
    file = next(path for path in desk.metadata.iterdir() if path.name.endswith(f"{part}.json"))
    edit(file, lambda found: found["signed"].update(expires="2999-01-01T00:00:00Z"))
    with pytest.raises(PackNotOurs):
        desk.look()


def test_arbitrary_software_a_store_that_no_metadata_names(desk: Bench) -> None:
    desk.publish("second")
    with pytest.raises(PackMissing):
        look(desk.repository, replace(desk.trust, pack="other"), desk.shelf.folder)


def test_rollback_the_stick_of_last_year(desk: Bench) -> None:
    old = desk.copy("old")
    desk.publish("second")
    desk.look()
    with pytest.raises(PackOlder):
        desk.look(old)


def test_rollback_an_old_store_under_a_new_timestamp(desk: Bench) -> None:
    """Whoever stole the timestamp key alone cannot bring an old snapshot back."""
    old = desk.copy("old")
    desk.publish("second")
    desk.look()
    stamp = Timestamp(9, expires=NOW + timedelta(days=9), snapshot_meta=MetaFile(1))
    signed = Metadata(stamp)
    signed.sign(desk.keys.signers["timestamp"][0])
    (old / METADATA / "timestamp.json").write_bytes(signed.to_bytes())
    with pytest.raises(PackOlder):
        desk.look(old)


def test_fast_forward_a_stolen_key_cannot_shut_later_updates_out_once_it_is_changed(desk: Bench) -> None:
    forged = Metadata(Timestamp(10**6, expires=NOW + timedelta(days=9), snapshot_meta=MetaFile(10**6)))
    forged.sign(desk.keys.signers["timestamp"][0])
    stick = desk.copy("forged")
    (stick / METADATA / "timestamp.json").write_bytes(forged.to_bytes())
    with pytest.raises(UpdateRefused):
        desk.look(stick)
    with pytest.raises(PackOlder):
        desk.look()
    fresh = make_keys(desk.home / "fresh", b"", root_threshold=2)
    mixed = Keys({**fresh.signers, "root": desk.keys.signers["root"]}, 2)
    rotate(desk.repository, desk.keys, mixed, NOW)
    renew(desk.repository, mixed, NOW)
    assert desk.take() == "first"


@pytest.mark.parametrize("part", ["timestamp", "snapshot", "targets"])
def test_freeze_a_pack_whose_time_is_over(desk: Bench, part: str) -> None:
    desk.publish("second", LONG_AGO)
    if part != "timestamp":  # fresh outside, stale inside
        _sign_again(desk, Timestamp, "timestamp.json", "timestamp")
    if part == "targets":
        _sign_again(desk, Snapshot, "2.snapshot.json", "snapshot")
    with pytest.raises(PackExpired, match=part):
        desk.look()


def _sign_again(desk: Bench, kind: type[Timestamp] | type[Snapshot], name: str, role: str) -> None:
    file = desk.metadata / name
    found = Metadata[kind].from_file(str(file))  # type: ignore[valid-type]
    found.signed.expires = (NOW + timedelta(days=9)).replace(microsecond=0)
    found.sign(desk.keys.signers[role][0])
    found.to_file(str(file))


def test_freeze_a_root_whose_time_is_over(tmp_path: Path) -> None:
    late = tmp_path / "late"
    keys = make_keys(late / "keys", b"", root_threshold=2)
    old = Bench(late, keys, begin(late / "repository", keys, NOW - timedelta(days=4 * 365)))
    old.publish("second")
    with pytest.raises(PackExpired, match="root"):
        old.look()


def test_freeze_by_a_clock_set_back(desk: Bench) -> None:
    desk.publish("second", LONG_AGO)
    with pytest.raises(ClockWrong) as refused:
        desk.look(now=LONG_AGO)
    assert refused.value.now < refused.value.known


def test_mix_and_match_parts_of_two_honest_releases(desk: Bench) -> None:
    desk.publish("second")
    second = desk.copy("second")
    desk.publish("third")
    third = desk.copy("third")
    # The third's timestamp and snapshot, the second's targets under the third's name.
    shutil.copy(second / METADATA / "2.targets.json", third / METADATA / "3.targets.json")
    with pytest.raises(PackOlder):
        desk.look(third)


def test_mix_and_match_a_snapshot_under_another_name(desk: Bench) -> None:
    desk.publish("second")
    second = desk.copy("second")
    desk.publish("third")
    third = desk.copy("third")
    shutil.copy(second / METADATA / "2.snapshot.json", third / METADATA / "3.snapshot.json")
    with pytest.raises(UpdateRefused):
        desk.look(third)


def test_mix_and_match_the_store_of_another_release(desk: Bench) -> None:
    desk.publish("second")
    second = desk.store.read_bytes()
    desk.publish("third!")
    desk.store.write_bytes(second)
    with pytest.raises(PackTampered):
        desk.look()


@pytest.mark.parametrize("part", ["timestamp", "snapshot", "targets"])
def test_endless_data_in_metadata(desk: Bench, part: str) -> None:
    desk.publish("second")
    file = next(path for path in desk.metadata.iterdir() if path.name.endswith(f"{part}.json"))
    with file.open("ab") as out:
        out.truncate(1 << 33)  # 8 GB that take no room
    with pytest.raises(PackTooLarge):
        desk.look()


def test_endless_data_in_the_store(desk: Bench) -> None:
    desk.publish("second")
    with desk.store.open("ab") as out:
        out.truncate(1 << 33)
    with pytest.raises(PackTooLarge):
        desk.look()


def test_endless_data_that_is_signed_but_would_fill_the_disk(desk: Bench) -> None:
    desk.publish("second")
    file = desk.metadata / "2.targets.json"
    targets = Metadata[Targets].from_file(str(file))
    targets.signed.targets[f"{PACK}.db"].length = 1 << 40
    targets.sign(desk.keys.signers["targets"][0])
    targets.to_file(str(file))
    with pytest.raises(PackTooLarge):
        desk.look()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
@pytest.mark.parametrize("make", ["pipe", "device", "link"])
def test_slow_retrieval_a_file_that_is_a_pipe_a_device_or_a_link(desk: Bench, make: str, tmp_path: Path) -> None:
    desk.publish("second")
    file = desk.metadata / "2.targets.json"
    whole = shutil.move(file, tmp_path / "elsewhere.json")
    {
        "pipe": lambda: os.mkfifo(file),
        "device": lambda: file.symlink_to("/dev/zero"),
        "link": lambda: file.symlink_to(whole),
    }[make]()
    with pytest.raises(PackUnreadable):
        desk.look()


def test_wrong_keys_a_pack_somebody_else_signed(desk: Bench, tmp_path: Path) -> None:
    (tmp_path / "stranger").mkdir()
    stranger = bench(tmp_path / "stranger")
    stranger.publish("evil")
    with pytest.raises(PackNotOurs):
        desk.look(stranger.repository)


def test_wrong_keys_a_root_somebody_else_signed(desk: Bench, tmp_path: Path) -> None:
    stranger = make_keys(tmp_path / "stranger", b"", root_threshold=2)
    rotate(desk.repository, stranger, stranger, NOW)
    renew(desk.repository, stranger, NOW)
    with pytest.raises(PackNotOurs):
        desk.look()


def test_threshold_one_stolen_root_key_of_two_is_not_enough(desk: Bench, tmp_path: Path) -> None:
    stranger = make_keys(tmp_path / "stranger", b"", root_count=1, root_threshold=1)
    stolen = Keys({**desk.keys.signers, "root": desk.keys.signers["root"][:1]}, 2)
    rotate(desk.repository, stolen, stranger, NOW)
    renew(desk.repository, stranger, NOW)
    with pytest.raises(PackNotOurs):
        desk.look()


def test_threshold_the_same_signature_twice_counts_once(desk: Bench, tmp_path: Path) -> None:
    stranger = make_keys(tmp_path / "stranger", b"", root_count=1, root_threshold=1)
    stolen = Keys({**desk.keys.signers, "root": desk.keys.signers["root"][:1]}, 2)
    rotate(desk.repository, stolen, stranger, NOW)
    edit(desk.metadata / "2.root.json", lambda found: found["signatures"].append(found["signatures"][0]))
    with pytest.raises(UpdateRefused):
        desk.look()


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_key_compromise_one_online_key_alone_signs_nothing_new(desk: Bench, tmp_path: Path, role: str) -> None:
    stranger = make_keys(tmp_path / "stranger", b"")
    stolen = Keys({**stranger.signers, role: desk.keys.signers[role]}, 2)
    desk.publish("evil", keys=stolen)
    with pytest.raises(PackNotOurs):
        desk.look()


def test_a_role_may_not_speak_for_another(desk: Bench) -> None:
    swapped = {**desk.keys.signers, "targets": desk.keys.signers["timestamp"]}
    desk.publish("evil", keys=Keys(swapped, 2))
    with pytest.raises(PackNotOurs):
        desk.look()


@pytest.mark.parametrize("name", ["2.snapshot.json", "2.targets.json", "store"])
def test_a_half_copied_pack_lacks_a_file(desk: Bench, name: str) -> None:
    desk.publish("second")
    (desk.store if name == "store" else desk.metadata / name).unlink()
    with pytest.raises(PackIncomplete):
        desk.look()


def test_a_half_copied_pack_has_a_short_store(desk: Bench) -> None:
    desk.publish("second")
    desk.store.write_text("sec")
    with pytest.raises(PackIncomplete):
        desk.look()


@pytest.mark.parametrize("name", ["timestamp.json", "2.snapshot.json", "2.targets.json"])
@pytest.mark.parametrize("size", [0, 1, 100])
def test_a_half_copied_pack_has_short_metadata(desk: Bench, name: str, size: int) -> None:
    desk.publish("second")
    file = desk.metadata / name
    file.write_bytes(file.read_bytes()[:size])
    with pytest.raises(PackTampered):
        desk.look()


def test_an_empty_folder_is_no_pack(desk: Bench, tmp_path: Path) -> None:
    with pytest.raises(PackMissing):
        desk.look(tmp_path / "nothing")


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "..\\x", "a/b/c", "", "/etc/passwd", "..", "%2e%2e%2fpasswd"],
)
def test_nothing_outside_the_pack_is_opened(desk: Bench, name: str) -> None:
    (desk.repository / "passwd").write_text("secret")
    for base in (METADATA, TARGETS):
        with pytest.raises(OSError):
            os.close(opened(desk.repository, f"pack:///{base}/{name}"))
