"""Four arrows and OK: where the focus goes, that everything can be reached, and a whole journey with five keys only."""

import shutil

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QSlider

from tests.ui.places import PLACES, STAFF_PLACES, told
from tests.walk import journey
from tests.walker import Walk
from ui.arrows import Place, _focusable, _page_of, nearest, steer
from ui.routes import ToHome, ToSearch, ToWelcome
from ui.topics import ToGuide
from ui.widgets.scroll import Scroll
from visit.visit import Visit

RIGHT, DOWN, LEFT, UP = QPoint(1, 0), QPoint(0, 1), QPoint(-1, 0), QPoint(0, -1)
ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left)
OWN = (QLineEdit, QSlider)  # they keep sideways arrows while they can go on
MOST_PRESSES = 60


def at(name, x, y, wide=100, high=50):
    return Place(name, QRect(x, y, wide, high))


@pytest.mark.parametrize(("step", "goes"), [(RIGHT, "beside"), (DOWN, "below"), (LEFT, None), (UP, None)])
def test_the_focus_goes_where_the_arrow_points(step, goes):
    places = [at("beside", 120, 5), at("below", 0, 60), at("far", 400, 300)]
    assert nearest(QRect(0, 0, 100, 50), places, step) == goes


def test_straight_ahead_comes_before_a_little_nearer_but_aside():
    assert nearest(QRect(0, 0, 100, 50), [at("aside", 300, 60), at("ahead", 0, 150)], DOWN) == "ahead"


def settle():
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


def leads_to(window, control, key):
    """Press one arrow until the focus moves on: a page may scroll a few times first."""
    control.setFocus()
    if (page := _page_of(control)) is not None:
        page.ensureWidgetVisible(control)
    for _ in range(MOST_PRESSES):
        if not steer(window, key) or QApplication.focusWidget() is not control:
            break
    return QApplication.focusWidget()


def unreached(window):
    """Follow every arrow from where the focus is on arrival; give what none of them leads to."""
    first = QApplication.focusWidget()
    seen, waiting = {first}, [first]
    while waiting:
        control = waiting.pop()
        for key in ARROWS:
            to = leads_to(window, control, key)
            if to not in seen:
                seen.add(to)
                waiting.append(to)
    every = [one for one in _focusable(window) if not isinstance(one, Scroll)]
    return [one.accessibleName() for one in every if one not in seen]


def arrows_miss(window, name):
    """Go to a place and give the controls no arrow leads to. All places: `python -m tests.arrows`."""
    window.is_staff_in = name in STAFF_PLACES
    window.fulfil((PLACES | STAFF_PLACES)[name])
    settle()
    return unreached(window)


@pytest.mark.parametrize(
    ("locale", "size", "names"), [("en", (1024, 600), ("question", "staff_door")), ("ar", (1080, 1920), ("home",))]
)
def test_arrows_lead_to_every_control_of_a_screen(open_window, locale, size, names):
    window = open_window(locale, "light", 100, size)
    window.state.replace(told(window.state.visit))
    for name in names:
        assert arrows_miss(window, name) == [], name


def press(window, key, times=1):
    for _ in range(times):
        QTest.keyClick(window.windowHandle(), key)


def test_a_page_of_text_scrolls_by_down_to_its_end_and_then_leaves_it(window):
    window.fulfil(ToGuide("guide.osteoporosis"))
    settle()
    page = window.stage.front.body
    press(window, Qt.Key.Key_Down, 4)
    assert page.verticalScrollBar().value() > 0
    press(window, Qt.Key.Key_Down, 30)
    assert page.verticalScrollBar().value() == page.verticalScrollBar().maximum()
    assert window.footer.isAncestorOf(QApplication.focusWidget())


def test_a_long_page_has_a_short_way_out_sideways(window):
    window.fulfil(ToGuide("guide.osteoporosis"))
    settle()
    press(window, Qt.Key.Key_Left, 6)
    assert window.footer.isAncestorOf(QApplication.focusWidget())


def test_the_keyboard_on_the_screen_is_typed_on_by_arrows_and_ok(window):
    window.fulfil(ToSearch())
    field = window.stage.front._field
    field._open.click()
    settle()
    press(window, Qt.Key.Key_Down)
    first = QApplication.focusWidget()
    assert first.property("look") == "key"
    press(window, Qt.Key.Key_Return)
    QTest.qWait(200)
    assert field.edit.text() == first.accessibleName()
    assert QApplication.focusWidget() is first


def test_arrows_stay_inside_what_covers_the_window(window):
    from ui.frame.cover import StillThere

    window.fulfil(ToHome())
    cover = StillThere(window, window.language)
    cover.count(9)
    assert not steer(window, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is cover.stay


def test_a_whole_journey_with_five_keys_only(open_window, tmp_path, monkeypatch):
    window = open_window(size=(1024, 600))
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    walk = Walk(window, pictures, by_arrows=True)
    pressed = []
    monkeypatch.setattr(walk, "key", lambda key: (pressed.append(key), Walk.key(walk, key)))
    journey(walk, "ar")
    assert set(pressed) <= {*ARROWS, Qt.Key.Key_Return}
    assert window.history.here == ToWelcome()
    assert window.state.visit == Visit(locale="en")
    assert len(list(tmp_path.glob("handout-*.pdf"))) == 1
    shutil.rmtree(pictures)
