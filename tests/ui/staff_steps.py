"""What staff do again and again in the tests: choose the PIN, come in, read what stands there."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from ui.routes import ToStaff

PIN = "493817"


def words(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def let_in(window):
    window.desk.staff.pin.choose(PIN)
    window.fulfil(ToStaff())
    window.stage.front._take(PIN)


def after_events():
    for _turn in range(3):
        QCoreApplication.processEvents()
