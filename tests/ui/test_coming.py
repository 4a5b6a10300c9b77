"""What is new on a page stands in its place before anything is drawn."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QDeadlineTimer
from PySide6.QtTest import QTest

from ui.routes import ToHome, ToPreview
from ui.widgets.paper import PageView
from visit.visit import Taken


def test_pages_of_the_handout_are_never_pressed_flat(open_window):
    window = open_window()
    window.fulfil(ToPreview())
    screen = window.stage.front
    found = []
    screen._work.done.connect(lambda _pdf: found.extend(screen.findChildren(PageView)))
    sizes = []
    screen._work.done.connect(lambda _pdf: sizes.extend(view.size() for view in found))
    deadline = QDeadlineTimer(60_000)
    while not sizes and not deadline.hasExpired():
        QTest.qWait(10)
    assert sizes
    assert all(size.height() > size.width() for size in sizes)


def test_parts_of_the_tray_are_there_as_soon_as_it_knows_them(open_window):
    window = open_window()
    window.fulfil(ToHome())
    QCoreApplication.processEvents()
    window.state.replace(replace(window.state.visit, medicines=(Taken("medicine.warfarin"),)))
    window.around.catch_up()
    parts = window.tray._list.column
    boxes = [parts.itemAt(place).widget() for place in range(parts.count() - 1)]
    assert boxes
    assert all(box.isVisible() and box.height() >= box.sizeHint().height() // 2 for box in boxes)
    assert len({box.y() for box in boxes}) == len(boxes)
