from dataclasses import replace
from io import BytesIO
from subprocess import run
from sys import executable

import pikepdf
import pytest
from samples import sheet

from handouts.budget import fit
from handouts.document import facts, pages_needed, pdf
from handouts.errors import ShapesDiffer
from handouts.layout import Layout, Letterhead
from i18n.runs import Run

HEAD = Letterhead("Riverside Bone Clinic", ("12 Elm Street", "555-0100"))


def test_the_same_sheet_gives_the_same_bytes_in_any_process(tmp_path):
    here = pdf(sheet("ar", "simple", "grids"), Layout(), sheet("en", "simple", "grids"))
    code = (
        "import sys; sys.path[:0] = ['.', 'tests/handouts']\n"
        "from samples import sheet; from handouts.document import pdf; from handouts.layout import Layout\n"
        "pdf(sheet('vi', 'charts'), Layout())\n"
        "data = pdf(sheet('ar', 'simple', 'grids'), Layout(), sheet('en', 'simple', 'grids'))\n"
        f"open({str(tmp_path / 'x.pdf')!r}, 'wb').write(data)"
    )
    run([executable, "-c", code], check=True)
    assert (tmp_path / "x.pdf").read_bytes() == here


@pytest.mark.parametrize("code", ["en", "ar", "zh_Hans"])
def test_the_file_is_sound_for_qpdf(code, tmp_path):
    file = tmp_path / "x.pdf"
    file.write_bytes(pdf(sheet(code, "simple", "grids", "charts"), Layout(letterhead=HEAD)))
    assert run(["qpdf", "--check", file], capture_output=True, check=False).returncode == 0


def test_a_name_is_printed_and_nowhere_else(tmp_path):
    named = replace(sheet("en"), name=(Run("Jane Q Roe"),))
    file = tmp_path / "x.pdf"
    data = pdf(named, Layout())
    file.write_bytes(data)
    assert "Jane Q Roe" in run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    with pikepdf.open(file) as document:
        assert "Jane" not in str(dict(document.docinfo)) + document.Root.Metadata.read_bytes().decode()
    assert b"Jane" not in data
    assert b"Jane" not in facts(named)


def test_every_page_carries_the_stamp_and_its_number(tmp_path):
    file = tmp_path / "x.pdf"
    file.write_bytes(pdf(sheet("en", "simple", "grids", "charts"), Layout()))
    pages = run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout.split("\f")[:-1]
    for number, page in enumerate(pages, 1):
        assert f"{number}/{len(pages)}" in page.replace(" ", "")
        assert "3f9a1c22" in page


def test_a_draft_says_so_on_every_page_unless_told_not_to():
    marked, unmarked = (pdf(sheet("ar"), Layout(is_draft_marked=on)) for on in (True, False))
    assert len(marked) > len(unmarked)


def test_two_languages_of_different_shape_are_refused():
    with pytest.raises(ShapesDiffer):
        pdf(sheet("ar", "simple"), Layout(), sheet("en", "grids"))


def test_sections_are_left_out_in_the_declared_order_until_the_sheet_fits():
    long = sheet("en", "simple", "grids", "charts")
    assert pages_needed(long, Layout()) > 2
    fitted = fit(long, Layout(), 2, ("charts", "grids"))
    assert fitted.pages <= 2
    assert fitted.left_out[0] == "charts"
    assert fitted.sheet.sections[0].id == "simple"


def test_what_may_not_be_dropped_is_never_cut():
    fitted = fit(sheet("en", "simple", "grids"), Layout(text_pt=24, paper="a5"), 1, ())
    assert fitted.left_out == ()
    assert fitted.pages > 1


def test_counting_pages_agrees_with_drawing_them(tmp_path):
    for code, beside in (("en", None), ("ar", "en")):
        sheets = [sheet(each, "simple", "charts") if each else None for each in (code, beside)]
        with pikepdf.open(BytesIO(pdf(sheets[0], Layout(), sheets[1]))) as document:
            assert len(document.pages) == pages_needed(sheets[0], Layout(), sheets[1])


def test_reportlab_is_not_loaded_before_the_first_pdf():
    modules = "handouts.document, handouts.batch, handouts.stamp, handouts.budget"
    code = f"import sys, {modules}; print('reportlab' in sys.modules)"
    assert run([executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"
