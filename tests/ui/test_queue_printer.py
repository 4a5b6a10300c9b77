"""Printing from the screen to a real queue, told in words."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from clinic.ipp import Service
from i18n.language import Language
from tests.clinic.print_service import PrintService, print_service
from ui.queue_printer import QueuePrinter

ENGLISH = Language(code="en", tag="en", own_name="English")


@pytest.fixture(scope="module")
def cups() -> Iterator[PrintService]:
    with tempfile.TemporaryDirectory() as home, print_service(Path(home)) as service:
        yield service


def test_a_ready_printer_takes_the_handout(cups: PrintService) -> None:
    cups.queue("Desk")
    handed = QueuePrinter(cups.service, "Desk").take(b"%PDF-1.7", ENGLISH)
    assert (handed.is_taken, handed.sentence) == (True, "Your handout is on its way to the printer.")


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
