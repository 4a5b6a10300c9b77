"""Printing from the screen to a real queue, told in words."""

import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from clinic.ipp import Service
from clinic.printing import PrinterState, Ticket
from i18n.language import Language
from tests.clinic.print_service import PrintService, print_service
from tests.ui.staff_steps import let_in, words
from ui.printer import Order
from ui.queue_printer import QueuePrinter
from ui.widgets.button import ActionButton

ENGLISH = Language(code="en", tag="en", own_name="English")


@pytest.fixture(scope="module")
def cups() -> Iterator[PrintService]:
    with tempfile.TemporaryDirectory() as home, print_service(Path(home)) as service:
        yield service


PDF = b"%PDF-1.7 a handout"


def active(cups: PrintService, name: str) -> str:
    """List the jobs that lie in a queue still."""
    done = subprocess.run(["lpstat", "-h", cups.address, "-o", name], capture_output=True, text=True, check=False)
    return done.stdout


def test_a_ready_printer_prints_the_handout_once(cups: PrintService) -> None:
    cups.queue("Desk")
    handed = QueuePrinter(cups.service, "Desk").take(PDF, ENGLISH)
    assert (handed.is_taken, handed.sentence) == (True, "Your handout is printed.")
    assert [file.read_bytes() for file in cups.tray.glob("*.pdf")] == [PDF]


def test_without_paper_the_job_is_taken_back_and_the_person_is_told(cups: PrintService) -> None:
    cups.queue("Empty", "empty")
    handed = QueuePrinter(cups.service, "Empty").take(PDF, ENGLISH)
    assert (handed.is_taken, handed.is_wanted) == (False, True)
    assert "no paper" in handed.sentence
    assert active(cups, "Empty") == ""


def test_when_staff_filled_the_paper_in_the_next_handout_prints_and_until_then_its_person_is_told(
    cups: PrintService,
) -> None:
    """The service says what the printer lacked at the last job until the next one tells otherwise."""
    cups.queue("Filled", "empty")
    printer = QueuePrinter(cups.service, "Filled", news=1)
    assert not printer.take(PDF, ENGLISH).is_taken
    assert printer.state() == "out of paper"
    assert "no paper" in printer.take(PDF, ENGLISH).sentence
    assert active(cups, "Filled") == ""
    cups.tell("lpadmin", "-p", "Filled", "-v", f"tray:{cups.tray}")
    assert QueuePrinter(cups.service, "Filled").take(PDF, ENGLISH).sentence == "Your handout is printed."


def test_staff_learn_of_a_handout_whose_visit_ended_and_may_take_it_back(
    open_window, qtbot, cups: PrintService
) -> None:
    queue = cups.queue("Left", "empty")
    queue.send(PDF, Ticket())
    window = open_window(printer=QueuePrinter(cups.service, "Left"))
    qtbot.waitUntil(lambda: queue.state() is PrinterState.OUT_OF_PAPER, timeout=60_000)
    let_in(window)
    qtbot.waitUntil(lambda: "at the printer still" in words(window.stage.front), timeout=60_000)
    assert "1 handout is at the printer still. The printer has no paper." in words(window.stage.front)
    stop = next(one for one in window.stage.front.findChildren(ActionButton) if one.accessibleName() == "Stop printing")
    stop.click()
    qtbot.waitUntil(lambda: not active(cups, "Left"), timeout=60_000)
    qtbot.waitUntil(lambda: window.stage.front.findChildren(ActionButton) == [], timeout=60_000)
    assert "printer" not in words(window.stage.front).replace("Languages, printer, times", "")


def test_a_handout_that_failed_after_its_visit_is_told_to_staff(open_window, qtbot, cups: PrintService) -> None:
    queue = cups.queue("Broken", "broken")
    queue.send(PDF, Ticket())
    qtbot.waitUntil(lambda: queue.left(time.time()).failed, timeout=60_000)
    window = open_window(printer=QueuePrinter(cups.service, "Broken"))
    let_in(window)
    qtbot.waitUntil(lambda: "could not be printed" in words(window.stage.front), timeout=60_000)


def test_a_job_that_fails_is_told(cups: PrintService) -> None:
    cups.queue("Broken", "broken")
    handed = QueuePrinter(cups.service, "Broken").take(PDF, ENGLISH)
    assert (handed.is_taken, handed.sentence) == (False, "The printer could not print it. Please ask staff for help.")


def test_a_printer_that_does_not_answer_loses_the_job_again(cups: PrintService) -> None:
    cups.queue("Slow", "slow")
    handed = QueuePrinter(cups.service, "Slow", patience=1).take(PDF, ENGLISH)
    assert (handed.is_taken, handed.sentence) == (False, "The printer does not answer. Please ask staff for help.")
    assert active(cups, "Slow") == ""


def test_a_person_hears_how_far_it_is_and_may_stop_it(cups: PrintService) -> None:
    cups.queue("Slow", "slow")
    order, said = Order(), []
    order.told.connect(said.append)
    order.told.connect(lambda sentence: order.stop() if "is printing" in sentence else None)
    handed = QueuePrinter(cups.service, "Slow").take(PDF, ENGLISH, order)
    assert said[-1] == "Your handout is printing."
    assert (handed.is_taken, handed.is_wanted, handed.sentence) == (False, False, "Printing was stopped.")
    assert active(cups, "Slow") == ""


def test_a_paused_printer_is_told_before_anything_is_sent(cups: PrintService) -> None:
    cups.queue("Paused")
    cups.tell("cupsdisable", "Paused")
    handed = QueuePrinter(cups.service, "Paused").take(b"%PDF-1.7", ENGLISH)
    assert not handed.is_taken
    assert "paused" in handed.sentence


def test_a_printer_that_refuses_is_told(cups: PrintService) -> None:
    cups.queue("Refusing")
    cups.tell("cupsreject", "Refusing")
    assert "takes nothing" in QueuePrinter(cups.service, "Refusing").take(b"%PDF-1.7", ENGLISH).sentence


@pytest.mark.parametrize("service", [Service("127.0.0.1", 9, timeout=1), Service(socket_path=Path("/nowhere"))])
def test_a_machine_without_a_print_service_says_so(service: Service) -> None:
    handed = QueuePrinter(service).take(b"%PDF-1.7", ENGLISH)
    assert not handed.is_taken
    assert "no printer" in handed.sentence
