"""A window at work on Spanish, on catalogues of its own."""

import shutil

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest

from tests.ui.places import ROOT
from ui.translating.opening import Work
from ui.translating.start import open_panel

LOCALES = ("en", "es_US", "en_XA", "ar_XB")


@pytest.fixture
def locales(tmp_path):
    for code in LOCALES:
        shutil.copytree(ROOT / "i18n/locales" / code, tmp_path / "locales" / code)
    return tmp_path / "locales"


@pytest.fixture
def open_work(application, real_store, locales, tmp_path):
    """Give the maker of panels; windows are shown, and gone after the test."""
    made = []

    def make(code="es_US", **more):
        work = Work(code=code, locales=locales, resources=ROOT / "resources", room=tmp_path / "room", **more)
        panel = open_panel(work, real_store, application)
        made.append(panel)
        QTest.qWait(20)
        return panel

    yield make
    for panel in made:
        for window in (panel.session.window, panel):
            window.close()
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def panel(open_work):
    return open_work()
