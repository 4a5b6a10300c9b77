"""What a locale adds to its words: its order, and who signed off what."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from content.build import Translation, build
from content.edition import Edition, Review
from content.library import Library
from content.model import Guide, Medicine, Phrase, Quiz, Rule, Term
from content.pack import Pack

Words = dict[str, Translation]


@pytest.fixture
def signed(pack: Pack, words: Words, tmp_path: Path) -> Library:
    """A store in which two items are signed off, and lists run backwards."""
    rule = pack.of(Rule)[0].id
    edition = Edition(signed=frozenset({rule, pack.of(Term)[0].id}), key=lambda title: [-ord(sign) for sign in title])
    build(pack, {"qq": words}, tmp_path / "x.db", {"qq": edition})
    return Library.open(tmp_path / "x.db")


def test_only_a_sign_off_takes_the_draft_mark_from_what_people_act_on(pack: Pack, signed: Library) -> None:
    first, *others = signed.ids(Rule)
    assert not signed.get(Rule, first, "qq").is_draft
    assert all(signed.get(Rule, rule, "qq").is_draft for rule in others)
    assert all(shown.is_draft for shown in signed.every(Medicine, "qq"))
    assert all(shown.is_draft for shown in signed.every(Phrase, "qq"))
    assert signed.has_drafts("qq")
    assert signed.coverage("qq").drafts > 0


def test_an_item_without_an_amount_or_advice_is_as_good_as_its_language(signed: Library) -> None:
    edition = Edition()
    assert edition.review("term.x", "term", ["Bone."]) is Review.PLAIN
    assert edition.review("guide.x", "guide", ["Bone.", "Take [[45 mg]]."]) is Review.DRAFT
    assert Edition(signed=frozenset({"guide.x"})).review("guide.x", "guide", ["[[45 mg]]"]) is Review.REVIEWED


def test_english_is_never_a_draft_and_neither_is_what_is_shown_in_english(store: Path) -> None:
    library = Library.open(store)
    assert not library.has_drafts("en")
    assert not any(shown.is_draft for shown in library.every(Guide, "xx"))
    assert library.has_drafts("xx")


def test_lists_stand_in_the_order_of_the_locale(signed: Library) -> None:
    titles = [signed.get(Term, term, "qq").item.term for term in signed.listed(Term, "qq")]
    assert titles == sorted(titles, key=lambda title: [-ord(sign) for sign in title])
    assert set(signed.listed(Quiz, "qq")) == set(signed.ids(Quiz))
    assert signed.listed(Term, "nowhere") == signed.listed(Term)


def test_a_store_of_the_first_schema_is_read_with_care(store: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    old.write_bytes(store.read_bytes())
    with closing(sqlite3.connect(old)) as db:
        db.execute("DROP TABLE listing")
        db.execute("PRAGMA user_version = 1")
        db.commit()
    library = Library.open(old)
    assert library.listed(Term, "qq") == library.ids(Term)
    assert all(shown.is_draft for shown in library.every(Guide, "qq"))
    assert not library.has_drafts("en")
