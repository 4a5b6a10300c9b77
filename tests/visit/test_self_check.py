import re
from decimal import Decimal

import pytest

from content.library import Library
from content.model import Screening, Sex
from tests.visit.reading import words
from visit.pages import scan_page
from visit.safety import rules_for
from visit.self_check import NotForThisPerson, orai, ost, questions, reasons
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


WOMAN, MAN = Sex.FEMALE, Sex.MALE
OST = [(WOMAN, 70, 55, -3), (WOMAN, 60, 71, 2), (MAN, 60, 75, 3), (WOMAN, 66, 63, 0), (MAN, 50, 70, 4)]


@pytest.mark.parametrize(("sex", "age", "weight", "value"), OST)
def test_ost_is_a_fifth_of_the_difference_cut_toward_zero(
    sex: Sex, age: int, weight: int, value: int, library: Library
) -> None:
    index = ost(sex, age, Decimal(weight), library)
    assert (index.value, index.is_reason) == (value, value < (2 if sex is WOMAN else 4))
    assert "2" in index.cut_off and index.accuracy and "Cadarette" in index.source


@pytest.mark.parametrize(
    ("age", "weight", "estrogen", "value"),
    [(76, 58, False, 26), (66, 65, True, 12), (50, 80, True, 0), (55, 70, False, 7)],
)
def test_orai_adds_up_its_points(age: int, weight: int, estrogen: bool, value: int, library: Library) -> None:
    index = orai(age, Decimal(weight), estrogen, library)
    assert (index.value, index.is_reason) == (value, value >= 9)
    assert "9" in index.cut_off and index.accuracy and "CMAJ" in index.source


def test_orai_is_not_for_people_under_45(library: Library) -> None:
    with pytest.raises(NotForThisPerson):
        orai(44, Decimal(60), False, library)
