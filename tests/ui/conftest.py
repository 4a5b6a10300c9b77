"""A whole window on the real content, in any language, look and size."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from clinic.settings import Settings
from content.build import build as build_store
from content.library import Library
from content.pack import Pack
from i18n.catalogue import content_translations
from tests.ui.places import ROOT
from ui.app import Options, build, prepare
from ui.printer import FolderPrinter
from ui.staff_room import StaffRoom
from ui.window import Window

OpenWindow = Callable[..., Window]
SPOKEN = ("es_US", "ar")
LOCALES = ROOT / "i18n/locales"


@pytest.fixture(scope="session")
def library(real_pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """What we teach, in English and in the languages we really speak."""
    path = tmp_path_factory.mktemp("taught") / "content.db"
    build_store(real_pack, {code: content_translations(code, LOCALES) for code in SPOKEN}, path)
    opened = Library.open(path)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(scope="session")
def application(qapp: QApplication) -> QApplication:
    return prepare(ROOT / "resources")


@pytest.fixture
def undressed(application: QApplication) -> QApplication:
    """Give the application without the look that a window of another test left on it."""
    application.setStyleSheet("")
    return application


@pytest.fixture
def open_window(application: QApplication, library: Library, tmp_path: Path) -> Iterator[OpenWindow]:
    """Give the maker of windows; each is shown, and gone after the test. Its printer keeps PDFs in `tmp_path`."""
    made: list[Window] = []
    room = StaffRoom(folder=tmp_path / "staff", settings=Settings())

    def make(
        locale: str = "en",
        theme: str = "light",
        percent: int = 100,
        size: tuple[int, int] = (1280, 800),
        **more: object,
    ) -> Window:
        options = Options(
            windowed=True, locale=locale, text_percent=percent, theme=theme,
            resources=ROOT / "resources", locales=LOCALES,
            **{"printer": FolderPrinter(tmp_path), "staff": room, **more},
        )  # fmt: skip
        window = build(options, library, application)
        window.resize(*size)
        window.show()
        QCoreApplication.processEvents()
        made.append(window)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(open_window: OpenWindow) -> Window:
    return open_window()
