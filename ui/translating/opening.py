"""Put together a window at work on one language: with a staff room of nobody's, and without an end for idleness."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from clinic.settings import Settings
from content.library import Library
from i18n.language import Language
from i18n.live.catalogue import LiveCatalogue
from i18n.locales import LocaleInfo
from ui.app import linguist, speaking_reader
from ui.desk import Desk
from ui.fonts import Fonts
from ui.idle import IdleTimes
from ui.keeper import Keeper
from ui.look import Look
from ui.printer import NoPrinter
from ui.staff_room import StaffRoom
from ui.translating.session import Session, Voice
from ui.visit_state import VisitState
from ui.window import Window

_FOR_EVER: Final = IdleTimes(idle=10**9, warn=10**9, curtain=10**6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What to work on, and with what. `room` is an empty folder for whatever the staff's pages write."""

    code: str
    locales: Path
    resources: Path
    room: Path
    text_percent: int = 100
    theme: str = "light"
    voice: Callable[[LiveCatalogue], Voice] = Voice


def begin(work: Work, library: Library, application: QApplication) -> Session:
    """Make the window and the session that holds it; it is not shown yet. Raises: ThemeError, I18nError."""
    catalogue = LiveCatalogue(work.code, work.locales)
    catalogue.reread()
    fonts = Fonts(work.resources / "fonts")
    learn = linguist(work.locales, fonts)
    learn("en")
    fonts.load(catalogue.known.fonts)
    session = Session(work.voice(catalogue), library, learn)
    look = Look(application, work.resources / "themes", work.theme, work.text_percent)
    room = StaffRoom(folder=work.room, settings=Settings())
    state = VisitState(work.code)
    languages = tuple(_info(session.learn(code)) for code in dict.fromkeys(("en", work.code)))
    desk = Desk(library, state, languages, session.learn, NoPrinter(), staff=room)
    window = Window(desk, look, speaking_reader)
    Keeper(window, _FOR_EVER)
    session.hold(window)
    return session


def _info(known: Language) -> LocaleInfo:
    return LocaleInfo(
        code=known.code, tag=known.tag, own_name=known.own_name, direction=known.direction, is_draft=known.is_draft
    )
