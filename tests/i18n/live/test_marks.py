import pytest

from i18n.live.marks import MOST, bare, marked, numbers


@pytest.mark.parametrize("number", [0, 1, 255, 4096, MOST])
def test_a_number_written_behind_a_text_is_read_again(number):
    assert numbers(marked("Take [[45 mg]]", number)) == (number,)
    assert bare(marked("Take [[45 mg]]", number)) == "Take [[45 mg]]"


def test_a_sentence_that_holds_another_names_both_the_whole_last():
    inner = marked("warfarin", 7)
    assert numbers(marked(f"About {inner}: ask", 300)) == (7, 300)


def test_nothing_is_written_behind_nothing():
    assert marked("", 5) == ""


def test_a_sign_that_uses_a_variation_selector_of_its_own_is_left_alone():
    assert bare(marked("⚠\ufe0f", 9)) == "⚠\ufe0f"
    assert numbers(marked("⚠\ufe0f", 9)) == (9,)
