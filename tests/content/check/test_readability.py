"""Reading level, against counts made by hand."""

import pytest

from content.check.readability import grade, sentences, syllables, words


@pytest.mark.parametrize(
    ("count", "spoken"),
    [
        (
            1,
            "bone bones the you eye eyes stopped checked breaks strength through don't whole placed bread fruit helped",
        ),
        (
            2,
            "table people needed doses safely useful quiet diet saying doing every sometimes isn't million fluid",
        ),
        (
            3,
            "calcium period serious area fracture-free earlier animal vitamin minerals medicine management oranges",
        ),
        (4, "magnesium medication experiment diabetes dietitian warfarin's-dose potassium vegetables estrogen-like"),
        (5, "osteocalcin antibiotics levothyroxine"),
        (6, "osteoporosis osteopenia"),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(count: int, spoken: str) -> None:
    wrong = {word: syllables(word) for word in spoken.split() if syllables(word) != count}
    assert not wrong


def test_digits_and_initials_are_spoken_one_by_one() -> None:
    assert [syllables(word) for word in ("45", "1,200", "DXA", "MK-4", "K2", "mg")] == [2, 4, 3, 3, 2, 3]


def test_a_dose_is_read_without_its_brackets() -> None:
    assert words("Aim for [[90 to 120 mcg]].") == ("Aim", "for", "90", "to", "120", "mcg")
    assert words("Take [[25 mcg as D]] now") == ("Take", "25", "mcg", "now")


def test_a_number_or_a_word_with_a_hyphen_is_one_word() -> None:
    assert words("A well-known study of 4,378 women, aged 50") == (
        "A", "well-known", "study", "of", "4,378", "women", "aged", "50",
    )  # fmt: skip


def test_points_inside_numbers_and_after_titles_end_no_sentence() -> None:
    assert sentences("Dr. Lee says 2.5 a day. Why? Bones.") == ("Dr. Lee says 2.5 a day", "Why", "Bones")


def test_a_line_ends_a_sentence_and_an_empty_one_counts_for_nothing() -> None:
    assert sentences("Eat well\n\nWalk each day\n") == ("Eat well", "Walk each day")


def test_a_grade_is_the_hand_counted_flesch_kincaid_grade() -> None:
    text = "The cat sat on the mat. Calcium makes bones hard."  # 10 words, 2 sentences, 12 syllables
    assert grade(text) == pytest.approx(0.39 * 5 + 11.8 * 1.2 - 15.59)


def test_long_sentences_and_long_words_raise_the_grade() -> None:
    assert grade("Walk. Eat. Rest.") < grade("Walk and eat and rest.") < grade("Ambulation necessitates preparation.")


def test_declared_terms_can_be_left_out() -> None:
    text = "Denosumab is a shot."
    assert grade(text, frozenset({"denosumab"})) == pytest.approx(grade("It is a shot.") - 0.39)
    assert grade("Denosumab", frozenset({"denosumab"})) == 0.0


def test_a_text_without_words_has_no_grade() -> None:
    assert grade(" … ") == 0.0
