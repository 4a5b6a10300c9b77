import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from content.build import Translation
from content.library import Library, NotInStore, StoreDamaged, StoreMissing, StoreTooNew
from content.model import KINDS, Guide, Intake, Medicine, Reference, Term
from content.pack import Pack
from content.store import SCHEMA
from content.strings import strings, translated

READING = """
import sys
from pathlib import Path
from content.library import Library
from content.model import KINDS
library = Library.open(Path(sys.argv[1]))
library.verify()
library.search("bone", "qq")
for kind in KINDS:
    library.every(kind, "qq")
print(*sorted(sys.modules))
"""


@pytest.fixture
def damaged(store: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(store, tmp_path / "content.db"))


def change(path: Path, at: int, to: bytes) -> None:
    content = bytearray(path.read_bytes())
    content[at : at + len(to)] = to
    path.write_bytes(content)


def test_the_store_gives_back_what_the_sources_say(pack: Pack, library: Library) -> None:
    for kind in KINDS:
        shown = library.every(kind)
        assert tuple(one.item for one in shown) == pack.of(kind)
        assert all(one.locale == "en" and one.is_translated for one in shown)


def test_a_locale_gives_back_what_its_catalogue_says(
    pack: Pack, library: Library, words: dict[str, Translation]
) -> None:
    told = {key: word.text for key, word in words.items()}
    for item in pack.items():
        shown = library.get(type(item), item.id, "qq")
        assert shown.item == translated(item, told)
        assert shown.is_translated
        assert shown.locale == "qq"


def test_what_is_not_published_comes_whole_in_english(pack: Pack, library: Library) -> None:
    shown = library.get(Guide, "guide.strong-bones", "xx")
    assert (shown.locale, shown.is_translated) == ("en", False)
    assert shown.item == library.get(Guide, "guide.strong-bones").item
    assert library.get(Term, "term.bone-density", "xx").item.term == "¿bone density?"


def test_an_item_without_words_is_the_same_in_every_language(library: Library) -> None:
    assert library.get(Intake, "intake.calcium-women", "xx").is_translated
    assert library.get(Reference, "reference.r02", "xx").is_translated


def test_a_language_we_do_not_have_comes_in_english(library: Library) -> None:
    assert library.get(Guide, "guide.strong-bones", "tlh").locale == "en"
    assert library.search("warfarin", "tlh") == library.search("warfarin", "en")


def test_an_item_is_decoded_once(library: Library) -> None:
    guide = library.get(Guide, "guide.strong-bones")
    assert library.get(Guide, "guide.strong-bones") is guide
    assert library.every(Guide) is library.every(Guide)
    assert guide in library.every(Guide)


def test_ids_come_in_the_order_of_the_pack(pack: Pack, library: Library) -> None:
    for kind in KINDS:
        assert library.ids(kind) == tuple(item.id for item in pack.of(kind))


def test_an_unknown_id_is_told_by_kind(library: Library) -> None:
    with pytest.raises(NotInStore, match=r"no guide with the id guide\.nowhere"):
        library.get(Guide, "guide.nowhere")
    library.get(Medicine, "medicine.warfarin")
    with pytest.raises(NotInStore):
        library.get(Guide, "medicine.warfarin")


def test_the_store_says_what_it_is(library: Library) -> None:
    assert library.locales() == ("en", "qq", "xx")
    assert (library.pack, library.version, len(library.digest)) == ("small", "2026.11.1", 64)
    english, half = library.coverage("en"), library.coverage("xx")
    assert library.coverage("qq") == english
    assert (half.ready, half.total) == (english.ready - 2, english.total)


def test_reading_needs_only_the_standard_library(store: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", READING, str(store)],
        capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )  # fmt: skip
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert not loaded & {"sqlite_utils", "pydantic", "pydantic_core", "yaml", "PySide6", "babel", "gettext", "i18n"}


def test_the_store_cannot_be_written(library: Library) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        library._file.connection.execute("DELETE FROM item")


def test_no_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="it is not there"):
        Library.open(tmp_path / "content.db")


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreDamaged):
        Library.open(tmp_path)


@pytest.mark.parametrize("size", [0, 99, 4096, -4096, -1])
def test_a_store_cut_short_is_refused(damaged: Path, size: int) -> None:
    content = damaged.read_bytes()
    damaged.write_bytes(content[:size])
    with pytest.raises(StoreDamaged):
        Library.open(damaged)


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("This is a letter to my aunt. " * 100)
    with closing(sqlite3.connect(tmp_path / "other.db")) as db:
        db.execute("CREATE TABLE item (id)")
    for name in ("text.db", "other.db"):
        with pytest.raises(StoreDamaged, match="it is not a content store of Teachback"):
            Library.open(tmp_path / name)


def test_a_store_of_ours_without_its_facts_is_refused(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as db:
        db.execute("PRAGMA application_id = 1415930211")
        db.execute("CREATE TABLE item (id)")
    with pytest.raises(StoreDamaged):
        Library.open(tmp_path / "other.db")


def test_a_newer_store_is_refused(damaged: Path) -> None:
    change(damaged, 60, (SCHEMA + 1).to_bytes(4, "big"))
    with pytest.raises(StoreTooNew, match="made by a newer Teachback"):
        Library.open(damaged)


def test_one_flipped_bit_anywhere_is_found(damaged: Path) -> None:
    whole = damaged.read_bytes()
    Library.open(damaged).verify()
    for at in range(0, len(whole), len(whole) // 97):
        change(damaged, at, bytes([whole[at] ^ 4]))
        with pytest.raises(StoreDamaged):
            Library.open(damaged).verify()
        change(damaged, at, whole[at : at + 1])


def test_a_store_that_vanishes_is_told(damaged: Path) -> None:
    library = Library.open(damaged)
    damaged.unlink()
    with pytest.raises(StoreDamaged, match="cannot be read any more"):
        library.verify()


def test_a_ruined_page_ends_in_a_typed_error(damaged: Path, pack: Pack) -> None:
    whole = damaged.read_bytes()
    for page in range(4096, len(whole), 4096):
        change(damaged, page, b"\xff" * 4096)
        try:
            library = Library.open(damaged)
            for item in pack.items():
                library.get(type(item), item.id, "qq")
            library.search("bone", "qq")
            library.coverage("qq")
        except (StoreDamaged, NotInStore):
            pass
        change(damaged, page, whole[page : page + 4096])


def test_all_we_really_teach_comes_back_as_its_sources_say(real_pack: Pack, real_store: Path) -> None:
    library = Library.open(real_store)
    for kind in KINDS:
        assert tuple(one.item for one in library.every(kind)) == real_pack.of(kind)
        for shown in library.every(kind, "qq"):
            english = library.get(kind, shown.item.id).item
            assert dict(strings(shown.item)).keys() == dict(strings(english)).keys()
            assert shown.is_translated or shown.item == english


def test_a_store_opens_in_a_folder_whose_name_reads_like_a_question(store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "a?mode=rw#b %41 é"
    folder.mkdir()
    copy = folder / "content.db"
    copy.write_bytes(store.read_bytes())
    assert Library.open(copy).version


def test_two_threads_that_read_at_once_get_each_their_own_rows(store: Path) -> None:
    with closing(Library.open(store)) as library:
        right = {kind: library.ids(kind) for kind in (Guide, Intake, Medicine)}
        wrong: list[str] = []

        def read() -> None:
            for _ in range(1_500):
                for kind, ids in right.items():
                    try:
                        if library.ids(kind) != ids:
                            wrong.append(f"rows of another kind for {kind.kind}")
                    except (StoreDamaged, IndexError) as error:
                        wrong.append(str(error))

        readers = [Thread(target=read) for _ in range(4)]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        assert wrong == []
