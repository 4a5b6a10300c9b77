"""What is tried on a disk that is really full; run by `test_full_disk` in a namespace of its own, on a small disk.

Each trial keeps something, fills the disk, tries to keep something else, and looks at what is there: what was kept, no
half of anything; and with room again the next try succeeds.
"""

import json
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from clinic import counts, faults, settings, tickets
from clinic.pin import PinFile
from clinic.settings import Settings
from clinic.staff_store import StaffStoreUnwritable, Start, open_store
from clinic.updates.errors import NoRoom
from clinic.updates.repository import make_keys
from commands.line import main
from content.build import build
from content.errors import StoreUnwritable
from content.library import Library
from content.source import read_pack
from tests.clinic.updates.bench import bench

DAY = date(2026, 11, 22)


@contextmanager
def full(place: Path) -> Iterator[None]:
    """Leave no byte of room for as long as the block lasts."""
    fill = place / "fill"
    with fill.open("wb", buffering=0) as out:
        for size in (1 << 16, 1 << 12, 1):
            try:
                while True:
                    out.write(b"\0" * size)
            except OSError:
                continue
    yield
    fill.unlink()


def fails(act: Callable[[], object], kind: type[Exception] = OSError) -> bool:
    """Tell whether an act fails as it should."""
    try:
        act()
    except kind:
        return True
    return False


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file()}


def settings_and_faults(place: Path) -> None:
    file = place / "settings.toml"
    settings.write(Settings(clinic_name="Before"), file)
    faults.note(place, "KeyError", ("plan.py:7",))
    with full(place):
        assert fails(lambda: settings.write(Settings(clinic_name="After" * 30), file))
        faults.note(place, "ValueError", ("sheet.py:9",) * 1000)
        assert settings.read(file) == (Settings(clinic_name="Before"), ())
        assert [line.split()[1] for line in faults.last(place)] == ["KeyError"]
        assert names(place) == {"settings.toml", "faults.txt", "fill"}
    settings.write(Settings(clinic_name="After"), file)
    assert settings.read(file)[0].clinic_name == "After"


def pin(place: Path) -> None:
    """A try that cannot be counted is not judged: else a full disk would give endless tries."""
    file = PinFile(place / "pin.json")
    file.choose("2580")
    with full(place):
        assert fails(lambda: file.is_right("2580", 1e9))
        assert fails(lambda: file.choose("1379"))
        assert names(place) == {"pin.json", "fill"}
    assert file.is_right("2580", 1e9)


def counts_and_codes(place: Path) -> None:
    store = open_store(place / "staff.db")
    counts.add(store, ["visit"], DAY)
    with full(place):
        assert fails(lambda: counts.add(store, (f"topic.{n}" for n in range(3000)), DAY), StaffStoreUnwritable)
        assert fails(lambda: tickets.keep(store, 7, "x" * 90_000, closes=1e9), StaffStoreUnwritable)
        assert store.rows("SELECT * FROM weekly_count") == [("2026-W47", "visit", 1)]
    counts.add(store, ["visit"], DAY)
    store.close()
    assert numbers(place) == (2, Start.SOUND)


def start(place: Path) -> None:
    """A database that cannot be opened for want of room is not taken for a damaged one."""
    store = open_store(place / "staff.db")
    counts.add(store, ["visit"], DAY)
    store.close()
    os.utime(place / "staff.db.backup", (0, 0))
    with full(place):
        assert fails(lambda: open_store(place / "staff.db"), StaffStoreUnwritable)
        own = {"staff.db", "staff.db-wal", "staff.db-shm"}  # SQLite's
        assert names(place) - own == {"staff.db.backup", "fill"}
    assert numbers(place) == (1, Start.SOUND)


def numbers(place: Path) -> tuple[int, Start]:
    store = open_store(place / "staff.db")
    found = store.rows("SELECT sum(number) FROM weekly_count")[0][0]
    store.close()
    return found, store.start


def new_content(place: Path) -> None:
    desk = bench(place)
    desk.publish("second" * 2000)
    with full(place):
        assert fails(desk.look, NoRoom)
        assert desk.in_use == "first"
        assert names(desk.shelf.folder) == {desk.shelf.in_use().name, "in-use"}  # type: ignore[union-attr]
    offer = desk.look()
    with full(place):
        assert fails(lambda: desk.shelf.accept(offer.file))
        assert desk.in_use == "first"
    desk.shelf.accept(offer.file)
    assert desk.in_use.startswith("second")


def publishers_keys_and_folder(place: Path) -> None:
    with full(place):
        assert fails(lambda: make_keys(place / "keys", b""))
        assert not names(place / "keys")
    desk = bench(place)
    before = names(desk.repository)
    with full(place):
        assert fails(lambda: desk.publish("second" * 2000))
    assert names(desk.repository) >= before, "a clinic still takes the release before"
    assert not {name for name in names(desk.repository) if name.startswith(".")}
    assert desk.look().file.read_text() == "first"


def handouts(place: Path) -> None:
    house, visit = Path(os.environ["HOUSE"]), str(Path(__file__).parents[1] / "visits" / "bare.json")
    lines = Path(os.environ["VISITS"])
    with full(place):
        for words in (
            ["handout", "--visit", visit, "-o", str(place / "a.pdf")],
            ["handout", "--visit", visit, "-o", str(lines.with_suffix(".pdf")), "--note", str(place / "a.txt")],
            ["batch", str(lines), "--out", str(place)],
        ):
            assert main(words, house) == 1, words
        assert names(place) == {"fill"}
    assert main(["batch", str(lines), "--out", str(place)], house) == 0
    assert {name.rpartition(".")[2] for name in names(place)} == {"pdf"}


def content_store(place: Path) -> None:
    pack = read_pack(Path(__file__).parents[1] / "content" / "pack", today=DAY)
    store = place / "content.db"
    store.write_bytes(b"the one before")
    with full(place):
        assert fails(lambda: build(pack, {}, store), StoreUnwritable)
        assert (store.read_bytes(), names(place)) == (b"the one before", {"content.db", "fill"})
    build(pack, {}, store)
    Library.open(store).verify()


TRIALS = (
    settings_and_faults, pin, counts_and_codes, start, new_content, publishers_keys_and_folder, handouts, content_store,
)  # fmt: skip


def told(trial: Callable[[Path], None], place: Path) -> str:
    """Run a trial in a folder of its own; nothing to tell is praise."""
    with ThreadPoolExecutor(1) as beside:
        fault = beside.submit(trial, place).exception()
    for path in sorted(place.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    return "".join(traceback.format_exception(fault)) if fault else ""


if __name__ == "__main__":
    found = {trial.__name__: told(trial, Path(sys.argv[1])) for trial in TRIALS}
    sys.stdout.write("\n" + json.dumps(found))
