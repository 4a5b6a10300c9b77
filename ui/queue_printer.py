"""Print on the clinic's own queue, and say in words a receptionist understands what became of it."""

from clinic.ipp import NotIpp, PrintServiceAbsent, Service
from clinic.printing import NotPrinted, Printer, PrinterState, Ticket, default_printer, named_printer
from i18n.language import Language
from ui.printer import Handed


class QueuePrinter:
    """The print queue of this machine: the one the clinic named, or the machine's default."""

    def __init__(self, service: Service, name: str = "", ticket: Ticket | None = None) -> None:
        self._service, self._name, self._ticket = service, name, ticket or Ticket()

    def take(self, pdf: bytes, language: Language) -> Handed:
        """Look at the printer first, for a stopped one takes jobs and keeps them; then send the PDF's own bytes."""
        try:
            printer = self._printer()
            state = printer.state() if printer else PrinterState.ABSENT
            if printer is None or state not in (PrinterState.READY, PrinterState.BUSY):
                return Handed(False, self._words(state, language))
            printer.send(pdf, self._ticket)
        except (PrintServiceAbsent, NotIpp):
            return Handed(False, self._words(PrinterState.ABSENT, language))
        except NotPrinted:
            return Handed(False, self._words(PrinterState.REFUSING, language))
        return Handed(True, self._words(state, language))

    def _printer(self) -> Printer | None:
        return named_printer(self._service, self._name) if self._name else default_printer(self._service)

    def _words(self, state: PrinterState, language: Language) -> str:
        _ = language.gettext
        return {
            PrinterState.READY: _("Your handout is on its way to the printer."),
            PrinterState.BUSY: _("Your handout will print after the one before it."),
            PrinterState.STOPPED: _("The printer is paused. Please ask staff to start it again."),
            PrinterState.REFUSING: _("The printer takes nothing right now. Please ask staff for help."),
            PrinterState.OUT_OF_PAPER: _("The printer has no paper. Please ask staff to fill it, then print again."),
            PrinterState.ABSENT: _("There is no printer here. Please ask staff to print your handout."),
        }[state]
