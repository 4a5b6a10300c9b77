import hashlib
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from content.build import Built, Translation, build
from content.library import Library
from content.model import Guide
from content.pack import Pack

Words = dict[str, Translation]

BUILD_AGAIN = """
import sys
from pathlib import Path
from content.build import build
from content.source import read_pack
here, target = Path(sys.argv[1]), Path(sys.argv[2])
print(build(read_pack(here / "pack", here / "pictures"), {"qq": {}, "aa": {}}, target).sha256)
"""


def ready(store: Path, locale: str) -> set[str]:
    with closing(sqlite3.connect(store)) as db:
        return {row[0] for row in db.execute("SELECT item FROM status WHERE locale = ? AND state = 'ready'", [locale])}


def built_with(pack: Pack, words: Words, tmp_path: Path, **changes: Translation) -> set[str]:
    build(pack, {"qq": {**words, **changes}}, tmp_path / "x.db")
    return ready(tmp_path / "x.db", "qq")


@pytest.mark.parametrize(
    "surroundings", [{"PYTHONHASHSEED": "1", "TZ": "UTC"}, {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}]
)
def test_the_same_pack_gives_the_same_bytes_anywhere(pack: Pack, tmp_path: Path, surroundings: dict[str, str]) -> None:
    here = build(pack, {"aa": {}, "qq": {}}, tmp_path / "here.db")
    there = subprocess.run(
        [sys.executable, "-c", BUILD_AGAIN, str(Path(__file__).parent), str(tmp_path / "there.db")],
        capture_output=True, text=True, check=True, env={**os.environ, **surroundings, "PYTHONPATH": str(Path.cwd())},
    )  # fmt: skip
    assert there.stdout.strip() == here.sha256
    assert (tmp_path / "here.db").read_bytes() == (tmp_path / "there.db").read_bytes()
    assert hashlib.sha256((tmp_path / "here.db").read_bytes()).hexdigest() == here.sha256


def test_the_digest_changes_with_any_word(pack: Pack, words: Words, tmp_path: Path) -> None:
    def digest(words: Words) -> Built:
        return build(pack, {"qq": words}, tmp_path / "x.db")

    other = {**words, "term.bone-density:term": replace(words["term.bone-density:term"], text="x")}
    assert digest(words).digest != digest(other).digest
    assert digest(words).digest == digest(dict(reversed(words.items()))).digest


def test_an_item_is_published_whole(pack: Pack, words: Words, tmp_path: Path) -> None:
    assert "guide.strong-bones" in built_with(pack, words, tmp_path)


@pytest.mark.parametrize(
    "word",
    [
        Translation("Most adults need [[1000 mg]] of calcium a day.", ""),
        Translation("Adults need [[1000 mg]] of calcium a day.", "[[1000 mg]]"),
        Translation("Most adults need [[1000 mg]] of calcium a day.", "[[1000 mcg]]"),
        Translation("Most adults need [[1000 mg]] of calcium a day.", "1000 mg"),
        Translation("Most adults need [[1000 mg]] of calcium a day.", "[[1000 mg]] [[1000 mg]]"),
        Translation("Most adults need [[1000 mg]] of calcium a day.", "[[1000 grams]]"),
    ],
    ids=["empty", "outdated", "other unit", "no token", "twice", "no unit"],
)
def test_one_bad_string_holds_back_its_item_and_no_other(
    pack: Pack, words: Words, tmp_path: Path, word: Translation
) -> None:
    good = built_with(pack, words, tmp_path)
    found = built_with(pack, words, tmp_path, **{"guide.strong-bones:main_message/1": word})
    assert good - found == {"guide.strong-bones"}
    with closing(sqlite3.connect(tmp_path / "x.db")) as db:
        assert db.execute("SELECT count(*) FROM text WHERE item = 'guide.strong-bones'").fetchone() == (0,)


def test_a_blank_string_holds_back_its_item(pack: Pack, words: Words, tmp_path: Path) -> None:
    blank = replace(words["term.bone-density:term"], text=" ")
    assert "term.bone-density" not in built_with(pack, words, tmp_path, **{"term.bone-density:term": blank})


def test_a_missing_string_holds_back_its_item(pack: Pack, words: Words, tmp_path: Path) -> None:
    without = {key: word for key, word in words.items() if key != "guide.strong-bones:why"}
    assert "guide.strong-bones" not in built_with(pack, without, tmp_path)


def test_a_failed_build_leaves_the_old_store(pack: Pack, tmp_path: Path) -> None:
    target = tmp_path / "content.db"
    build(pack, {}, target)
    before = target.read_bytes()
    lost = replace(pack.of(Guide)[0], sources=("reference.nowhere",))
    with pytest.raises(sqlite3.IntegrityError):
        build(replace(pack, by_kind={**pack.by_kind, "guide": (lost,)}), {}, target)
    with pytest.raises(ValueError, match="not a locale"):
        build(pack, {"../../x": {}}, target)
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["content.db"]


def test_a_store_is_replaced_while_it_is_open(pack: Pack, tmp_path: Path) -> None:
    target = tmp_path / "content.db"
    build(pack, {}, target)
    old = Library.open(target)
    build(replace(pack, version="2027.1.1"), {}, target)
    assert old.get(Guide, "guide.strong-bones").item.title == "Strong bones"
    assert Library.open(target).version == "2027.1.1"


def test_tables_are_strict_and_linked(store: Path) -> None:
    with closing(sqlite3.connect(store)) as db:
        tables = {row[1]: row[5] for row in db.execute("PRAGMA table_list") if row[2] == "table" and row[1][0] != "s"}
        assert tables == {name: 1 for name in ("meta", "locale", "item", "link", "text", "listing")}
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert {row[2] for row in db.execute("PRAGMA foreign_key_list(link)")} == {"item"}
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        found = db.execute("SELECT role, target FROM link WHERE source = 'guide.strong-bones' ORDER BY 1").fetchall()
    assert ("blocks/trial", "trial.t01") in found
    assert ("glossary", "term.bone-density") in found


def test_counts_tell_what_was_built(pack: Pack, words: Words, tmp_path: Path) -> None:
    built = build(pack, {"qq": words}, tmp_path / "x.db")
    assert built.counts["guide"] == 2
    assert built.ready["qq"] == built.ready["en"]
