from dataclasses import replace
from io import BytesIO
from subprocess import run
from sys import executable

import pikepdf
import pytest
from samples import sheet

from handouts.budget import fit, usual_pages
from handouts.document import facts, pages_needed, pdf
from handouts.errors import ShapesDiffer
from handouts.layout import Layout, Letterhead
from i18n.runs import Run
from visit.blocks import NEVER, BlockKind, Plan, PlanBlock, Reason, ReasonKind
from visit.shortening import shortened
from visit.visit import NO_LIMIT

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


def planned(*blocks: tuple[str, int]) -> Plan:
    made = (PlanBlock(id, BlockKind.ASK, Reason(ReasonKind.EVERY_SHEET), drop) for id, drop in blocks)
    return Plan(tuple(made), ())


def write(whole: Plan):
    return sheet("en", *(block.id for block in whole.blocks)), None


def test_sections_are_left_out_in_the_declared_order_until_the_sheet_fits():
    whole = planned(("simple", NEVER), ("grids", 1), ("charts", 2))
    assert pages_needed(write(whole)[0], Layout()) > 2
    fitted = fit(whole, write, Layout(), 2)
    assert pages_needed(fitted.sheet, Layout()) <= 2
    assert fitted.plan.left_out[0].id == "charts"
    assert fitted.sheet.sections[0].id == "simple"


def test_no_more_is_left_out_than_must_be():
    whole = planned(("simple", NEVER), ("grids", 1), ("charts", 2))
    for pages in range(1, 5):
        fitted = fit(whole, write, Layout(), pages)
        longer = (one for one in (whole, shortened(whole)) if one and len(one.blocks) > len(fitted.plan.blocks))
        assert all(pages_needed(write(one)[0], Layout()) > pages for one in longer)


def test_without_a_limit_nothing_is_left_out():
    whole = planned(("simple", NEVER), ("charts", 2))
    assert fit(whole, write, Layout(), NO_LIMIT).plan == whole


def test_what_may_not_be_dropped_is_never_cut():
    whole, layout = planned(("simple", NEVER), ("grids", NEVER)), Layout(text_pt=24, paper="a5")
    fitted = fit(whole, write, layout, 1)
    assert fitted.plan == replace(whole, is_long=True) and pages_needed(fitted.sheet, layout) > 1


def test_two_languages_or_large_words_may_take_more_pages():
    assert usual_pages(Layout(), is_in_two=False) == 4
    assert usual_pages(Layout(), is_in_two=True) == usual_pages(Layout(text_pt=18), is_in_two=False) == 6


def test_counting_pages_agrees_with_drawing_them(tmp_path):
    for code, beside in (("en", None), ("ar", "en")):
        sheets = [sheet(each, "simple", "charts") if each else None for each in (code, beside)]
        with pikepdf.open(BytesIO(pdf(sheets[0], Layout(), sheets[1]))) as document:
            assert len(document.pages) == pages_needed(sheets[0], Layout(), sheets[1])


def test_reportlab_is_not_loaded_before_the_first_pdf():
    modules = "handouts.document, handouts.batch, handouts.stamp, handouts.budget"
    code = f"import sys, {modules}; print('reportlab' in sys.modules)"
    assert run([executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"
