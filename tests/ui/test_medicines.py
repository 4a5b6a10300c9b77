from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from ui.routes import ToFindings, ToMedicines
from ui.widgets.medicine_card import MedicineCard
from visit.elements import DayTime
from visit.visit import OwnMedicine, Taken


def buttons(widget):
    return {one.accessibleName(): one for one in widget.findChildren(QAbstractButton) if one.isVisible()}


def typed(window, text):
    window.fulfil(ToMedicines())
    QTest.keyClicks(window.stage.front._field.edit, text)
    screen = window.stage.front
    deadline = QDeadlineTimer(60_000)
    while text and not deadline.hasExpired() and not any(f"“{text}”" in name for name in buttons(screen)):
        QTest.qWait(20)
    return screen


def test_a_brand_finds_its_medicine_and_enter_takes_it(window):
    screen = typed(window, "Couma")
    assert any("Coumadin" in name for name in buttons(screen))
    QTest.keyClick(screen._field.edit, Qt.Key.Key_Return)
    assert window.state.visit.medicines == (Taken("medicine.warfarin"),)


def test_a_typing_error_still_finds_it(window):
    screen = typed(window, "warfrin")
    assert "warfarin" in " ".join(buttons(screen))


def test_enter_never_takes_a_medicine_that_is_only_similar(window):
    screen = typed(window, "atorvastatin")
    QTest.keyClick(screen._field.edit, Qt.Key.Key_Return)
    assert window.state.visit.medicines == ()
    assert window.state.visit.own_medicines == (OwnMedicine("atorvastatin"),)


def test_a_blood_thinner_without_a_name_is_found_as_a_kind(window):
    screen = typed(window, "blood thinner")
    QTest.keyClick(screen._field.edit, Qt.Key.Key_Return)
    assert window.state.visit.medicines == (Taken("medicine-class.blood-thinner"),)


def test_what_is_not_in_the_list_is_kept_as_typed(window):
    screen = typed(window, "Xyzzy")
    QTest.keyClick(screen._field.edit, Qt.Key.Key_Return)
    assert window.state.visit.own_medicines == (OwnMedicine("Xyzzy"),)


def test_times_are_touched_and_a_medicine_is_taken_away(window):
    screen = typed(window, "warf")
    QTest.keyClick(screen._field.edit, Qt.Key.Key_Return)
    QTest.qWait(50)
    card = screen.findChild(MedicineCard)
    QTest.mouseClick(buttons(card)["warfarin: Evening"], Qt.MouseButton.LeftButton)
    assert window.state.visit.medicines == (Taken("medicine.warfarin", (DayTime.EVENING,)),)
    QTest.mouseClick(buttons(card)["Remove warfarin"], Qt.MouseButton.LeftButton)
    assert window.state.visit.medicines == ()


def test_a_kind_of_medicine_can_be_ticked_and_unticked(window):
    window.fulfil(ToMedicines())
    tile = window.stage.front._families.tiles["medicine-class.steroid"]
    tile.click()
    assert window.state.visit.medicines == (Taken("medicine-class.steroid"),)
    tile.click()
    assert window.state.visit.medicines == ()


def test_the_findings_warn_and_never_say_to_stop(window):
    screen = typed(window, "warf")
    QTest.keyClick(screen._field.edit, Qt.Key.Key_Return)
    window.fulfil(ToFindings())
    said = " ".join(label.text() for label in window.stage.front.findChildren(QLabel))
    assert "natto" in said
    assert "Do not stop" in said


def test_the_keyboard_on_the_screen_types_into_the_field(window):
    screen = typed(window, "")
    screen._field._open.click()
    QTest.qWait(50)
    keys = buttons(screen._field)
    for letter in "warf":
        QTest.mouseClick(keys[letter], Qt.MouseButton.LeftButton)
    assert screen._field.edit.text() == "warf"
    keys["Rub out"].click()
    assert screen._field.edit.text() == "war"


def test_a_reason_stands_closer_to_its_warning_than_to_the_next(open_window):
    window = open_window()
    window.state.replace(replace(window.state.visit, medicines=(Taken("medicine.warfarin"),)))
    window.fulfil(ToFindings())
    QCoreApplication.processEvents()
    area = window.stage.front._area
    first, second = (area.column.itemAt(place).widget() for place in (0, 1))
    box, why = (first.layout().itemAt(place).widget() for place in (0, 1))
    assert why.y() - box.geometry().bottom() < second.y() - first.geometry().bottom()
    assert "Write in" not in " ".join(label.text() for label in window.stage.front.findChildren(QLabel))
