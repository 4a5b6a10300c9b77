"""A sheet says that it is a draft as long as anything on it that people act on was signed off by nobody."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from content.library import Library
from i18n.language import Language, needs_english
from visit.plan import plan
from visit.sheet import sheet
from visit.visit import Taken, Visit

VISIT = Visit(medicines=(Taken("medicine.warfarin"),), date=date(2026, 11, 22))
OURS = Language(code="qq", tag="qq", own_name="Ours")


@pytest.fixture
def unsigned(real_store: Path, tmp_path: Path) -> Library:
    """The real store, in which the rules for greens and warfarin lost their sign-off."""
    copy = tmp_path / "content.db"
    copy.write_bytes(real_store.read_bytes())
    with closing(sqlite3.connect(copy)) as db:
        db.execute("UPDATE listing SET review = 'draft' WHERE locale = 'qq' AND item LIKE 'rule.%'")
        db.commit()
    return Library.open(copy)


def test_one_rule_nobody_signed_off_makes_the_sheet_a_draft(unsigned: Library) -> None:
    made = sheet(plan(VISIT, unsigned), VISIT, unsigned, OURS)
    assert made.stamp.draft
    assert next(section.id for section in made.sections if section.is_draft) == "warnings"


def test_a_sheet_of_signed_items_in_a_language_that_is_no_draft_says_nothing(library: Library) -> None:
    assert sheet(plan(VISIT, library), VISIT, library, OURS).stamp.draft is None


def test_english_stands_beside_until_all_is_signed_off(library: Library, unsigned: Library) -> None:
    assert needs_english(OURS, None, unsigned.has_drafts)
    assert not needs_english(OURS, None, library.has_drafts)
    assert not needs_english(OURS, Language(code="en", tag="en", own_name="English"), unsigned.has_drafts)
