"""Printing to a real CUPS on loopback."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from clinic.ipp import NotIpp, PrintServiceAbsent, Service, answer
from clinic.printing import (
    LATELY,
    JobState,
    Left,
    NotPrinted,
    Printer,
    PrinterState,
    Ticket,
    default_printer,
    named_printer,
)
from tests.clinic.print_service import PrintService, print_service

PDF = b"%PDF-1.7 a handout"


@pytest.fixture(scope="module")
def cups() -> Iterator[PrintService]:
    # Not pytest's own folder: the print service runs its filters as another user, who may not enter there.
    with tempfile.TemporaryDirectory() as home, print_service(Path(home)) as service:
        yield service


def settled(printer: Printer, job: int, wanted: JobState) -> JobState:
    end = time.monotonic() + 60
    while (state := printer.progress(job)) is not wanted and time.monotonic() < end:
        time.sleep(0.05)
    return state


def became(printer: Printer, wanted: PrinterState) -> PrinterState:
    end = time.monotonic() + 60
    while (state := printer.state()) is not wanted and time.monotonic() < end:
        time.sleep(0.05)
    return state


def test_a_handout_reaches_the_printer_byte_for_byte_under_a_neutral_title(cups: PrintService) -> None:
    queue = cups.queue("Desk")
    assert queue.state() is PrinterState.READY
    job = queue.send(PDF, Ticket(copies=1, paper="a4", is_grey=True))
    assert settled(queue, job, JobState.DONE) is JobState.DONE
    assert (cups.tray / f"job-{job}.pdf").read_bytes() == PDF
    assert (cups.tray / f"job-{job}.title").read_text() == "Handout"


def test_a_printer_without_paper_says_so_and_the_job_can_be_taken_back(cups: PrintService) -> None:
    queue = cups.queue("Empty", "empty")
    job = queue.send(PDF, Ticket())
    assert became(queue, PrinterState.OUT_OF_PAPER) is PrinterState.OUT_OF_PAPER
    assert queue.cancel(job)
    assert settled(queue, job, JobState.CANCELLED) is JobState.CANCELLED


def test_a_job_that_fails_is_told_from_one_that_is_done(cups: PrintService) -> None:
    queue = cups.queue("Broken", "broken")
    job = queue.send(PDF, Ticket())
    assert settled(queue, job, JobState.FAILED) is JobState.FAILED


def test_what_nobody_follows_any_more_is_found_by_another_process_and_can_be_taken_back(cups: PrintService) -> None:
    queue, failing = cups.queue("Late", "slow"), cups.queue("Failing", "broken")
    jobs = (queue.send(PDF, Ticket()), queue.send(PDF, Ticket()))
    failed = failing.send(PDF, Ticket())
    settled(failing, failed, JobState.FAILED)
    assert (queue.left(time.time()), failing.left(time.time())) == (Left(jobs, 0), Left((), 1))
    assert failing.left(time.time() + LATELY).failed == 0
    assert all(queue.cancel(job) for job in jobs)
    assert queue.left(time.time()) == Left((), 0)


def test_a_stopped_and_a_refusing_queue_are_seen_before_anything_is_sent(cups: PrintService) -> None:
    queue = cups.queue("Halted")
    cups.tell("cupsdisable", "Halted")
    assert queue.state() is PrinterState.STOPPED
    cups.tell("cupsenable", "Halted")
    cups.tell("cupsreject", "Halted")
    assert queue.state() is PrinterState.REFUSING
    with pytest.raises(NotPrinted) as refused:
        queue.send(PDF, Ticket())
    assert refused.value.status == 0x0506


def test_a_queue_that_does_not_exist_is_absent(cups: PrintService) -> None:
    assert named_printer(cups.service, "Nobody").state() is PrinterState.ABSENT


def test_the_default_queue_is_found(cups: PrintService) -> None:
    cups.queue("Front")
    cups.tell("lpadmin", "-d", "Front")
    found = default_printer(cups.service)
    assert found is not None
    assert found.path == "/printers/Front"


def test_no_print_service_is_an_error_of_its_own() -> None:
    with pytest.raises(PrintServiceAbsent):
        default_printer(Service("127.0.0.1", 9, timeout=1))


@pytest.mark.parametrize(
    "nonsense", [b"", b"\0", b"\2\0\0\0\0\0\0\1\1\x21\0\5ab", b"\2\0\0\0\0\0\0\1\x21\0\1a\0\4\0\0\0\1"]
)
def test_an_answer_that_is_not_ipp_is_refused(nonsense: bytes) -> None:
    with pytest.raises(NotIpp):
        answer(nonsense)
