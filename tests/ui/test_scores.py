"""OST and ORAI: behind the PIN, with everything that belongs to a score beside it, and gone on the next arrival."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from content.model import Sex
from ui.routes import ToScores, ToStaff, ToStaffDoor


def opened(window):
    window.is_staff_in = True
    window.fulfil(ToScores())
    return window.stage.front


def said(screen):
    QCoreApplication.processEvents()
    return " ".join(label.text() for label in screen.findChildren(QLabel) if label.isVisibleTo(screen))


def entered(window, sex, age, weight):
    screen = opened(window)
    screen._set_sex(sex)
    screen._age.edit.insert(age)
    screen._weight.edit.insert(weight)
    return screen


def test_only_staff_get_there(window):
    window.fulfil(ToScores())
    assert window.history.here == ToStaffDoor()


def test_a_score_stands_with_cut_off_accuracy_source_and_warning(window):
    text = said(entered(window, Sex.FEMALE, "70", "60"))
    assert "OST: -2" in text or "OST: \u22122" in text
    assert "ORAI: 14" in text
    for word in ("Not for patients", "no diagnosis", "Cut-off:", "Accuracy:", "Source:", "Cadarette"):
        assert word in text


def test_pounds_become_kilograms(window):
    screen = entered(window, Sex.MALE, "70", "200")
    screen._set_units(True)
    assert "OST: 4" in said(screen)
    assert "ORAI:" not in said(screen)


@pytest.mark.parametrize(("age", "weight"), [("30", "60"), ("70", "5")])
def test_nobody_gets_a_score_that_was_not_made_for_them(window, age, weight):
    text = said(entered(window, Sex.FEMALE, age, weight))
    assert "These scores are for ages 45 to 120" in text
    assert "Cut-off:" not in text


def test_nothing_is_kept(window):
    screen = entered(window, Sex.FEMALE, "70", "60")
    window.fulfil(ToStaff())
    assert opened(window) is screen
    assert screen._age.edit.text() == ""
    assert "OST: " not in said(screen)


def test_right_to_left_a_pad_stands_below_its_heading(open_window):
    window = open_window("ar", size=(1920, 1080))
    screen = opened(window)
    QCoreApplication.processEvents()
    for head, pad in ((screen._age_head, screen._age), (screen._weight_head, screen._weight)):
        edges = [part.mapTo(screen, part.rect().topRight()).x() for part in (head, pad)]
        assert edges[0] == edges[1]
