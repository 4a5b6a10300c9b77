"""What is printed can be read back, by two readers, as it was written."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pikepdf
import pypdfium2
import pytest
from reading import by_pdfium, by_poppler, likeness, mean_likeness, told, unread
from samples import sheet

from handouts.document import pdf
from handouts.layout import Layout
from i18n.runs import Run, plain

LEFT_TO_RIGHT = ("en", "es_US", "vi", "zh_Hans")


@pytest.mark.parametrize("code", LEFT_TO_RIGHT)
def test_left_to_right_every_line_is_read_exactly_by_both_readers(code, tmp_path):
    given, layout, file = sheet(code, "simple"), Layout(), tmp_path / "x.pdf"
    file.write_bytes(pdf(given, layout))
    for pages in (by_poppler(file, layout), by_pdfium(file.read_bytes(), layout)):
        assert unread(told(given), pages) == []


def test_arabic_is_read_nearly_exactly_by_both_readers(tmp_path):
    given, layout, file = sheet("ar", "simple"), Layout(), tmp_path / "x.pdf"
    file.write_bytes(pdf(given, layout))
    for pages in (by_pdfium(file.read_bytes(), layout), by_poppler(file, layout, order="")):
        assert mean_likeness(told(given), pages) >= 0.98
        assert min(likeness(line, "".join(pages)) for line in told(given)) >= 0.9


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
    with pikepdf.open(tmp_path / "x.pdf") as document:
        read = {
            str(each.ActualText)
            for each in document.objects
            if isinstance(each, pikepdf.Dictionary) and "/ActualText" in each
        }
    assert plain(sheet("ar", "simple").sections[0].title) in read
