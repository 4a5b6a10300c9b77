"""Objects of the file that ReportLab does not write, or not as PDF/A wants them."""

from collections.abc import Callable
from typing import ClassVar

from reportlab.pdfbase import pdfdoc


class Written(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object written by a function when the file is made, when all numbers are known."""

    __RefOnly__ = 1

    def __init__(self, write: "Callable[[pdfdoc.PDFDocument], str]") -> None:
        """Keep the writer."""
        self.write = write

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Write the object."""
        return self.write(document).encode("ascii")


class Stream(pdfdoc.PDFStream):  # type: ignore[misc]
    """A stream that ends on a line of its own, as PDF/A asks; compressed unless told otherwise."""

    def __init__(self, content: bytes, is_compressed: bool = True, **entries: object) -> None:
        """Keep the content and the dictionary's entries."""
        filters = [pdfdoc.PDFZCompress] if is_compressed else None
        super().__init__(pdfdoc.PDFDictionary(entries), content, filters)

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Write the stream."""
        written: bytes = super().format(document)
        return written.removesuffix(b"endstream\n") + b"\nendstream\n"


class Page(pdfdoc.PDFPage):  # type: ignore[misc]
    """A page that also carries its place in the tree of tags and its order of tabs."""

    __NoDefault__: ClassVar = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]


def words(text: str) -> str:
    """Write a text string, any language."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def name(value: str) -> str:
    """Write a name."""
    return str(pdfdoc.PDFName(value))


def reference(document: pdfdoc.PDFDocument, thing: object) -> str:
    """Write the number by which an object is called."""
    return str(document.Reference(thing).format(document), "ascii")
