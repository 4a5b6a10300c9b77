"""A draft says so across every page, behind the text, and the text stays readable."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from samples import sheet
from structure import problems

from handouts.document import pdf
from handouts.inks import inks
from handouts.layout import Layout

PARTS = ("simple", "grids", "charts")
WORDS = ("ink", "quiet", "accent", "danger", "caution", "note", "draft", "empty")


def marks(data: bytes) -> list[tuple[bool, bool]]:
    """For each page: whether it has the mark, and whether that comes before everything else."""
    found = []
    with pikepdf.open(BytesIO(data)) as document:
        for page in document.pages:
            opened = [step.operands for step in pikepdf.parse_content_stream(page) if str(step.operator) == "BDC"]
            kinds = [str(given[1].get("/Subtype", "")) for given in opened]
            found.append(("/Watermark" in kinds, kinds[0] == "/Watermark"))
    return found


@pytest.mark.parametrize(("main", "beside"), [("ar", None), ("ar", "en"), ("en", "ar")])
@pytest.mark.parametrize(("paper", "size"), [("letter", 12), ("a5", 24)])
def test_every_page_of_a_draft_carries_the_word_behind_all_else(main, beside, paper, size):
    other = sheet(beside, *PARTS) if beside else None
    data = pdf(sheet(main, *PARTS), Layout(paper=paper, text_pt=size), other)
    assert set(marks(data)) == {(True, True)}
    assert problems(data) == set()


def test_what_is_no_draft_carries_no_mark():
    assert set(marks(pdf(sheet("en", *PARTS), Layout()))) == {(False, False)}


def test_no_reader_takes_the_mark_for_text():
    read = []
    for on in (True, False):
        with pypdfium2.PdfDocument(pdf(sheet("ar", "simple"), Layout(is_draft_marked=on))) as document:
            read.append([page.get_textpage().get_text_range() for page in document])
    assert "Draft" not in "".join(read[0])
    assert len(read[0]) == len(read[1])


def test_the_mark_is_seen_on_paper():
    pictures = []
    for on in (True, False):
        with pypdfium2.PdfDocument(pdf(sheet("ar", "simple"), Layout(is_draft_marked=on))) as document:
            pictures.append(document[0].render(scale=0.5, grayscale=True).to_pil().tobytes())
    changed = sum(one != other for one, other in zip(*pictures, strict=True)) / len(pictures[0])
    assert 0.02 < changed < 0.25


def brightness(colour: tuple[float, float, float]) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("ink", WORDS)
def test_every_ink_of_words_stays_readable_over_the_mark(ink):
    """WCAG's contrast counts brightness only, so it holds in grey too."""
    given = inks()
    need = 3.0 if ink == "empty" else 4.5
    assert (brightness(given["mark"]) + 0.05) / (brightness(given[ink]) + 0.05) >= need
