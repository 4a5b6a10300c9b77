"""The handout as it will be printed, and the button that prints it."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from handouts.errors import HandoutError
from i18n.language import Language, needs_english
from ui.desk import Desk
from ui.leaflet import press
from ui.override import override
from ui.page_screen import PageScreen
from ui.printer import Handed, Order
from ui.routes import Route, ToFinish
from ui.widgets.button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.paper import PageView, PdfPages
from ui.widgets.spaces import column, frame
from ui.widgets.words import Words
from ui.wishes import GoBack, KeepPlan, Printed, Tell
from ui.work import Work


class PreviewScreen(PageScreen):
    """The real PDF, made beside the window so that nothing stands still."""

    is_always_new = True

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._pdf = b""
        self._is_making = False
        self._order: Order | None = None
        buttons = Flow()
        self._print, self._stop, self._change, self._finish = (
            ActionButton("print", "main"), ActionButton("stop", "main"), ActionButton("list"), ActionButton("erase"),
        )  # fmt: skip
        self._print.clicked.connect(self._hand_over)
        self._stop.clicked.connect(self._stop_printing)
        self._stop.hide()
        self._change.clicked.connect(lambda: self.wished.emit(GoBack()))
        self._finish.clicked.connect(lambda: self.wished.emit(ToFinish()))
        for button in (self._print, self._change, self._finish, self._stop):  # who touches twice stops nothing
            buttons.addWidget(button)
        self.column.addLayout(buttons)
        self._state = Words("lead")
        self.column.addWidget(self._state)
        self._pages = self.area()
        self.column.addStretch(1)
        self._work = Work(HandoutError)
        self._work.done.connect(self._show_pdf)
        self._work.failed.connect(self._show_fault)
        self._printing = Work(())
        self._printing.done.connect(self._show_printed)
        self._printing.failed.connect(self._show_unprinted)

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self.open_with(_("See and print"))
        self._print.say(_("Print my handout"))
        self._stop.say(_("Stop printing"))
        self._change.say(_("Change it"))
        self._finish.say(_("Finish and erase"))

    @override
    def begin(self) -> QWidget:
        return self.body

    @override
    def show_route(self, route: Route) -> None:
        self._pdf = b""
        self._pages.clear()
        self._show_ways(is_printing=self._order is not None)
        self._is_making = True
        self._state.setText(self.gettext("Your handout is being made."))
        self._state.show()
        visit = replace(self.visit, date=self.visit.date or date.today())
        self._work.begin(press(visit, self.state.arrangement, self.library, self._languages(), self.desk.letterhead))
        self.body.to_top()

    @property
    @override
    def is_busy(self) -> bool:
        return self._is_making or self._order is not None

    def _languages(self) -> tuple[Language, ...]:
        """Give the language of the screen and the one beside it; a draft never goes without English."""
        beside = self.visit.beside
        second = self.desk.learn(beside) if beside not in (None, self.language.code) else None
        if needs_english(self.language, second, self.library.has_drafts):
            second = self.desk.learn("en")
        return (self.language,) if second is None else (self.language, second)

    def _show_pdf(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._is_making = False
        self._show_ways(is_printing=self._order is not None)
        pages = PdfPages(pdf)
        text = self.language.ngettext("{n} page", "{n} pages", pages.count).format(n=self.language.number(pages.count))
        self._state.setText(text)
        self._pages.clear()
        for number in range(pages.count):
            box = frame("paper")
            inside = column(box, margin=2)
            name = self.gettext("Page {n}").format(n=self.language.number(number + 1))
            inside.addWidget(PageView(pages, number, name))
            self._pages.column.addWidget(box)
        self.body.settle()

    def _show_fault(self, _fault: Exception) -> None:
        self._is_making = False
        self._state.setText(self.gettext("Your handout could not be made. Please ask staff for help."))

    def _hand_over(self) -> None:
        """Print beside the window: a printer may take a minute, and the person may stop it."""
        order, pdf, language, printer = Order(), self._pdf, self.language, self.desk.printer
        order.told.connect(self._state.setText)
        self._order = order
        self._show_ways(is_printing=True)
        self._state.setText(self.gettext("Your handout is on its way to the printer."))
        self._state.show()
        self._printing.begin(lambda: printer.take(pdf, language, order))

    def _stop_printing(self) -> None:
        if self._order is not None:
            self._order.stop()
            self._stop.setEnabled(False)

    def _show_ways(self, *, is_printing: bool) -> None:
        self._print.setEnabled(bool(self._pdf) and not is_printing)
        self._stop.setVisible(is_printing)
        self._stop.setEnabled(True)

    def _show_unprinted(self, _fault: Exception) -> None:
        self._show_printed(Handed(False, self.gettext("The printer could not print it. Please ask staff for help.")))

    def _show_printed(self, handed: Handed) -> None:
        self._order = None
        self._show_ways(is_printing=False)
        self._state.setText(handed.sentence)
        self._state.setVisible(not handed.is_taken and not handed.is_wanted)  # the banner says it, with what to do
        if handed.is_taken:
            self.wished.emit(Printed())
            self.wished.emit(Tell(handed.sentence, "good"))
        elif handed.is_wanted:
            self.wished.emit(KeepPlan(handed.sentence))


SCREEN = PreviewScreen
