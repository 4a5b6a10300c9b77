"""I have a code: six characters open what staff chose."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from clinic.staff_store import StaffStoreError
from i18n.language import Language
from ui.desk import Desk
from ui.handoff import reopen
from ui.override import override
from ui.page_screen import PageScreen
from ui.routes import Route, ToPath
from ui.widgets.button import ActionButton
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.words import Words
from ui.wishes import Open
from visit.ticket import Mistyped, NotATicket, NotHandedOut, TicketClosed, TicketError


class CodeScreen(PageScreen):
    """A code opens topics; it knows nothing about a person."""

    is_always_new = True
    is_short = True

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._said = Words("lead")
        self._field = Field("code", most=12, is_code=True)
        self._field.entered.connect(lambda _typed: self._open())
        self._field.typed.connect(lambda: self._say(""))
        self._go = ActionButton("forward", "main")
        self._go.clicked.connect(self._open)
        buttons = Flow()
        buttons.addWidget(self._go)
        for part in (self._field, self._said):
            self.column.addWidget(part)
        self.column.addLayout(buttons)
        self.column.addStretch(2)

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self.open_with(_("I have a code"), _("Type the 6 letters and numbers that staff gave you."))
        self._field.speak(self.language, _("Your code"))
        self._go.say(_("Open"))

    @override
    def show_route(self, route: Route) -> None:
        self._field.edit.clear()
        self._say("")

    @override
    def begin(self) -> QWidget:
        return self._field.edit

    def _open(self) -> None:
        if self.desk.staff is None:
            self._say(self._words(None))
            return
        try:
            composition = reopen(self.desk.staff, self._field.edit.text(), datetime.now())
        except TicketError as refused:
            self._say(self._words(refused))
        except StaffStoreError:
            self._say(self._words(None))
        else:
            self.wished.emit(Open(composition, ToPath()))

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _words(self, refused: TicketError | None) -> str:
        _ = self.language.gettext
        match refused:
            case NotATicket():
                return _("A code has 6 letters and numbers. Please look at it again.")
            case Mistyped():
                return _("One sign of this code is not right. Please look at it again.")
            case TicketClosed():
                return _("This code was for another day. Please ask staff for a new one.")
            case NotHandedOut():
                return _("This machine does not know the code. Please ask staff for a new one.")
            case _other:
                return _("Codes do not work on this machine right now. Please ask staff.")


SCREEN = CodeScreen
