"""The rules, subjects, quizzes, bundles and pictures of the bone-health pack keep the promises of the facts."""

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import TypeVar
from xml.etree import ElementTree

import pytest

from content.model import (
    Bundle,
    Effect,
    Food,
    Item,
    MedicineClass,
    Picture,
    QuestionType,
    Quiz,
    Rule,
    Severity,
    Subject,
)
from content.source import read_pack

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "resources" / "pictures"
SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"path", "rect", "circle", "line", "polyline", "polygon", "ellipse", "g"}
GEOMETRY = {"d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "points"}
PAINT = {"fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"}
T = TypeVar("T", bound=Item)
BLOCKERS = "medicine-class.vitamin-k-antagonist"

PACK = {item.id: item for item in read_pack(ROOT / "content" / "packs" / "bone-health", PICTURES).items()}


def every(kind: type[T]) -> list[T]:
    return [item for item in PACK.values() if isinstance(item, kind)]


def rule(slug: str) -> Rule:
    found = PACK[f"rule.{slug}"]
    assert isinstance(found, Rule)
    return found


def is_about(slug: str, text: str) -> bool:
    subject = PACK[f"subject.{slug}"]
    assert isinstance(subject, Subject)
    return any(re.search(one, text, re.IGNORECASE) for one in subject.patterns)


K2_NAMES = (
    "vitamin K2", "Vitamin K-2", "vitamin K₂", "K2", "K 2", "MK-4", "MK4", "mk 7", "MK-7", "menaquinone",
    "Menaquinones", "menatetrenone", "menatetrebone", "Glakay", "vitamins K1 and K2", "K1 or K2",
)  # fmt: skip


@pytest.mark.parametrize("name", K2_NAMES)
def test_every_name_of_vitamin_k2_is_known(name: str) -> None:
    assert is_about("vitamin-k2", f"Some people use {name} for bones.")


ADVICE = (
    "Take K2 each day.", "Take [[180 mcg]] of MK-7 a day.", "Try a vitamin K2 supplement.",
    "K2 capsules are sold in shops.", "Pills with vitamin K are sold in shops.",
    "Add vitamin K1 to your day.", "A multivitamin may help.", "Buy menaquinone drops.",
    "Take vitamins D3 and K2 together.", "Phytomenadione is a medicine.",
    "Choose a high-dose MK-4 product.", "Get extra K.",
)  # fmt: skip


@pytest.mark.parametrize("text", ADVICE)
def test_advice_to_take_vitamin_k_is_told_from_mere_mention(text: str) -> None:
    assert is_about("vitamin-k-pills", text)


MENTIONS = (
    "Vitamin K switches on osteocalcin.", "If you take warfarin, keep vitamin K steady.",
    "Vitamin K1 is in green leaves.", "Tell your clinic about new pills. Keep vitamin K steady.",
    "K2 did no more than a dummy pill.", "The K2 group had about 12 breaks.",
    "The body takes in vitamin K with fat.",
)  # fmt: skip


@pytest.mark.parametrize("text", MENTIONS)
def test_a_mere_mention_of_vitamin_k_is_not_taken_for_advice(text: str) -> None:
    assert not is_about("vitamin-k-pills", text)
    assert is_about("vitamin-k2", text) or is_about("vitamin-k-food", text)


@pytest.mark.parametrize(
    ("slug", "text", "expected"),
    [
        ("calcium-pills", "Take calcium with a meal.", True),
        ("calcium-pills", "Ask about calcium citrate.", True),
        ("calcium-pills", "A calcium chew holds less.", True),
        ("calcium-pills", "Vitamin D helps the gut take in calcium.", False),
        ("calcium-pills", "Bone density drops when calcium is low.", False),
        ("calcium-pills", "Add calcium-rich foods.", False),
        ("vitamin-d-pills", "Pills of vitamin D3 are cheap.", True),
        ("vitamin-d-pills", "Sun on skin makes vitamin D.", False),
        ("magnesium-pills", "Milk of magnesia counts too.", True),
        ("dose-45mg", "The dose was [[45 mg]].", True),
        ("dose-45mg", "That is [[45000 mcg]].", True),
        ("dose-45mg", "Menatetrenone comes in [[15 mg]] capsules.", True),
        ("dose-45mg", "The article says [[45 mcg]].", False),
        ("dose-45mg", "Vitamin D [[15 mg]] is far too much.", False),
        ("liver-food", "Chicken, egg yolk, cheese, liver (MK-4).", True),
        ("liver-food", "Egg yolk, cheese and liver hold K2.", True),
        ("liver-food", "Call if your kidneys or liver are weak.", False),
        ("liver-food", "Beef liver, braised", True),
        ("liver-food", "Cod liver oil", True),
        ("liver-food", "Ask first in pregnancy, liver or kidney disease.", False),
        ("liver-food", "The liver clears manganese from the body.", False),
        ("natto", "Natto, a soybean food", True),
    ],
)
def test_subjects_are_read_from_the_english(slug: str, text: str, expected: bool) -> None:
    assert is_about(slug, text) is expected


def test_foods_rich_in_vitamin_k1_are_food_of_that_subject() -> None:
    rich = {
        food.id
        for food in every(Food)
        for amount in food.amounts
        if amount.nutrient == "nutrient.vitamin-k" and amount.amount.value >= Decimal(25)
    }
    subject = PACK["subject.vitamin-k-food"]
    assert isinstance(subject, Subject)
    assert len(rich) > 40
    assert rich <= {*subject.foods, "food.usda-16113"}


def test_with_a_vitamin_k_blocker_pills_and_natto_are_replaced_and_greens_kept_steady() -> None:
    assert rule("blocker-vitamin-k-pills").effect is rule("blocker-natto").effect is Effect.REPLACE
    assert "call your clinic today" in rule("blocker-vitamin-k-pills").say  # a sudden end moves the INR too
    assert rule("blocker-vitamin-k2").effect is rule("blocker-greens").effect is Effect.WARN
    assert "same amount" in rule("blocker-greens").say
    about = {one for item in every(Rule) if item.when.classes == (BLOCKERS,) for one in item.about}
    assert about == {"subject.vitamin-k-pills", "subject.vitamin-k2", "subject.natto", "subject.vitamin-k-food"}


def test_the_medicine_dose_of_k2_is_always_called_no_food_amount() -> None:
    dose = rule("dose-45mg")
    assert dose.when.always
    assert "not the amount in food" in dose.say
    assert "[[90 to 120 mcg]]" in dose.say


def test_every_medicine_class_has_a_rule() -> None:
    named = {one for item in every(Rule) for one in item.when.classes}
    assert {item.id for item in every(MedicineClass)} <= named


@pytest.mark.parametrize(
    ("slug", "before", "after", "alone"),
    [
        ("levothyroxine-minerals", 240, 240, False),
        ("bisphosphonate-tablet-first", 30, 360, True),
        ("ibandronate-first", 60, 360, True),
        ("etidronate-apart", 120, 120, True),
        ("ciprofloxacin-minerals", 120, 360, False),
        ("doxycycline-minerals", 180, 180, False),
        ("phenytoin-calcium", 180, 180, False),
    ],
)
def test_separations_are_those_of_the_facts(slug: str, before: int, after: int, alone: bool) -> None:
    apart = rule(slug).apart
    assert apart is not None
    assert (apart.minutes_before, apart.minutes_after, apart.alone) == (before, after, alone)
    assert "subject.calcium-pills" in apart.then


@pytest.mark.parametrize("item", every(Rule), ids=lambda item: item.id)
def test_what_a_rule_says_is_short_and_never_tells_to_stop_or_to_take_k2(item: Rule) -> None:
    sentences = re.split(r"(?<=[.!?])\s+", item.say)
    assert len(sentences) <= 3
    for sentence in sentences:
        stop = re.search(r"\bstop\b", sentence, re.IGNORECASE)
        assert stop is None or re.search(r"not|before|start or stop|that does not stop", sentence, re.IGNORECASE), (
            sentence
        )
        if is_about("vitamin-k-pills", sentence) or is_about("vitamin-k2", sentence):
            assert re.search(r"not\b|never|ask|call|tell|only if a doctor", sentence, re.IGNORECASE), sentence


def test_every_rule_says_where_it_comes_from_and_how_sure_we_are() -> None:
    for item in every(Rule):
        assert item.source
        assert re.match(r"VERIFIED|MEMORY \((high|medium)\)", item.status), item.id


def test_a_rule_that_bites_on_nothing_is_about_a_person() -> None:
    assert all(item.about or not item.when.always for item in every(Rule))


def test_medicines_that_thin_bone_ask_for_a_scan() -> None:
    asked = {one for item in every(Rule) if item.asks_for_scan for one in item.when.classes}
    slugs = "steroid aromatase-inhibitor hormone-lowering anti-androgen seizure ssri heparin"
    slugs += " glitazone transplant tenofovir lithium"
    assert {f"medicine-class.{slug}" for slug in slugs.split()} <= asked


def test_danger_is_kept_for_what_cannot_wait() -> None:
    weights = Counter(item.severity for item in every(Rule))
    assert weights[Severity.DANGER] < weights[Severity.CAUTION] + weights[Severity.NOTE]


def test_the_quizzes_are_as_many_as_promised_and_of_all_six_types() -> None:
    questions = [one for quiz in every(Quiz) for one in quiz.questions]
    assert len(every(Quiz)) >= 8
    assert len(questions) >= 84
    types = Counter(one.type for one in questions)
    assert all(types[kind] >= 5 for kind in QuestionType)


def test_no_place_among_the_answers_gives_the_right_one_away() -> None:
    questions = [one for quiz in every(Quiz) for one in quiz.questions]
    ones = [one for one in questions if one.type is QuestionType.ONE]
    places = Counter([option.is_right for option in one.options].index(True) for one in ones)
    assert max(places.values()) < len(ones) * 0.45
    truths = [one.options[0].is_right for one in questions if one.type is QuestionType.TRUE_FALSE]
    assert 0.4 < sum(truths) / len(truths) < 0.6
    orders = [[option.place for option in one.options] for one in questions if one.type is QuestionType.ORDER]
    assert all(places != sorted(places, key=lambda place: place or 0) for places in orders)


def test_a_wrong_answer_is_never_blamed() -> None:
    for quiz in every(Quiz):
        for question in quiz.questions:
            for option in question.options:
                assert not re.match(r"(no|wrong|false|incorrect)\b[.,!]", option.explain, re.IGNORECASE), option.explain
                assert len(option.explain.split()) >= 4


def test_the_self_check_quiz_never_gives_a_chance_or_a_score() -> None:
    quiz = PACK["quiz.scan-reasons"]
    assert isinstance(quiz, Quiz)
    texts = [text for one in quiz.questions for text in (one.ask, one.explain, *(o.explain for o in one.options))]
    assert not any(re.search(r"\bpercent\b|%|out of 10|\bpoints?\b|\bscore of\b", text) for text in texts)


def test_there_are_ready_handouts_for_common_situations() -> None:
    bundles = every(Bundle)
    assert len(bundles) >= 6
    assert all(bundle.guides for bundle in bundles)


def test_every_drawing_has_words_and_every_file_is_used() -> None:
    pictures = every(Picture)
    assert {item.file for item in pictures} == {path.name for path in PICTURES.glob("*.svg")}
    assert all(item.caption and len(item.alt.split()) >= 2 for item in pictures)


def _light(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("path", sorted(PICTURES.glob("*.svg")), ids=lambda path: path.stem)
def test_drawings_are_plain_shapes_that_read_in_black_and_white(path: Path) -> None:
    root = ElementTree.parse(path).getroot()
    assert re.fullmatch(r"0 0 \d+ \d+", root.attrib["viewBox"])
    inks = []
    for shape in root.iter():
        if shape is root:
            continue
        assert shape.tag.removeprefix(SVG) in SHAPES
        assert set(shape.attrib) <= GEOMETRY | PAINT
        colours = [shape.attrib.get(key, "none") for key in ("fill", "stroke")]
        assert all(re.fullmatch(r"none|#[0-9a-f]{6}", colour) for colour in colours)
        inks += [_light(colour) for colour in colours if colour != "none"]
    assert min(inks) < 0.2
    assert not [ink for ink in inks if 0.2 < ink < 0.7]
