"""Writing the tree of tags into the file, and the parent tree that leads back from every mark to its element."""

from collections.abc import Sequence
from functools import partial

from reportlab.pdfbase import pdfdoc

from handouts.objects import Written, reference, words
from handouts.tags import LinkPlace, Mark, Tag

FIRST_LINK_KEY = 1_000


def write_tree(
    document: pdfdoc.PDFDocument, root: Tag, marks: Sequence[Sequence[Tag]], links: Sequence[Tag]
) -> Written:
    """Register every element and give the tree's root.

    `marks` are the elements of each page's content, by number; `links` those of the link annotations, in order.
    """
    root.prune()
    numbers: dict[Tag | None, str] = {}
    parents = Written(lambda _: _parents(marks, links, numbers))
    top = Written(
        lambda doc: (
            f"<</Type/StructTreeRoot/K {numbers[root]}/ParentTree {reference(doc, parents)}"
            f"/ParentTreeNextKey {FIRST_LINK_KEY + len(links)}>>"
        )
    )
    numbers[None] = reference(document, top)
    document.Reference(parents)
    for tag in root.every():
        numbers[tag] = reference(document, Written(partial(_element, tag, numbers)))
    return top


def _element(tag: Tag, numbers: dict[Tag | None, str], document: pdfdoc.PDFDocument) -> str:
    page = next((kid.page for kid in tag.kids if isinstance(kid, Mark)), None)
    entries = [f"<</Type/StructElem/S/{tag.role}/P {numbers[tag.parent]}"]
    if page is not None:
        entries.append(f"/Pg {_page(document, page)}")
    kids = " ".join(_kid(kid, page, numbers, document) for kid in tag.kids)
    entries.append(f"/K[{kids}]")
    for key, text in (("Lang", tag.lang), ("Alt", tag.alt), ("ActualText", tag.actual)):
        if text:
            entries.append(f"/{key} {words(text)}")
    return "".join(entries) + _attributes(tag) + ">>"


def _attributes(tag: Tag) -> str:
    """Write what a table head, a list or a figure adds."""
    found = []
    if tag.scope:
        found.append(f"<</O/Table/Scope/{tag.scope}>>")
    if tag.numbering:
        found.append(f"<</O/List/ListNumbering/{tag.numbering}>>")
    if tag.box:
        sides = " ".join(f"{side:.2f}" for side in tag.box)
        found.append(f"<</O/Layout/Placement/Block/BBox[{sides}]>>")
    return f"/A[{' '.join(found)}]" if found else ""


def _kid(kid: Tag | Mark | LinkPlace, page: int | None, numbers: dict[Tag | None, str], doc: pdfdoc.PDFDocument) -> str:
    if isinstance(kid, Tag):
        return numbers[kid]
    if isinstance(kid, LinkPlace):
        annotation = pdfdoc.PDFObjectReference(kid.name).format(doc).decode()
        return f"<</Type/OBJR/Obj {annotation}/Pg {_page(doc, kid.page)}>>"
    if kid.page == page:
        return str(kid.number)
    return f"<</Type/MCR/Pg {_page(doc, kid.page)}/MCID {kid.number}>>"


def _page(document: pdfdoc.PDFDocument, number: int) -> str:
    return str(pdfdoc.PDFObjectReference(f"Page{number + 1}").format(document), "ascii")


def _parents(marks: Sequence[Sequence[Tag]], links: Sequence[Tag], numbers: dict[Tag | None, str]) -> str:
    pages = [f"{i} [{' '.join(numbers[tag] for tag in tags)}]" for i, tags in enumerate(marks)]
    annotations = [f"{FIRST_LINK_KEY + i} {numbers[tag]}" for i, tag in enumerate(links)]
    return f"<</Nums[{' '.join(pages + annotations)}]>>"
