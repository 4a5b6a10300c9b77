"""Rules on whole items: a good guide is clean, and each way of spoiling it is found by its rule."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from content.check import Weight, findings
from content.check.rule import Setting
from content.check.rules import ITEM_RULES, TEXT_RULES, rule_ids
from content.model import (
    Action,
    Block,
    Claim,
    Code,
    Evidence,
    Exemption,
    Guide,
    Item,
    Phrase,
    Picture,
    Quiz,
    Review,
    Standing,
    Term,
    Text,
    Trial,
)

T = Text
TODAY = date(2026, 11, 22)
TERM = Term(id="term.osteoclast", term=T("osteoclast"), definition=T("A cell."), source="own", status="VERIFIED")
EVERYDAY = replace(TERM, id="term.zinc", term=T("zinc"), is_everyday=True)
SETTING = Setting(TODAY, (TERM, EVERYDAY), frozenset({"hydrochlorothiazide"}), frozenset({"reference.x"}))
REVIEW = Review(
    author="a writer",
    reviewer="a nurse",
    reviewed_on=date(2026, 10, 1),
    next_review_on=date(2028, 10, 1),
    expires_on=date(2029, 10, 1),
    funding="none",
    conflicts="none",
)
BLOCK = Block(id="how", heading=T("How it helps"), paragraphs=(T("Bone likes work."),), callout=T("Walk."), picture="p")
GUIDE = Guide(
    id="guide.walk",
    title=T("Walk more"),
    purpose=T("You will learn how to walk more."),
    audience="adults",
    main_message=(T("Walking helps your bones."),),
    why=T("Strong bones break less."),
    blocks=(BLOCK,),
    actions=(Action(id="walk", do=T("Walk for 30 minutes.")),),
    when_to_call=(T("You fall."),),
    know=(T("Walking helps."),),
    not_know=(T("How fast is best."),),
    benefits=(T("Fewer falls."),),
    harms=(T("Sore feet."),),
    alternatives=(T("Dance."),),
    evidence=Evidence.MODERATE,
    sources=("reference.x",),
    codes=(Code(system="ICD-10-CM", value="M81.0"),),
    review=REVIEW,
)
LONG = "Osteoporosis medication deteriorates musculoskeletal architecture considerably. "


def with_block(**changes: object) -> Guide:
    return replace(GUIDE, blocks=(replace(BLOCK, **changes),))


def many(text: str, count: int = 8) -> tuple[Text, ...]:
    return tuple(T(f"{text} {n}.") for n in range(count))


def dated(**changes: date) -> Guide:
    return replace(GUIDE, review=replace(REVIEW, **changes))


SPOILED: list[tuple[str, Item]] = [
    ("CCI-02", replace(GUIDE, main_message=())),
    ("CCI-02", replace(GUIDE, main_message=many("Walk", 4))),
    ("CCI-04", with_block(picture=None)),
    ("CCI-07", with_block(paragraphs=(T("Ask for a QCT scan."),))),
    ("PEMAT-04", with_block(paragraphs=(T("The osteoclasts rest."),))),
    ("CCI-08", with_block(bullets=many("Walk"))),
    ("CCI-08", replace(GUIDE, harms=many("Sore feet"))),
    ("CCI-09", with_block(heading=T("Walking"))),
    ("CCI-11", replace(GUIDE, not_know=())),
    ("CCI-12", replace(GUIDE, actions=())),
    ("CCI-12", replace(GUIDE, when_to_call=())),
    ("CCI-19", replace(GUIDE, harms=())),
    ("FIELD-04", replace(GUIDE, sources=())),
    ("FIELD-04", replace(GUIDE, sources=("reference.undated",))),
    ("FIELD-04", replace(GUIDE, codes=())),
    ("CCI-17", with_block(paragraphs=(T("It is 3 out of 100 here and 2 out of 40 there."),))),
    ("CCI-20", with_block(picture=None, paragraphs=(T("It helps 3 out of 100 people."),))),
    ("PEMAT-01", replace(GUIDE, purpose=T("walk " * 26))),
    ("PEMAT-05", with_block(paragraphs=many("Bones are made new"))),
    ("PEMAT-12", with_block(callout=None)),
    ("PEMAT-21", replace(GUIDE, actions=(Action(id="a", do=T("The best way is to walk.")),))),
    ("CCI-15", with_block(paragraphs=(T("It is 2.5 steps."),))),
    ("VOICE-03", replace(GUIDE, main_message=(T("Your bones are helped."),))),
    ("CCI-01", replace(GUIDE, main_message=(T("Walk. Eat. Rest. Ask."),))),
    ("READ-01", with_block(paragraphs=tuple(T(LONG) for _ in range(9)))),
    ("READ-02", with_block(paragraphs=tuple(T(LONG) for _ in range(9)))),
    ("DATE-01", dated(reviewed_on=date(2020, 1, 1), next_review_on=date(2022, 1, 1), expires_on=date(2022, 2, 1))),
    ("DATE-02", dated(reviewed_on=date(2024, 1, 1), next_review_on=date(2026, 1, 1))),
    ("DATE-03", dated(next_review_on=date(2026, 9, 1))),
    ("DATE-03", dated(next_review_on=date(2029, 11, 1), expires_on=date(2030, 1, 1))),
    ("FIELD-01", replace(GUIDE, review=replace(REVIEW, reviewer=" "))),
    ("READ-03", Quiz(id="quiz.a", title=T(LONG), purpose=T(LONG), questions=(), review=REVIEW)),
    ("READ-04", Phrase(id="phrase.a", text=T(LONG * 3))),
    ("PEMAT-17", Picture(id="picture.a", file="a.svg", caption=T(""), alt=T("A person walks."))),
    ("TERM-01", replace(TERM, definition=T("cell " * 21))),
]
CLAIM = Claim(
    id="claim.c900",
    text=T("Walking helps."),
    article="A",
    seller="",
    section="S",
    topic="falls",
    claim_kind="fact",
    standing=Standing.CONTESTED,
    caution=T("Not sure."),
    evidence=Evidence.LOW,
    checked="VERIFIED",
)
TRIAL = Trial(
    id="trial.t90",
    name="Walk 2020",
    year="2020",
    design=T("A trial."),
    population=T("Adults."),
    country="Japan",
    people=10,
    outcome=T("Falls."),
    finding=T("Fewer falls."),
    arms=(),
    who_paid=T("A university."),
    strength="low",
    in_seed="no",
    source="a page",
    status="VERIFIED",
)
SPOILED += [
    ("FIELD-02", replace(CLAIM, caution=None)),
    ("FIELD-02", replace(CLAIM, evidence=None)),
    ("FIELD-02", replace(CLAIM, checked="")),
    ("FIELD-03", replace(TRIAL, who_paid=T(""))),
]


@pytest.mark.parametrize("item", [GUIDE, CLAIM, TRIAL, TERM])
def test_a_good_item_is_clean(item: Item) -> None:
    assert list(findings(item, SETTING)) == []


@pytest.mark.parametrize(("rule", "item"), SPOILED)
def test_a_spoiled_item_is_found_by_its_rule(rule: str, item: Item) -> None:
    assert rule in {one.rule for one in findings(item, SETTING)}


def test_every_rule_on_items_has_an_example_here() -> None:
    assert {rule.id for rule in ITEM_RULES} <= {rule for rule, _ in SPOILED}


def test_no_two_rules_share_an_id() -> None:
    assert len(set(rule_ids())) == len(TEXT_RULES) + len(ITEM_RULES)


def test_an_everyday_word_needs_no_explanation() -> None:
    assert list(findings(with_block(paragraphs=(T("Zinc is a metal."),)), SETTING)) == []


def test_a_term_in_the_glossary_is_explained() -> None:
    told = replace(with_block(paragraphs=(T("The osteoclasts rest."),)), glossary=("term.osteoclast",))
    assert list(findings(told, SETTING)) == []


def test_the_name_of_a_medicine_does_not_raise_the_grade_of_a_row() -> None:
    text = T(
        "You take hydrochlorothiazide now. " * 2 + "Do you take hydrochlorothiazide at night? Tell us how it goes."
    )
    assert list(findings(Phrase(id="phrase.a", text=text), SETTING)) == []
    assert [one.rule for one in findings(Phrase(id="phrase.a", text=text), Setting(TODAY))] == ["READ-04"]


@pytest.fixture
def exempting() -> Callable[[str, str, str], list[tuple[str, Weight]]]:
    heading = with_block(heading=T("Walking"))

    def run(rule: str, reason: str, where: str) -> list[tuple[str, Weight]]:
        item = replace(heading, exempt=(Exemption(rule=rule, reason=reason, where=where),))
        return [(one.rule, one.severity) for one in findings(item, SETTING)]

    return run


Exempting = Callable[[str, str, str], list[tuple[str, Weight]]]


@pytest.mark.parametrize("where", ["", "blocks", "blocks/how", "blocks/how/heading"])
def test_a_named_reason_frees_an_item_from_a_rule(exempting: Exempting, where: str) -> None:
    assert exempting("CCI-09", "It is the name of a test.", where) == []


def test_an_exemption_holds_only_where_it_says(exempting: Exempting) -> None:
    found = exempting("CCI-09", "It is the name of a test.", "blocks/ho")
    assert found == [("CCI-09", Weight.ERROR), ("EXEMPT-01", Weight.WARN)]


def test_an_exemption_without_a_reason_is_an_error(exempting: Exempting) -> None:
    assert exempting("CCI-09", " ", "") == [("EXEMPT-01", Weight.ERROR)]


def test_an_exemption_from_no_rule_is_an_error(exempting: Exempting) -> None:
    found = exempting("CCI-99", "It is the name of a test.", "")
    assert ("EXEMPT-01", Weight.ERROR) in found
    assert ("CCI-09", Weight.ERROR) in found
