"""Pages of a PDF on the screen."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ui.widgets.paper import PdfPages

HELD = Path("/proc/self/smaps_rollup")
OPENINGS = 200


def written() -> bytes:
    canvas = Canvas("none.pdf")
    canvas.drawString(72, 72, "One page")
    return canvas.getpdfdata()


def held_kb() -> int:
    return next(int(line.split()[1]) for line in HELD.read_text().splitlines() if line.startswith("Anonymous:"))


def test_bytes_that_are_no_pdf_have_no_pages(application):
    assert PdfPages(b"no PDF").count == 0


@pytest.mark.skipif(not HELD.exists(), reason="needs Linux: what a process holds is read from /proc")
def test_a_pdf_that_was_opened_and_closed_keeps_no_memory(application):
    pdf = written()
    for _ in range(20):
        assert PdfPages(pdf).count == 1
    before = held_kb()
    for _ in range(OPENINGS):
        assert PdfPages(pdf).count == 1
    assert held_kb() - before < OPENINGS * 4, "QtPdf kept 16 to 24 kB of each where it ended PDFium with it"
