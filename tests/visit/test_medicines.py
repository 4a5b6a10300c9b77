import pytest

from content.library import Library
from content.model import Medicine
from tests.visit.reading import words
from visit.medicines import Nearness, names, search
from visit.pages import findings_page
from visit.spelling import errors, fold
from visit.typed import named
from visit.visit import OwnMedicine, Taken, Visit
from visit.wording import ENGLISH


def found(typed: str, library: Library, locale: str = "en") -> list[str]:
    return [match.medicine for match in search(typed, library, locale)]


@pytest.mark.parametrize(
    ("typed", "medicine"),
    [
        ("warfarin", "medicine.warfarin"),
        ("COUMADIN", "medicine.warfarin"),
        ("coum", "medicine.warfarin"),
        ("warfrin", "medicine.warfarin"),
        ("wafrarin", "medicine.warfarin"),
        ("levothyroxin", "medicine.levothyroxine"),
        ("levotyroxine", "medicine.levothyroxine"),
        ("Marevan", "medicine.warfarin"),
        ("fosamax", "medicine.alendronic-acid"),
        ("alendronate", "medicine.alendronic-acid"),
        ("prolia", "medicine.denosumab"),
        ("Glakay", "medicine.menatetrenone"),
        ("  prednisone ", "medicine.prednisone"),
    ],
)
def test_a_medicine_is_found_by_name_brand_beginning_or_slip(typed: str, medicine: str, library: Library) -> None:
    assert found(typed, library)[0] == medicine


def test_every_name_of_every_medicine_finds_it(library: Library) -> None:
    for shown in library.every(Medicine):
        for name in names(shown.item):
            assert shown.item.id in found(name, library), name


def test_the_exact_name_stands_before_a_similar_one(library: Library) -> None:
    first = search("prednisolone", library)[0]
    assert (first.medicine, first.nearness) == ("medicine.prednisolone", Nearness.SAME)


def test_nothing_is_found_for_nothing_or_noise(library: Library) -> None:
    assert found("", library) == found("  ", library) == found("?!", library) == found("xyzzy", library) == []


@pytest.mark.parametrize(
    "typed", ["atorvastatin", "lisinopril", "amlodipine", "metoprolol", "clopidogrel", "glibenclamide"]
)
def test_a_long_name_of_another_medicine_finds_none_of_ours(typed: str, library: Library) -> None:
    assert found(typed, library) == []


def test_it_is_found_in_another_locale_by_both_names(library: Library) -> None:
    signs = library.get(Medicine, "medicine.levothyroxine", "qq").item.name
    assert "medicine.levothyroxine" in [match.medicine for match in search(signs, library, "qq", 100)]
    assert found("levothyroxine", library, "qq")[0] == "medicine.levothyroxine"


@pytest.mark.parametrize(
    "typed",
    [
        "Coumadine 5 mg at night", "my warfarin", "MARCUMAR", "Sintrom 4", "jantoven tablet",
        "warfarin5mg", "Warfarinnatrium", "Acitrom", "Orfarin 5",
    ],
)  # fmt: skip
def test_a_blocker_is_recognised_in_free_text(typed: str, library: Library) -> None:
    assert named(typed, library)[0] in ("medicine.warfarin", "medicine.phenprocoumon", "medicine.acenocoumarol")


@pytest.mark.parametrize(
    "typed",
    [
        "华法林",
        "华法林钠片 5mg",
        "我吃华法林",
        "可密定",
        "الوارفارين",
        "كومادين",
        "варфарин",
        "ワーファリン錠",
        "와파린",
    ],
)
def test_a_blocker_is_recognised_in_the_writing_of_the_person(typed: str, library: Library) -> None:
    """A Chinese name has three signs and no spaces around it."""
    assert named(typed, library)[0] == "medicine.warfarin"


def test_every_medicine_in_one_text_is_recognised(library: Library) -> None:
    assert set(named("digoxin/warfarin", library)) == {"medicine.digoxin", "medicine.warfarin"}
    said = words(findings_page(Visit(own_medicines=(OwnMedicine("digoxin, warfarin"),)), library, ENGLISH))
    assert "No vitamin K pills with your blood thinner" in said


def test_a_name_inside_a_longer_name_is_not_meant(library: Library) -> None:
    assert named("prednisolone", library) == ("medicine.prednisolone",)


@pytest.mark.parametrize(
    "typed", ["Dolo forte", "fish oil", "aspirin", "vitamin C", "my heart pill", "5 mg", "", "tea"]
)
def test_what_is_not_in_the_list_is_not_guessed(typed: str, library: Library) -> None:
    assert named(typed, library) == ()


def test_what_we_do_not_know_sends_to_the_pharmacist(library: Library) -> None:
    said = words(findings_page(Visit(own_medicines=(OwnMedicine("Zzkrell"),)), library, ENGLISH))
    assert "Not in our list: ask your pharmacist" in said and "Zzkrell" in said


def test_what_we_recognised_is_said_so_that_it_can_be_checked(library: Library) -> None:
    said = words(findings_page(Visit(own_medicines=(OwnMedicine("Cumadin"),)), library, ENGLISH))
    assert "You wrote Cumadin. We took it for warfarin." in said


def test_every_medicine_has_a_page_that_never_says_stop(library: Library) -> None:
    for medicine in library.ids(Medicine):
        said = words(findings_page(Visit(medicines=(Taken(medicine),)), library, ENGLISH))
        assert said and "Stop taking" not in said


def test_errors_count_as_people_make_them() -> None:
    assert errors("warfarin", "warfarin") == 0
    assert errors("warfrain", "warfarin") == errors("warfarn", "warfarin") == errors("wwarfarin", "warfarin") == 1
    assert errors("prednisone", "prednisolone") == 2
    assert errors("abc", "abcdefgh") == 3


def test_folding_takes_case_and_accents_away() -> None:
    assert fold("Ácido  ALENDRÓNICO-5") == "acido alendronico 5"
