"""Every place, in three languages and two text sizes: each control named, large enough, reachable, nothing clipped."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QLabel, QLineEdit, QScrollBar, QWidget

from tests.ui.places import PLACES, STAFF_PLACES, told

CONTROLS = (QAbstractButton, QLineEdit, QAbstractSlider)
LEAST = 48


def shown(window, kind):
    return [one for one in window.findChildren(kind) if one.isVisible() and not isinstance(one, QScrollBar)]


def unnamed(window):
    controls = [one for kind in CONTROLS for one in shown(window, kind)]
    return [one for one in controls if not one.accessibleName().strip()]


def too_small(window):
    controls = [one for kind in CONTROLS for one in shown(window, kind) if one.property("look") != "key"]
    return [
        (one.accessibleName(), one.width(), one.height()) for one in controls if min(one.width(), one.height()) < LEAST
    ]


def clipped(window):
    return [(one.text()[:40], one.size(), one.sizeHint()) for one in shown(window, QLabel) if is_clipped(one)]


def is_clipped(label):
    if not label.text().strip():
        return False
    needs = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    return label.height() < needs or label.width() < label.minimumSizeHint().width()


def off_the_edge(window):
    return [one.accessibleName() for one in shown(window, QAbstractButton) if sticks_out(one, window)]


def sticks_out(button, window):
    left = button.mapTo(window, button.rect().topLeft()).x()
    return left < 0 or left + button.width() > window.width()


def unreachable(window):
    wants = [one for one in shown(window, QAbstractButton) if one.isEnabled() and one.property("look") != "key"]
    return [one.accessibleName() for one in wants if not one.focusPolicy() & Qt.FocusPolicy.TabFocus]


def settle():
    for _ in range(5):  # a table that turns into parts takes some rounds
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


@pytest.mark.parametrize("size", [(1024, 600), (1080, 1920)], ids=["landscape", "portrait"])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("locale", ["en", "es_US", "ar"])
def test_every_screen_can_be_read_and_touched(open_window, locale, percent, size):
    window = open_window(locale, "light", percent, size)
    window.state.replace(told(window.state.visit))
    wrong = {}
    for name, route in (PLACES | STAFF_PLACES).items():
        window.is_staff_in = name in STAFF_PLACES
        window.fulfil(route)
        settle()
        found = {
            "unnamed": unnamed(window), "small": too_small(window), "clipped": clipped(window),
            "out": off_the_edge(window), "unreachable": unreachable(window),
        }  # fmt: skip
        wrong |= {f"{name}.{fault}": what for fault, what in found.items() if what}
    assert wrong == {}


@pytest.mark.parametrize("locale", ["en_XA", "ar_XB"])
def test_longer_words_and_mirrored_words_still_fit(open_window, locale):
    window = open_window(locale, "light", 150, (1280, 800))
    window.state.replace(told(window.state.visit))
    for name, route in (PLACES | STAFF_PLACES).items():
        window.is_staff_in = name in STAFF_PLACES
        window.fulfil(route)
        settle()
        assert clipped(window) == []
        assert off_the_edge(window) == []


def test_a_clipped_label_is_found(application):
    label = QLabel("much longer than there is room for")
    label.resize(20, 10)
    assert is_clipped(label)


def test_the_stage_has_a_screen_for_every_place(window):
    for route in PLACES.values():
        window.fulfil(route)
        assert isinstance(window.stage.front, QWidget)
        assert window.stage.front.accessibleName()
