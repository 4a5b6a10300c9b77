"""What a stick or a folder can do that a server cannot: half copies, links, pipes, devices, files that grow."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from clinic.updates.errors import PackIncomplete, PackMissing, PackTampered, PackTooLarge, PackUnreadable
from clinic.updates.pack import METADATA, TARGETS, newest, opened
from tests.clinic.updates.bench import Bench


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
@pytest.mark.parametrize("make", ["pipe", "device", "link"])
def test_a_file_that_is_a_pipe_a_device_or_a_link_does_not_keep_staff_waiting(
    attacked: Bench, make: str, tmp_path: Path
) -> None:
    attacked.publish("second")
    file = attacked.metadata / "2.targets.json"
    whole = shutil.move(file, tmp_path / "elsewhere.json")
    {
        "pipe": lambda: os.mkfifo(file),
        "device": lambda: file.symlink_to("/dev/zero"),
        "link": lambda: file.symlink_to(whole),
    }[make]()
    with pytest.raises(PackUnreadable):
        attacked.look()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
@pytest.mark.parametrize("name", ["timestamp", "store"])
def test_a_pipe_in_the_place_of_the_first_or_the_last_file_counts_as_absent(attacked: Bench, name: str) -> None:
    attacked.publish("second")
    file = attacked.store if name == "store" else attacked.metadata / "timestamp.json"
    file.unlink()
    os.mkfifo(file)
    with pytest.raises(PackIncomplete if name == "store" else PackMissing):
        attacked.look()


@pytest.mark.parametrize("name", [METADATA, TARGETS])
def test_a_folder_that_is_a_link_is_not_followed(attacked: Bench, tmp_path: Path, name: str) -> None:
    attacked.publish("second")
    elsewhere = shutil.move(attacked.repository / name, tmp_path / "elsewhere")
    (attacked.repository / name).symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(PackUnreadable):
        attacked.look()


@contextmanager
def growing(file: Path) -> Iterator[None]:
    """Let a file grow, block by block, for as long as the block lasts."""
    is_over = threading.Event()

    def grow() -> None:
        with file.open("ab", buffering=0) as out:
            while not is_over.is_set():
                out.write(b" " * 4096)

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        yield
    finally:
        is_over.set()
        writer.join()


@pytest.mark.parametrize("name", ["timestamp", "store"])
def test_a_file_that_grows_while_it_is_read_is_refused_and_read_no_further(attacked: Bench, name: str) -> None:
    attacked.publish("second")
    file = attacked.store if name == "store" else attacked.metadata / "timestamp.json"
    with growing(file), pytest.raises((PackTooLarge, PackTampered)):
        while True:  # until it has grown beyond what may be read
            attacked.look()


@pytest.mark.parametrize("name", ["2.snapshot.json", "2.targets.json", "store"])
def test_a_half_copied_pack_lacks_a_file(attacked: Bench, name: str) -> None:
    attacked.publish("second")
    (attacked.store if name == "store" else attacked.metadata / name).unlink()
    with pytest.raises(PackIncomplete):
        attacked.look()


def test_a_half_copied_pack_has_a_short_store(attacked: Bench) -> None:
    attacked.publish("second")
    attacked.store.write_text("sec")
    with pytest.raises(PackIncomplete):
        attacked.look()


@pytest.mark.parametrize("name", ["timestamp.json", "2.snapshot.json", "2.targets.json"])
@pytest.mark.parametrize("size", [0, 1, 100])
def test_a_half_copied_pack_has_short_metadata(attacked: Bench, name: str, size: int) -> None:
    attacked.publish("second")
    file = attacked.metadata / name
    file.write_bytes(file.read_bytes()[:size])
    with pytest.raises(PackTampered):
        attacked.look()


def test_where_all_sticks_are_bad_the_first_reason_is_told(attacked: Bench) -> None:
    attacked.publish("second")
    attacked.store.write_text("sec")
    with pytest.raises(PackIncomplete):
        newest([attacked.repository, attacked.home / "empty"], attacked.trust, attacked.shelf.folder)
    with pytest.raises(PackMissing):
        newest([], attacked.trust, attacked.shelf.folder)


def test_an_empty_folder_is_no_pack(attacked: Bench, tmp_path: Path) -> None:
    with pytest.raises(PackMissing):
        attacked.look(tmp_path / "nothing")


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "..\\x", "a/b/c", "", "/etc/passwd", "..", "%2e%2e%2fpasswd"],
)
def test_nothing_outside_the_pack_is_opened(attacked: Bench, name: str) -> None:
    (attacked.repository / "passwd").write_text("secret")
    for base in (METADATA, TARGETS):
        with pytest.raises(OSError):
            os.close(opened(attacked.repository, f"pack:///{base}/{name}"))
