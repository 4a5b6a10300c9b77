"""No way out of a kiosk by keys, by menus or by what is dropped."""

from itertools import product

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QWidget

from tests.ui.places import PLACES, ROOT, STAFF_PLACES, told
from ui.routes import ToHome, ToPreview

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
META, SHIFT = Qt.KeyboardModifier.MetaModifier, Qt.KeyboardModifier.ShiftModifier
WITH = (ALT, CTRL, META, CTRL | ALT, CTRL | SHIFT)
KEYS = (
    Qt.Key.Key_F4, Qt.Key.Key_Q, Qt.Key.Key_W, Qt.Key.Key_O, Qt.Key.Key_P, Qt.Key.Key_N, Qt.Key.Key_Tab,
    Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Delete,
)  # fmt: skip
ALONE = (
    Qt.Key.Key_Menu, Qt.Key.Key_Print, Qt.Key.Key_SysReq, Qt.Key.Key_Help, Qt.Key.Key_F1, Qt.Key.Key_F5, Qt.Key.Key_F10,
    Qt.Key.Key_F11, Qt.Key.Key_F12, Qt.Key.Key_HomePage, Qt.Key.Key_Super_L, Qt.Key.Key_LaunchMail,
)  # fmt: skip
NOTHING = Qt.KeyboardModifier.NoModifier
COMBINATIONS = (*product(WITH, KEYS), *((NOTHING, key) for key in ALONE), (SHIFT, Qt.Key.Key_F10))
ROUTES = {
    **{name: PLACES[name] for name in ("welcome", "medicines", "staff_door")},
    **{name: STAFF_PLACES[name] for name in ("settings", "content")}, "preview": ToPreview(),
}  # fmt: skip


def tops():
    return {id(one) for one in QApplication.topLevelWidgets() if one.isVisible()}


def at(window, name):
    window.may_close = False
    window.is_staff_in = ROUTES[name].is_for_staff
    window.state.replace(told(window.state.visit))
    window.fulfil(ROUTES[name])
    QCoreApplication.processEvents()
    return window.stage.front


@pytest.mark.parametrize("name", ROUTES)
def test_sixty_key_combinations_open_nothing_and_close_nothing(window, name):
    front, before = at(window, name), tops()
    fields = [one for one in front.findChildren(QLineEdit) if one.isVisible()]
    for held, key in COMBINATIONS:
        for target in (window, *fields[:1]):
            if target is not window:
                target.setFocus()
            QTest.keyClick(window.windowHandle(), key, held)
        assert (window.isVisible(), tops(), QApplication.activePopupWidget()) == (True, before, None), (held, key)
        if window.stage.front is not front:  # a key may lead elsewhere inside
            front = at(window, name)
            fields = []
    QApplication.closeAllWindows()
    QCoreApplication.processEvents()
    assert window.isVisible()
    assert len(COMBINATIONS) >= 60


@pytest.mark.parametrize("name", ROUTES)
def test_a_right_press_a_long_look_and_a_dropped_file_open_nothing(window, name, tmp_path):
    front, before = at(window, name), tops()
    (tmp_path / "paper.pdf").touch()
    for widget in (window, front, *(one for one in front.findChildren(QWidget) if one.isVisible())):
        centre = widget.rect().center()
        QTest.mouseClick(widget, Qt.MouseButton.RightButton, pos=centre)
        where = widget.mapToGlobal(centre)
        menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, centre, where, NOTHING)
        QCoreApplication.sendEvent(widget, menu)
        assert not widget.acceptDrops() or getattr(widget, "echoMode", lambda: None)() == QLineEdit.EchoMode.Password
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "paper.pdf"))])
    dropped = QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, NOTHING)
    dropped.ignore()
    QCoreApplication.sendEvent(window, dropped)
    assert not dropped.isAccepted()
    assert (tops(), QApplication.activePopupWidget(), window.findChildren(QMenu)) == (before, None, [])


def test_no_label_follows_a_link_and_no_code_opens_a_dialog_a_browser_or_a_terminal(window):
    for name in ROUTES:
        for label in at(window, name).findChildren(QLabel):
            assert not label.openExternalLinks()
            assert "href" not in label.text()
    files = (path for path in (ROOT / "ui").rglob("*.py") if "translating" not in path.parts)  # never on a kiosk
    code = "".join(path.read_text() for path in files)
    forbidden = ("QFileDialog", "QMessageBox", "QInputDialog", "QPrintDialog", "QTextBrowser", "QDesktopServices",
                 "QWebEngine", "QSystemTrayIcon", "webbrowser", "xdg-open", "QMenu", "QShortcut")  # fmt: skip
    assert [word for word in forbidden if word in code] == []


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
