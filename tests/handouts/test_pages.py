"""Nothing falls off the paper: every tagged stroke of text stands inside the text area, above the foot."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from samples import Writer, sheet

from handouts.document import pdf
from handouts.frame import BOTTOM, TOP
from handouts.layout import Layout
from i18n.runs import Run
from visit.elements import Bullets, PillCard, PillRow, Table

PARTS = ("simple", "grids", "charts")


def places(data: bytes):
    """Give page size and base line of every piece of tagged text."""
    with pikepdf.open(BytesIO(data)) as document:
        for page in document.pages:
            width, height = (float(side) for side in page.MediaBox[2:])
            is_told = False
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) in ("BDC", "BMC"):
                    is_told = str(operands[0]) != "/Artifact"
                elif str(operator) == "Tm" and is_told:
                    yield width, height, float(operands[4]), float(operands[5])


def assert_inside(data: bytes, layout: Layout) -> None:
    """Right to left, the space at a line's end may hang out by its own width."""
    margin = layout.margin
    for width, height, x, y in places(data):
        assert margin - layout.text_pt * 0.6 <= x <= width - margin + 2
        assert BOTTOM + 42 <= y <= height - TOP + 2


@pytest.mark.parametrize(
    ("main", "beside"), [("en", None), ("ar", None), ("vi", None), ("ar", "en"), ("zh_Hans", "vi")]
)
@pytest.mark.parametrize(("paper", "size"), [("letter", 12), ("a4", 18), ("a5", 14), ("a5", 24), ("letter", 24)])
def test_all_words_stand_inside_the_text_area(main, beside, paper, size):
    layout = Layout(paper=paper, text_pt=size)
    data = pdf(sheet(main, *PARTS), layout, sheet(beside, *PARTS) if beside else None)
    assert_inside(data, layout)


def test_a_cell_longer_than_a_page_goes_on_to_the_next():
    w = Writer("en")
    long = tuple(Run(f"Sentence number {n} of a long instruction. ") for n in range(90))
    card = PillCard(
        w("my_medicines"), (w("medicine"),) * 7, (PillRow(w("warfarin"), long, long, (long, None, None, None)),)
    )
    grid = Table(w("foods"), (w("food"), w("serving")), ((long, w("cup")), (w("milk"), long)))
    base = sheet("en")
    section = replace(base.sections[0], elements=(grid, card, Bullets((long, long))))
    for paper, size in (("letter", 12), ("a5", 24)):
        layout = Layout(paper=paper, text_pt=size)
        data = pdf(replace(base, sections=(section,)), layout)
        assert_inside(data, layout)


def test_no_word_of_the_pill_card_is_cut():
    for code in ("en", "es_US", "ar", "vi"):
        for paper, size in (("letter", 12), ("letter", 18), ("a5", 24)):
            data = pdf(sheet(code, "grids"), Layout(paper=paper, text_pt=size))
            with pikepdf.open(BytesIO(data)) as document:
                assert len(document.pages) >= 1
            if code != "ar":
                assert_whole(data, [word for key in ("warfarin", "evening", "tablet") for word in words_of(code, key)])


def words_of(code: str, key: str) -> list[str]:
    return "".join(run.text for run in Writer(code)(key)).split()


def assert_whole(data: bytes, words: list[str]) -> None:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        text = " ".join(page.get_textpage().get_text_range() for page in document).split()
    assert [word for word in words if word not in text] == []
