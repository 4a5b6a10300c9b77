"""What stands around the screens: header, banner, footer and tray."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from i18n.language import Language
from ui.desk import Desk
from ui.frame.header import Header
from ui.look import Look
from ui.routes import History, Route, ToFinish, ToHandout, ToHelp, ToHome, ToLanguages, ToSearch, ToWelcome
from ui.widgets.spaces import column, row
from ui.wishes import GoBack, GoForward

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.frame.banner import Banner
    from ui.frame.footer import Footer
    from ui.frame.tray import Tray

_WITHOUT_FOOTER = (ToWelcome, ToLanguages)
_WITHOUT_TRAY = ("handout", "finish", "preview", "code", "staff_door")
_PARTS = ("header", "banner", "footer", "tray")
_TRAY_MS = 120
"""Until the tray shows what changed: the screen comes first."""


class Surround(QObject):
    """The frame around a stage. All but the header is made when it is first needed: the greeting has none of it.

    `wished` carries the wish of who touched something here.
    """

    wished = Signal(object)

    def __init__(self, owner: QWidget, stage: QWidget, desk: Desk, language: Language) -> None:
        super().__init__(owner)
        self._stage, self._desk = stage, desk
        self._language = language
        self.header = Header(language)
        self._whole, self._middle = column(owner, space=0), row(space=0)
        self._whole.addWidget(self.header)
        self._middle.addWidget(stage, 1)
        self._whole.addLayout(self._middle, 1)
        self.header.language_wanted.connect(partial(self.wished.emit, ToLanguages()))
        self.header.help_wanted.connect(partial(self.wished.emit, ToHelp()))
        self.header.finish_wanted.connect(partial(self.wished.emit, ToFinish()))
        self._wait = QTimer(self, singleShot=True, interval=_TRAY_MS)
        self._wait.timeout.connect(self._fill)
        desk.state.changed.connect(self._wait.start)

    @cached_property
    def banner(self) -> "Banner":
        """Give the line for one sentence."""
        from ui.frame.banner import Banner  # noqa: PLC0415  the greeting has none; the same below

        banner = Banner(self._language)
        self._stage.setMinimumHeight(1)  # its pages scroll, and the sentence must be read whole
        self._whole.insertWidget(2, banner)
        return banner

    @cached_property
    def footer(self) -> "Footer":
        """Give the footer."""
        from ui.frame.footer import Footer  # noqa: PLC0415

        footer = Footer(self._language)
        footer.hide()
        self._whole.addWidget(footer)
        footer.back_wanted.connect(partial(self.wished.emit, GoBack()))
        footer.forward_wanted.connect(partial(self.wished.emit, GoForward()))
        footer.home_wanted.connect(partial(self.wished.emit, ToHome()))
        footer.search_wanted.connect(partial(self.wished.emit, ToSearch()))
        footer.handout_wanted.connect(partial(self.wished.emit, ToHandout()))
        return footer

    @cached_property
    def tray(self) -> "Tray":
        """Give the tray *My handout*."""
        from ui.frame.tray import Tray  # noqa: PLC0415

        tray = Tray(self._language)
        tray.hide()
        self._middle.addWidget(tray)
        tray.handout_wanted.connect(partial(self.wished.emit, ToHandout()))
        return tray

    def _made(self) -> "Iterator[Header | Banner | Footer | Tray]":
        return (vars(self)[name] for name in _PARTS if name in vars(self))

    def speak(self, language: Language) -> None:
        """Use another language."""
        self._language = language
        for part in tuple(self._made()):
            part.language = language
            QCoreApplication.sendEvent(part, QEvent(QEvent.Type.LanguageChange))
        self._wait.start()

    def hush(self) -> None:
        """Take back what the banner says."""
        if "banner" in vars(self):
            self.banner.fall_silent()

    def fit(self, history: History[Route], look: Look, width: int) -> None:
        """Show what belongs around a place, in a window of this width in pixels."""
        here = history.here
        self.header.show_finish(not isinstance(here, ToWelcome))
        self.header.show_limits(look.is_smallest, look.is_largest)
        if not isinstance(here, _WITHOUT_FOOTER):
            self.footer.show_ways(bool(history.behind), bool(history.ahead))
            self.footer.show()
        elif "footer" in vars(self):
            self.footer.hide()
        self.fit_tray(here, look, width)

    def fit_tray(self, here: Route, look: Look, width: int) -> None:
        """Show the tray where there is room for it and the place has one."""
        has_place = not (isinstance(here, _WITHOUT_FOOTER) or here.is_for_staff or here.screen in _WITHOUT_TRAY)
        is_shown = has_place and look.has_room_for_tray(width)
        if is_shown or "tray" in vars(self):
            self.tray.setVisible(is_shown)

    def catch_up(self) -> None:
        """Fill the tray now, where it would be filled soon."""
        if self._wait.isActive():
            self._wait.stop()
            self._fill()

    def _fill(self) -> None:
        from ui.leaflet import parts  # noqa: PLC0415  plan and sheet are 80 ms of modules the greeting does not need

        state = self._desk.state
        shown = parts(state.visit, state.arrangement, self._desk.library, self._language)
        self.tray.show_sections(part.section for part in shown)
        self.footer.show_parts(len(shown))


class Surrounded(QWidget):
    """A window with a stage and what stands around it."""

    around: Surround

    @property
    def header(self) -> Header:
        """Give the header."""
        return self.around.header

    @property
    def banner(self) -> "Banner":
        """Give the line for one sentence."""
        return self.around.banner

    @property
    def footer(self) -> "Footer":
        """Give the footer."""
        return self.around.footer

    @property
    def tray(self) -> "Tray":
        """Give the tray *My handout*."""
        return self.around.tray
