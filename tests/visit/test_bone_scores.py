"""Worked by hand with the published rules: OST (Cadarette 2004, Adler 2003) and ORAI (Cadarette 2000)."""

from decimal import Decimal

import pytest

from content.library import Library
from content.model import Sex
from visit.bone_scores import Body, NotForThisPerson, orai, ost, scores

WOMAN, MAN = Sex.FEMALE, Sex.MALE


@pytest.mark.parametrize(
    ("sex", "age", "weight", "value", "is_reason"),
    [
        (WOMAN, 70, "55", -3, True),
        (WOMAN, 60, "71", 2, False),
        (WOMAN, 66, "63", 0, True),  # -0.6: toward zero, not down
        (WOMAN, 60, "69.9", 1, True),  # 1.98: never rounded up
        (MAN, 60, "75", 3, True),
        (MAN, 50, "70", 4, False),
        (MAN, 80, "64.5", -3, True),  # -3.1
    ],
)
def test_ost_is_a_fifth_of_the_difference_cut_toward_zero(
    sex: Sex, age: int, weight: str, value: int, is_reason: bool, library: Library
) -> None:
    score = ost(Body(sex, age, Decimal(weight)), library)
    assert (score.value, score.is_reason) == (value, is_reason)
    assert (score.cut.limit, score.cut.is_below) == (2 if sex is WOMAN else 4, True)


@pytest.mark.parametrize(
    ("age", "weight", "estrogen", "value", "is_reason"),
    [
        (76, "58", False, 26, True),  # 15 + 9 + 2, the most there can be
        (66, "65", True, 12, True),  # 9 + 3
        (65, "70", True, 9, True),  # 9: from the cut-off on
        (74, "59.9", False, 20, True),  # 9 + 9 + 2
        (55, "70", False, 7, False),  # 5 + 2
        (54, "69.9", False, 5, False),  # 0 + 3 + 2
        (45, "80", True, 0, False),
    ],
)
def test_orai_adds_up_its_points(
    age: int, weight: str, estrogen: bool, value: int, is_reason: bool, library: Library
) -> None:
    score = orai(Body(WOMAN, age, Decimal(weight), estrogen), library)
    assert (score.value, score.is_reason) == (value, is_reason)
    assert (score.cut.limit, score.cut.is_below) == (9, False)


def test_a_score_never_comes_without_cut_off_accuracy_caution_and_source(library: Library) -> None:
    for score in scores(Body(WOMAN, 70, Decimal(60)), library):
        assert str(score.cut.limit) in score.cut_offs
        assert "sensitiv" in score.accuracy and score.caution and score.for_whom
        assert "Cadarette" in score.source


def test_the_caution_is_in_the_language_of_staff(library: Library) -> None:
    (score,) = scores(Body(MAN, 70, Decimal(60)), library, "qq")
    assert "ж" in score.caution


def test_men_have_no_orai(library: Library) -> None:
    assert [score.tool for score in scores(Body(MAN, 70, Decimal(60)), library)] == ["OST"]
    with pytest.raises(NotForThisPerson):
        orai(Body(MAN, 70, Decimal(60)), library)


@pytest.mark.parametrize(("age", "weight"), [(44, "60"), (121, "60"), (70, "19"), (70, "301"), (70, "NaN")])
def test_neither_is_for_other_ages_nor_for_weights_that_cannot_be(age: int, weight: str, library: Library) -> None:
    for score in (ost, orai, scores):
        with pytest.raises(NotForThisPerson):
            score(Body(WOMAN, age, Decimal(weight)), library)
