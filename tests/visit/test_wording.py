from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.quantity import Quantity, Unit
from i18n.language import Language
from i18n.runs import Line, Run, plain
from visit.wording import ENGLISH, amount, exact, fill, joined, line, rounded_amount, say, sentences, share

GERMAN = Language(code="de", tag="de", own_name="Deutsch", decimal_mark=",", group_mark=".")


def test_a_dose_is_strong_kept_together_and_never_parted() -> None:
    before, told, after = line("Take [[1200 mg]] a day.", ENGLISH)
    assert told == Run("1,200\u00a0mg", is_strong=True, is_isolated=True)
    assert (before.text, after.text) == ("Take ", " a day.")


def test_a_range_and_a_label_are_written_whole() -> None:
    assert plain(line("[[90 to 120 mcg]]", ENGLISH)) == "90 to 120\u00a0mcg"
    assert plain(line("[[25 mcg as D]]", ENGLISH)) == "25\u00a0mcg (your bottle may say 1,000\u00a0IU)"


def test_a_locale_writes_its_own_marks() -> None:
    assert plain(line("[[1200.5 mg]]", GERMAN)) == "1.200,5\u00a0mg"


def test_english_words_in_another_sheet_keep_english_marks_and_say_their_language() -> None:
    runs = line("Take [[1200 mg]].", GERMAN, "en")
    assert plain(runs) == "Take 1,200\u00a0mg."
    assert {run.lang for run in runs} == {"en"}


def test_lines_are_put_into_the_places_of_a_sentence() -> None:
    told = fill("{amount} of {food}, {amount}", amount=line("[[45 mg]]", ENGLISH), food=say("kale"))
    assert plain(told) == "45\u00a0mg of kale, 45\u00a0mg"
    assert [run.is_strong for run in told] == [True, False, False, False, True]


@given(st.text(alphabet=st.characters(exclude_characters="{}")))
def test_a_sentence_without_places_stays_as_it_is(text: str) -> None:
    assert plain(fill(text)) == text


def test_a_brace_that_opens_nothing_is_only_a_sign() -> None:
    assert plain(fill("a { b")) == "a { b"


@pytest.mark.parametrize(
    ("value", "shown"),
    [("275.4", "275"), ("9.96", "10"), ("1.25", "1.3"), ("0.456", "0.46"), ("0", "0"), ("1234", "1,234")],
)
def test_amounts_are_rounded_to_what_the_eye_can_use(value: str, shown: str) -> None:
    assert plain(amount(Quantity(Decimal(value), Unit.MG), ENGLISH)) == f"{shown}\u00a0mg"


@given(st.decimals(0, 100000, allow_nan=False, allow_infinity=False))
def test_rounding_never_changes_more_than_one_in_ten(value: Decimal) -> None:
    assert abs(rounded_amount(value) - value) <= max(value / 10, Decimal("0.005"))


def test_shares_and_lists_read_as_words() -> None:
    assert plain(share(Decimal("0.275"), ENGLISH)) == "28%"
    assert plain(joined((say("a"), say("b")), ENGLISH)) == "a, b"


def test_in_a_label_line_each_amount_keeps_its_own_direction_and_the_words_do_not() -> None:
    arabic = Language(code="ar", tag="ar", own_name="ع", direction="rtl", label_pattern="{dose} (قد يُكتب {units} IU)")
    runs = line("[[15 mcg as D]]", arabic)
    assert [(run.text, run.is_isolated) for run in runs] == [
        ("15\u00a0mcg", True), (" (قد يُكتب ", False), ("600\u00a0IU", True), (")", False),
    ]  # fmt: skip


@pytest.mark.parametrize("stop", [".", "،", ","])
def test_right_to_left_no_stop_stands_before_the_digits_of_a_dose(stop: str) -> None:
    arabic = Language(code="ar", tag="ar", own_name="ع", direction="rtl")
    text = f"الجرعة [[45 mg]]{stop} اسأل"
    assert plain(line(text, arabic)) == f"الجرعة 45\u00a0mg\u00a0{stop} اسأل"
    assert plain(line(text, ENGLISH)) == f"الجرعة 45\u00a0mg{stop} اسأل"
    assert plain(line(". الجرعة", arabic)) == ". الجرعة"


ARABIC = Language(code="ar", tag="ar", own_name="ع", direction="rtl")
DOSES = st.decimals(0, 9_999, places=2).map(lambda value: exact(Quantity(value, Unit.MG), ARABIC))


@given(
    DOSES, st.sampled_from([".", ",", "،", "؛"]), st.sampled_from(["هدفك: {amount}", "\u2067\u202eYour\u202c {amount}"])
)
def test_right_to_left_no_stop_of_a_sentence_touches_the_digits_put_into_it(dose: Line, stop: str, words: str) -> None:
    assert plain(fill(f"{words}{stop} x", amount=dose)).endswith(f"{plain(dose)}\u00a0{stop} x")
    assert plain(fill(f"{words}{stop} x", amount=say("نعم"))).endswith(f"نعم{stop} x")
    assert plain(fill("Goal: {amount}, x", amount=dose)) == f"Goal: {plain(dose)}, x"


def test_right_to_left_amounts_of_a_list_stand_apart_from_the_stop_between_them() -> None:
    doses = (line("[[45 mg]]", ARABIC), line("[[15 mg]]", ARABIC))
    assert plain(joined(doses, ARABIC)) == "45\u00a0mg\u00a0, 15\u00a0mg"
    assert plain(joined(doses, ENGLISH)) == "45\u00a0mg, 15\u00a0mg"
    assert plain(joined((say("أ"), say("ب")), ARABIC)) == "أ, ب"


def test_right_to_left_a_bracket_after_a_label_needs_no_space_before_its_stop() -> None:
    arabic = replace(ARABIC, label_pattern="{dose} (قد يُكتب {units} IU)")
    assert plain(line("[[15 mcg as D]]. اسأل", arabic)).endswith("600\u00a0IU). اسأل")


def test_a_full_width_stop_brings_its_own_space() -> None:
    assert plain(sentences((say("先问医生。"), say("再吃。")))) == "先问医生。再吃。"
    assert plain(sentences((say("Ask first."), say("Then eat.")))) == "Ask first. Then eat."
    assert plain(sentences((say("钙"), say("锌")), "、 ")) == "钙、锌"
    assert plain(sentences((say("钙"), say("锌")), " · ")) == "钙 · 锌"
    assert plain(sentences((say("先问医生。"), say("再吃。")), "\n")) == "先问医生。\n再吃。"
