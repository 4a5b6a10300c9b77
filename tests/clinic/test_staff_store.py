"""The staff's own database."""

import os
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from clinic import counts
from clinic.staff_store import (
    StaffStore,
    StaffStoreTooNew,
    StaffStoreUnwritable,
    Start,
    backup_of,
    open_store,
)

DAY = date(2026, 11, 22)


def counted(file: Path) -> int:
    store = open_store(file)
    number = store.rows("SELECT coalesce(sum(number), 0) FROM weekly_count")[0][0]
    store.close()
    return int(number)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "clinic" / "staff.db"
    store = open_store(file)
    assert store.start is Start.NEW
    counts.add(store, ["visit"], DAY)
    store.close()
    return file


def test_what_was_counted_is_there_at_the_next_start(file: Path) -> None:
    store = open_store(file)
    assert store.start is Start.SOUND
    assert store.rows("SELECT * FROM weekly_count") == [("2026-W47", "visit", 1)]
    assert store.rows("PRAGMA journal_mode") == [("wal",)]
    store.close()


def test_only_the_owner_may_read_the_files(file: Path) -> None:
    store = open_store(file)
    counts.add(store, ["visit"], DAY)
    assert {path.stat().st_mode & 0o077 for path in file.parent.iterdir()} == {0}
    store.close()


def test_the_log_keeps_no_order_of_what_was_counted(file: Path) -> None:
    store = open_store(file)
    counts.add(store, ["visit", "topic.warfarin"], DAY)
    log = file.with_name("staff.db-wal")
    assert not log.exists() or log.stat().st_size == 0
    store.close()


@pytest.mark.parametrize("place", [0, 100, 4096, 8192])
def test_a_damaged_database_is_put_back_from_its_copy(file: Path, place: int) -> None:
    store = open_store(file)
    store.back_up()
    store.close()
    spoiled = bytearray(file.read_bytes())
    spoiled[place : place + 200] = b"\xff" * len(spoiled[place : place + 200])
    file.write_bytes(spoiled)
    store = open_store(file)
    assert store.start is Start.RESTORED
    assert store.rows("SELECT number FROM weekly_count") == [(1,)]
    assert file.with_name("staff.db.damaged").read_bytes() == spoiled
    store.close()


def test_a_lost_database_is_put_back_from_its_copy(file: Path) -> None:
    store = open_store(file)
    store.back_up()
    store.close()
    file.unlink()
    assert counted(file) == 1


def test_where_the_copy_is_damaged_too_a_new_one_is_begun_and_said(file: Path) -> None:
    file.write_bytes(b"not a database" * 100)
    backup_of(file).write_bytes(b"nor this" * 100)
    store = open_store(file)
    assert store.start is Start.BEGUN_AGAIN
    store.close()


def test_somebody_elses_database_is_not_taken_for_ours(tmp_path: Path) -> None:
    other = tmp_path / "staff.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE ours (a)")
    connection.close()
    store = open_store(other)
    assert store.start is Start.BEGUN_AGAIN
    assert (tmp_path / "staff.db.damaged").exists()
    store.close()


def test_a_copy_is_made_when_the_last_one_is_a_day_old_and_not_before(file: Path) -> None:
    kept = backup_of(file)
    assert not counted_in_copy(kept)
    counted(file)
    assert not counted_in_copy(kept)
    os.utime(kept, (0, 0))
    counted(file)
    assert counted_in_copy(kept) == 1


def counted_in_copy(kept: Path) -> int:
    connection = sqlite3.connect(kept)
    number = connection.execute("SELECT coalesce(sum(number), 0) FROM weekly_count").fetchone()[0]
    connection.close()
    return int(number)


def test_a_newer_database_is_left_alone(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(StaffStoreTooNew, match="99"):
        open_store(file)
    assert file.read_bytes() == before


def test_a_folder_that_cannot_be_written_is_an_error_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "clinic").write_text("a file where the folder should be")
    with pytest.raises(StaffStoreUnwritable):
        open_store(tmp_path / "clinic" / "staff.db")


def test_a_full_disk_loses_nothing_that_was_kept(file: Path) -> None:
    store = open_store(file)
    pages = store.rows("PRAGMA page_count")[0][0]
    store.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StaffStoreUnwritable, match="full"):
        counts.add(store, (f"topic.{n}" for n in range(5000)), DAY)
    store.close()
    assert counted(file) == 1


def test_a_database_of_today_is_opened_without_the_builders_library(file: Path) -> None:
    said = "import sys; from clinic.staff_store import open_store; from pathlib import Path;"
    said += "open_store(Path(sys.argv[1])).close(); print('sqlite_utils' in sys.modules)"
    seen = subprocess.run([sys.executable, "-c", said, file], capture_output=True, text=True, check=True)
    assert seen.stdout.strip() == "False"


def test_two_processes_may_count_at_once(file: Path) -> None:
    said = "import sys; from clinic.staff_store import open_store; from clinic.counts import add;"
    said += "from datetime import date; from pathlib import Path; store = open_store(Path(sys.argv[1]));"
    said += "[add(store, ['visit'], date(2026, 11, 22)) for _ in range(50)]"
    both = [subprocess.Popen([sys.executable, "-c", said, file]) for _ in range(2)]
    assert [process.wait(30) for process in both] == [0, 0]
    assert counted(file) == 101


def test_tickets_outlive_a_process_but_not_closing_time_nor_in_the_copy(file: Path) -> None:
    from clinic import tickets

    store: StaffStore = open_store(file)
    assert tickets.keep(store, 7, '{"bundle": "bundle.new"}', closes=100.0)
    assert not tickets.keep(store, 7, "another", closes=100.0)
    store.close()
    store = open_store(file)
    store.back_up()
    assert b"bundle.new" not in backup_of(file).read_bytes()
    assert tickets.find(store, 7) == ('{"bundle": "bundle.new"}', 100.0)
    tickets.close(store, 100.0)
    assert tickets.find(store, 7) is None
    store.close()
    assert b"bundle.new" not in file.read_bytes()
