"""The shelf of stores."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from clinic.updates.shelf import NothingBefore, Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def staged(shelf: Shelf, name: str) -> Path:
    path = shelf.folder / f"content-{name}.db"
    path.write_text(name)
    return path


def accepted(shelf: Shelf, name: str) -> Path:
    path = staged(shelf, name)
    shelf.accept(path)
    return path


def test_an_empty_shelf_leaves_the_bundled_store_in_use(shelf: Shelf) -> None:
    assert shelf.in_use() is None
    with pytest.raises(NothingBefore):
        shelf.roll_back()


def test_one_step_back_and_forth_again(shelf: Shelf) -> None:
    a, b = accepted(shelf, "a"), accepted(shelf, "b")
    assert (shelf.in_use(), shelf.before()) == (b, a)
    assert shelf.roll_back() == a
    assert (shelf.in_use(), shelf.before()) == (a, b)
    assert shelf.roll_back() == b


def test_the_first_one_can_be_taken_back_to_the_bundled_store(shelf: Shelf) -> None:
    shelf.accept(staged(shelf, "a"))
    assert shelf.roll_back() is None
    assert shelf.in_use() is None


def test_accepting_what_is_in_use_keeps_the_one_before(shelf: Shelf) -> None:
    a, b = accepted(shelf, "a"), accepted(shelf, "b")
    shelf.accept(b)
    assert shelf.before() == a


def test_only_two_stores_are_kept(shelf: Shelf) -> None:
    for name in "abcd":
        shelf.accept(staged(shelf, name))
    assert sorted(path.name for path in shelf.folder.glob("*.db")) == ["content-c.db", "content-d.db"]


def test_a_store_that_is_gone_leaves_the_bundled_one_in_use(shelf: Shelf) -> None:
    a = staged(shelf, "a")
    shelf.accept(a)
    a.unlink()
    assert shelf.in_use() is None


@pytest.mark.parametrize(
    "slip", ["", "\0", "../../etc/passwd", "content-/../x.db", "/etc/content-a.db", "\xff", "a\nb\nc"]
)
def test_a_damaged_slip_leaves_the_bundled_store_in_use(shelf: Shelf, slip: str) -> None:
    (shelf.folder / "in-use").write_text(slip, encoding="latin-1")
    assert shelf.in_use() is None


def test_what_is_not_on_the_shelf_is_not_accepted(shelf: Shelf, tmp_path: Path) -> None:
    a = accepted(shelf, "a")
    with pytest.raises(FileNotFoundError):
        shelf.accept(tmp_path / "content-b.db")
    assert shelf.in_use() == a


def test_killed_before_the_slip_is_changed_the_old_store_is_in_use(shelf: Shelf) -> None:
    a = staged(shelf, "a")
    shelf.accept(a)
    (shelf.folder / ".in-use.new").write_text("content-b.db\n")
    staged(shelf, "b")
    assert shelf.in_use() == a


def test_killed_at_40_random_moments_a_whole_store_is_in_use(shelf: Shelf) -> None:
    chance = random.Random(8)
    accepter = Path(__file__).with_name("accepter.py")
    for turn in range(40):
        with subprocess.Popen([sys.executable, accepter, shelf.folder], stdout=subprocess.PIPE) as process:
            assert process.stdout
            process.stdout.read(1)
            time.sleep(chance.uniform(0, 0.02))
            process.kill()
        store = shelf.in_use()
        assert store, turn
        content = store.read_bytes()
        assert (len(content), len(set(content))) == (100_000, 1), turn
