"""A sign-off holds for exactly the texts that were signed off."""

from datetime import date

import pytest

from i18n.entry import Entry
from i18n.errors import BadCatalogue
from i18n.reviews import NAME, Review, add_review, holding, item_seals, read_reviews, signed_items
from i18n.tools.add import add

DAY = date(2026, 11, 22)
ENTRIES = (
    Entry(domain="medicines", key="rule.x:title", english="Warfarin", texts=("Warfarina",)),
    Entry(domain="medicines", key="rule.x:say", english="Take [[45 mg]].", texts=("Tome [[45 mg]].",)),
    Entry(domain="medicines", key="rule.y:say", english="Ask.", texts=("Pregunte.",)),
)


@pytest.fixture
def folder(tmp_path):
    add("sw", tmp_path)
    return tmp_path


def review(item="rule.x", entries=ENTRIES):
    return Review(item, item_seals(entries)[item], "Ana Ruiz, RN", DAY)


def test_a_row_holds_for_its_item_in_any_order_of_its_texts():
    assert holding((review(),), reversed(ENTRIES)) == {"rule.x"}


@pytest.mark.parametrize(
    "changed",
    [
        Entry(domain="medicines", key="rule.x:say", english="Take [[45 mcg]].", texts=("Tome [[45 mg]].",)),
        Entry(domain="medicines", key="rule.x:say", english="Take [[45 mg]].", texts=("Toma [[45 mg]].",)),
        Entry(domain="medicines", key="rule.x:why", english="Take [[45 mg]].", texts=("Tome [[45 mg]].",)),
    ],
)
def test_any_change_of_english_or_translation_voids_it(changed):
    assert holding((review(),), (ENTRIES[0], changed, ENTRIES[2])) == frozenset()
    assert (
        holding((review(),), (*ENTRIES, Entry(domain="m", key="rule.x:more", english="", texts=("",)))) == frozenset()
    )


def test_texts_that_come_back_are_signed_off_again(folder):
    add_review("sw", review(), folder)
    add_review("sw", Review("rule.x", "0" * 64, "Ben Li", DAY), folder)
    assert holding(read_reviews("sw", folder), ENTRIES) == {"rule.x"}
    assert [one.reviewer for one in read_reviews("sw", folder)] == ["Ana Ruiz, RN", "Ben Li"]


def test_without_a_ledger_nothing_is_signed_off(folder):
    assert signed_items("sw", folder) == frozenset()


@pytest.mark.parametrize("row", ["rule.x", "rule.x\tabc\tAna\tyesterday", "a\tb\tc\t2026-11-22\td", "\xff"])
def test_a_broken_ledger_is_named_with_its_line(folder, row):
    (folder / "sw" / NAME).write_bytes(f"id\thash\treviewer\tdate\n{row}\n".encode("latin-1"))
    with pytest.raises(BadCatalogue, match=r"reviewed\.tsv"):
        read_reviews("sw", folder)
