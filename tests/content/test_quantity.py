from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.quantity import NotAQuantity, NotAToken, Quantity, Unit, UnitMismatch, parse_quantity, pieces, tokens

MG_45 = Quantity(Decimal(45), Unit.MG)
MCG_45 = Quantity(Decimal(45), Unit.MCG)
masses = st.sampled_from([Unit.MCG, Unit.MG, Unit.G, Unit.KG])
values = st.decimals(min_value=0, max_value=10**6, allow_nan=False, places=3)


def test_mg_and_mcg_never_meet_by_mistake() -> None:
    for meet in (MG_45.__add__, MG_45.__sub__, MG_45.__lt__, MG_45.__le__, MG_45.__eq__, MG_45.share_of):
        with pytest.raises(UnitMismatch):
            meet(MCG_45)


def test_an_amount_is_converted_in_plain_sight() -> None:
    assert MG_45.to(Unit.MCG) == Quantity(Decimal(45000), Unit.MCG)
    assert MG_45.to(Unit.MCG).share_of(MCG_45) == 1000
    with pytest.raises(UnitMismatch):
        Quantity(Decimal(600), Unit.IU).to(Unit.MCG)


@settings(deadline=None)
@given(values, masses, masses)
def test_a_mass_comes_back_from_any_unit(value: Decimal, here: Unit, there: Unit) -> None:
    amount = Quantity(value, here)
    assert amount.to(there).to(here) == amount


@settings(deadline=None)
@given(values, masses)
def test_an_amount_reads_back_as_it_is_written(value: Decimal, unit: Unit) -> None:
    amount = Quantity(value, unit)
    assert parse_quantity(str(amount)) == amount


@pytest.mark.parametrize(
    "text", ["45", "45mg", "45  mg", "1,200 mg", "1.0 mg", ".5 mg", "05 mg", "45 µg", "45 MG", "-1 mg", "٤٥ mg", ""]
)
def test_what_could_be_misread_is_no_amount(text: str) -> None:
    with pytest.raises(NotAQuantity):
        parse_quantity(text)


@pytest.mark.parametrize("text", ["45 mg", "0.5 mcg", "90 to 120 mcg", "25 mcg as D", "1200 mg", "0 g"])
def test_a_token_reads_back_as_it_is_written(text: str) -> None:
    assert str(tokens(f"Take [[{text}]].")[0]) == f"[[{text}]]"


@pytest.mark.parametrize(
    "inside", ["45 mgs", "1,200 mg", "45  mg", "120 to 90 mcg", "45 to 45 mg", "25 mg as D", "5.0 mg", "", "²5 mg"]
)
def test_what_could_be_misread_is_no_token(inside: str) -> None:
    with pytest.raises(NotAToken):
        tokens(f"Take [[{inside}]].")


def test_the_label_of_vitamin_d_is_worked_out() -> None:
    assert tokens("[[25 mcg as D]]")[0].label_units == 1000


def test_a_text_falls_into_words_and_tokens() -> None:
    parts = list(pieces("Take [[45 mg]] or [[90 to 120 mcg]]."))
    assert parts == ["Take ", tokens("[[45 mg]]")[0], " or ", tokens("[[90 to 120 mcg]]")[0], "."]
