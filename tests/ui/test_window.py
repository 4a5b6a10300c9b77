from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.ui.places import PLACES, told
from ui.routes import ToFinish, ToHome, ToLanguages, ToMedicines, ToWelcome
from ui.topics import ToGuide
from ui.wishes import Erase, GoBack, SpeakLanguage
from visit.visit import Visit


def words(window):
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_a_visit_begins_at_the_greeting_without_anything_to_finish(window):
    assert window.history.here == ToWelcome()
    assert not window.header.finish.isVisible()
    assert not window.footer.isVisible()


def test_the_language_changes_everywhere_and_the_visit_stays(window):
    window.fulfil(ToMedicines())
    window.state.replace(told(window.state.visit))
    window.fulfil(SpeakLanguage("ar"))
    QCoreApplication.processEvents()
    assert window.stage.front.title() == window.language.gettext("My medicines") != "My medicines"
    assert QCoreApplication.instance().layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert len(window.state.visit.medicines) == 2
    window.fulfil(SpeakLanguage("en"))
    QCoreApplication.processEvents()
    assert window.stage.front.title() == "My medicines"
    assert window.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_screen_out_of_sight_speaks_the_new_language_when_it_returns(window):
    window.fulfil(ToHome())
    window.fulfil(ToLanguages())
    window.fulfil(SpeakLanguage("es_US"))
    window.fulfil(GoBack())
    QCoreApplication.processEvents()
    assert window.history.here == ToHome()
    assert window.stage.front.title() == window.language.gettext("What would you like to do?")


def test_erase_forgets_the_visit_the_way_and_the_look(window):
    for route in PLACES.values():
        window.fulfil(route)
    window.state.replace(told(window.state.visit))
    window.fulfil(SpeakLanguage("es_US"))
    window.look.larger()
    window.look.next_theme()
    window.fulfil(Erase())
    assert window.state.visit == Visit(locale="en")
    assert (window.history.here, window.history.behind, window.history.ahead) == (ToWelcome(), (), ())
    assert (window.look.theme, window.look.text_percent, window.language.code) == ("light", 100, "en")


def test_nothing_of_one_visit_is_left_in_the_screens_of_the_next(window):
    window.fulfil(ToMedicines())
    window.stage.front._field.edit.setText("Zzz drops")
    window.stage.front._take_own("Zzz drops")
    window.fulfil(Erase())
    window.fulfil(ToMedicines())
    QTest.qWait(200)
    assert "Zzz" not in words(window)
    assert window.stage.front._field.edit.text() == ""


def test_escape_goes_one_step_back(window):
    window.fulfil(ToHome())
    window.fulfil(ToFinish())
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert window.history.here == ToHome()


def test_text_grows_to_two_hundred_percent_and_no_further(window):
    window.fulfil(ToHome())
    for _ in range(9):
        window.header.larger.click()
    assert window.look.text_percent == 200
    assert not window.header.larger.isEnabled()
    assert window.header.smaller.isEnabled()


def test_a_warning_stands_before_k2_advice_for_a_person_on_warfarin(window):
    window.state.replace(told(window.state.visit))
    window.fulfil(ToGuide("guide.k2-trials"))
    QCoreApplication.processEvents()
    said = words(window.stage.front)
    assert "Vitamin K2 is not for you now" in said


def test_the_tray_grows_as_the_person_goes(window, qtbot):
    window.fulfil(ToHome())
    before = window.footer.handout.accessibleName()
    window.state.replace(told(window.state.visit))
    qtbot.waitUntil(lambda: window.footer.handout.accessibleName() != before, timeout=60_000)
    qtbot.waitUntil(
        lambda: "warfarin" in words(window.tray), timeout=60_000
    )  # Qt shows what a layout was given a turn later


def test_an_unexpected_fault_keeps_the_visit_and_names_no_value(window, capsys, qtbot):
    from ui.app import report_to

    window.state.replace(told(window.state.visit))
    try:
        raise ValueError("Zzz drops")
    except ValueError as fault:
        report_to(window)(type(fault), fault, fault.__traceback__)
    qtbot.waitUntil(window.banner.isVisible, timeout=60_000)
    assert len(window.state.visit.medicines) == 2
    printed = capsys.readouterr().err
    assert "ValueError at test_window.py" in printed
    assert "Zzz" not in printed
