"""The staff door: choose the PIN the first time, then enter it; too many wrong ones have to wait."""

import time

from PySide6.QtWidgets import QWidget

from clinic.pin import PinDamaged, PinLocked, PinRefused
from i18n.language import Language
from ui.desk import Desk
from ui.override import override
from ui.routes import Route, ToStaff
from ui.staff_screen import StaffScreen
from ui.widgets.pin_pad import PinPad
from ui.widgets.spaces import row
from ui.widgets.words import Words
from ui.wishes import LetIn, Swap

_MINUTE = 60


class StaffDoorScreen(StaffScreen):
    """Keeps nothing of what is typed longer than it takes to judge it."""

    is_short = True

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._chosen = ""
        self._pad = PinPad()
        self._pad.entered.connect(self._take)
        self._said = Words("lead")
        self.column.addWidget(self._said)
        beside = row()  # the pad itself never turns, its place does
        beside.addWidget(self._pad, 1)
        beside.addStretch(1)
        self.column.addLayout(beside)
        self.column.addStretch(2)

    @override
    def show_route(self, route: Route) -> None:
        self._chosen = ""
        self._pad.edit.clear()
        self._tell("")
        self._ask()

    @override
    def begin(self) -> QWidget:
        return self._pad.edit

    def _ask(self) -> None:
        _ = self.language.gettext
        if self.room.pin.is_set():
            self.open_with(_("Staff only"), _("Enter the PIN of the clinic. Forgot it? See docs/clinics.md."))
        elif self._chosen:
            self.open_with(_("Choose a PIN"), _("Enter the same PIN once more."))
        else:
            self.open_with(_("Choose a PIN"), _("4 to 12 digits, for the staff of this clinic. You are the first."))
        self._pad.speak(self.language, _("PIN"))

    def _take(self, pin: str) -> None:
        if self.room.pin.is_set():
            self._judge(pin)
        elif not self._chosen:
            self._chosen = pin
            self._tell("")
            self._ask()
        else:
            self._choose(pin)

    def _choose(self, pin: str) -> None:
        first, self._chosen = self._chosen, ""
        if first != pin:
            self._say(self.gettext("The two were not the same. Please choose again."))
            return
        try:
            self.room.pin.choose(pin)
        except PinRefused:
            self._say(self.gettext("Choose 4 to 12 digits, not all the same and not in a row."))
        except OSError:
            self._say(self.tell_no_room())
        else:
            self._open()

    def _judge(self, pin: str) -> None:
        try:
            if self.room.pin.is_right(pin, time.time()):
                self._open()
            else:
                self._say(self.gettext("This is not the PIN. Please try again."))
        except PinLocked as locked:
            self._say(self._waits(locked.seconds))
        except PinDamaged as damaged:
            text = self.gettext("The PIN cannot be read. Whoever looks after the machine deletes the file {file}.")
            self._say(text.format(file=damaged.file.name))
        except OSError:
            self._say(self.tell_no_room())

    def _waits(self, seconds: int) -> str:
        number, ngettext = self.language.number, self.language.ngettext
        if seconds < _MINUTE:
            text = ngettext(
                "Too many wrong tries. Wait {n} second.", "Too many wrong tries. Wait {n} seconds.", seconds
            )
            return text.format(n=number(seconds))
        minutes = -(-seconds // _MINUTE)
        text = ngettext("Too many wrong tries. Wait {n} minute.", "Too many wrong tries. Wait {n} minutes.", minutes)
        return text.format(n=number(minutes))

    def _say(self, sentence: str) -> None:
        self._ask()
        self._tell(sentence)
        self._pad.edit.setFocus()

    def _tell(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _open(self) -> None:
        self.wished.emit(LetIn())
        self.wished.emit(Swap(ToStaff()))


SCREEN = StaffDoorScreen
