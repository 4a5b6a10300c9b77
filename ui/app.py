"""The composition root: what lives as long as the application is made here, and nowhere else."""

import os
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QDir, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from content.library import Library
from i18n.descriptor import codes
from i18n.errors import I18nError
from i18n.language import Language
from i18n.locales import LocaleInfo, load
from ui.desk import Desk
from ui.fonts import Fonts, keep_to
from ui.idle import IdleTimes
from ui.keeper import Keeper
from ui.look import Look
from ui.printer import NoPrinter, Printer
from ui.staff_room import StaffRoom
from ui.theme import ThemeError
from ui.visit_state import VisitState
from ui.window import Window

if TYPE_CHECKING:
    from clinic.usher import Line
    from ui.reader import Reader

_FAILED = 1
_BUS = "DBUS_SESSION_BUS_ADDRESS"


class Options(NamedTuple):
    """How to start: already checked by the command line. `text_percent` is one of `theme.TEXT_PERCENTS`."""

    windowed: bool
    locale: str
    text_percent: int
    theme: str
    resources: Path
    locales: Path
    size: tuple[int, int] = (1280, 800)
    printer: Printer = NoPrinter()
    offers_drafts: bool = True
    print_points: int = 12
    paper: str | None = None
    letterhead: tuple[str, ...] = ()
    times: IdleTimes = IdleTimes()
    staff: StaffRoom | None = None
    is_up_to_date: Callable[[], bool] = lambda: True
    give_up: Callable[[str], None] = lambda _said: None


def prepare(resources: Path, give_up: Callable[[str], None] | None = None) -> QApplication:
    """Make the Qt application, and tell it where our drawings are. `give_up` hears why Qt cannot, before it aborts."""
    keep_to(resources / "fonts")
    start_no_bus()
    known = QApplication.instance()
    application = known if isinstance(known, QApplication) else _opened(give_up)
    if known is not None:
        application.setStyle("Fusion")
    application.setApplicationName("Teachback")
    QDir.setSearchPaths("icon", [str(resources / "icons")])
    QDir.setSearchPaths("picture", [str(resources / "pictures")])
    QDir.setSearchPaths("keyboard", [str(resources / "keyboards")])
    return application


def start_no_bus() -> None:
    """Let Qt start no message bus of its own where the session has none: it would outlive the visit.

    A screen reader needs one, and a session that has it tells so by one of these two. Source: dbus-launch(1).
    """
    own = os.environ.get("XDG_RUNTIME_DIR")
    if own is None or not (Path(own) / "bus").exists():
        os.environ.setdefault(_BUS, "disabled:")


def _opened(give_up: Callable[[str], None] | None) -> QApplication:
    def hear(kind: QtMsgType, _place: object, said: str) -> None:
        if kind == QtMsgType.QtFatalMsg and give_up is not None:
            give_up(said)

    qInstallMessageHandler(hear if give_up else None)
    application = QApplication(["teachback", "-style", "fusion"])  # setStyle would name 600 parts of a style first
    qInstallMessageHandler(None)
    return application


def linguist(locales: Path, fonts: Fonts) -> Callable[[str], Language]:
    """Give the way to a language by its code: its words, and its letters on this screen."""

    @lru_cache(maxsize=32)
    def learn(code: str) -> Language:
        language = load(code, locales)
        fonts.load(language.fonts)
        return language

    return learn


def offered(library: Library, locales: Path, learn: Callable[[str], Language]) -> tuple[LocaleInfo, ...]:
    """List the languages to choose from: English, and those in which anything is ready to read.

    A language whose files are broken is left out (`locale check` names it).
    """
    ready = (code for code in codes(locales) if code == "en" or library.coverage(code).ready)
    return tuple(info for code in ready if (info := _info(code, learn)))


def _info(code: str, learn: Callable[[str], Language]) -> LocaleInfo | None:
    try:
        known = learn(code)
    except I18nError:
        return None
    return LocaleInfo(
        code=code, tag=known.tag, own_name=known.own_name, direction=known.direction, is_draft=known.is_draft
    )


def speaking_reader() -> "Reader":
    """Make who reads aloud, by the program of this machine."""
    from ui.reader import Reader  # noqa: PLC0415  when somebody first listens
    from ui.speech import EspeakVoice  # noqa: PLC0415

    return Reader(EspeakVoice())


def build(options: Options, library: Library, application: QApplication) -> Window:
    """Put the window together. Raises: ThemeError, I18nError."""
    fonts = Fonts(options.resources / "fonts")
    learn = linguist(options.locales, fonts)
    learn(options.locale)  # its letters, before anything is measured with them
    look = Look(application, options.resources / "themes", options.theme, options.text_percent)
    state = VisitState(options.locale, options.print_points, options.paper)
    tiles = offered(library, options.locales, learn)
    if not options.offers_drafts:
        tiles = tuple(info for info in tiles if not info.is_draft or info.code == options.locale)
    desk = Desk(library, state, tiles, learn, options.printer, options.letterhead, options.staff)
    window = Window(desk, look, speaking_reader, is_framed=options.windowed)
    Keeper(window, options.times)
    return window


def _sorry(language: Language) -> str:
    return language.gettext("Something went wrong here. Your answers are safe. Please go on, or ask staff.")


def report_to(window: Window) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Make the one hook for what nobody expected: the visit stays, the person reads a sentence.

    Staff find the place in the code. Only names of types and lines are written: values could be about a person.
    """

    def hook(kind: type[BaseException], _fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.leave()
            return
        import traceback  # noqa: PLC0415  where nothing fails nobody needs it

        from clinic.faults import note  # noqa: PLC0415

        places = tuple(f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(trace))
        if (room := window.desk.staff) is not None:
            note(room.folder, kind.__name__, places)  # for the report staff may write
        print(f"Teachback: {kind.__name__} at {' > '.join(places)}", file=sys.stderr)
        sentence = window.language.gettext(
            "Something went wrong here. Your answers are safe. Please go on, or ask staff."
        )
        QTimer.singleShot(0, window, lambda: window.banner.tell(sentence))  # it may have happened in another thread

    return hook


def run(options: Options, store: Callable[[], Library], line: "Line | None" = None) -> int:
    """Show the window until it is closed; give the exit status. With a line to an usher, one visit only.

    `store` gives the library once it is known to be whole: nothing is shown before.
    """
    application = prepare(options.resources, options.give_up)
    try:
        window = build(options, store(), application)
    except ThemeError as fault:
        print(f"The look “{options.theme}” cannot be read: {fault}. Install Teachback again.", file=sys.stderr)
        return _FAILED
    sys.excepthook = report_to(window)
    show = _windowed(window, options.size) if options.windowed else _on_the_whole_screen(window)
    if line is None:
        show()
    else:
        from ui.turn import Turn  # noqa: PLC0415

        Turn(window, line, show, options.is_up_to_date).begin()
    return application.exec()


def _windowed(window: Window, size: tuple[int, int]) -> Callable[[], None]:
    _dress(window, *size)
    return window.show


def _on_the_whole_screen(window: Window) -> Callable[[], None]:
    window.may_close = False
    screen = window.screen().size()
    _dress(window, screen.width(), screen.height())
    return window.showFullScreen


def _dress(window: Window, width: int, height: int) -> None:
    """Give a window its size and the look for it while nobody sees it: to dress it anew takes half a second."""
    window.resize(width, height)
    window.look.fit(width, height)
