"""What changed between two contents."""

from hypothesis import given
from hypothesis import strategies as st

from clinic.updates.difference import DoseChange, difference, of_kind

OLD = {
    "guide.calcium:title": "Calcium",
    "guide.calcium:dose/0": "Adults need [[1000 mg]] a day.",
    "guide.zinc:title": "Zinc",
    "rule.natto:words": "Ask first.",
}


def test_the_same_content_has_no_difference() -> None:
    assert difference(OLD, dict(OLD)).is_none


def test_new_and_gone_items_are_named_once_whatever_they_hold() -> None:
    new = {key: text for key, text in OLD.items() if not key.startswith("guide.zinc")}
    new |= {"guide.boron:title": "Boron", "guide.boron:dose/0": "[[3 mg]]", "quiz.boron:title": "Boron"}
    found = difference(OLD, new)
    assert (found.new, found.gone, found.changed) == (("guide.boron", "quiz.boron"), ("guide.zinc",), ())
    assert found.doses == ()
    assert of_kind(found.new, "guide") == 1


def test_a_changed_dose_is_told_with_what_it_was_and_is() -> None:
    found = difference(OLD, {**OLD, "guide.calcium:dose/0": "Adults need [[1200 mg]] a day."})
    assert found.changed == ("guide.calcium",)
    assert found.doses == (DoseChange("guide.calcium:dose/0", ("1000 mg",), ("1200 mg",)),)


def test_other_words_around_the_same_dose_are_a_change_of_words_only() -> None:
    found = difference(OLD, {**OLD, "guide.calcium:dose/0": "Most adults need [[1000  mg]] each day."})
    assert (found.changed, found.doses) == (("guide.calcium",), ())


def test_the_same_dose_said_once_more_is_a_change() -> None:
    found = difference(OLD, {**OLD, "guide.calcium:dose/0": "[[1000 mg]], not twice [[1000 mg]]."})
    assert found.doses == (DoseChange("guide.calcium:dose/0", (), ("1000 mg",)),)


def test_a_text_that_came_or_went_changes_its_item_and_its_doses() -> None:
    longer = {**OLD, "guide.calcium:dose/1": "Never over [[2500 mg]]."}
    assert difference(OLD, longer).doses == (DoseChange("guide.calcium:dose/1", (), ("2500 mg",)),)
    assert difference(longer, OLD).doses == (DoseChange("guide.calcium:dose/1", ("2500 mg",), ()),)


texts = st.dictionaries(
    st.builds("{}.{}:{}".format, st.sampled_from(["guide", "quiz"]), st.sampled_from("abc"), st.sampled_from("xy")),
    st.sampled_from(["", "words", "[[1 mg]]", "[[2 mg]] words"]),
)


@given(texts, texts)
def test_there_and_back_again_swaps_old_and_new(old: dict[str, str], new: dict[str, str]) -> None:
    there, back = difference(old, new), difference(new, old)
    assert (there.new, there.gone, there.changed) == (back.gone, back.new, back.changed)
    assert [(c.key, c.old, c.new) for c in there.doses] == [(c.key, c.new, c.old) for c in back.doses]
    assert there.is_none == (old == new)
