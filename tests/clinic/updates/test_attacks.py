"""The attacks that The Update Framework's specification lists (1.0.37, §1.5.2), each tried on a clinic with a stick.

After each one the clinic still uses what it used. `test_bad_sticks` tries what only a stick can do.
"""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tuf.api.metadata import DelegatedRole, Delegations, Metadata, MetaFile, Snapshot, TargetFile, Targets, Timestamp

from clinic.updates.errors import (
    ClockWrong,
    PackExpired,
    PackMissing,
    PackNotOurs,
    PackOlder,
    PackTampered,
    PackTooLarge,
    UpdateRefused,
)
from clinic.updates.pack import METADATA, TARGETS, look, newest
from clinic.updates.repository import Keys, Release, begin, make_keys, publish, renew, rotate
from tests.clinic.updates.bench import LONG_AGO, NOW, PACK, Bench, bench, edit

LISTED = (
    "arbitrary_installation", "endless_data", "extraneous_dependencies", "fast_forward", "indefinite_freeze",
    "malicious_mirrors", "mix_and_match", "rollback", "key_compromise", "wrong_software_installation",
)  # fmt: skip


@pytest.mark.parametrize("attack", LISTED)
def test_every_attack_of_the_specifications_list_is_tried_here(attack: str) -> None:
    assert [name for name in globals() if name.startswith(f"test_{attack}_")]


def test_arbitrary_installation_another_store_in_the_place_of_the_signed_one(attacked: Bench) -> None:
    attacked.publish("second")
    attacked.store.write_text("secoNd")
    with pytest.raises(PackTampered):
        attacked.look()


@pytest.mark.parametrize("part", ["timestamp", "snapshot", "targets"])
def test_arbitrary_installation_metadata_changed_after_it_was_signed(attacked: Bench, part: str) -> None:
    attacked.publish("second")
    file = next(path for path in attacked.metadata.iterdir() if path.name.endswith(f"{part}.json"))
    edit(file, lambda found: found["signed"].update(expires="2999-01-01T00:00:00Z"))
    with pytest.raises(PackNotOurs):
        attacked.look()


def test_wrong_software_installation_a_pack_for_another_program(attacked: Bench) -> None:
    attacked.publish("second")
    with pytest.raises(PackMissing):
        look(attacked.repository, replace(attacked.trust, pack="other"), attacked.shelf.folder)


def test_rollback_the_stick_of_last_year(attacked: Bench) -> None:
    old = attacked.copy("old")
    attacked.publish("second")
    attacked.look()
    with pytest.raises(PackOlder):
        attacked.look(old)


def test_rollback_an_old_store_under_a_new_timestamp(attacked: Bench) -> None:
    """Whoever stole the timestamp key alone cannot bring an old snapshot back."""
    old = attacked.copy("old")
    attacked.publish("second")
    attacked.look()
    stamp = Timestamp(9, expires=NOW + timedelta(days=9), snapshot_meta=MetaFile(1))
    signed = Metadata(stamp)
    signed.sign(attacked.keys.signers["timestamp"][0])
    (old / METADATA / "timestamp.json").write_bytes(signed.to_bytes())
    with pytest.raises(PackOlder):
        attacked.look(old)


def test_fast_forward_a_stolen_key_cannot_shut_later_updates_out_once_it_is_changed(attacked: Bench) -> None:
    forged = Metadata(Timestamp(10**6, expires=NOW + timedelta(days=9), snapshot_meta=MetaFile(10**6)))
    forged.sign(attacked.keys.signers["timestamp"][0])
    stick = attacked.copy("forged")
    (stick / METADATA / "timestamp.json").write_bytes(forged.to_bytes())
    with pytest.raises(UpdateRefused):
        attacked.look(stick)
    with pytest.raises(PackOlder):
        attacked.look()
    fresh = make_keys(attacked.home / "fresh", b"", root_threshold=2)
    mixed = Keys({**fresh.signers, "root": attacked.keys.signers["root"]}, 2)
    rotate(attacked.repository, attacked.keys, mixed, NOW)
    renew(attacked.repository, mixed, NOW)
    assert attacked.take() == "first"


@pytest.mark.parametrize("part", ["timestamp", "snapshot", "targets"])
def test_indefinite_freeze_a_pack_whose_time_is_over(attacked: Bench, part: str) -> None:
    attacked.publish("second", LONG_AGO)
    if part != "timestamp":  # fresh outside, stale inside
        _sign_again(attacked, Timestamp, "timestamp.json", "timestamp")
    if part == "targets":
        _sign_again(attacked, Snapshot, "2.snapshot.json", "snapshot")
    with pytest.raises(PackExpired, match=part):
        attacked.look()


def _sign_again(attacked: Bench, kind: type[Timestamp] | type[Snapshot], name: str, role: str) -> None:
    file = attacked.metadata / name
    found = Metadata[kind].from_file(str(file))  # type: ignore[valid-type]
    found.signed.expires = (NOW + timedelta(days=9)).replace(microsecond=0)
    found.sign(attacked.keys.signers[role][0])
    found.to_file(str(file))


def test_indefinite_freeze_a_root_whose_time_is_over(tmp_path: Path) -> None:
    late = tmp_path / "late"
    keys = make_keys(late / "keys", b"", root_threshold=2)
    old = Bench(late, keys, begin(late / "repository", keys, NOW - timedelta(days=4 * 365)))
    old.publish("second")
    with pytest.raises(PackExpired, match="root"):
        old.look()


def test_indefinite_freeze_by_a_clock_set_back(attacked: Bench) -> None:
    attacked.publish("second", LONG_AGO)
    with pytest.raises(ClockWrong) as refused:
        attacked.look(now=LONG_AGO)
    assert refused.value.now < refused.value.known


def test_mix_and_match_parts_of_two_honest_releases(attacked: Bench) -> None:
    attacked.publish("second")
    second = attacked.copy("second")
    attacked.publish("third")
    third = attacked.copy("third")
    # The third's timestamp and snapshot, the second's targets under the third's name.
    shutil.copy(second / METADATA / "2.targets.json", third / METADATA / "3.targets.json")
    with pytest.raises(PackOlder):
        attacked.look(third)


def test_mix_and_match_a_snapshot_under_another_name(attacked: Bench) -> None:
    attacked.publish("second")
    second = attacked.copy("second")
    attacked.publish("third")
    third = attacked.copy("third")
    shutil.copy(second / METADATA / "2.snapshot.json", third / METADATA / "3.snapshot.json")
    with pytest.raises(UpdateRefused):
        attacked.look(third)


def test_mix_and_match_the_store_of_another_release(attacked: Bench) -> None:
    attacked.publish("second")
    second = attacked.store.read_bytes()
    attacked.publish("third!")
    attacked.store.write_bytes(second)
    with pytest.raises(PackTampered):
        attacked.look()


@pytest.mark.parametrize("part", ["timestamp", "snapshot", "targets"])
def test_endless_data_in_metadata(attacked: Bench, part: str) -> None:
    attacked.publish("second")
    file = next(path for path in attacked.metadata.iterdir() if path.name.endswith(f"{part}.json"))
    with file.open("ab") as out:
        out.truncate(1 << 33)  # 8 GB that take no room
    with pytest.raises(PackTooLarge):
        attacked.look()


def test_endless_data_in_the_store(attacked: Bench) -> None:
    attacked.publish("second")
    with attacked.store.open("ab") as out:
        out.truncate(1 << 33)
    with pytest.raises(PackTooLarge):
        attacked.look()


def test_endless_data_that_is_signed_but_would_fill_the_disk(attacked: Bench) -> None:
    attacked.publish("second")
    file = attacked.metadata / "2.targets.json"
    targets = Metadata[Targets].from_file(str(file))
    targets.signed.targets[f"{PACK}.db"].length = 1 << 40
    targets.sign(attacked.keys.signers["targets"][0])
    targets.to_file(str(file))
    with pytest.raises(PackTooLarge):
        attacked.look()


def test_arbitrary_installation_a_pack_somebody_else_signed(attacked: Bench, tmp_path: Path) -> None:
    (tmp_path / "stranger").mkdir()
    stranger = bench(tmp_path / "stranger")
    stranger.publish("evil")
    with pytest.raises(PackNotOurs):
        attacked.look(stranger.repository)


def test_key_compromise_a_root_somebody_else_signed(attacked: Bench, tmp_path: Path) -> None:
    stranger = make_keys(tmp_path / "stranger", b"", root_threshold=2)
    rotate(attacked.repository, stranger, stranger, NOW)
    renew(attacked.repository, stranger, NOW)
    with pytest.raises(PackNotOurs):
        attacked.look()


def test_key_compromise_one_stolen_root_key_of_two_is_not_enough(attacked: Bench, tmp_path: Path) -> None:
    stranger = make_keys(tmp_path / "stranger", b"", root_count=1, root_threshold=1)
    stolen = Keys({**attacked.keys.signers, "root": attacked.keys.signers["root"][:1]}, 2)
    rotate(attacked.repository, stolen, stranger, NOW)
    renew(attacked.repository, stranger, NOW)
    with pytest.raises(PackNotOurs):
        attacked.look()


def test_key_compromise_the_same_signature_twice_counts_once(attacked: Bench, tmp_path: Path) -> None:
    stranger = make_keys(tmp_path / "stranger", b"", root_count=1, root_threshold=1)
    stolen = Keys({**attacked.keys.signers, "root": attacked.keys.signers["root"][:1]}, 2)
    rotate(attacked.repository, stolen, stranger, NOW)
    edit(attacked.metadata / "2.root.json", lambda found: found["signatures"].append(found["signatures"][0]))
    with pytest.raises(UpdateRefused):
        attacked.look()


@pytest.mark.parametrize("role", ["timestamp", "snapshot", "targets"])
def test_key_compromise_one_online_key_alone_signs_nothing_new(attacked: Bench, tmp_path: Path, role: str) -> None:
    stranger = make_keys(tmp_path / "stranger", b"")
    stolen = Keys({**stranger.signers, role: attacked.keys.signers[role]}, 2)
    attacked.publish("evil", keys=stolen)
    with pytest.raises(PackNotOurs):
        attacked.look()


def test_key_compromise_a_role_may_not_speak_for_another(attacked: Bench) -> None:
    swapped = {**attacked.keys.signers, "targets": attacked.keys.signers["timestamp"]}
    attacked.publish("evil", keys=Keys(swapped, 2))
    with pytest.raises(PackNotOurs):
        attacked.look()


def test_extraneous_dependencies_nothing_but_our_own_store_is_taken(attacked: Bench) -> None:
    """Other files, other signed stores, delegated roles: none is opened, none reaches the machine."""
    attacked.publish("second")
    (attacked.repository / TARGETS / "setup.sh").write_text("#!/bin/sh")
    file = attacked.metadata / "2.targets.json"
    targets = Metadata[Targets].from_file(str(file))
    targets.signed.targets["plugin.so"] = TargetFile.from_data("plugin.so", b"more", ["sha256"])
    helper = DelegatedRole("helper", [], 1, terminating=False, paths=["*"])
    targets.signed.delegations = Delegations({}, roles={"helper": helper})
    targets.sign(attacked.keys.signers["targets"][0])
    targets.to_file(str(file))
    attacked.look()
    kept = {path.name for path in (attacked.home / "trust").rglob("*") if path.is_file()}
    assert kept == {"1.root.json", "root.json", "timestamp.json", "snapshot.json", "targets.json"}
    assert sorted(path.read_text() for path in attacked.shelf.folder.glob("content-*")) == ["first", "second"]


def test_malicious_mirrors_a_bad_stick_does_not_hide_a_good_one(attacked: Bench) -> None:
    """A clinic reads sticks, not servers: all that are put in are looked at, and the newest honest one counts."""
    old = attacked.copy("old")
    attacked.publish("second")
    half, spoiled = attacked.copy("half"), attacked.copy("spoiled")
    shutil.rmtree(half / TARGETS)
    next((spoiled / TARGETS).iterdir()).write_text("secoNd")
    for order in ([half, spoiled, old, attacked.repository], [attacked.repository, old, spoiled, half]):
        offer = newest([attacked.home / "empty", *order], attacked.trust, attacked.shelf.folder)
        assert offer.file.read_text() == "second"


def test_wrong_software_installation_the_store_of_another_program_under_our_name(attacked: Bench) -> None:
    """Both are signed by the same publisher; each is what its own name says."""
    attacked.publish("second")
    ours, heart = attacked.store, attacked.home / "heart.db"
    heart.write_text("heart!")
    publish(attacked.repository, Release(heart, "heart", "1"), attacked.keys, NOW)
    shutil.copy(next((attacked.repository / TARGETS).glob("*.heart.db")), ours)
    with pytest.raises(PackTampered):
        attacked.look()


@pytest.mark.parametrize("lost", [1, 2])
def test_key_compromise_one_lost_root_key_can_be_made_good_and_two_cannot(
    attacked: Bench, tmp_path: Path, lost: int
) -> None:
    """Two of three must sign: whoever still holds two changes all keys, and whoever found the one gets nowhere."""
    fresh = make_keys(tmp_path / "fresh", b"", root_threshold=2)
    left = Keys({**attacked.keys.signers, "root": attacked.keys.signers["root"][lost:]}, 2)
    rotate(attacked.repository, left, fresh, NOW)
    renew(attacked.repository, fresh, NOW)
    if lost == 1:
        assert attacked.look().file.read_text() == "first"
        with pytest.raises(PackNotOurs):  # the old keys sign nothing any more
            attacked.publish("evil", keys=attacked.keys)
            attacked.look()
    else:
        with pytest.raises(PackNotOurs):
            attacked.look()
