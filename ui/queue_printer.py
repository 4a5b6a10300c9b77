"""Print on the clinic's own queue, and say in words a receptionist understands what became of it."""

import time
from contextlib import suppress
from typing import Final

from clinic.ipp import NotIpp, PrintServiceAbsent, Service
from clinic.printing import (
    JobState,
    NotPrinted,
    Printer,
    PrinterState,
    Ticket,
    default_printer,
    named_printer,
    state_of,
)
from i18n.language import Language
from ui.printer import Handed, Left, Order

_LOOK_SECONDS: Final = 0.5
PATIENCE: Final = 180.0
"""Seconds without any change until a printer counts as one that does not answer; the job is then taken back."""
NEWS: Final = 20.0
"""Seconds a job has to find the paper staff filled in: what the service says of paper is from the job before."""


class QueuePrinter:
    """The print queue of this machine: the one the clinic named, or the machine's default."""

    def __init__(
        self,
        service: Service,
        name: str = "",
        ticket: Ticket | None = None,
        patience: float = PATIENCE,
        news: float = NEWS,
    ) -> None:
        self._service, self._name, self._ticket = service, name, ticket or Ticket()
        self._patience, self._news = patience, news

    def take(self, pdf: bytes, language: Language, order: Order | None = None) -> Handed:
        """Look at the printer first, for a stopped one takes jobs and keeps them; send the PDF's own bytes; follow."""
        try:
            printer = self._printer()
            state = printer.state() if printer else PrinterState.ABSENT
            if printer is None or state not in (PrinterState.READY, PrinterState.BUSY, PrinterState.OUT_OF_PAPER):
                return Handed(False, _printer_words(state, language))
            news = self._news if state is PrinterState.OUT_OF_PAPER else 0
            job = printer.send(pdf, self._ticket)
            return _Errand(printer, job, language, order or Order(), time.monotonic() + news).run(self._patience)
        except (PrintServiceAbsent, NotIpp):
            return Handed(False, _printer_words(PrinterState.ABSENT, language))
        except NotPrinted:
            return Handed(False, _printer_words(PrinterState.REFUSING, language))

    def state(self) -> str:
        """Look at the printer."""
        return state_of(self._service, self._name)

    def left(self, language: Language) -> Left:
        """Look for handouts of visits that ended; what is said of paper is true while one waits."""
        try:
            printer = self._printer()
            found = printer.left(time.time()) if printer else None
            trouble = _staff_words(printer.state(), language) if printer and found and found.waiting else ""
        except (PrintServiceAbsent, NotIpp):
            found, trouble = None, ""
        return Left(len(found.waiting), found.failed, trouble) if found else Left()

    def take_back(self) -> None:
        """Take back every handout of ours that waits; what cannot be taken back is told by the next look."""
        with suppress(PrintServiceAbsent, NotIpp):
            if printer := self._printer():
                for job in printer.left(time.time()).waiting:
                    printer.cancel(job)

    def _printer(self) -> Printer | None:
        return named_printer(self._service, self._name) if self._name else default_printer(self._service)


class _Errand:
    """A job that was sent: followed until it is done, or taken back. Nothing of it stays in the queue."""

    def __init__(self, printer: Printer, job: int, language: Language, order: Order, news_at: float) -> None:
        self._printer, self._job, self._language, self._order = printer, job, language, order
        self._news_at = news_at

    def run(self, patience: float) -> Handed:
        """Follow the job. Raises: PrintServiceAbsent, NotIpp."""
        seen, since = JobState.UNKNOWN, time.monotonic()
        while True:
            state = self._printer.progress(self._job)
            # The service forgets a job at once where it keeps no history.
            if state in (JobState.DONE, JobState.UNKNOWN, JobState.CANCELLED):
                return Handed(state is not JobState.CANCELLED, _job_words(state, self._language))
            if (trouble := self._trouble(state, time.monotonic() - since > patience)) is not None:
                self._printer.cancel(self._job)
                return trouble
            if state is not seen:
                seen, since = state, time.monotonic()
                self._order.told.emit(_job_words(state, self._language))
            self._order.rest(_LOOK_SECONDS)

    def _trouble(self, state: JobState, is_late: bool) -> Handed | None:
        """Say why a job is taken back, where it is."""
        if self._order.is_stopped:
            return Handed(False, _job_words(JobState.CANCELLED, self._language), is_wanted=False)
        if state in (JobState.FAILED, JobState.STOPPED):
            return Handed(False, _job_words(state, self._language))
        printer = self._printer.state()
        is_empty = printer is PrinterState.OUT_OF_PAPER
        if printer is PrinterState.STOPPED or (is_empty and time.monotonic() > self._news_at):
            return Handed(False, _printer_words(printer, self._language))
        return Handed(False, _job_words(JobState.STOPPED, self._language)) if is_late else None


def _printer_words(state: PrinterState, language: Language) -> str:
    _ = language.gettext
    return {
        PrinterState.READY: _("Your handout is on its way to the printer."),
        PrinterState.BUSY: _("Your handout will print after the one before it."),
        PrinterState.STOPPED: _("The printer is paused. Please ask staff to start it again."),
        PrinterState.REFUSING: _("The printer takes nothing right now. Please ask staff for help."),
        PrinterState.OUT_OF_PAPER: _("The printer has no paper. Please ask staff to fill it, then print again."),
        PrinterState.ABSENT: _("There is no printer here. Please ask staff to print your handout."),
    }[state]


def _staff_words(state: PrinterState, language: Language) -> str:
    _ = language.gettext
    return {
        PrinterState.STOPPED: _("The printer is paused."),
        PrinterState.REFUSING: _("The printer takes nothing right now."),
        PrinterState.OUT_OF_PAPER: _("The printer has no paper."),
    }.get(state, "")


def _job_words(state: JobState, language: Language) -> str:
    _ = language.gettext
    return {
        JobState.WAITING: _("Your handout will print after the one before it."),
        JobState.PRINTING: _("Your handout is printing."),
        JobState.STOPPED: _("The printer does not answer. Please ask staff for help."),
        JobState.FAILED: _("The printer could not print it. Please ask staff for help."),
        JobState.CANCELLED: _("Printing was stopped."),
        JobState.DONE: _("Your handout is printed."),
        JobState.UNKNOWN: _("Your handout is on its way to the printer."),
    }[state]
