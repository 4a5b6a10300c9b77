from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.library import Library, NotInStore
from content.model import Bundle, Depth, Guide, Quiz, Trial
from content.quantity import tokens
from content.strings import strings
from i18n.language import Language
from tests.visit.reading import runs, sheet_shape, words
from visit.blocks import BlockKind, LeftOutWhy, Plan, PlanBlock, ReasonKind
from visit.elements import Ask, Bars, Steps
from visit.pages import question_page
from visit.plan import plan
from visit.sheet import Sheet, sheet
from visit.shortening import fitted, shortened
from visit.visit import Answer, Eaten, Opened, OwnMedicine, Pill, Taken, Visit
from visit.visit_json import read
from visit.wording import ENGLISH, dose, line

VISITS = sorted((Path(__file__).parent.parent / "visits").glob("*.json"))
SIGNS = Language(code="qq", tag="qq", own_name="Signs", is_draft=True)
HALF = Language(code="xx", tag="xx", own_name="Half")


def visit_of(name: str) -> Visit:
    return read((VISITS[0].parent / f"{name}.json").read_text("utf-8"))


@pytest.fixture(params=VISITS, ids=lambda path: path.stem)
def visit(request: pytest.FixtureRequest) -> Visit:
    return read(request.param.read_text("utf-8"))


def made(visit: Visit, library: Library, language: Language = ENGLISH) -> Sheet:
    return sheet(plan(visit, library), visit, library, language)


def test_the_same_visit_gives_the_same_plan_and_sheet(visit: Visit, library: Library, real_store: Path) -> None:
    other = Library.open(real_store)
    assert plan(visit, library) == plan(read_again(visit), other)
    assert made(visit, library) == made(visit, other)
    other.close()


def read_again(visit: Visit) -> Visit:
    return replace(visit)


def test_a_sheet_has_the_same_shape_in_every_language(visit: Visit, library: Library) -> None:
    english = sheet_shape(made(visit, library))
    assert sheet_shape(made(visit, library, SIGNS)) == english
    assert sheet_shape(made(visit, library, HALF)) == english


def test_warnings_come_first_and_every_block_has_a_reason(visit: Visit, library: Library) -> None:
    blocks = plan(visit, library).blocks
    kinds = [block.kind for block in blocks]
    assert kinds == sorted(kinds, key=list(BlockKind).index)
    assert len({block.id for block in blocks}) == len(blocks)
    around = (BlockKind.TEACH_BACK, BlockKind.ASK, BlockKind.CALL, BlockKind.GLOSSARY, BlockKind.SOURCES)
    own = {*around, BlockKind.ANSWERS}
    assert all((block.reason.kind is ReasonKind.EVERY_SHEET) == (block.kind in own) for block in blocks)


def test_a_block_says_because_you_ticked_warfarin(library: Library) -> None:
    section = next(one for one in made(visit_of("warfarin"), library).sections if one.id == "warnings")
    assert section.reason is not None and "warfarin" in words(section.reason)


def test_a_missed_question_comes_with_its_answer_and_its_block(library: Library) -> None:
    section = next(one for one in made(visit_of("warfarin"), library).sections if one.id == "mistakes")
    assert "The right answer:" in words(section.elements)


def test_a_small_budget_drops_the_least_first_and_lists_it(visit: Visit, library: Library) -> None:
    whole = plan(visit, library)
    for budget in (0, 300, 1000, whole.words):
        cut = plan(visit, library, budget)
        gone = [one for one in cut.left_out if one.why is LeftOutWhy.BUDGET]
        assert len(without_key(cut)) + len(gone) == len(without_key(whole))
        assert cut.words <= budget or all(block.drop_order == 0 for block in cut.blocks)
    assert plan(visit, library, whole.words) == whole


def without_key(made: Plan) -> list[PlanBlock]:
    """The key to the quizzes goes with the last of them and is not named."""
    return [block for block in made.blocks if block.kind is not BlockKind.ANSWERS]


def test_the_key_to_the_quizzes_stands_on_the_last_page_and_goes_with_the_last_quiz(library: Library) -> None:
    visit = visit_of("tablets")
    sections = {section.id: section for section in made(visit, library).sections}
    quizzes = [name for name in sections if name.startswith("quiz.")]
    key = list(sections.values())[-1]
    assert quizzes and (key.id, key.opens_page) == ("answers", True)
    asked = [sum(isinstance(one, Ask) for one in sections[name].elements) for name in quizzes]
    assert [len(one.items) for one in key.elements if isinstance(one, Steps)] == asked
    assert all(block.kind is not BlockKind.ANSWERS for block in plan(visit, library, 0).blocks)


def test_the_two_thin_lines_are_explained_where_they_are_drawn(library: Library) -> None:
    for name, is_told in (("boy-of-15", True), ("heart", False)):
        section = next(one for one in made(visit_of(name), library).sections if one.id == "nutrients")
        bars = next(one for one in section.elements if isinstance(one, Bars))
        assert ("Two thin lines" in words(bars.how_to_read)) is is_told


def test_what_protects_is_never_dropped(library: Library) -> None:
    kinds = {block.kind for block in plan(visit_of("warfarin"), library, 0).blocks}
    assert {BlockKind.WARNINGS, BlockKind.MEDICINES, BlockKind.DAY_PLAN, BlockKind.CALL} <= kinds


def test_what_was_dropped_stands_on_the_sheet(library: Library) -> None:
    visit = visit_of("warfarin")
    short = sheet(plan(visit, library, 900), visit, library, ENGLISH)
    assert short.sections[-1].id == "left-out" and "Where this comes from" in words(short.sections[-1].elements)


def test_shortening_ends(library: Library) -> None:
    rest: Plan | None = plan(visit_of("steroids"), library)
    steps = 0
    while rest is not None:
        rest, steps = shortened(rest), steps + 1
    assert steps > 5


def test_an_expired_guide_is_not_printed(library: Library) -> None:
    visit = Visit(guides=(Opened("guide.falls"),), date=date(2099, 1, 1))
    found = plan(visit, library)
    assert found.guides == () and found.left_out[0].why is LeftOutWhy.EXPIRED
    assert plan(replace(visit, date=date(2026, 11, 22)), library).guides == ("guide.falls",)


def test_what_a_rule_takes_away_is_named_with_the_rule(library: Library) -> None:
    left = plan(visit_of("acenocoumarol"), library).left_out
    assert any(one.why is LeftOutWhy.RULE and "rule.blocker-natto" in one.names for one in left)


def test_a_part_in_english_is_said_outside_the_elements(library: Library) -> None:
    visit = Visit(guides=(Opened("guide.falls"),))
    half, signs = made(visit, library, HALF), made(visit, library, SIGNS)
    assert [one.id for one in half.sections if one.untranslated] == ["guide.falls", "teach-back", "call"]
    assert not any(one.untranslated for one in signs.sections)


def test_a_draft_says_so_and_the_name_is_only_printed(library: Library) -> None:
    visit = Visit(name="Maria", locale="qq", date=date(2026, 11, 22))
    drafted = made(visit, library, SIGNS)
    assert drafted.stamp.draft and not made(visit, library).stamp.draft
    assert drafted.name and words(drafted.name).strip() == "Maria"
    assert "Maria" not in words(drafted.sections) + words(drafted.stamp)
    assert drafted.stamp.code == f"{library.pack}:{library.version}:qq:{library.digest[:8]}"


GUIDES = st.sampled_from(("osteoporosis", "vitamin-k", "k2-trials", "calcium", "falls", "zinc"))
NAMES = st.sampled_from(("warfarin", "prednisone", "denosumab", "levothyroxine"))
WHO = st.builds(
    Visit,
    guides=st.lists(GUIDES.map(lambda name: Opened(f"guide.{name}", Depth.MORE)), unique=True, max_size=3).map(tuple),
    medicines=st.lists(NAMES.map(lambda name: Taken(f"medicine.{name}")), unique=True, max_size=3).map(tuple),
)


@settings(max_examples=25, deadline=None)
@given(visit=WHO, budget=st.integers(0, 3000))
def test_any_visit_has_one_plan(visit: Visit, budget: int, library: Library) -> None:
    assert plan(visit, library, budget) == plan(visit, library, budget) == fitted(plan(visit, library), budget)


def test_every_dose_of_a_guide_arrives_as_it_was_written(library: Library) -> None:
    """Token conservation: the multiset of doses in a plain guide is that of its source, in both languages."""
    for guide in library.ids(Guide):
        for language in (ENGLISH, SIGNS):
            shown = library.get(Guide, guide, language.code)
            for _key, text in strings(shown.item):
                parts = groupby(line(text, language, shown.locale), key=attrgetter("is_strong"))
                written = ["".join(run.text for run in amount) for is_dose, amount in parts if is_dose]
                assert written == [dose(replace(token, vitamin_d_label=False), language) for token in tokens(text)]


def test_no_token_is_left_unwritten_on_any_sheet(visit: Visit, library: Library) -> None:
    for language in (ENGLISH, SIGNS):
        for run in runs(made(visit, library, language).sections):
            assert "[[" not in run.text and "{" not in run.text


def test_every_bundle_guide_quiz_and_study_can_be_printed(library: Library) -> None:
    for bundle in library.ids(Bundle):
        assert made(Visit(bundle=bundle), library).sections
    whole = Visit(
        guides=tuple(Opened(guide, Depth.MORE) for guide in library.ids(Guide)),
        quizzes=library.ids(Quiz),
        trials=library.ids(Trial),
    )
    ids = {section.id for section in made(whole, library).sections}
    assert {*library.ids(Guide), *library.ids(Quiz), *library.ids(Trial)} <= ids


def test_a_quiz_taken_here_is_not_printed_again(library: Library) -> None:
    visit = Visit(quizzes=("quiz.bones",), answers=(Answer("quiz.bones", "q1", ("a",)),))
    assert "quiz.bones" not in {block.id for block in plan(visit, library).blocks}


UNKNOWN = {
    "medicine": Visit(medicines=(Taken("medicine.moonshine"),)),
    "class": Visit(medicines=(Taken("medicine-class.moonshine"),)),
    "bundle": Visit(bundle="bundle.moonshine"),
    "guide": Visit(guides=(Opened("guide.moonshine"),)),
    "trial": Visit(trials=("trial.t99",)),
    "quiz": Visit(quizzes=("quiz.moonshine",)),
    "food": Visit(foods=(Eaten("food.moonshine", Decimal(1)),)),
    "supplement": Visit(pills=(Pill("nutrient.moonshine"),)),
    "answered quiz": Visit(answers=(Answer("quiz.moonshine", "q1"),)),
}


@pytest.mark.parametrize("visit", UNKNOWN.values(), ids=UNKNOWN.keys())
def test_what_is_not_in_the_pack_is_named_before_anything_is_made(visit: Visit, library: Library) -> None:
    with pytest.raises(NotInStore):
        plan(visit, library)


def test_a_question_nobody_asked_is_a_lookup_error(library: Library) -> None:
    with pytest.raises(LookupError):
        question_page("quiz.bones", "q999", Visit(), library, ENGLISH)


MISSED = Answer("quiz.breaks-and-falls", "q1", ("nothing",))


def missed_block(library: Library) -> tuple[str, str]:
    asked = library.get(Quiz, MISSED.quiz).item.questions[0]
    return asked.guide, asked.block


def test_a_missed_question_brings_the_block_that_answers_it(library: Library) -> None:
    guide, block = missed_block(library)
    visit = Visit(answers=(MISSED,))
    (found,) = (one for one in plan(visit, library).blocks if one.kind is BlockKind.GUIDE)
    assert (found.id, found.first, found.reason.kind) == (guide, (block,), ReasonKind.MISSED)
    heading = next(one.heading for one in library.get(Guide, guide).item.blocks if one.id == block)
    (section,) = (one for one in made(visit, library).sections if one.id == guide)
    assert heading in words(section.elements) and "missed this in the quiz" in words(section.reason)
    assert library.get(Guide, guide).item.purpose not in words(section.elements)


def test_a_guide_that_is_there_anyway_begins_with_the_missed_block_even_in_its_core(library: Library) -> None:
    guide, block = missed_block(library)
    heading = next(one.heading for one in library.get(Guide, guide).item.blocks if one.id == block)
    whole = plan(Visit(answers=(MISSED,), guides=(Opened(guide, Depth.MORE),)), library)
    visit = Visit(answers=(MISSED,), guides=(Opened(guide, Depth.MORE),))
    for budget in (100_000, 400, 100):
        planned = plan(visit, library, budget)
        found = [one for one in planned.blocks if one.id == guide]
        assert len(found) <= 1
        for one in sheet(planned, visit, library, ENGLISH).sections:
            if one.id == guide:
                assert words(one.elements).count(heading) == 1
    assert len([one for one in whole.blocks if one.kind is BlockKind.GUIDE]) == 1


def test_a_right_answer_brings_no_block(library: Library) -> None:
    asked = library.get(Quiz, MISSED.quiz).item.questions[0]
    right = tuple(option.id for option in asked.options if option.is_right)
    visit = Visit(answers=(Answer(MISSED.quiz, asked.id, right),))
    assert not plan(visit, library).guides


def test_a_blocker_typed_in_words_brings_its_guide_as_a_tick_does(library: Library) -> None:
    for typed in ("Kumadin", "blood thinner"):
        guides = plan(Visit(own_medicines=(OwnMedicine(typed),)), library).guides
        assert "guide.warfarin-vitamin-k" in guides
