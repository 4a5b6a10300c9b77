from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from archive import faults
from pikepdf import Array, Dictionary, Name, Object, Operator, Pdf, String, parse_content_stream, unparse_content_stream
from samples import sheet
from structure import problems
from tagtree import every

from handouts.document import pdf
from handouts.layout import Layout
from i18n.runs import Run
from visit.elements import Paragraph

PARTS = ("simple", "grids", "charts")
PAIRS = [("en", None), ("es_US", None), ("ar", None), ("zh_Hans", None), ("vi", None)]
PAIRS += [("ar", "en"), ("en", "ar"), ("es_US", "en"), ("zh_Hans", "vi")]


def with_link(code: str, *parts: str):
    base = sheet(code, *(parts or PARTS))
    linked = Paragraph(
        (
            Run("Read more at "),
            Run("example.org, a page with a long name that goes on", href="https://example.org/"),
            Run("."),
        )
    )
    first = replace(base.sections[0], elements=(linked, *base.sections[0].elements))
    return replace(base, sections=(first, *base.sections[1:]))


@pytest.fixture(scope="module")
def sound() -> bytes:
    return pdf(with_link("en"), Layout())


@pytest.mark.parametrize(("main", "beside"), PAIRS)
@pytest.mark.parametrize(("paper", "size"), [("letter", 12), ("a4", 18), ("a5", 24)])
def test_every_language_size_and_paper_is_sound(main, beside, paper, size):
    layout = Layout(paper=paper, text_pt=size)
    data = pdf(sheet(main, *PARTS), layout, sheet(beside, *PARTS) if beside else None)
    assert problems(data) | faults(data) == set()


def test_a_page_with_links_is_sound(sound):
    assert problems(sound) == set()


def test_links_right_to_left_and_over_lines_are_sound():
    assert problems(pdf(with_link("ar"), Layout(text_pt=24, paper="a5"))) == set()


def find(pdf_: Pdf, role: str, number: int = 0) -> Object:
    found: list[Object] = []

    def walk(kid: Object) -> None:
        if isinstance(kid, Array):
            for each in kid:
                walk(each)
        elif isinstance(kid, Dictionary) and "/S" in kid:
            if Name("/" + role) == kid.S:
                found.append(kid)
            walk(kid.get("/K", Array()))

    walk(pdf_.Root.StructTreeRoot.K)
    return found[number]


def rewrite(pdf_: Pdf, change: Callable[[list], list]) -> None:
    page = pdf_.pages[0]
    page.Contents = pdf_.make_stream(unparse_content_stream(change(list(parse_content_stream(page)))))


def without_mark(steps: list) -> list:
    first = next(i for i, step in enumerate(steps) if str(step.operator) == "BDC" and "/MCID" in step.operands[1])
    end = next(i for i in range(first, len(steps)) if str(steps[i].operator) == "EMC")
    return steps[:first] + steps[first + 1 : end] + steps[end + 1 :]


def first_mark(steps: list) -> int:
    return next(i for i, step in enumerate(steps) if str(step.operator) == "BDC" and "/MCID" in step.operands[1])


def without_number(steps: list) -> list:
    at = first_mark(steps)
    return [*steps[:at], ([Name.P], Operator("BMC")), *steps[at + 1 :]]


def nested(steps: list) -> list:
    at = first_mark(steps)
    inner = [([Name.Artifact], Operator("BMC")), ([], Operator("EMC"))]
    return [*steps[: at + 1], *inner, *steps[at + 1 :]]


def drop(role: str, key: str) -> Callable[[Pdf], None]:
    return lambda p: find(p, role).__delitem__(key)


def put(get: Callable[[Pdf], Object], key: str, value: object) -> Callable[[Pdf], None]:
    return lambda p: get(p).__setitem__(key, value)


def take(get: Callable[[Pdf], Object], key: str) -> Callable[[Pdf], None]:
    return lambda p: get(p).__delitem__(key)


def font(p: Pdf) -> Object:
    return next(iter(p.pages[0].Resources.Font.values()))


def packet(old: bytes, new: bytes) -> Callable[[Pdf], None]:
    def change(p: Pdf) -> None:
        data = p.Root.Metadata.read_bytes()
        assert old in data
        p.Root.Metadata.write(data.replace(old, new))

    return change


def swap_parents(p: Pdf) -> None:
    back = p.Root.StructTreeRoot.ParentTree.Nums[1]
    back[0], back[-1] = back[-1], back[0]


def lose_kid(p: Pdf) -> None:
    find(p, "P").K = Array()


def unread(p: Pdf) -> None:
    words = font(p).ToUnicode
    words.write(words.read_bytes().replace(b"<0001> <", b"<FFF1> <"))


def headless(p: Pdf) -> None:
    table = find(p, "Table")
    for element, _ in every(table.K, table):
        if element.S == Name.TH:
            element.S = Name.TD


def lose_cell(p: Pdf) -> None:
    row = find(p, "TR", 1)
    row.K = Array(list(row.K)[:-1])


def lead_elsewhere(p: Pdf) -> None:
    p.Root.StructTreeRoot.ParentTree.Nums[-1] = find(p, "P")


MUTATIONS = {
    "figure-without-alt": drop("Figure", "/Alt"),
    "figure-without-box": drop("Figure", "/A"),
    "head-without-scope": drop("TH", "/A"),
    "list-without-numbering": drop("L", "/A"),
    "no-language": take(lambda p: p.Root, "/Lang"),
    "language-wrong": put(lambda p: find(p, "P"), "/Lang", String("not a tag!")),
    "not-marked": take(lambda p: p.Root, "/MarkInfo"),
    "suspect": put(lambda p: p.Root.MarkInfo, "/Suspects", value=True),
    "roles-mapped": put(lambda p: p.Root.StructTreeRoot, "/RoleMap", Dictionary(P=Name.P)),
    "mark-without-number": lambda p: rewrite(p, without_number),
    "marks-nested": lambda p: rewrite(p, nested),
    "content-between": put(lambda p: find(p, "LI"), "/K", 0),
    "no-tree": take(lambda p: p.Root, "/StructTreeRoot"),
    "title-not-shown": take(lambda p: p.Root, "/ViewerPreferences"),
    "not-declared-ua": packet(b"<pdfuaid:part>1<", b"<pdfuaid:part>9<"),
    "not-declared-a": packet(b"<pdfaid:conformance>A<", b"<pdfaid:conformance>B<"),
    "no-title": packet(b"Your bones and your medicines", b""),
    "no-output-intent": take(lambda p: p.Root, "/OutputIntents"),
    "attachment-undeclared": take(lambda p: p.Root.AF[0], "/AFRelationship"),
    "personal-metadata": put(lambda p: p.docinfo, "/Author", "Jane Roe"),
    "heading-skipped": put(lambda p: find(p, "H3"), "/S", Name("/H4")),
    "no-single-title": put(lambda p: find(p, "H1"), "/S", Name("/P")),
    "role-unknown": put(lambda p: find(p, "LBody"), "/S", Name("/Body")),
    "nesting-wrong": put(lambda p: find(p, "LI"), "/S", Name("/P")),
    "rows-differ": lose_cell,
    "astray": put(lambda p: find(p, "Table"), "/S", Name.Div),
    "head-without-body": put(lambda p: find(p, "TBody"), "/S", Name.THead),
    "cells-joined": put(lambda p: find(p, "TD"), "/A", Dictionary(O=Name.Table, ColSpan=2)),
    "cell-without-head": put(lambda p: find(p, "TH"), "/S", Name.TD),
    "table-without-heads": headless,
    "block-in-line": put(lambda p: find(p, "LI"), "/S", Name("/P")),
    "parent-wrong": put(lambda p: find(p, "LI"), "/P", Dictionary()),
    "mark-not-in-tree": lose_kid,
    "mark-not-drawn": lambda p: rewrite(p, without_mark),
    "untagged-content": lambda p: rewrite(p, without_mark),
    "marks-unbalanced": lambda p: rewrite(p, lambda steps: steps[:-1]),
    "parent-tree-wrong": swap_parents,
    "page-not-in-parent-tree": take(lambda p: p.pages[0].obj, "/StructParents"),
    "no-tab-order": take(lambda p: p.pages[0].obj, "/Tabs"),
    "font-not-embedded": take(lambda p: font(p).DescendantFonts[0].FontDescriptor, "/FontFile2"),
    "font-unreadable": take(font, "/ToUnicode"),
    "font-without-map": take(lambda p: font(p).DescendantFonts[0], "/CIDToGIDMap"),
    "code-unreadable": unread,
    "link-without-words": take(lambda p: p.pages[0].Annots[0], "/Contents"),
    "link-not-in-tree": put(lambda p: find(p, "Link"), "/K", Array()),
    "link-not-in-parent-tree": take(lambda p: p.pages[0].Annots[0], "/StructParent"),
    "link-not-printed": put(lambda p: p.pages[0].Annots[0], "/F", 0),
}


@pytest.mark.parametrize("fault", MUTATIONS)
def test_a_file_broken_on_purpose_is_caught(sound, fault):
    with Pdf.open(BytesIO(sound)) as broken:
        MUTATIONS[fault](broken)
        target = BytesIO()
        broken.save(target)
    assert fault in problems(target.getvalue())


def test_a_link_that_leads_back_to_another_element_is_caught(sound):
    with Pdf.open(BytesIO(sound)) as broken:
        lead_elsewhere(broken)
        target = BytesIO()
        broken.save(target)
    assert "link-not-in-parent-tree" in problems(target.getvalue())
