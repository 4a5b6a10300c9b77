"""What people type finds what is written: in many scripts, with and without marks, articles and half-written words."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.fold import fold, variants
from content.index import COLUMNS
from content.library import Library
from content.search import cut_around, search

# language, what is written, what is typed
FOUND = [
    ("en", "Take your medicine with fiber.", "fibre"),
    ("en", "Eat more yogurt", "yoghurt"),
    ("en", "Estrogen falls at menopause", "oestr"),
    ("en", "The trial gave MK-4 to women", "mk4"),
    ("en", "The trial gave MK-4 to women", "MK-4"),
    ("en", "The trial gave MK-4 to women", "mk 4"),
    ("en", "Vitamin K2 and bone", "k-2"),
    ("en", "Vitamin D3 pills", "vit d3"),
    ("en", "Don’t stop it", "dont stop"),
    ("en", "Don't stop it", "don’t"),
    ("en", "Osteoporosis", "OSTEO"),
    ("en", "calcium-rich food", "calcium rich"),
    ("en", "Take [[1200 mg]] a day", "1200 mg"),
    ("en", "ﬁrst aid", "first"),
    ("es", "Los huesos y la menopausia; café con leche", "cafe"),
    ("es", "Medicación para la presión", "presion"),
    ("es", "niños pequeños", "ninos"),
    ("es", "Riñón", "RIÑON"),
    ("es", "Alimentación", "alimentac"),
    ("fr", "Les œufs et le lait", "oeufs"),
    ("fr", "L’ostéoporose", "losteoporose"),
    ("fr", "Déjà vu", "deja"),
    ("de", "Große Knochenbrüche", "grosse"),
    ("de", "Knochenbrüche", "knochenbruche"),
    ("de", "Straße", "STRASSE"),
    ("pl", "Łamliwe kości", "lamliwe kosci"),
    ("pl", "Żółty ser", "zolty"),
    ("vi", "Loãng xương là gì", "loang xuong"),
    ("vi", "Uống đủ nước", "uong du nuoc"),
    ("vi", "Đường", "duong"),
    ("tr", "Işık ve kemik", "isik"),
    ("tr", "İLAÇ", "ilac"),
    ("tr", "kırık", "KIRIK"),
    ("ht", "Zo ki fèb", "feb"),
    ("ro", "oase și mușchi", "muschi"),
    ("da", "Knogler på øen", "oen"),
    ("pt", "Ossos e coração", "coracao"),
    ("el", "Οστεοπόρωση", "οστεοπορωση"),
    ("el", "ο πόνος", "ΠΟΝΟΣ"),
    ("ru", "Твёрдые кости", "твердые"),
    ("ru", "Остеопороз", "остео"),
    ("uk", "Ґрунт і кістки", "грунт"),
    ("uk", "Здоров’я кісток", "здоровя"),
    ("he", "סִידָן לעצמות", "סידן"),
    ("he", "הסידן חשוב", "סידן"),
    ("he", "סידן חשוב", "הסידן"),
    ("he", "אוסטאופורוזיס", "אוסטאו"),
    ("ar", "الكالسيوم مفيد", "كالسيوم"),
    ("ar", "كالسيوم مفيد", "الكالسيوم"),
    ("ar", "هشاشة العظام", "عظام"),
    ("ar", "هشاشة العظام", "هشاشه"),
    ("ar", "أدوية السيولة", "ادوية"),
    ("ar", "مُسْتَشْفَى", "مستشفي"),
    ("ar", "والكالسيوم", "كالسيوم"),
    ("fa", "پوکی استخوان و کلسیم", "پوكي"),
    ("fa", "می‌خورم", "میخورم"),
    ("ur", "ہڈیاں", "ھڈیاں"),
    ("zh", "骨质疏松症是什么", "骨质"),
    ("zh", "骨质疏松症是什么", "疏松症"),
    ("zh", "每天吃药", "吃药"),
    ("zh", "维生素 K", "维生素k"),
    ("zh-Hant", "骨質疏鬆症", "疏鬆"),
    ("ja", "骨粗しょう症の薬", "しょう症"),
    ("ja", "カルシウム", "ｶﾙｼｳﾑ"),
    ("ja", "ビタミンＤ", "ビタミンd"),
    ("ko", "골다공증 약", "골다공"),
    ("ko", "비타민 케이", "비타미"),
    ("th", "โรคกระดูกพรุน", "กระดูก"),
    ("th", "น้ำนม", "น้ำ"),
    ("lo", "ກະດູກ", "ດູກ"),
    ("km", "ជំងឺពុកឆ្អឹង", "ឆ្អឹង"),
    ("my", "အရိုးပွ", "အရိုး"),
    ("hi", "हड्डियों की कमज़ोरी", "हड्डि"),
    ("hi", "कैल्शियम", "कैल्शियम"),
    ("bn", "হাড়ের ক্ষয়", "হাড়ের"),
    ("ne", "क्याल्सियम र हड्डी", "हड्डी"),
    ("am", "የአጥንት መሳሳት", "አጥንት"),
    ("am", "የአጥንት መሳሳት", "የአጥ"),
    ("so", "Lafaha oo jilicsan", "lafa"),
]
LOST = [
    ("en", "Take calcium", "alcium"),
    ("en", "Take calcium", "calcium warfarin"),
    ("th", "กระดูก", "ดูกระ"),
    ("ja", "かき", "がき"),
    ("hi", "की", "का"),
    ("zh", "骨质疏松", "质骨"),
]


def finds(written: str, typed: str) -> bool:
    folded = fold(written)
    db = sqlite3.connect(":memory:")
    db.execute(f"CREATE VIRTUAL TABLE search_en USING fts5({COLUMNS}, tokenize='ascii', prefix='1 2 3')")
    row = ("item", "guide", "head", written, "", "", " " + folded, variants(written))
    db.execute("CREATE TABLE locale AS SELECT 'en' AS id, 0 AS waiting")
    db.execute("INSERT INTO search_en VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    found = search(db, typed, "en", 5, ())
    db.close()
    return bool(found)


def test_what_people_type_is_found() -> None:
    lost = [case for case in FOUND if not finds(*case[1:])]
    print(f"{len(FOUND) - len(lost)} of {len(FOUND)} queries find their text; not: {lost}")
    assert not lost


@pytest.mark.parametrize("case", LOST)
def test_what_is_not_there_is_not_found(case: tuple[str, str, str]) -> None:
    assert not finds(*case[1:])


@settings(deadline=None)
@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(deadline=None, max_examples=200)
@given(text=st.text())
def test_any_text_can_be_typed(store: Path, text: str) -> None:
    library = Library.open(store)
    library.search(text, "en")
    library.search(f'"{text}" AND NEAR(* OR ^', "qq")


def test_titles_and_names_come_before_the_rest(library: Library) -> None:
    found = library.search("warfarin", "en")
    assert [hit.id for hit in found][:2] == ["guide.blood-thinner", "medicine.warfarin"]
    assert {"food.natto"} < {hit.id for hit in found}
    found = library.search("study", "en")
    assert [hit.kind for hit in found][:3] == ["reference", "reference", "guide"]


def test_a_brand_name_finds_its_medicine(library: Library) -> None:
    for brand in ("coumad", "Jantoven", "marevan"):
        assert [hit.id for hit in library.search(brand, "en")] == ["medicine.warfarin"]


def test_an_author_without_marks_finds_the_paper(library: Library) -> None:
    assert library.search("muller lukasz", "en")[0].id == "reference.r01"


def test_the_snippet_is_the_passage_that_matched_with_its_token_whole(library: Library) -> None:
    hit = library.search("women over", "en")[0]
    assert (hit.kind, hit.title) == ("guide", "Strong bones")
    assert hit.snippet == "Women over 50 need [[1200 mg]] of calcium a day."


def test_a_long_passage_is_cut_around_the_match_and_never_inside_a_token() -> None:
    passage = "word " * 60 + "needle [[90 to 120 mcg]] " + "more " * 60
    shown = cut_around(passage, "needle")
    assert shown.startswith("… word")
    assert "needle [[90 to 120 mcg]] more" in shown
    assert shown.endswith("more …")
    for size in range(100, 200):
        shown = cut_around("x" * size + " [[90 to 120 mcg]] " + "y" * 200, "y")
        assert shown.count("[[") == shown.count("]]")


def test_search_speaks_the_language_asked_for(library: Library) -> None:
    assert library.search("strong", "qq")[0].title == "¿Strong bones?"
    assert library.search("strong", "xx")[0].title == "Strong bones"
    for locale in ("en", "qq", "xx"):
        everything = [hit.id for hit in library.search("a", locale, limit=100)]
        assert len(everything) == len(set(everything)) == len(library.search("a", "en", limit=100))


def test_kinds_and_limit_narrow_the_hits(library: Library) -> None:
    assert {hit.kind for hit in library.search("warfarin", "en", kinds=("medicine",))} == {"medicine"}
    assert len(library.search("a", "en", limit=2)) == 2
    assert library.search("a", "en", limit=0) == ()


@pytest.mark.parametrize("nothing", ["", "   ", "\n", "!?", "\u0301", "[[", '"'])
def test_nothing_typed_finds_nothing(library: Library, nothing: str) -> None:
    assert library.search(nothing, "en") == ()


def test_what_nobody_reads_is_not_searched(library: Library) -> None:
    assert not {hit.kind for hit in library.search("k", "en", limit=100)} & {"subject", "rule", "intake", "phrase"}


def test_search_decodes_no_item(library: Library) -> None:
    library.search("bone", "en")
    assert not library._shown
