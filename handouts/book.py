"""A whole file being made: pages, fonts, the tree of tags, bookmarks, and what the standards ask for around them."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import NamedTuple

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from handouts import objects
from handouts.embedding import UsedFont
from handouts.fonts import Face
from handouts.inks import inks, profile
from handouts.metadata import Information, xmp
from handouts.page import LinkBox, Page
from handouts.setting import Placed
from handouts.tags import LinkPlace, Tag
from handouts.tree import FIRST_LINK_KEY, write_tree


@dataclass(frozen=True, slots=True)
class About:
    """What a file says about itself; `tags` are its languages, the main one first."""

    title: str
    tags: tuple[str, ...]
    day: date | None = None
    attachment: bytes = b"{}"


class _Entry(NamedTuple):
    """A bookmark: the page it is on, its key, its words, how high and how deep."""

    page: int
    key: str
    title: str
    y: float
    level: int


class _Canvas(Canvas):  # type: ignore[misc]
    """ReportLab's canvas without the font it would name on every page."""

    def _make_preamble(self) -> None:
        self._preamble = ""

    def showPage(self) -> None:  # noqa: N802  ReportLab's name
        """Put the collected code into a page of our own kind; nothing of the canvas's state is used."""
        page = objects.Page()
        page.pagewidth, page.pageheight = self._pagesize
        page.Contents = objects.Stream("\n".join(self._code).encode("ascii"))
        page.StructParents = self._pageNumber - 1
        page.Tabs = "/S"
        self._setColorSpace(page)
        self._setExtGState(page)
        self._setXObjects(page)
        self._setShadingUsed(page)
        self._setAnnotations(page)
        self._doc.addPage(page)
        self._startPage()


class Book:
    """The file. Pages are drawn one after the other; `bytes` closes it."""

    def __init__(self, about: About, size: tuple[float, float]) -> None:
        """Start an empty file of one paper size, in points."""
        self.about = about
        self.root = Tag("Document", lang=about.tags[0])
        self.size = size
        self._buffer = BytesIO()
        self._canvas = _Canvas(
            self._buffer, size, invariant=1, pageCompression=1, pdfVersion=(1, 7), lang=about.tags[0]
        )
        self._fonts: dict[Face, UsedFont] = {}
        self._owners: dict[tuple[int, int], Tag] = {}
        self._pages: list[Page] = []
        self._links: list[Tag] = []
        self._outline: list[_Entry] = []

    @property
    def document(self) -> pdfdoc.PDFDocument:
        """Give ReportLab's document."""
        return self._canvas._doc

    def page(self) -> Page:
        """Open the next page."""
        number = len(self._pages)
        self._pages.append(Page(number, *self.size, dict(inks()), self, self._owners))
        return self._pages[-1]

    def write(self, placed: Placed) -> tuple[str, str]:
        """Give the font's key and the codes for a piece; a face is embedded once it is used."""
        shape = placed.piece.shape
        used = self._fonts.get(shape.face)
        if used is None:
            used = self._fonts[shape.face] = UsedFont(shape.face, len(self._fonts) + 1)
        return used.key, used.write(shape)

    def bookmark(self, page: Page, title: str, y: float, level: int) -> None:
        """Add an entry to the outline that leads to a place."""
        self._outline.append(_Entry(page.number, f"b{len(self._outline)}", title, y, level))

    def bytes(self) -> bytes:
        """Close the file and give its bytes. The same story gives the same bytes."""
        for page in self._pages:
            self._finish(page)
        self._embed()
        self._declare()
        data: bytes = self._canvas.getpdfdata()
        return data

    def _finish(self, page: Page) -> None:
        page.end()
        canvas = self._canvas
        canvas._code.extend(page.code)
        for entry in self._outline:
            if entry.page == page.number:
                canvas.bookmarkPage(entry.key, fit="XYZ", left=0, top=entry.y)
                canvas.addOutlineEntry(entry.title, entry.key, entry.level)
        for link in page.links:
            self._annotate(page, link)
        canvas.showPage()

    def _annotate(self, page: Page, link: LinkBox) -> None:
        key = FIRST_LINK_KEY + len(self._links)
        self._links.append(link.tag)
        rect = " ".join(f"{side:.2f}" for side in link.box)
        uri = pdfdoc.PDFString(link.href).format(self.document).decode("latin-1")
        body = (
            f"<</Type/Annot/Subtype/Link/Rect[{rect}]/F 4/Border[0 0 0]/StructParent {key}"
            f"/Contents {objects.words(link.words)}/A<</S/URI/URI {uri}>>>>"
        )
        name = f"link{key}"
        self._canvas._addAnnotation(objects.Written(lambda _: body), name=name)
        link.tag.kids.append(LinkPlace(page.number, key, self.document.annotationName(name)))

    def _embed(self) -> None:
        fonts = self.document.idToObject[pdfdoc.BasicFonts]
        for used in self._fonts.values():
            fonts.dict[used.key] = used.add_to(self.document)
        for page in self._pages:
            self.document.updateSignature("\n".join(page.code).encode("ascii"))
        self.document.updateSignature(self.about.attachment)

    def _declare(self) -> None:
        document, about = self.document, self.about
        catalog = document.Catalog
        document.info = Information(about.title, about.day)
        marks = [page.marks for page in self._pages]
        catalog.StructTreeRoot = write_tree(document, self.root, marks, self._links)
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        packet = xmp(about.title, about.tags, about.day)
        catalog.Metadata = objects.Stream(packet, is_compressed=False, Type="/Metadata", Subtype="/XML")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        _extend(catalog, OutputIntents=self._intents(), **self._attachment())

    def _intents(self) -> pdfdoc.PDFArray:
        colours = self.document.Reference(objects.Stream(profile(), N=3))
        intent = {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": "(sRGB IEC61966-2.1)",
            "DestOutputProfile": colours,
        }
        return pdfdoc.PDFArray([pdfdoc.PDFDictionary(intent)])

    def _attachment(self) -> dict[str, object]:
        day = f"(D:{(self.document.info.day):%Y%m%d}000000Z)"
        data = self.about.attachment
        file = self.document.Reference(
            objects.Stream(
                data,
                Type="/EmbeddedFile",
                Subtype="/application#2Fjson",
                Params=pdfdoc.PDFDictionary({"ModDate": day, "Size": len(data)}),
            )
        )
        spec = self.document.Reference(
            objects.Written(
                lambda doc: (
                    "<</Type/Filespec/F(plan.json)/UF(plan.json)/AFRelationship/Source"
                    f"/Desc {objects.words('What this handout was made from')}"
                    f"/EF<</F {file.format(doc).decode()}/UF {file.format(doc).decode()}>>>>"
                )
            )
        )
        names = objects.Written(lambda doc: f"<</EmbeddedFiles<</Names[(plan.json){spec.format(doc).decode()}]>>>>")
        return {"AF": pdfdoc.PDFArray([spec]), "Names": names}


def _extend(catalog: pdfdoc.PDFCatalog, **entries: object) -> None:
    """Add entries that ReportLab's catalogue does not know; on this one object, not on its class."""
    catalog.__NoDefault__ = [*catalog.__NoDefault__, *entries]
    catalog.__Refs__ = catalog.__NoDefault__
    for name, value in entries.items():
        setattr(catalog, name, value)
