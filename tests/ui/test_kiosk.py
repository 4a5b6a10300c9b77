"""No way out of a kiosk by keys, by menus or by what is dropped."""

from itertools import product

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from tests.ui.places import PLACES, told
from ui.routes import ToHome, ToSearch, ToStaffDoor

WITH = [
    Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
]  # fmt: skip
KEYS = [
    Qt.Key.Key_F4, Qt.Key.Key_Q, Qt.Key.Key_W, Qt.Key.Key_O, Qt.Key.Key_P, Qt.Key.Key_N, Qt.Key.Key_Tab,
    Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Delete,
]  # fmt: skip


@pytest.mark.parametrize("route", [ToHome(), ToSearch(), ToStaffDoor()], ids=lambda route: route.screen)
def test_fifty_key_combinations_open_nothing_and_close_nothing(window, route):
    window.may_close = False
    window.fulfil(route)
    tops = {id(one) for one in QApplication.topLevelWidgets() if one.isVisible()}
    for held, key in product(WITH, KEYS):
        QTest.keyClick(window.windowHandle(), key, held)
        window.fulfil(route)
    QApplication.closeAllWindows()
    QCoreApplication.processEvents()
    assert window.isVisible()
    assert not window.is_staff_in
    assert {id(one) for one in QApplication.topLevelWidgets() if one.isVisible()} == tops


def test_no_field_has_a_menu_or_takes_what_is_dropped(window):
    window.state.replace(told(window.state.visit))
    for route in PLACES.values():
        window.fulfil(route)
        for field in window.findChildren(QLineEdit):
            assert field.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu
            assert not (field.acceptDrops() and field.echoMode() == QLineEdit.EchoMode.Normal)
    assert window.findChildren(QMenu) == []


def test_nothing_under_the_curtain_or_the_question_takes_a_key(window):
    from ui.keeper import Keeper

    keeper = window.findChild(Keeper)
    window.fulfil(ToHome())
    window.header.curtain.click()
    for _press in range(20):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        assert isinstance(QApplication.focusWidget() or keeper.curtain.back, QWidget)
        assert (QApplication.focusWidget() or keeper.curtain.back) is keeper.curtain.back
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert window.history.here == ToHome()
    assert keeper.curtain.isVisible()
