"""Seeded defects, each with the good translation it was made from: all must be caught, no good one flagged."""

import pytest

from i18n.checks.entry import Checker
from i18n.descriptor import read
from i18n.entry import Entry
from tests.i18n.defects import CASES, DAILY, SWAP

NAMES = {
    "es_US": {"warfarin": "warfarina", "heparin": "heparina"},
    "ar": {"warfarin": "وارفارين", "heparin": "هيبارين"},
    "zh_Hans": {"warfarin": "华法林", "heparin": "肝素"},
    "vi": {"warfarin": "warfarin", "heparin": "heparin"},
}
BAD = [
    pytest.param(code, english, text, rule, id=f"{code}-{rule}-{number}")
    for code, cases in CASES.items()
    for english, _, defects in cases
    for number, (text, rule) in enumerate(defects)
]
GOOD = [(code, english, text) for code, cases in CASES.items() for english, text, _ in cases]


def findings(code, english, *texts, **facts):
    entry = Entry(domain="guides", key="guide.x:text", english=english, texts=texts, **facts)
    return list(Checker(read(code), NAMES.get(code, {})).findings(entry))


def rules(code, english, *texts, **facts):
    return {finding.rule for finding in findings(code, english, *texts, **facts)}


def test_there_are_a_hundred_defects_and_more_in_four_languages():
    assert len(BAD) >= 100
    assert sum(case.values[0] in {"es_US", "ar", "zh_Hans", "vi"} for case in BAD) >= 100


@pytest.mark.parametrize(("code", "english", "text", "rule"), BAD)
def test_a_seeded_defect_is_caught(code, english, text, rule):
    assert rule in rules(code, english, text)


@pytest.mark.parametrize(("code", "english", "text"), GOOD)
def test_a_good_translation_is_not_flagged(code, english, text):
    assert rules(code, english, text) == set()


def test_a_defect_of_dose_blocks_and_a_missing_full_stop_does_not():
    assert any(found.blocks for found in findings("es_US", DAILY, "Tome [[45 mcg]] una vez al día con comida."))
    assert not any(found.blocks for found in findings("es_US", DAILY, "Tome [[45 mg]] una vez al día con comida"))


def test_a_translator_may_confirm_what_only_a_reader_can_judge_until_the_text_changes():
    odd = "Tome [[250 mg]] de noche... digo [[500 mg]] por la mañana."
    asked = next(found for found in findings("es_US", SWAP, odd) if found.rule == "dose-order")
    comment = asked.cure.split('"')[1]
    assert "dose-order" not in rules("es_US", SWAP, odd, comment=comment)
    assert "dose-order" in rules("es_US", SWAP, odd + " ", comment=comment)


def test_a_wrong_dose_cannot_be_confirmed():
    text = "Tome [[45 mcg]] una vez al día con comida."
    seal = Entry(domain="guides", key="guide.x:text", english=DAILY, texts=(text,)).seal()
    assert "dose" in rules("es_US", DAILY, text, comment=f"checked: dose {seal}")


def test_every_plural_form_is_checked_and_counted():
    plural = {"plural": "{n} pages", "flags": ()}
    assert rules("es_US", "{n} page", "{n} página", "páginas", **plural) == {"place"}
    assert rules("ar", "{n} page", *["{n} صفحة"] * 2, **plural) == {"plural"}
    assert rules("ar", "{n} page", *["{n} صفحة"] * 6, **plural) == set()


def test_a_text_too_long_for_its_place_and_a_letter_without_glyph_are_named():
    assert rules("es_US", "Print", "Imprimir ahora", flags=("max-length:8",)) == {"length"}
    assert "font" in rules("es_US", "Print", "Imprima 🖨")


def test_a_text_that_lost_a_sentence_asks_to_be_looked_at():
    english = (
        "Do not change your food or pills by yourself. Ask the person who checks your blood thinner first, please."
    )
    assert "short" in rules("es_US", english, "No cambie su comida usted solo.")


@pytest.mark.parametrize("english", ["Look after your bones.", "She looks after him.", "Looking after them is work."])
def test_to_look_after_someone_says_nothing_of_time(english):
    assert "sense-after" not in rules("es_US", english, "Cuide sus huesos.")
    assert "sense-after" in rules("es_US", f"{english} Eat after the tablet.", "Cuide sus huesos. Coma.")


def test_a_wide_mark_needs_no_space_behind_it():
    assert rules("zh_Hans", ", ", "、") == set()
    assert rules("zh_Hans", ", ", "和") == {"space"}
    assert "space" in rules("es_US", ", ", ",")


def test_fuzzy_and_empty_entries_are_left_to_the_status():
    assert rules("es_US", DAILY, "Tome [[45 mcg]].", is_fuzzy=True) == set()
    assert rules("es_US", DAILY, "") == set()
