"""Print a handout: look first, send the PDF's own bytes, follow the job. Nothing is written to a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from clinic.ipp import Answer, Attribute, Collection, NotIpp, Operation, PrintServiceAbsent, Service, Tag, request

JOB_TITLE: Final = "Handout"
"""The same for everybody: a print queue is read by others."""

HUNDREDTHS_OF_MM: Final = {"letter": (21590, 27940), "a4": (21000, 29700), "a5": (14800, 21000)}


class PrinterState(StrEnum):
    """What a printer is ready for, before anything is sent to it."""

    READY = "ready"
    BUSY = "busy"
    STOPPED = "stopped"
    REFUSING = "refusing"
    OUT_OF_PAPER = "out of paper"
    ABSENT = "absent"


class JobState(StrEnum):
    """How far a sent handout is."""

    WAITING = "waiting"
    PRINTING = "printing"
    STOPPED = "stopped"
    CANCELLED = "cancelled"
    FAILED = "failed"
    DONE = "done"
    UNKNOWN = "unknown"


_JOB_STATES: Final = {
    3: JobState.WAITING,
    4: JobState.WAITING,
    5: JobState.PRINTING,
    6: JobState.STOPPED,
    7: JobState.CANCELLED,
    8: JobState.FAILED,
    9: JobState.DONE,
}
_STOPPED: Final = 5
_PROCESSING: Final = 4
LATELY: Final = 3600
"""Seconds for which a failed handout is told to staff; the service may remember it for days."""


class NotPrinted(Exception):
    """The printer did not take the handout; carries its status and what it said."""

    def __init__(self, status: int, said: str) -> None:
        super().__init__(f"0x{status:04x} {said}".strip())
        self.status = status


@dataclass(frozen=True, slots=True)
class Ticket:
    """How to print: copies, both sides, grey, paper."""

    copies: int = 1
    is_two_sided: bool = True
    is_grey: bool = False
    paper: str = "letter"

    def attributes(self) -> tuple[Attribute, ...]:
        """Give the job attributes of IPP. Paper as `media-col`: its size is understood where its name is not."""
        across, along = HUNDREDTHS_OF_MM[self.paper]
        size = Collection((Attribute(Tag.INTEGER, "x-dimension", across), Attribute(Tag.INTEGER, "y-dimension", along)))
        return (
            Attribute(Tag.INTEGER, "copies", self.copies),
            Attribute(Tag.KEYWORD, "sides", "two-sided-long-edge" if self.is_two_sided else "one-sided"),
            Attribute(Tag.KEYWORD, "print-color-mode", "monochrome" if self.is_grey else "auto"),
            Attribute(
                Tag.BEGIN_COLLECTION, "media-col", Collection((Attribute(Tag.BEGIN_COLLECTION, "media-size", size),))
            ),
        )


class Left(NamedTuple):
    """What nobody follows any more: handouts that still wait at the printer, by number, and how many failed lately."""

    waiting: tuple[int, ...]
    failed: int


@dataclass(frozen=True, slots=True)
class Printer:
    """One queue of a print service."""

    service: Service
    uri: str
    path: str

    def _ask(
        self, operation: Operation, *about: Attribute, job: tuple[Attribute, ...] = (), document: bytes = b""
    ) -> Answer:
        opening = (
            Attribute(Tag.URI, "printer-uri", self.uri),
            *(a for a in about if a.name == "job-id"),
            Attribute(Tag.NAME, "requesting-user-name", "teachback"),
            *(a for a in about if a.name != "job-id"),
        )
        return self.service.ask(self.path, request(operation, opening, job), document)

    def state(self) -> PrinterState:
        """Look at the printer. A stopped queue takes jobs and keeps them, so look before you send."""
        seen = self._ask(Operation.GET_PRINTER_ATTRIBUTES)
        if not seen.is_success:
            return PrinterState.ABSENT
        reasons = {str(reason) for reason in seen.every("printer-state-reasons")}
        if any(reason.startswith(("media-empty", "media-needed")) for reason in reasons):
            return PrinterState.OUT_OF_PAPER
        if seen.first("printer-state") == _STOPPED:
            return PrinterState.STOPPED
        if seen.first("printer-is-accepting-jobs") is False:
            return PrinterState.REFUSING
        return PrinterState.BUSY if seen.first("printer-state") == _PROCESSING else PrinterState.READY

    def send(self, pdf: bytes, ticket: Ticket) -> int:
        """Send a handout and give the job's number. Raises: NotPrinted, PrintServiceAbsent."""
        sent = self._ask(
            Operation.PRINT_JOB,
            Attribute(Tag.NAME, "job-name", JOB_TITLE),
            Attribute(Tag.MIME, "document-format", "application/pdf"),
            job=ticket.attributes(),
            document=pdf,
        )
        number = sent.first("job-id")
        if not sent.is_success or not isinstance(number, int):
            raise NotPrinted(sent.status, str(sent.first("status-message") or ""))
        return number

    def progress(self, job: int) -> JobState:
        """Tell how far a job is; a job the service no longer knows is UNKNOWN."""
        seen = self._ask(Operation.GET_JOB_ATTRIBUTES, Attribute(Tag.INTEGER, "job-id", job))
        state = seen.first("job-state")
        return _JOB_STATES.get(state, JobState.UNKNOWN) if isinstance(state, int) else JobState.UNKNOWN

    def cancel(self, job: int) -> bool:
        """Take a job back; tell whether the service did."""
        return self._ask(Operation.CANCEL_JOB, Attribute(Tag.INTEGER, "job-id", job)).is_success

    def left(self, now: float) -> Left:
        """Look for handouts of visits that ended; `now` in seconds since 1970. Raises: PrintServiceAbsent, NotIpp."""
        waiting = (number for number, _state, _ended in self._jobs("not-completed"))
        ends = (ended for _number, state, ended in self._jobs("completed") if _JOB_STATES.get(state) is JobState.FAILED)
        return Left(tuple(waiting), sum(0 <= now - ended < LATELY for ended in ends))

    def _jobs(self, which: str) -> Iterator[tuple[int, int, int]]:
        """List our own jobs: number, state, and when each ended."""
        names = ("job-id", "job-state", "time-at-completed")
        found = self._ask(
            Operation.GET_JOBS,
            Attribute(Tag.KEYWORD, "which-jobs", which),
            Attribute(Tag.BOOLEAN, "my-jobs", True),
            Attribute(Tag.KEYWORD, "requested-attributes", names[0]),
            *(Attribute(Tag.KEYWORD, "", name) for name in names[1:]),
        )
        for group in found.groups:
            number, state, ended = (group.get(name, (0,))[0] for name in names)
            if isinstance(number, int) and isinstance(state, int) and number:
                yield number, state, ended if isinstance(ended, int) else 0


def default_printer(service: Service) -> Printer | None:
    """Find the queue the machine prints to when nothing else is said. Raises: PrintServiceAbsent."""
    seen = service.ask("/", request(Operation.CUPS_GET_DEFAULT, ()))
    name = seen.first("printer-name")
    if not seen.is_success or not isinstance(name, str):
        return None
    return named_printer(service, name)


def named_printer(service: Service, name: str) -> Printer:
    """Name a queue of the machine's print service."""
    return Printer(service, f"ipp://localhost/printers/{name}", f"/printers/{name}")


def state_of(service: Service, name: str) -> str:
    """Name the state of a queue, or of the machine's default one, in English."""
    try:
        printer = named_printer(service, name) if name else default_printer(service)
        return str(printer.state() if printer else PrinterState.ABSENT)
    except (PrintServiceAbsent, NotIpp):
        return "the print service does not answer"
