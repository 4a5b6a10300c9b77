"""Contrast as it is on the screen, measured from pixels: the ground of each word against its farthest colour."""

from collections import Counter

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QLineEdit

from tests.ui.places import PLACES, STAFF_PLACES, told
from tests.ui.test_every_screen import settle
from ui.routes import ToPreview
from ui.widgets.paper import PageView
from ui.widgets.picture import Picture

LEAST = {"light": 4.5, "dark": 4.5, "high": 7.0}


def brightness(pixel: int) -> float:
    """Give the relative luminance of a colour (WCAG 2.2)."""
    parts = [(pixel >> shift & 255) / 255 for shift in (16, 8, 0)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(image: QImage) -> float:
    """Compare the commonest colour with the one farthest from it."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    found = Counter(memoryview(plain.constBits()).cast("I").tolist())
    ground, others = brightness(found.most_common(1)[0][0]), [brightness(one) for one in found]
    return max((max(ground, one) + 0.05) / (min(ground, one) + 0.05) for one in (min(others), max(others)))


def words_in_view(window):
    return [
        one for one in (*window.findChildren(QLabel), *window.findChildren(QLineEdit))
        if one.isVisible() and one.isEnabled() and said(one).strip() and not one.visibleRegion().isEmpty()
    ]  # fmt: skip


def said(part):
    """Give the words of a label, or of a field: what stands in it until somebody types."""
    return part.text() or (part.placeholderText() if isinstance(part, QLineEdit) else "")


def pale(window, least):
    """List the words whose letters stand out too little, as the window draws them."""
    whole = window.grab().toImage()
    found = {}
    for label in words_in_view(window):
        seen = label.visibleRegion().boundingRect()
        measured = contrast(whole.copy(seen.translated(label.mapTo(window, seen.topLeft()) - seen.topLeft())))
        if measured < least and seen.height() > label.fontMetrics().height() // 2:
            found[said(label)[:40]] = round(measured, 2)
    return found


@pytest.mark.parametrize("theme", list(LEAST))
def test_words_stand_out_on_every_screen(open_window, theme):
    window = open_window("en", theme, 100, (1024, 768))
    window.state.replace(told(window.state.visit))
    found = {}
    for name, route in (PLACES | STAFF_PLACES).items():
        window.is_staff_in = name in STAFF_PLACES
        window.fulfil(route)
        settle()
        if wrong := pale(window, LEAST[theme]):
            found[name] = wrong
    assert found == {}


@pytest.mark.parametrize("theme", list(LEAST))
def test_words_stand_out_around_and_on_the_pages_that_print(open_window, theme, qtbot):
    window = open_window("en", theme, 100, (1024, 1600))
    window.state.replace(told(window.state.visit))
    window.fulfil(ToPreview())
    qtbot.waitUntil(lambda: not window.stage.front.is_busy and bool(window.findChildren(PageView)), timeout=60_000)
    settle()
    assert pale(window, LEAST[theme]) == {}
    pages = [one for one in window.findChildren(PageView) if not one.visibleRegion().isEmpty()]
    assert pages and all(contrast(one.grab().toImage()) >= LEAST[theme] for one in pages)


def test_pale_words_are_found(open_window):
    window = open_window()
    label = next(one for one in reversed(words_in_view(window)) if isinstance(one, QLabel))
    label.setStyleSheet("color: #aaaaaa; background: white")
    settle()
    assert list(pale(window, 4.5).values()) == [pytest.approx(2.32, abs=0.02)]


@pytest.mark.parametrize("theme", ["dark", "high"])
def test_a_picture_stands_on_white_in_every_theme(open_window, theme):
    window = open_window(theme=theme)
    window.fulfil(PLACES["guide"])
    settle()
    picture = window.stage.front.findChildren(Picture)[0]
    image = picture.grab().toImage()
    assert image.pixelColor(image.width() // 2, 8).lightness() == 255
