"""What is printed can be read back, by two readers, as it was written."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from difflib import SequenceMatcher
from pathlib import Path
from subprocess import run
from unicodedata import category, normalize

import pypdfium2
import pytest
from samples import sheet

from handouts.document import pdf
from handouts.layout import Layout
from i18n.runs import Run, plain
from visit.sheet import Sheet

LEFT_TO_RIGHT = ("en", "es_US", "vi", "zh_Hans")


def bare(text: str) -> str:
    """Spaces and steering signs aside, and compatibility forms as the letters they stand for."""
    return "".join(c for c in normalize("NFKC", text) if not c.isspace() and category(c) not in ("Cf", "Cc"))


def lines(thing: object) -> Iterator[str]:
    if isinstance(thing, tuple) and thing and all(isinstance(part, Run) for part in thing):
        yield bare(plain(thing))
    elif isinstance(thing, tuple):
        for part in thing:
            yield from lines(part)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for each in fields(thing):
            yield from lines(getattr(thing, each.name))


def written(given: Sheet) -> list[str]:
    return [line for section in given.sections for line in lines(section)]


def by_poppler(data: bytes, folder: Path) -> str:
    (folder / "x.pdf").write_bytes(data)
    return bare(run(["pdftotext", folder / "x.pdf", "-"], capture_output=True, text=True, check=True).stdout)


def by_pdfium(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return bare("".join(page.get_textpage().get_text_range() for page in document))


def likeness(line: str, text: str) -> float:
    if line in text:
        return 1.0
    size = len(line)
    tries = (text[i : i + size] for i in range(max(1, len(text) - size + 1)))
    return max(SequenceMatcher(None, line, piece, autojunk=False).ratio() for piece in tries)


@pytest.mark.parametrize("code", LEFT_TO_RIGHT)
def test_left_to_right_every_line_is_read_exactly_by_both_readers(code, tmp_path):
    given = sheet(code, "simple")
    data = pdf(given, Layout())
    for text in (by_poppler(data, tmp_path), by_pdfium(data)):
        assert [line for line in written(given) if line not in text] == []


def test_arabic_is_read_nearly_exactly_by_both_readers(tmp_path):
    given = sheet("ar", "simple")
    data = pdf(given, Layout())
    for text in (by_pdfium(data), by_poppler(data, tmp_path)):
        found = [likeness(line, text) for line in written(given)]
        assert sum(found) / len(found) >= 0.98
        assert min(found) >= 0.9


def test_words_at_the_ends_of_lines_do_not_run_together():
    with pypdfium2.PdfDocument(pdf(sheet("en", "simple"), Layout(text_pt=24, paper="a5"))) as document:
        words = " ".join(page.get_textpage().get_text_range() for page in document).split()
    sources = {word for section in sheet("en", "simple").sections for word in plain_words(section)}
    assert [word for word in words if word.isalpha() and len(word) > 12 and word not in sources] == []


def plain_words(thing: object) -> Iterator[str]:
    if isinstance(thing, Run):
        yield from thing.text.split()
    elif isinstance(thing, tuple):
        for part in thing:
            yield from plain_words(part)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for each in fields(thing):
            yield from plain_words(getattr(thing, each.name))


def test_the_tree_tells_the_reading_order_of_arabic_in_plain_text(tmp_path):
    (tmp_path / "x.pdf").write_bytes(pdf(sheet("ar", "simple"), Layout()))
    import pikepdf

    with pikepdf.open(tmp_path / "x.pdf") as document:
        told = {
            str(each.ActualText)
            for each in document.objects
            if isinstance(each, pikepdf.Dictionary) and "/ActualText" in each
        }
    assert plain(sheet("ar", "simple").sections[0].title) in told
