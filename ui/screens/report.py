"""A report on the machine: read it here, or write it to a file. It names nobody."""

import re
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, qVersion

from clinic.report import report
from clinic.whole_file import write_whole
from i18n.language import Language
from ui.desk import Desk
from ui.override import override
from ui.routes import Route
from ui.staff_screen import StaffScreen
from ui.widgets.button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.words import Words
from ui.work import Work

_LONG: Final = 16
"""Signs that fit into one line in the largest words."""


class ReportScreen(StaffScreen):
    """Its lines are in English: they are for whoever looks after the machine."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._text = ""
        self._write = ActionButton("save", "main")
        self._write.clicked.connect(self._keep)
        buttons = Flow()
        buttons.addWidget(self._write)
        self.column.addLayout(buttons)
        self._said = Words("lead")
        self._lines = Words("")
        self._lines.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # English, whatever the screen speaks
        self.column.addWidget(self._said)
        self.column.addWidget(self._lines)
        self.column.addStretch(1)
        self._asking = Work(())
        self._asking.done.connect(self._show)
        self._asking.failed.connect(lambda _fault: self._show("unknown"))

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self.open_with(_("Report on this machine"), _("It names nobody. Give it to whoever looks after the machine."))
        self._write.say(_("Write it to a file"))

    @override
    def show_route(self, route: Route) -> None:
        self._said.hide()
        self._lines.setText("")
        self._write.setEnabled(False)
        self._asking.begin(self.desk.printer.state)

    def _show(self, printer: object) -> None:
        size, library = self.window().size(), self.library
        more = {
            "Qt": qVersion(),
            "window": f"{size.width()} × {size.height()}, {self.devicePixelRatio():g}",
            "language": self.language.code,
            "content": f"{library.pack} {library.version} {library.digest}",
            "printer": str(printer),
        }
        self._text = report(self.room.folder, self.room.managed, more)
        self._lines.setText(_breakable(self._text.strip()))
        self._write.setEnabled(True)

    def _keep(self) -> None:
        target = self.room.reports / f"report-{date.today().isoformat()}.txt"
        try:
            write_whole(target, self._text.encode())
        except OSError:
            self._said.setText(self.tell_no_room())
        else:
            self._said.setText(self.gettext("The report is in {file}.").format(file=target))
        self._said.show()


def _breakable(text: str) -> str:
    """Let a sum or a path be broken where the line ends."""
    return re.sub(rf"\S{{{_LONG}}}(?=\S)", "\\g<0>\u200b", text)


SCREEN = ReportScreen
