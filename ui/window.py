"""The window: it knows where the person is, holds the visit, and fulfils what the screens wish for."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property, partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from ui.desk import Desk
from ui.frame.banner import Banner
from ui.frame.footer import Footer
from ui.frame.header import Header
from ui.frame.tray import Tray
from ui.input_watch import InputWatch
from ui.look import Look
from ui.reader import Reader
from ui.routes import History, Route, ToFinish, ToHandout, ToHelp, ToHome, ToLanguages, ToSearch, ToStaffDoor, ToWelcome
from ui.speech import Silence, silence_words
from ui.stage import Stage
from ui.translator import LanguageTranslator
from ui.warm_up import WarmUp, collect_garbage, modules
from ui.widgets.spaces import column, row
from ui.wishes import Erase, GoBack, SpeakLanguage, Swap, Tell, Wish

_WITHOUT_FOOTER = (ToWelcome, ToLanguages)
_WITHOUT_TRAY = ("preview", "code", "staff_door")
_LATER = ("footer", "banner", "tray")
_SOON = ("home", "quizzes", "medicines", "question", "findings", "about_me", "food", "nutrients", "learn", "guide",
         "studies", "study", "reasons", "search", "handout", "help", "finish", "preview")  # fmt: skip


class Window(QWidget):
    """Everything a person sees.

    `asked` carries a wish that is for the keeper of the visit; `erasing` comes before everything is forgotten; `erased`
    after; `stirred` follows each touch and key.
    """

    asked = Signal(object)
    erasing = Signal()
    erased = Signal()
    stirred = Signal()

    def __init__(self, desk: Desk, look: Look, reader: Reader) -> None:
        super().__init__()
        self.setObjectName("window")
        self.desk = desk
        self.state = desk.state
        self.look = look
        self.reader = reader
        self.language = desk.learn(desk.state.locale)
        self._start_code = self.language.code
        self._translator = LanguageTranslator(self.language)
        QCoreApplication.installTranslator(self._translator)
        self.history: History[Route] = History(ToWelcome())
        self.header = Header(self.language)
        self.stage = Stage(desk, self.language)
        self._watch = InputWatch(self)
        self._watch.stirred.connect(self.stirred)
        self.warm_up = WarmUp(self._soon(), self)
        self.stirred.connect(self.warm_up.rest)
        self.is_staff_in = False
        self.may_close = True
        self._whole, self._middle = column(self, space=0), row(space=0)
        self._whole.addWidget(self.header)
        self._middle.addWidget(self.stage, 1)
        self._whole.addLayout(self._middle, 1)
        self._connect()
        self._show_here()

    @cached_property
    def banner(self) -> Banner:
        """Give the line for one sentence, made when it is first needed."""
        banner = Banner(self.language)
        self._whole.insertWidget(2, banner)
        return banner

    @cached_property
    def footer(self) -> Footer:
        """Give the footer, made when it is first needed: the greeting has none."""
        footer = Footer(self.language)
        footer.hide()
        self._whole.addWidget(footer)
        footer.back_wanted.connect(lambda: self.fulfil(GoBack()))
        footer.forward_wanted.connect(self._forward)
        footer.home_wanted.connect(lambda: self.fulfil(ToHome()))
        footer.search_wanted.connect(lambda: self.fulfil(ToSearch()))
        footer.handout_wanted.connect(lambda: self.fulfil(ToHandout()))
        return footer

    @cached_property
    def tray(self) -> Tray:
        """Give the tray, made when it is first needed: the greeting has none."""
        tray = Tray(self.language)
        tray.hide()
        self._middle.addWidget(tray)
        tray.handout_wanted.connect(lambda: self.fulfil(ToHandout()))
        return tray

    def _soon(self) -> Iterator[Callable[[], object]]:
        """List what to have ready once the greeting is painted: the parts around a screen, then screen by screen."""
        yield collect_garbage
        yield from modules(
            "content.model", "visit.visit", "visit.safety", "ui.page_screen", "visit.sheet", "ui.leaflet"
        )
        for part in _LATER:
            yield partial(getattr, self, part)
        for name in _SOON:
            yield from modules(f"ui.screens.{name}")
            yield partial(self.stage.prepare, name)

    def _connect(self) -> None:
        header = self.header
        header.language_wanted.connect(lambda: self.fulfil(ToLanguages()))
        header.larger_wanted.connect(lambda: self._change_look(self.look.larger))
        header.smaller_wanted.connect(lambda: self._change_look(self.look.smaller))
        header.contrast_wanted.connect(lambda: self._change_look(self.look.next_theme))
        header.speech_wanted.connect(self._read_aloud)
        header.help_wanted.connect(lambda: self.fulfil(ToHelp()))
        header.finish_wanted.connect(lambda: self.fulfil(ToFinish()))
        self.stage.wished.connect(self.fulfil)
        self.reader.changed.connect(header.show_speaking)
        self.reader.failed.connect(self._tell_silence)
        self._tray_timer = QTimer(self, singleShot=True, interval=120)
        self._tray_timer.timeout.connect(self._fill_tray)
        self.state.changed.connect(self._tray_timer.start)

    def fulfil(self, wish: Wish) -> None:
        """Do what a screen wishes for."""
        match wish:
            case Route():
                self._move(self.history.go(wish))
            case Swap(to):
                self._move(self.history.swap(to))
            case GoBack():
                self._move(self.history.back())
            case SpeakLanguage(code):
                if code != self.language.code:
                    self.speak(code)
            case Tell(sentence):
                self.banner.tell(sentence)
            case Erase():
                self.erase()
            case _for_the_keeper:
                self.asked.emit(wish)

    def _forward(self) -> None:
        self._move(self.history.forward())

    def _move(self, history: History[Route]) -> None:
        if history != self.history:
            self.history = history
            self._hide_banner()
            self._show_here()

    def _show_here(self) -> None:
        self.reader.stop()
        self.history = self._allowed(self.history)
        here = self.history.here
        screen = self.stage.show_route(here)
        self._fit_footer()
        self.header.show_finish(not isinstance(here, ToWelcome))
        self.header.show_limits(self.look.is_smallest, self.look.is_largest)
        self._fit_tray()
        self.setWindowTitle(self.language.gettext("Teachback"))
        screen.setAccessibleName(screen.title())
        if (first := screen.begin()) is not None:
            reason = Qt.FocusReason.TabFocusReason if self._watch.is_by_keys else Qt.FocusReason.OtherFocusReason
            first.setFocus(reason)

    def _allowed(self, wanted: History[Route]) -> History[Route]:
        """Lead to the staff's door who may not go further; who leaves the staff's pages has closed them."""
        is_door = isinstance(wanted.here, ToStaffDoor)
        if not (wanted.here.is_for_staff or is_door):
            self.is_staff_in = False
        elif self.desk.staff is None:
            return wanted.swap(ToHome())
        elif not (self.is_staff_in or is_door):
            return wanted.swap(ToStaffDoor())
        return wanted

    @property
    def has_begun(self) -> bool:
        """Tell whether anybody went past the greeting."""
        return not isinstance(self.history.here, ToWelcome) or bool(self.history.behind)

    def leave(self) -> None:
        """Close for good, which on a kiosk only staff may."""
        self.may_close = True
        self.close()

    def _fit_footer(self) -> None:
        if not isinstance(self.history.here, _WITHOUT_FOOTER):
            self.footer.show_ways(bool(self.history.behind), bool(self.history.ahead))
            self.footer.show()
        elif self._has("footer"):
            self.footer.hide()

    def _hide_banner(self) -> None:
        if self._has("banner"):
            self.banner.hide()

    def _has(self, part: str) -> bool:
        return part in vars(self)

    def speak(self, code: str) -> None:
        """Use another language at once, everywhere."""
        self.language = self.desk.learn(code)
        self.reader.stop()
        self._translator.speak(self.language)
        for part in (self.header, *(getattr(self, name) for name in _LATER if self._has(name))):
            part.language = self.language
        self.stage.speak(self.language)
        self.state.replace(replace(self.state.visit, locale=code))
        if (application := QCoreApplication.instance()) is not None:
            QCoreApplication.sendEvent(application, QEvent(QEvent.Type.LanguageChange))
        self._show_here()
        self._tray_timer.start()

    def erase(self) -> None:
        """Forget the visit and greet the next person in the language the machine started with."""
        self.reader.stop()
        self.erasing.emit()
        for button in self.findChildren(QAbstractButton):
            button.setDown(False)  # a key that was still held is not the next person's
        self.stage.clear()
        self.state.begin_again()
        self.history = History(ToWelcome())
        self.look.begin_again()
        self._hide_banner()
        self.speak(self._start_code)
        self.erased.emit()

    def _change_look(self, change: Callable[[], None]) -> None:
        self.reader.stop()
        self.stage.keep_front()
        change()
        self.header.show_limits(self.look.is_smallest, self.look.is_largest)
        self._fit_tray()

    def _read_aloud(self) -> None:
        if self.reader.is_speaking:
            self.reader.stop()
        elif not self.reader.is_there():
            self._tell_silence(Silence.NO_PROGRAM)
        elif (screen := self.stage.front) is not None:
            self.reader.read(screen.spoken(), self.language.tag)

    def _tell_silence(self, why: Silence) -> None:
        self.banner.tell(silence_words(why, self.language))

    def _fill_tray(self) -> None:
        from ui.leaflet import parts  # noqa: PLC0415  plan and sheet are 80 ms of modules the greeting does not need

        shown = parts(self.state.visit, self.state.arrangement, self.desk.library, self.language)
        self.tray.show_sections(part.section for part in shown)
        self.footer.show_parts(len(shown))

    def _fit_tray(self) -> None:
        here = self.history.here
        is_wide = self.look.has_room_for_tray(self.width())
        has_place = not isinstance(here, (*_WITHOUT_FOOTER, ToHandout, ToFinish)) and here.screen not in _WITHOUT_TRAY
        has_place = has_place and not here.is_for_staff
        if (is_wide and has_place) or self._has("tray"):
            self.tray.setVisible(is_wide and has_place)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look.fit(event.size().width(), event.size().height())
        self._fit_tray()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (handle := self.windowHandle()) is not None:
            self._watch.watch(handle)
        self.warm_up.begin()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.may_close)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.history.behind:
            self.fulfil(GoBack())
        else:
            super().keyPressEvent(event)
