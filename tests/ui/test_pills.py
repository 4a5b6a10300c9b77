"""Vitamins and minerals as pills: the right unit, no slip between mcg and mg, and what becomes of them."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QLabel

from content.quantity import Quantity, Unit, UnitMismatch
from ui.topics import ToNutrients, ToPills
from visit.supplements import Doubt, doubt, from_label, label_units
from visit.visit import Pill, Visit

CALCIUM, D, K2 = "nutrient.calcium", "nutrient.vitamin-d", "nutrient.vitamin-k2-mk4"


@pytest.mark.parametrize(
    ("nutrient", "units"), [(CALCIUM, (Unit.MG,)), (D, (Unit.MCG, Unit.IU)), (K2, (Unit.MCG, Unit.MG))]
)
def test_only_the_units_of_real_labels_are_offered(library, nutrient, units):
    assert label_units(nutrient, library) == units


def test_units_of_vitamin_d_become_micrograms(library):
    assert from_label(Decimal(1000), Unit.IU, D, library) == Quantity(Decimal(25), Unit.MCG)
    with pytest.raises(UnitMismatch):
        from_label(Decimal(1000), Unit.IU, CALCIUM, library)


@pytest.mark.parametrize(
    ("nutrient", "a_day", "why"),
    [
        (D, "25 mcg", None), (D, "1000 mcg", Doubt.ABOVE_LIMIT), (CALCIUM, "600 mg", None),
        (CALCIUM, "60000 mg", Doubt.ABOVE_LIMIT), ("nutrient.vitamin-k", "100 mcg", None),
        ("nutrient.vitamin-k", "45000 mcg", Doubt.FAR_ABOVE_GOAL),
    ],
)  # fmt: skip
def test_an_unlikely_amount_is_doubted(library, nutrient, a_day, why):
    number, unit = a_day.split()
    assert doubt(nutrient, Quantity(Decimal(number), Unit(unit)), Visit(), library) is why


def opened(window, nutrient):
    window.fulfil(ToPills(nutrient))
    QCoreApplication.processEvents()
    return window.stage.front


def press(widget, name):
    next(one for one in widget.findChildren(QAbstractButton) if one.accessibleName() == name).click()


def test_an_amount_is_typed_on_the_pad_and_kept(window):
    screen = opened(window, CALCIUM)
    for digit in "600":
        press(screen._entry._pad, digit)
    screen._entry._add.click()
    assert window.state.visit.pills == (Pill(CALCIUM, Quantity(Decimal(600), Unit.MG)),)
    assert window.history.here == ToPills()


def test_nothing_is_kept_before_a_unit_was_chosen(window):
    screen = opened(window, D)
    screen._entry._pad.edit.insert("1000")
    assert not screen._entry._add.isEnabled()
    press(screen._entry, "What stands behind the number? IU")
    screen._entry._add.click()
    assert window.state.visit.pills == (Pill(D, Quantity(Decimal(25), Unit.MCG)),)


def test_a_slip_between_units_is_asked_about_before_it_counts(window):
    screen = opened(window, D)
    screen._entry._pad.edit.insert("1000")
    press(screen._entry, "What stands behind the number? mcg")
    QCoreApplication.processEvents()
    said = " ".join(label.text() for label in screen._entry.findChildren(QLabel) if label.isVisible())
    assert "more than the most for one day" in said
    assert screen._entry._add.accessibleName() == "Yes, the bottle says this"


@pytest.mark.parametrize("typed", ["1,200", "1 200", "12a", "..", "0"])
def test_no_grouping_and_no_letters_can_be_typed(window, typed):
    screen = opened(window, CALCIUM)
    edit = screen._entry._pad.edit
    for sign in typed:
        edit.insert(sign)
    assert edit.text() in ("1200", "12", ".", "0")
    assert screen._entry.number in (Decimal(1200), Decimal(12), None)


def test_an_unknown_amount_is_kept_as_unknown_and_said_so(window):
    screen = opened(window, CALCIUM)
    screen._entry._unknown.click()
    assert window.state.visit.pills == (Pill(CALCIUM, None),)
    window.fulfil(ToNutrients(CALCIUM))
    QCoreApplication.processEvents()
    said = " ".join(label.text() for label in window.stage.front.findChildren(QLabel) if label.isVisible())
    assert "We do not know how much Calcium is in your pill." in said
