"""New content: what staff read before they accept, what is refused, and the way back."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from clinic.settings import Settings
from clinic.updates.difference import Difference, DoseChange
from clinic.updates.errors import UpdateRefused
from clinic.updates.repository import Release, begin, make_keys, publish
from clinic.updates.shelf import Shelf
from commands.places import Places
from commands.store import newest
from content.build import build as build_store
from content.library import Library
from content.model import Guide
from content.quantity import TOKEN
from content.strings import strings, translated
from ui.contents import in_words, refusal
from ui.routes import ToContent
from ui.staff_room import StaffRoom


def words(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def at_content(window):
    window.desk.staff.pin.choose("493817")
    window.is_staff_in = True
    window.fulfil(ToContent())
    return window.stage.front


@pytest.fixture
def room(tmp_path, library):
    """A clinic whose inbox holds a signed pack: the same content, a word of it changed."""
    keys, now, made = make_keys(tmp_path / "keys", b""), datetime.now(UTC), tmp_path / "pack"
    root = begin(made, keys, now)
    publish(made, Release(pack=library.pack, store=Path(library._path), version="2099.1.1"), keys, now)
    room = StaffRoom(folder=tmp_path / "staff", settings=Settings(), root=root)
    shutil.copytree(made, room.inbox)
    return room


def test_a_copy_without_a_publisher_takes_nothing(window):
    screen = at_content(window)
    screen._look.click()
    assert "knows no publisher" in words(screen)


def test_an_empty_inbox_is_named_with_its_place(open_window, room):
    shutil.rmtree(room.inbox)
    window = open_window(staff=room)
    screen = at_content(window)
    screen._look.click()
    assert str(room.inbox) in words(screen)


def test_the_same_content_is_not_offered_again(open_window, room):
    window = open_window(staff=room)
    screen = at_content(window)
    screen._look.click()
    assert "in use already" in words(screen)
    assert not screen._accept.isVisible()


def test_a_spoiled_pack_is_refused_in_words(open_window, room):
    store = next(file for file in (room.inbox / "targets").iterdir() if file.name.endswith(".db"))
    spoiled = bytearray(store.read_bytes())
    spoiled[5000] ^= 1
    store.write_bytes(spoiled)
    window = open_window(staff=room)
    screen = at_content(window)
    screen._look.click()
    assert "changed after it was signed" in words(screen)
    assert room.shelf.in_use() is None


def test_what_would_change_is_said_with_each_dose_and_each_new_topic_by_name(window):
    doses = (
        DoseChange("guide.calcium:blocks/dose/0", ("500 mg",), ("600 mg",)),
        DoseChange("intake.x:#/0", (), ("2 mg",)),
    )
    found = Difference(("guide.new", "quiz.new", "term.new"), ("guide.calcium", "intake.x"), (), doses)
    titles = {"guide.calcium": "Calcium", "guide.new": "A new guide", "quiz.new": "A new quiz"}
    assert in_words(found, titles, window.language) == (
        "2 doses changed", "2 new topics", "3 new parts in all", "2 changed parts",
        "Calcium: 500\u00a0mg becomes 600\u00a0mg", "x: – becomes 2\u00a0mg", "New: A new guide", "New: A new quiz",
    )  # fmt: skip
    assert in_words(Difference((), (), (), ()), {}, window.language) == ("The words are the same.",)


@pytest.fixture
def other(tmp_path, real_pack, library):
    """A clinic whose inbox holds a really different pack: another dose in three texts, two topics new."""
    changed = {}
    for guide in real_pack.of(Guide):
        words = dict(strings(guide))
        key = next((key for key, text in words.items() if "[[" in text and len(changed) < 3), None)
        if key:
            words[key] = TOKEN.sub("[[7777 mg]]", words[key], count=1)
            changed[guide.id] = translated(guide, words)
    guides = tuple(changed.get(guide.id, guide) for guide in real_pack.of(Guide))
    new = (replace(guides[0], id="guide.walking", title="Walking"), replace(guides[1], id="guide.sleep", title="Sleep"))
    pack = replace(real_pack, by_kind={**real_pack.by_kind, "guide": (*guides, *new)}, version="2099.1.1")
    build_store(pack, {}, tmp_path / "other.db")
    keys, now, made = make_keys(tmp_path / "keys", b""), datetime.now(UTC), tmp_path / "pack"
    root = begin(made, keys, now)
    publish(made, Release(pack=pack.id, store=tmp_path / "other.db", version=pack.version), keys, now)
    room = StaffRoom(folder=tmp_path / "staff", settings=Settings(), root=root)
    shutil.copytree(made, room.inbox)
    return room, tuple(guide.title for guide in changed.values())


def test_staff_read_what_a_different_pack_would_change_accept_it_and_go_back(open_window, other):
    room, titles = other
    window = open_window(staff=room)
    screen = at_content(window)
    screen._look.click()
    said = words(screen)
    assert "Version 2099.1.1 would bring:" in said
    assert "3 doses changed" in said
    assert "2 new topics" in said
    assert all(f"{title}: " in said for title in titles)
    assert said.count("becomes 7,777\u00a0mg") == 3
    assert "New: Sleep" in said
    assert "New: Walking" in said
    assert room.shelf.in_use() is None, "nothing changes before staff accept"
    screen._accept.click()
    assert "from the next visit" in words(screen)
    taken = Library.open(room.shelf.in_use())
    assert taken.version == "2099.1.1"
    taken.close()
    screen._back.click()
    assert room.shelf.in_use() is None


def test_a_visit_that_runs_keeps_its_content_while_staff_take_new_ones(open_window, other):
    """The store of a running visit leaves the shelf at the second update, and the visit reads on."""
    room, _titles = other
    screen = at_content(open_window(staff=room))
    screen._look.click()
    screen._accept.click()
    running = Library.open(room.shelf.in_use())
    for name in "ab":
        newer = room.shelf.folder / f"content-{name}.db"
        newer.write_bytes(b"newer")
        room.shelf.accept(newer)
    assert not running._path.exists()
    assert "guide.walking" in {shown.item.id for shown in running.every(Guide)}
    running.close()


def test_what_staff_do_not_want_is_not_kept(open_window, other):
    room, _titles = other
    screen = at_content(open_window(staff=room))
    screen._look.click()
    screen._refuse.click()
    assert "Nothing was changed" in words(screen)
    assert list(room.shelf.folder.glob("*.db")) == []


def test_every_refusal_has_its_own_words(window):
    kinds = UpdateRefused.__subclasses__()
    now = datetime.now(UTC)
    said = {refusal(kind(now, now) if kind.__name__ == "ClockWrong" else kind(""), window.language) for kind in kinds}
    assert len(said) == len(kinds)


def test_the_accepted_content_is_used_where_it_is_whole_and_not_older(tmp_path, library, monkeypatch, capsys):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    places = Places(tmp_path / "house")
    places.store.parent.mkdir(parents=True)
    shutil.copy(library._path, places.store)
    shelf = Shelf(places.settings.parent / "content")
    shelf.folder.mkdir(parents=True)
    kept = shelf.folder / "content-1.db"
    shutil.copy(library._path, kept)
    shelf.accept(kept)
    used = newest(places)
    assert used._path == kept
    used.close()
    spoiled = bytearray(kept.read_bytes())
    spoiled[-100] ^= 1
    kept.write_bytes(spoiled)
    assert newest(places)._path == places.store
    assert "The content that came with Teachback is used." in capsys.readouterr().err
