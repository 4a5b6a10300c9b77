"""The doors of the clinic's machine: settings, a print service's answers, a PIN, the staff's store, updates."""

import shutil
from contextlib import closing
from functools import partial
from pathlib import Path

from clinic.ipp import NotIpp, answer
from clinic.pin import PinDamaged, PinFile, PinLocked
from clinic.settings import read as read_settings
from clinic.settings import write as write_settings
from clinic.staff_store import StaffStoreError, open_store
from clinic.updates.errors import UpdateRefused
from tests.clinic.updates.bench import Bench, bench
from tests.fuzz.door import Door


def settings(folder: Path) -> Door:
    file, again = folder / "settings.toml", folder / "again.toml"

    def enter(data: bytes) -> None:
        file.write_bytes(data)
        settings, _ = read_settings(file, file)
        write_settings(settings, again)
        assert read_settings(again) == (settings, ())

    seeds = (
        b'locale = "es_US"\npaper = "a4"\nidle_seconds = 60\nis_kiosk = false\n',
        b'theme = "dark"\nprint_points = 18\n',
    )
    return Door("settings", seeds, enter)


def ipp(_folder: Path) -> Door:
    field = b"\x21\x00\x06job-id\x00\x04\x00\x00\x00\x07\x44\x00\x0dmedia-support\x00\x06letter\x44\x00\x00\x00\x02a4"
    collection = (
        b"\x34\x00\x05media\x00\x00\x4a\x00\x00\x00\x01x\x21\x00\x00\x00\x04\x00\x00\x00\x01\x37\x00\x00\x00\x00"
    )
    good = b"\x02\x00\x00\x00\x00\x00\x00\x01\x01\x47\x00\x07charset\x00\x05utf-8\x02" + field + collection + b"\x03"

    def enter(data: bytes) -> None:
        said = answer(data)
        said.first("job-id")
        said.every("media-support")

    return Door("ipp", (good,), enter, (NotIpp,))


def pin(folder: Path) -> Door:
    file = PinFile(folder / "pin.json")
    file.choose("274951")
    seed = file.path.read_bytes()

    def enter(data: bytes) -> None:
        file.path.write_bytes(data)
        file.is_right("1", 1_000_000.0)

    return Door("pin", (seed,), enter, (PinDamaged, PinLocked), "json")


def staff(folder: Path) -> Door:
    seed_file = folder / "seed.db"
    open_store(seed_file).close()

    def enter(data: bytes) -> None:
        for old in folder.glob("staff.db*"):
            old.unlink()
        (folder / "staff.db").write_bytes(data)
        with closing(open_store(folder / "staff.db")) as store:
            store.rows("SELECT count(*) FROM ticket")

    return Door("staff", (seed_file.read_bytes(),), enter, (StaffStoreError,))


def update(folder: Path) -> Door:
    """One file of an update pack; a first line says which, and is taken off."""
    made = bench(folder)
    made.publish("second")
    whole = {
        path.relative_to(made.repository): path.read_bytes() for path in made.repository.rglob("*") if path.is_file()
    }
    seeds = tuple(f"# {name.as_posix()}\n".encode() + data for name, data in sorted(whole.items()))
    return Door("update", seeds, partial(_taken_in, made, whole), (UpdateRefused,), "json")


def _taken_in(made: Bench, whole: dict[Path, bytes], data: bytes) -> None:
    names = {f"# {name.as_posix()}".encode(): name for name in whole}
    head, _, rest = data.partition(b"\n")
    name = names.get(head, next(iter(whole)))
    (made.repository / name).write_bytes(rest)
    try:
        offer = made.look()
        assert offer.file.read_bytes() in (b"first", b"second")
    finally:
        (made.repository / name).write_bytes(whole[name])
        shutil.rmtree(made.trust.home, ignore_errors=True)
