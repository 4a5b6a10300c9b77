"""The form in the store, over any item the types allow."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.form import dumped, loaded
from content.model import KINDS, Item
from content.quantity import Quantity, Unit
from content.strings import strings, translated

numbers = st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False, allow_infinity=False)
st.register_type_strategy(Decimal, numbers)
st.register_type_strategy(date, st.dates())
st.register_type_strategy(Quantity, st.builds(Quantity, numbers, st.sampled_from(Unit)))
st.register_type_strategy(str, st.text(max_size=8))

any_of_it = settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_any_item_comes_back_from_its_form(kind: type[Item]) -> None:
    @any_of_it
    @given(st.from_type(kind))
    def holds(item: Item) -> None:
        assert loaded(kind, dumped(item)) == item

    holds()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_any_item_comes_back_from_its_words(kind: type[Item]) -> None:
    @any_of_it
    @given(st.from_type(kind))
    def holds(item: Item) -> None:
        words = dict(strings(item))
        if len(words) == sum(1 for _ in strings(item)):  # parts of one id share a key; sources refuse them
            assert translated(item, words) == item

    holds()


def test_a_field_with_its_usual_value_takes_no_room() -> None:
    kind = next(kind for kind in KINDS if kind.kind == "phrase")
    assert dumped(loaded(kind, '{"id":"phrase.a","text":"é","note":""}')) == '{"id":"phrase.a","text":"é"}'


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"id":"phrase.a","words":"x"}', '{"id":'])
def test_what_we_did_not_write_is_refused(text: str) -> None:
    kind = next(kind for kind in KINDS if kind.kind == "phrase")
    with pytest.raises((ValueError, TypeError, KeyError, AttributeError)):
        loaded(kind, text)
