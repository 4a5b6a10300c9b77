"""What is too old is neither shown nor printed: one sentence says so, and nothing of its content is there."""

from datetime import date, timedelta

import pytest

from content.library import Library
from content.model import Bundle, Depth, Guide, Quiz
from tests.visit.reading import words
from visit.blocks import BlockKind, LeftOutWhy
from visit.elements import Heading, Notice
from visit.pages import feedback, guide_page, hits_page, question_page, result_page
from visit.pages.listing import listed
from visit.pages.search import hits
from visit.plan import plan
from visit.safety import rules_for
from visit.sheet import sheet
from visit.visit import Answer, Opened, Taken, Visit
from visit.visit_json import read, write
from visit.wording import ENGLISH

SAID = "This is too old to show."
FAR = date(2099, 1, 1)
LATE = Visit(today=FAR)
GUIDE, QUIZ, BUNDLE = "guide.k2-trials", "quiz.k2-studies", "bundle.on-warfarin"


def sentences_of(guide: Guide) -> list[str]:
    return [guide.purpose, guide.why, *guide.main_message, *(one.do for one in guide.actions), *guide.know]


@pytest.mark.parametrize("depth", Depth)
def test_an_expired_guide_says_so_and_nothing_else(depth: Depth, library: Library) -> None:
    for guide in library.ids(Guide):
        item = library.get(Guide, guide).item
        page = guide_page(guide, depth, LATE, library, ENGLISH)
        said = words(page)
        assert SAID in said and not [text for text in sentences_of(item) if text in said]
        assert all(isinstance(one, Heading | Notice) for one in page) and len(page) <= 3


def test_it_is_shown_until_its_last_day(library: Library) -> None:
    last = library.get(Guide, GUIDE).item.review.expires_on
    for day, is_old in ((last, False), (last + timedelta(1), True)):
        said = words(guide_page(GUIDE, Depth.SHORT, Visit(today=day), library, ENGLISH))
        assert (SAID in said) == is_old


def test_no_piece_of_it_passes_the_gate(library: Library) -> None:
    safety = rules_for(LATE, library)
    pieces = safety.pieces(Guide, GUIDE, lambda item: (item.purpose, *item.main_message))
    assert all(one.piece is None and one.is_expired and not one.notices for one in pieces)
    assert safety.title(Guide, GUIDE).piece == library.get(Guide, GUIDE).item.title


def test_an_expired_quiz_asks_nothing(library: Library) -> None:
    answer = Answer(QUIZ, "q1")
    pages = (question_page(QUIZ, "q1", LATE, library, ENGLISH), feedback(QUIZ, answer, LATE, library, ENGLISH))
    asked = library.get(Quiz, QUIZ).item.questions[0]
    for page in (*pages, result_page(QUIZ, LATE, library, ENGLISH)):
        assert SAID in words(page) and asked.ask not in words(page) and asked.explain not in words(page)


def test_a_list_and_a_search_name_it_and_tell_nothing_of_it(library: Library) -> None:
    safety = rules_for(LATE, library)
    for kind in (Guide, Quiz, Bundle):
        for name in library.ids(kind):
            one = listed(kind, name, safety, ENGLISH)
            assert one.is_expired and SAID in words(one.notices) and not one.purpose
    found = [one.piece for one in hits("bone", LATE, library, ENGLISH, 50) if one.piece and one.piece.kind == "guide"]
    assert found and not [hit for hit in found if hit.snippet]
    assert hits_page("bone", LATE, library, ENGLISH)


@pytest.mark.parametrize(
    ("date_of_visit", "today"), [(None, FAR), (date(2020, 1, 1), FAR), (FAR, None), (FAR, date(2020, 1, 1))]
)
def test_the_later_of_two_days_counts(date_of_visit: date | None, today: date | None, library: Library) -> None:
    visit = Visit(date=date_of_visit, today=today, guides=(Opened(GUIDE),), quizzes=(QUIZ,), bundle=BUNDLE)
    made = plan(visit, library)
    gone = {one.id for one in made.left_out if one.why is LeftOutWhy.EXPIRED}
    assert {GUIDE, QUIZ, BUNDLE} <= gone
    assert not [block for block in made.blocks if block.kind in (BlockKind.GUIDE, BlockKind.QUIZ)]
    said = words(tuple(section.elements for section in sheet(made, visit, library, ENGLISH).sections))
    assert "Too old to print" in said
    assert not [text for text in sentences_of(library.get(Guide, GUIDE).item) if text in said]


def test_a_missed_question_of_an_expired_quiz_is_not_printed(library: Library) -> None:
    visit = Visit(today=FAR, answers=(Answer(QUIZ, "q1"),))
    assert BlockKind.MISTAKES not in {block.kind for block in plan(visit, library).blocks}


def test_an_expired_bundle_brings_no_guide_and_no_title(library: Library) -> None:
    visit = Visit(today=FAR, bundle=BUNDLE, medicines=(Taken("medicine.warfarin"),))
    made = plan(visit, library)
    assert not made.guides
    assert words(sheet(made, visit, library, ENGLISH).title).strip() == "My handout"


def test_safety_rules_never_expire(library: Library) -> None:
    visit = Visit(today=FAR, medicines=(Taken("medicine.warfarin"),))
    made = sheet(plan(visit, library), visit, library, ENGLISH)
    assert "No vitamin K pills with your blood thinner" in words(tuple(section.elements for section in made.sections))


def test_the_clock_is_in_no_file_and_makes_no_visit_another() -> None:
    assert Visit(today=FAR) == Visit()
    assert "today" not in write(Visit(today=FAR)) and read(write(LATE)).today is None
