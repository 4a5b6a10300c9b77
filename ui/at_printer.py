"""What lies at the printer still after its visit ended: said to staff, and taken back at their word."""

from functools import partial

from PySide6.QtCore import QObject, Qt

from ui.page_screen import Area
from ui.printer import Left
from ui.staff_screen import StaffScreen
from ui.widgets.button import ActionButton
from ui.widgets.words import Words
from ui.work import Work


class AtPrinter(QObject):
    """A part of a staff page. Nobody follows a job once its visit is erased, so staff look here; it names nobody."""

    def __init__(self, screen: StaffScreen) -> None:
        super().__init__(screen)  # and gone with it: the answer of a printer may come after the staff left
        self._screen = screen
        self._area: Area = screen.area()
        self._asking = Work(())
        self._asking.done.connect(self._show)

    def look(self) -> None:
        """Ask the printer beside the window."""
        self._area.hide()
        self._asking.begin(partial(self._screen.desk.printer.left, self._screen.language))

    def _show(self, left: object) -> None:
        self._area.clear()
        if not isinstance(left, Left):
            return
        language = self._screen.language
        ngettext, number = language.ngettext, language.number
        counts = (
            (
                left.waiting,
                ngettext(
                    "{n} handout is at the printer still.", "{n} handouts are at the printer still.", left.waiting
                ),
            ),
            (
                left.failed,
                ngettext("{n} handout could not be printed.", "{n} handouts could not be printed.", left.failed),
            ),
        )
        said = [text.format(n=number(count)) for count, text in counts if count]
        if left.trouble:
            said.append(left.trouble)
        self._area.setVisible(bool(said))
        for sentence in said:
            self._area.column.addWidget(Words("strong", sentence))
        if left.waiting:
            stop = ActionButton("stop")
            stop.say(language.gettext("Stop printing"))
            stop.clicked.connect(self._take_back)
            self._area.column.addWidget(stop, alignment=Qt.AlignmentFlag.AlignLeading)

    def _take_back(self) -> None:
        printer, language = self._screen.desk.printer, self._screen.language

        def emptied() -> Left:
            printer.take_back()
            return printer.left(language)

        self._area.hide()
        self._asking.begin(emptied)
