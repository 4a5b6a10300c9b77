"""The handouts of whole visits fit their pages, and lose nothing that protects."""

from dataclasses import replace
from pathlib import Path

import pytest

from content.library import Library
from handouts.budget import Fitted, fit, usual_pages
from handouts.document import pages_needed
from handouts.layout import Layout
from tests.visit.reading import words
from tests.visit.test_safety import unwarned
from visit.blocks import NEVER, LeftOutWhy
from visit.elements import Heading
from visit.findings import findings
from visit.plan import plan
from visit.safety import rules_for
from visit.sheet import sheet
from visit.visit import NO_LIMIT, Visit
from visit.visit_json import read
from visit.wording import ENGLISH

VISITS = Path(__file__).parent.parent / "visits"
LONG = ("warfarin", "acenocoumarol", "steroids", "denosumab-kidney")


def made(visit: Visit, library: Library, pages: int | None = None) -> Fitted:
    limit = usual_pages(Layout(), is_in_two=False) if pages is None else pages
    return fit(plan(visit, library), lambda part: (sheet(part, visit, library, ENGLISH), None), Layout(), limit)


@pytest.fixture(params=LONG)
def visit(request: pytest.FixtureRequest) -> Visit:
    return read((VISITS / f"{request.param}.json").read_text("utf-8"))


def test_a_long_visit_fits_four_pages_and_keeps_what_protects(visit: Visit, library: Library) -> None:
    fitted, whole = made(visit, library), plan(visit, library)
    assert pages_needed(fitted.sheet, Layout()) <= 4 < pages_needed(made(visit, library, NO_LIMIT).sheet, Layout())
    kept = {block.id for block in fitted.plan.blocks}
    assert {block.id for block in whole.blocks if block.drop_order == NEVER} <= kept


def test_what_was_left_out_is_named_on_paper_and_in_the_plan(visit: Visit, library: Library) -> None:
    fitted = made(visit, library)
    gone = [one.id for one in fitted.plan.left_out if one.why is LeftOutWhy.BUDGET]
    assert gone and fitted.sheet.sections[-1].id == "left-out"
    assert not set(gone) & {section.id for section in fitted.sheet.sections}
    assert "Left out to keep this short" in words(fitted.sheet.sections[-1].elements)


def test_every_rule_of_the_person_is_said_in_full_at_any_length(visit: Visit, library: Library) -> None:
    safety = rules_for(visit, library)
    rules = [safety.rule(one.rule).item for one in findings(visit, safety).rules]
    for pages in (1, 4, NO_LIMIT):
        said = words(made(visit, library, pages).sheet.sections[0].elements)
        assert [rule.id for rule in rules if rule.title not in said or rule.say not in said] == []


def test_no_short_sheet_shows_k2_without_the_warning(library: Library) -> None:
    for name in ("warfarin", "acenocoumarol", "phenprocoumon", "class-only"):
        visit = read((VISITS / f"{name}.json").read_text("utf-8"))
        for pages in (1, 3, 4, 6, 9):
            sections = made(replace(visit, pages=pages), library, pages).sheet.sections
            assert [found for one in sections if (found := unwarned(one.elements))] == [], (name, pages)


def test_no_heading_stands_over_nothing(visit: Visit, library: Library) -> None:
    for section in made(visit, library, NO_LIMIT).sheet.sections:
        after = (*section.elements[1:], None)
        bare = [words(one) for one, next_ in zip(section.elements, after, strict=True) if _is_bare(one, next_)]
        assert bare == [], section.id


def _is_bare(one: object, following: object) -> bool:
    return isinstance(one, Heading) and (following is None or isinstance(following, Heading))


def test_a_sheet_that_stays_longer_than_asked_for_says_why(visit: Visit, library: Library) -> None:
    why = "This sheet is longer than usual."
    assert why in words(made(visit, library, 1).sheet.sections[-1].elements)
    for pages in (4, NO_LIMIT):
        assert why not in words(made(visit, library, pages).sheet.sections[-1].elements)
