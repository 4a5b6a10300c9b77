"""What reads two languages back catches letters that are lost or others, lines that are mixed, columns that swapped."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from matrix import read_back
from pikepdf import Array, Pdf, String, parse_content_stream, unparse_content_stream
from reading import unread
from samples import sheet

from handouts.document import pdf
from handouts.layout import Layout

LAYOUT = Layout()
PAIRS = [("en", "es_US"), ("zh_Hans", "vi"), ("ar", "en"), ("en", "ar")]


def sheets(main: str, beside: str):
    return sheet(main, "simple"), sheet(beside, "simple")


@pytest.fixture(scope="module")
def sound() -> bytes:
    return pdf(sheets("en", "es_US")[0], LAYOUT, sheets("en", "es_US")[1])


@pytest.mark.parametrize(("main", "beside"), PAIRS)
def test_two_languages_are_read_back_each_as_written_and_each_in_its_column(main: str, beside: str, tmp_path: Path):
    both = sheets(main, beside)
    assert read_back(pdf(both[0], LAYOUT, both[1]), both, LAYOUT, tmp_path / "x.pdf")[0] == []


def changed(data: bytes, change: Callable[[Pdf], None]) -> bytes:
    target = BytesIO()
    with Pdf.open(BytesIO(data)) as broken:
        change(broken)
        broken.save(target)
    return target.getvalue()


def shows(page) -> list[tuple[list, object]]:
    return [(operands, operator) for operands, operator in parse_content_stream(page)]


def lose_a_letter(number: int) -> Callable[[Pdf], None]:
    """Leave out the first letter of the text that is shown in this place, counted over the first page."""

    def change(broken: Pdf) -> None:
        page = broken.pages[0]
        steps = shows(page)
        at = [i for i, (_, operator) in enumerate(steps) if str(operator) == "TJ"][number]
        inside = list(steps[at][0][0])
        inside[0] = String(bytes(inside[0])[2:])
        steps[at] = ([Array(inside)], steps[at][1])
        page.Contents = broken.make_stream(unparse_content_stream(steps))

    return change


def swap_halves(broken: Pdf) -> None:
    """Let the words of each half of a page stand in the other half."""
    half = LAYOUT.size[0] / 2
    for page in broken.pages:
        steps = shows(page)
        for i, (operands, operator) in enumerate(steps):
            if str(operator) == "Tm":
                x = float(operands[4])
                steps[i] = ([*operands[:4], x + half if x < half else x - half, operands[5]], operator)
        page.Contents = broken.make_stream(unparse_content_stream(steps))


def read_other(broken: Pdf) -> None:
    """Let the letter of the first code read as another."""
    cmap = next(iter(broken.pages[0].Resources.Font.values())).ToUnicode
    before, mark, rest = cmap.read_bytes().partition(b"<0001> <")
    cmap.write(before + mark + b"0416>" + rest.partition(b">")[2])


@pytest.mark.parametrize(("main", "beside"), PAIRS)
def test_words_in_the_other_half_of_the_page_are_caught(main: str, beside: str, tmp_path: Path):
    both = sheets(main, beside)
    found, _ = read_back(changed(pdf(both[0], LAYOUT, both[1]), swap_halves), both, LAYOUT, tmp_path / "x.pdf")
    assert [fault for fault in found if fault.startswith("not in its column: ")] != []


def test_the_second_language_in_the_place_of_the_first_is_caught(tmp_path: Path):
    first, second = sheets("en", "es_US")
    found, _ = read_back(pdf(second, LAYOUT, first), (first, second), LAYOUT, tmp_path / "x.pdf")
    assert [fault for fault in found if fault.startswith("not in its column: ")] != []


def faults(data: bytes, tmp_path: Path) -> list[str]:
    return read_back(data, sheets("en", "es_US"), LAYOUT, tmp_path / "x.pdf")[0]


@pytest.mark.parametrize("place", [0, 5, 10, 12, 50, 60])
def test_a_letter_lost_in_either_column_is_caught_by_both_readers(place: int, sound: bytes, tmp_path: Path):
    found = faults(changed(sound, lose_a_letter(place)), tmp_path)
    assert {fault.partition(":")[0] for fault in found} >= {"poppler", "PDFium"}


def test_a_letter_that_reads_as_another_is_caught_by_both_readers(sound: bytes, tmp_path: Path):
    found = faults(changed(sound, read_other), tmp_path)
    assert {fault.partition(":")[0] for fault in found} >= {"poppler", "PDFium"}


def test_lines_of_two_columns_that_are_mixed_are_caught():
    assert unread(["onetwo", "dreivier"], ["onetwodreivier"]) == []
    assert unread(["onetwo", "dreivier"], ["onedreitwovier"]) == ["onetwo", "dreivier"]


def test_lines_out_of_their_order_and_lines_told_once_of_two_are_caught():
    assert unread(["one", "two"], ["twoone"]) == ["two"]
    assert unread(["one", "two", "one"], ["onetwo"]) == ["one"]


def test_a_line_that_goes_on_on_the_next_page_beside_another_is_read():
    assert unread(["onetwo"], ["onedrei", "twovier"]) == []
    assert unread(["onetwo"], ["onedrei", "tovier"]) == ["onetwo"]
