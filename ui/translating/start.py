"""Run the application for a translator: the window, the panel beside it, and an eye on the catalogues."""

import sys
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from content.library import Library
from ui.app import prepare, report_to
from ui.translating.beside import Beside
from ui.translating.opening import Work, begin
from ui.translating.panel import Panel
from ui.translating.watch import Watch

_SIZE = (1280, 800)


def open_panel(work: Work, store: Path, application: QApplication) -> Panel:
    """Show the window and its panel, and watch the catalogues. Raises: ThemeError, I18nError, StoreError."""
    session = begin(work, Library.open(store), application)
    window = session.window
    window.resize(*_SIZE)
    panel = Panel(session, Beside(session, Library.open(store)))
    watch = Watch(session.catalogue.folder, panel)
    watch.saved.connect(session.look)
    window.move(QPoint(0, 0))
    window.show()
    panel.move(_SIZE[0] + 8, 0)
    panel.show()
    session.look()  # names what is broken from the start
    return panel


def run(work: Work, store: Path) -> int:
    """Show both until they are closed; give the exit status."""
    application = prepare(work.resources)
    panel = open_panel(work, store, application)
    sys.excepthook = report_to(panel.session.window)
    return application.exec()
