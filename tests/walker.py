"""A person at a window, who touches, types, tabs or steers by arrows, and keeps a picture of each step."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from ui.widgets.scroll import Scroll
from ui.window import Window

MOST_TABS = 400
MOST_ARROWS = 120


@dataclass
class Walk:
    """One person at one window, by hand, by keys alone, or by five keys alone."""

    window: Window
    out: Path
    by_keys: bool = False
    by_arrows: bool = False
    steps: list[str] = field(default_factory=list)

    def picture(self, name: str) -> None:
        """Keep a picture of the window."""
        QTest.qWait(160)
        self.steps.append(name)
        self.window.grab().save(str(self.out / f"{len(self.steps):02}-{name}.png"))

    def say(self, message: str, **places: str) -> str:
        """Give an interface sentence as the window speaks it now."""
        return self.window.language.gettext(message).format(**places)

    def press(self, name: str) -> None:
        """Press the button of this name, wherever it is."""
        self.press_widget(self.button(name))

    def button(self, name: str) -> QAbstractButton:
        """Find a button that is shown. Raises: LookupError."""
        every = [one for one in self.buttons() if one.isEnabled()]
        found = [one for one in every if one.accessibleName() == name] or [
            one for one in every if name in one.accessibleName()
        ]
        if not found:
            raise LookupError(f"no button {name!r}; there are {[one.accessibleName() for one in every]}")
        return found[-1] if len(found) > 1 and found[0].window() is not found[-1].window() else found[0]

    def press_widget(self, widget: QWidget) -> None:
        """Touch a control, or move to it by Tab or by arrows and press Enter."""
        if self.by_keys or self.by_arrows:
            if self.by_arrows:
                steer_to(widget, self.window, self.key)
            else:
                self.tab_to(widget)
            self.key(Qt.Key.Key_Return)
            self.wait_for(lambda: not (isValid(widget) and is_down(widget)), "the button to come up")
        else:
            self.reveal(widget)
            at = widget.mapTo(self.window, QPoint(widget.width() // 2, widget.height() // 2))
            QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
        QTest.qWait(40)

    def key(self, key: Qt.Key) -> None:
        """Press a key, as the desktop would send it."""
        QTest.keyClick(self.window.windowHandle(), key)

    def tab_to(self, widget: QWidget) -> None:
        """Move the focus by Tab until the control has it. Raises: LookupError where Tab never gets there."""
        for _ in range(MOST_TABS):
            if QApplication.focusWidget() is widget:
                return
            self.key(Qt.Key.Key_Tab)
        raise LookupError(f"Tab does not reach {widget.accessibleName()!r}")

    def reveal(self, widget: QWidget) -> None:
        """Scroll until the control is in view."""
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget, 20, 60)
            above = above.parentWidget()
        QTest.qWait(10)

    def type(self, text: str) -> None:
        """Type into the field that has the focus; by five keys, on the keyboard of the screen."""
        if self.by_arrows:
            self.press(self.say("Keyboard on the screen"))
            if any(one.accessibleName() == self.say("Other letters") for one in self.buttons()):
                self.press(self.say("Other letters"))
        for letter in text:
            if self.by_arrows:
                self.press_widget(self.letter_key(letter))
            else:
                QTest.keyClick(self.window.windowHandle(), letter)
        QTest.qWait(150)

    def buttons(self) -> list[QAbstractButton]:
        """List the buttons that are shown."""
        return [one for one in self.window.findChildren(QAbstractButton) if one.isVisible()]

    def letter_key(self, letter: str) -> QAbstractButton:
        """Find a key of the keyboard on the screen."""
        return next(one for one in self.buttons() if one.property("look") == "key" and one.accessibleName() == letter)

    def wait_for(self, is_so: Callable[[], bool], what: str, seconds: float = 180) -> None:
        """Wait until something is so, long enough for a machine busy with other things. Raises: TimeoutError."""
        end = time.monotonic() + seconds
        while not is_so():
            if time.monotonic() > end:
                raise TimeoutError(f"{what}: not after {seconds:.0f} seconds")
            QTest.qWait(50)


def said(button: QAbstractButton) -> str:
    """Give all that a screen reader says of a button."""
    return f"{button.accessibleName()} {button.accessibleDescription()}"


def steer_to(widget: QWidget, window: QWidget, press: Callable[[Qt.Key], None]) -> None:
    """Press the arrow that leads towards a control until it has the focus, as somebody does who sees where it stands.

    Raises: LookupError where the arrows do not get there.
    """
    for _ in range(MOST_ARROWS):
        here = QApplication.focusWidget()
        if here is widget:
            return
        for key in towards(widget, here or window, window):
            before = (QApplication.focusWidget(), scrolled(window))
            press(key)
            if (QApplication.focusWidget(), scrolled(window)) != before:
                break
    raise LookupError(f"the arrows do not reach {widget.accessibleName()!r}")


def towards(widget: QWidget, here: QWidget, window: QWidget) -> tuple[Qt.Key, ...]:
    """List the arrows that lead from one control towards another: up or down first, then sideways, then the rest."""
    to, start = (QRect(one.mapTo(window, QPoint(0, 0)), one.size()) for one in (widget, here))
    page = next((one for one in window.findChildren(Scroll) if one.isAncestorOf(widget)), None)
    if page is not None:
        view = QRect(page.viewport().mapTo(window, QPoint(0, 0)), page.viewport().size())
        if page.isAncestorOf(here):
            start = start if view.intersects(start) else QRect(start.left(), view.center().y(), start.width(), 1)
        else:  # on the page, wherever it would be below the footer
            to = to & view if view.intersects(to) else QRect(to.left(), view.center().y(), to.width(), 1)
    upright = (Qt.Key.Key_Down,) if to.top() > start.bottom() else (Qt.Key.Key_Up,) if to.bottom() < start.top() else ()
    is_right = to.center().x() > start.center().x()
    sideways = (Qt.Key.Key_Right, Qt.Key.Key_Left) if is_right else (Qt.Key.Key_Left, Qt.Key.Key_Right)
    return (*upright, *sideways, Qt.Key.Key_Down, Qt.Key.Key_Up)


def scrolled(window: QWidget) -> tuple[int, ...]:
    """Tell how far every page is scrolled."""
    return tuple(page.verticalScrollBar().value() for page in window.findChildren(Scroll))


def is_down(widget: QWidget) -> bool:
    """Tell whether a button is shown pressed, as it is for a moment after a key."""
    return isinstance(widget, QAbstractButton) and widget.isDown()
