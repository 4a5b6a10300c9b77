"""What people type for a blood thinner, in their words and with their errors, never passes for something harmless."""

import sys
from functools import _lru_cache_wrapper

import pytest

from content.library import Library
from content.model import Medicine, MedicineClass, Subject
from tests.visit.reading import words
from visit.medicines import search
from visit.pages import findings_page
from visit.rules import called
from visit.safety import rules_for
from visit.spelling import fold
from visit.subjects import net, of_pill
from visit.typed import named
from visit.visit import OwnMedicine, Taken, Visit
from visit.wording import ENGLISH

THINNER, BLOCKER = "medicine-class.blood-thinner", "medicine-class.vitamin-k-antagonist"

GENERAL = [
    "blood thinner", "Blood Thinners", "blood-thinner pill", "bloodthinner", "blod thiner", "blood thining pill",
    "a thinner for my blood", "pill to thin my blood", "anticoagulant", "anti-coagulant", "anticogulant",
    "antikoagulan", "anticoagulante", "diluyente de la sangre", "diluyentes de sangre", "Pastilla anticoagulante",
    "fluidifiant du sang", "anticoagulant oral", "thuốc chống đông", "thuoc chong dong mau", "thuốc làm loãng máu",
    "làm loãng máu", "抗凝药", "我吃抗凝药", "抗凝劑", "薄血药",
    "مميع الدم", "مميعات للدم", "مضاد التخثر", "مضادات للتخثر",
    "دواء السيولة", "антикоагулянт", "разжижители крови", "항응고제를", "pampalabnaw ng dugo", "medikaman san klè",
    "Blutverdünner",
]  # fmt: skip
BLOCKERS = [
    "Kumadin", "Cumadin 5", "coumadine", "warafin", "wafrin", "warfin", "warfern", "worfarin", "varfarina", "法华林",
    "华法令片", "华法林", "وارفرين", "الوارفارين", "варфарин", "와파린", "phenprocoumon", "fenprocoumon", "Marcumar",
    "markumar", "acenocumarol", "Sintrom", "INR pill", "AVK", "antivitamine K", "vitamin K antagonist", "Previscan",
    "previscam", "fluindione", "phenindione", "dicumarol", "Jantoven", "COUMADIN(warfarin)", "warfarin5mg",
]  # fmt: skip
OTHERS = [
    "aspirin", "atorvastatin", "metformin", "duloxetine", "tizanidine", "clopidogrel", "amlodipine", "beta blocker",
    "calcium channel blocker", "anti-inflammatory", "anticholinergic", "blood pressure pill", "blood sugar pill",
    "ankle pain pill", "sugar in my blood", "thyroid", "vitamin K", "vitamin C", "fish oil", "insulin", "Warmint",
    "Marcaine", "varicella", "thuốc huyết áp", "thuốc đông y", "阿司匹林", "二甲双胍", "دواء السكر",
]  # fmt: skip


def heard(typed: str, library: Library) -> set[str]:
    return {one.rule.id for one in rules_for(Visit(own_medicines=(OwnMedicine(typed),)), library).applied}


@pytest.mark.parametrize("typed", (*GENERAL, *BLOCKERS))
def test_a_blood_thinner_in_any_words_is_treated_as_a_vitamin_k_blocker(typed: str, library: Library) -> None:
    kept = {"vitamin-k-pills", "vitamin-k2", "natto", "greens", "never-stop"}
    assert {f"rule.blocker-{one}" for one in kept} <= heard(typed, library)


@pytest.mark.parametrize("typed", GENERAL)
def test_who_does_not_name_it_is_told_to_ask_which_one(typed: str, library: Library) -> None:
    assert named(typed, library) == (THINNER,)
    assert "rule.unnamed-blood-thinner" in heard(typed, library)


@pytest.mark.parametrize("typed", BLOCKERS)
def test_who_names_it_is_not(typed: str, library: Library) -> None:
    assert "rule.unnamed-blood-thinner" not in heard(typed, library)


@pytest.mark.parametrize("typed", OTHERS)
def test_other_words_are_taken_for_nothing(typed: str, library: Library) -> None:
    assert named(typed, library) == ()
    assert "rule.unknown-medicine" in heard(typed, library)
    assert not [rule for rule in heard(typed, library) if "blocker" in rule]


def test_the_general_words_of_a_class_name_it(library: Library) -> None:
    """All words for blood thinners, some of the others: each is compared with every name."""
    for shown in library.every(MedicineClass):
        most = None if shown.item.id in (THINNER, BLOCKER) else 3
        for word in shown.item.other_names[:most]:
            meant = {shown.item.id, *(called_class(one, library) for one in named(word, library))}
            assert named(word, library) and shown.item.id in meant, word


def called_class(thing: str, library: Library) -> str:
    return library.get(Medicine, thing).item.medicine_class if thing.startswith("medicine.") else thing


def test_the_name_beside_the_general_word_counts_and_the_word_does_not(library: Library) -> None:
    assert named("warfarin, my blood thinner", library) == ("medicine.warfarin",)
    assert named("Eliquis (blood thinner)", library) == ("medicine.apixaban",)
    assert named("新型口服抗凝药", library) == ("medicine-class.doac",)


def test_against_seizures_is_not_against_clots(library: Library) -> None:
    assert named("thuốc chống động kinh", library) == ("medicine-class.seizure",)
    assert named("anticonvulsant", library) == ("medicine-class.seizure",)


def test_one_thinner_told_twice_is_not_two(library: Library) -> None:
    for known in ("medicine.warfarin", BLOCKER):
        visit = Visit(medicines=(Taken(known),), own_medicines=(OwnMedicine("blood thinner"),))
        safety = rules_for(visit, library)
        assert safety.taken == (known,)
        assert "rule.two-blockers" not in {one.rule.id for one in safety.applied}


def test_beside_a_newer_thinner_an_unnamed_one_stays_on_the_stricter_way(library: Library) -> None:
    visit = Visit(medicines=(Taken("medicine.apixaban"), Taken(THINNER)))
    rules = {one.rule.id for one in rules_for(visit, library).applied}
    assert {"rule.blocker-vitamin-k2", "rule.unnamed-blood-thinner"} <= rules
    assert rules.isdisjoint({"rule.newer-thinner-food", "rule.blocker-and-newer-thinner"})


def test_with_two_named_thinners_nobody_is_told_to_eat_greens_freely(library: Library) -> None:
    visit = Visit(medicines=(Taken("medicine.warfarin"), Taken("medicine.apixaban")))
    rules = {one.rule.id for one in rules_for(visit, library).applied}
    assert "rule.blocker-and-newer-thinner" in rules and "rule.newer-thinner-food" not in rules


def test_beside_a_blocker_an_unknown_medicine_adds_no_softer_word(library: Library) -> None:
    visit = Visit(own_medicines=(OwnMedicine("blood thinner"), OwnMedicine("Zzkrell")))
    rules = {one.rule.id for one in rules_for(visit, library).applied}
    assert "rule.blocker-vitamin-k2" in rules and "rule.unknown-medicine" not in rules


def test_who_knows_only_the_general_word_has_every_rule_of_the_strictest_class(library: Library) -> None:
    assert called(BLOCKER, library) <= called(THINNER, library)


def test_a_kind_of_medicine_is_found_as_one_types(library: Library) -> None:
    assert search("blood thinner", library)[0].medicine == THINNER
    assert THINNER in {match.medicine for match in search("anticoagulante", library, "qq")}
    assert BLOCKER in {match.medicine for match in search("previs", library)}


def test_typing_an_id_is_typing_a_text(library: Library) -> None:
    assert words(findings_page(Visit(own_medicines=(OwnMedicine("medicine.zzkrell"),)), library, ENGLISH))


SALTS = [
    "Atorvastatin calcium", "rosuvastatin calcium 10 mg", "esomeprazole magnesium", "naproxen sodium",
    "leucovorin calcium", "docusate calcium", "fenoprofen calcium", "calcium channel blocker", "阿托伐他汀钙片",
    "埃索美拉唑镁",
    "أتورفاستاتين كالسيوم", "atorvastatina cálcica", "bacitracin zinc", "magnesium salicylate",
]  # fmt: skip
SUPPLEMENTS = [
    "calcium", "Calcium 600 + D", "calcium carbonate", "钙片", "碳酸钙", "chewable calcium", "calcio", "Tums",
    "atorvastatin calcium, calcium 600",
]  # fmt: skip


@pytest.mark.parametrize("typed", SALTS)
def test_the_salt_of_a_medicine_is_no_supplement(typed: str, library: Library) -> None:
    assert not of_pill(typed, net(shown.item for shown in library.every(Subject)))


@pytest.mark.parametrize("typed", SUPPLEMENTS)
def test_a_supplement_is_one(typed: str, library: Library) -> None:
    assert "subject.calcium-pills" in of_pill(typed, net(shown.item for shown in library.every(Subject)))


def test_letters_people_type_for_one_another_are_one() -> None:
    assert fold("Thuốc chống đông") == fold("thuoc chong dong")
    assert fold("war\u200bfarin") == "warfarin"
    assert fold("مضادّ") == fold("مضاد")


def test_what_people_type_is_kept_in_no_cache(library: Library) -> None:
    def look(typed: str) -> dict[str, int]:
        visit = Visit(own_medicines=(OwnMedicine(typed),))
        safety = rules_for(visit, library, "en")
        findings_page(visit, library, ENGLISH)
        safety.subjects(typed)
        search(typed, library)
        return kept()

    look("Zqaxq 65 mg")
    assert look("Zqbxq 65 mg") == look("Zqcxq 65 mg")


def kept() -> dict[str, int]:
    """Count what every cache of our own holds."""
    return {
        f"{module.__name__}.{name}": one.cache_info().currsize
        for module in tuple(sys.modules.values())
        if module.__name__.startswith(("visit.", "content.", "i18n."))
        for name, one in vars(module).items()
        if isinstance(one, _lru_cache_wrapper)
    }
