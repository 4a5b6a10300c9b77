import re

from content.library import Library
from content.model import Screening, Sex
from tests.visit.reading import words
from visit.pages import scan_page
from visit.safety import rules_for
from visit.self_check import questions, reasons
from visit.visit import Taken, Visit
from visit.wording import ENGLISH


def found(visit: Visit, library: Library) -> tuple[tuple[str, ...], tuple[str, ...]]:
    both = reasons(visit, rules_for(visit, library))
    return both.rows, both.medicines


def test_women_from_65_have_a_reason_by_age_alone(library: Library) -> None:
    """USPSTF, 14 January 2025: grade B for women of 65 or older; men: not enough evidence."""
    assert found(Visit(sex=Sex.FEMALE, age=65), library) == (("screening.s14",), ())
    assert found(Visit(sex=Sex.FEMALE, age=64), library) == found(Visit(sex=Sex.MALE, age=80), library) == ((), ())


def test_what_was_ticked_and_medicines_are_reasons(library: Library) -> None:
    visit = Visit(reasons=("screening.s24", "screening.s14"), medicines=(Taken("medicine.prednisone"),))
    assert found(visit, library) == (("screening.s24",), ("medicine.prednisone",))


def test_no_score_and_no_probability_is_ever_shown(library: Library) -> None:
    visit = Visit(sex=Sex.FEMALE, age=80, reasons=questions(library), medicines=(Taken("medicine.prednisone"),))
    said = words(scan_page(visit, library, ENGLISH))
    assert "reasons to ask for a bone scan" in said
    assert not re.search(r"score|probab|risk of \d|\d ?%|out of 100|points", said)


def test_only_reasons_can_be_ticked(library: Library) -> None:
    rows = [library.get(Screening, one).item for one in questions(library)]
    assert len(rows) > 10 and all(row.tool.startswith("IOF") for row in rows)
