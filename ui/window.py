"""The window: it knows where the person is, holds the visit, and fulfils what the screens wish for."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton

from ui.desk import Desk
from ui.input_watch import InputWatch
from ui.listening import Listening
from ui.look import Look
from ui.override import override
from ui.routes import History, Route, ToWelcome, allowed, belongs_to_staff
from ui.stage import Stage
from ui.surround import Surround, Surrounded
from ui.translator import LanguageTranslator, read_from_side_of
from ui.warm_up import WarmUp, first_steps, next_steps
from ui.wishes import Erase, GoBack, GoForward, SpeakLanguage, Swap, Tell, Wish

if TYPE_CHECKING:
    from ui.reader import Reader


class Window(Surrounded):
    """Everything a person sees.

    `asked` carries a wish that is for the keeper of the visit; `erasing` comes before everything is forgotten; `erased`
    after; `stirred` follows each touch and key. `make_reader` gives who reads aloud, once somebody listens.
    """

    asked = Signal(object)
    erasing = Signal()
    erased = Signal()
    stirred = Signal()

    def __init__(self, desk: Desk, look: Look, make_reader: "Callable[[], Reader]", *, is_framed: bool = True) -> None:
        translator = LanguageTranslator(desk.learn(desk.state.locale))
        QCoreApplication.installTranslator(translator)  # before the window is there, which Qt would tell of it all over
        super().__init__(f=Qt.WindowType.Window if is_framed else Qt.WindowType.FramelessWindowHint)
        self._translator = translator
        self.setObjectName("window")
        self.desk, self.state = desk, desk.state
        self.look = look
        self.language = desk.learn(desk.state.locale)
        self._start_code = self.language.code
        self.history: History[Route] = History(ToWelcome())
        self.stage = Stage(desk, self.language)
        self.around = Surround(self, self.stage, desk, self.language)
        self._watch = InputWatch(self)
        self.warm_up = WarmUp(first_steps(self.stage, self.around, desk), self)
        self.is_staff_in, self.may_close = False, True
        self.listening = Listening(self, make_reader)
        self._connect()
        read_from_side_of(self.language)
        self._show_here()

    def _connect(self) -> None:
        header = self.header
        header.larger_wanted.connect(lambda: self._change_look(self.look.larger))
        header.smaller_wanted.connect(lambda: self._change_look(self.look.smaller))
        header.contrast_wanted.connect(lambda: self._change_look(self.look.next_theme))
        self.around.wished.connect(self.fulfil)
        self.stage.wished.connect(self.fulfil)
        self._watch.stirred.connect(self.stirred)
        self.stirred.connect(self.warm_up.rest)
        self.state.changed.connect(self._get_ready)

    def fulfil(self, wish: Wish) -> None:
        """Do what a screen wishes for."""
        match wish:
            case Route():
                self._move(self.history.go(wish))
            case Swap(to):
                self._move(self.history.swap(to))
            case GoBack():
                self._move(self.history.back())
            case GoForward():
                self._move(self.history.forward())
            case SpeakLanguage(code):
                if code != self.language.code:
                    self.speak(code)
            case Tell(sentence, tone):
                self.banner.tell(sentence, tone)
            case Erase():
                self.erase()
            case _for_the_keeper:
                self.asked.emit(wish)

    def _move(self, history: History[Route]) -> None:
        if history != self.history:
            self.history = history
            self.around.hush()
            self._show_here()
            self._get_ready()

    def _show_here(self) -> None:
        self.listening.hush()
        self.is_staff_in = self.is_staff_in and belongs_to_staff(self.history.here)  # who leaves has closed them
        self.history = allowed(self.history, has_staff=self.desk.staff is not None, is_staff_in=self.is_staff_in)
        here = self.history.here
        screen = self.stage.show_route(here)
        self.around.fit(self.history, self.look, self.width())
        self.setWindowTitle(self.language.gettext("Teachback"))
        screen.setAccessibleName(screen.title())
        if (first := screen.begin()) is not None:
            reason = Qt.FocusReason.TabFocusReason if self._watch.is_by_keys else Qt.FocusReason.OtherFocusReason
            first.setFocus(reason)

    def leave(self) -> None:
        """Close for good, which on a kiosk only staff may."""
        self.may_close = True
        self.close()

    def speak(self, code: str) -> None:
        """Use another language at once, everywhere."""
        self.language = self.desk.learn(code)
        self.listening.hush()
        self._translator.speak(self.language)
        self.around.speak(self.language)
        self.stage.speak(self.language)
        self.state.replace(replace(self.state.visit, locale=code))
        read_from_side_of(self.language)
        self._show_here()

    def erase(self) -> None:
        """Forget the visit and greet the next person in the language the machine started with."""
        self.listening.hush()
        self.erasing.emit()
        for button in self.findChildren(QAbstractButton):
            button.setDown(False)  # a key that was still held is not the next person's
        self.stage.clear()
        self.state.begin_again()
        self.history = History(ToWelcome())
        self.look.begin_again()
        self.around.hush()
        self.speak(self._start_code)
        self.erased.emit()

    def _change_look(self, change: Callable[[], None]) -> None:
        self.listening.hush()
        self.stage.keep_front()
        change()
        self._get_ready()
        self.around.fit(self.history, self.look, self.width())

    def _get_ready(self) -> None:
        self.warm_up.again(next_steps(self.stage))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look.fit(event.size().width(), event.size().height())
        self.around.fit_tray(self.history.here, self.look, event.size().width())

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
