"""Every door through which words from outside come in: what a good visitor looks like, and how it may be refused."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from clinic.ipp import NotIpp, answer
from clinic.pin import PinDamaged, PinFile, PinLocked
from clinic.settings import read as read_settings
from clinic.settings import write as write_settings
from clinic.staff_store import StaffStoreError, open_store
from clinic.updates.errors import UpdateRefused
from content.build import build
from content.check import check
from content.errors import NotInStore, SourceErrors, StoreError
from content.form import dumped, loaded
from content.library import Library
from content.model import Guide, Quiz
from content.source import read_pack
from content.source.folder import readable
from handouts.stamp import Edition, verify
from i18n.catalogue import compile_words, content_translations
from i18n.descriptor import read as read_locale
from i18n.errors import I18nError
from i18n.tools.check import check as check_locale
from tests.clinic.updates.bench import Bench, bench
from visit import fhir_import, gift, visit_json
from visit.json_value import BadVisit
from visit.plan import plan
from visit.sheet import sheet
from visit.ticket import TicketError, code, number
from visit.wording import ENGLISH

HOUSE: Final = Path(__file__).parents[2]
PACK: Final = HOUSE / "tests/content/pack"
PICTURES: Final = HOUSE / "tests/content/pictures"
LOCALES: Final = HOUSE / "i18n/locales"
TODAY: Final = date(2026, 11, 22)


@dataclass(frozen=True)
class Door:
    """One way in. `enter` takes any bytes; nothing but `refusals` may come out of it."""

    name: str
    seeds: tuple[bytes, ...]
    enter: Callable[[bytes], None]
    refusals: tuple[type[Exception], ...] = ()
    form: str = "text"

    def knock(self, data: bytes) -> bool:
        """Enter; tell whether the visitor was let in. Raises: what no door may raise."""
        try:
            self.enter(data)
        except self.refusals:
            return False
        return True


def doors(workshop: Path, only: tuple[str, ...] = ()) -> Iterator[Door]:
    """Give every door, or only some, each with a folder of its own."""
    for made in (_source, _catalogue, _interface, _locale, _visit, _ticket, _settings, _stamp, _gift, _fhir, _ipp, _pin,
                 _staff, _store, _update):  # fmt: skip
        name = made.__name__.strip("_")
        if only and name not in only:
            continue
        folder = workshop / name
        folder.mkdir(parents=True)
        yield made(folder)


def _words(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _source(folder: Path) -> Door:
    """One file of a pack; its first line says which."""
    pack = Path(shutil.copytree(PACK, folder / "pack"))
    files = sorted(path.relative_to(pack).as_posix() for path in pack.rglob("*.yaml"))
    whole = {name: (pack / name).read_bytes() for name in files}
    seeds = tuple(b"# " + name.encode() + b"\n" + whole[name] for name in files)

    def enter(data: bytes) -> None:
        name = next((name for name in files if data.startswith(b"# " + name.encode() + b"\n")), files[0])
        (pack / name).write_bytes(data)
        try:
            check(readable(pack), TODAY)
            for item in read_pack(pack, PICTURES, TODAY).items():
                assert loaded(type(item), dumped(item)) == item
        finally:
            (pack / name).write_bytes(whole[name])

    return Door("source", seeds, enter, (SourceErrors,), "yaml")


def _some_po(name: str) -> tuple[bytes, ...]:
    text = (LOCALES / "es_US" / name).read_text("utf-8")
    head, *entries = text.split("\n\n")
    return tuple(
        "\n\n".join((head, *entries[start : start + 6])).encode() for start in range(0, min(len(entries), 30), 6)
    )


def _catalogue(folder: Path) -> Door:
    """Translations of guides: read for the build, and looked through for translators."""
    shutil.copytree(LOCALES / "en", folder / "en")
    (folder / "es_US").mkdir()
    shutil.copy(LOCALES / "es_US" / "locale.toml", folder / "es_US")

    def enter(data: bytes) -> None:
        (folder / "es_US" / "guides.po").write_bytes(data)
        check_locale("es_US", folder)
        content_translations("es_US", folder)

    return Door("catalogue", _some_po("guides.po") + _some_po("medicines.po"), enter, (I18nError,))


def _interface(folder: Path) -> Door:
    known = read_locale("es_US", LOCALES)

    def enter(data: bytes) -> None:
        (folder / "ui.po").write_bytes(data)
        compile_words(folder / "ui.po", known)

    return Door("interface", _some_po("ui.po"), enter, (I18nError,))


def _locale(folder: Path) -> Door:
    (folder / "es_US").mkdir()

    def enter(data: bytes) -> None:
        (folder / "es_US" / "locale.toml").write_bytes(data)
        read_locale("es_US", folder)

    seeds = tuple((LOCALES / name / "locale.toml").read_bytes() for name in ("es_US", "ar", "ru", "zh_Hans"))
    return Door("locale", seeds, enter, (I18nError,))


def _library(folder: Path) -> Library:
    build(read_pack(HOUSE / "content/packs/bone-health", HOUSE / "resources/pictures"), {}, folder / "content.db")
    return Library.open(folder / "content.db")


def _visit(folder: Path) -> Door:
    """A visit, and the sheet of whoever gets through."""
    library = _library(folder)
    seeds = tuple(path.read_bytes() for path in sorted((HOUSE / "tests/visits").glob("*.json")))

    def enter(data: bytes) -> None:
        visit = visit_json.read(_words(data))
        assert visit_json.read(visit_json.write(visit)) == visit
        sheet(plan(visit, library), visit, library, ENGLISH)

    return Door("visit", seeds, enter, (BadVisit, NotInStore), "json")


def _ticket(_folder: Path) -> Door:
    def enter(data: bytes) -> None:
        assert number(_words(data)) >= 0

    seeds = tuple(made.encode() for drawn in range(0, 30_000_000, 1_000_003) if (made := code(drawn)))
    return Door("ticket", seeds, enter, (TicketError,))


def _settings(folder: Path) -> Door:
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


def _stamp(_folder: Path) -> Door:
    now = Edition("bone-health", "2026.11.1", "3f9a1c22" * 8)

    def enter(data: bytes) -> None:
        verify(_words(data), now)

    return Door("stamp", (b"bone-health:2026.11.1:en:3f9a1c22", b"Bone-health 2026.11.1, English, 3f9a1c22"), enter)


def _gift(folder: Path) -> Door:
    library = _library(folder)
    seeds = tuple(gift.write(one.item).text.encode() for one in library.every(Quiz))[:6]

    def enter(data: bytes) -> None:
        gift.read(_words(data))

    return Door("gift", seeds, enter, (gift.GiftError,))


def _fhir(folder: Path) -> Door:
    library = _library(folder)
    coding = {"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "11289", "display": "warfarin"}
    statement = {
        "resourceType": "MedicationStatement", "status": "active",
        "medicationCodeableConcept": {"text": "Warfarin 5 mg", "coding": [coding]},
    }  # fmt: skip
    pointing = {
        "resourceType": "MedicationStatement", "status": "stopped", "medicationReference": {"reference": "#a"},
        "contained": [{"resourceType": "Medication", "id": "a", "code": {"coding": [coding]}}],
    }  # fmt: skip
    whole = {"resourceType": "Bundle", "entry": [{"resource": statement}, {"resource": pointing}]}

    def enter(data: bytes) -> None:
        fhir_import.medicines(_words(data), library)

    return Door(
        "fhir", tuple(json.dumps(one).encode() for one in (statement, pointing, whole)), enter, (BadVisit,), "json"
    )


def _ipp(_folder: Path) -> Door:
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


def _pin(folder: Path) -> Door:
    file = PinFile(folder / "pin.json")
    file.choose("274951")
    seed = file.path.read_bytes()

    def enter(data: bytes) -> None:
        file.path.write_bytes(data)
        file.is_right("1", 1_000_000.0)

    return Door("pin", (seed,), enter, (PinDamaged, PinLocked), "json")


def _staff(folder: Path) -> Door:
    seed_file = folder / "seed.db"
    open_store(seed_file).close()

    def enter(data: bytes) -> None:
        for old in folder.glob("staff.db*"):
            old.unlink()
        (folder / "staff.db").write_bytes(data)
        with closing(open_store(folder / "staff.db")) as store:
            store.rows("SELECT count(*) FROM ticket")

    return Door("staff", (seed_file.read_bytes(),), enter, (StaffStoreError,))


def _store(folder: Path) -> Door:
    build(read_pack(PACK, PICTURES), {}, folder / "seed.db")
    file = folder / "content.db"

    def enter(data: bytes) -> None:
        file.write_bytes(data)
        with closing(Library.open(file)) as library:
            library.every(Guide)
            library.search("bone", "en")
            library.verify()

    return Door("store", ((folder / "seed.db").read_bytes(),), enter, (StoreError,))


def _update(folder: Path) -> Door:
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
