"""Fonts in the file: each face's used clusters as one embedded, subset, readable Type 0 font."""

from hashlib import sha256

from reportlab.pdfbase import pdfdoc

from handouts.fonts import Face
from handouts.objects import Stream, Written, name, reference
from handouts.shaping import Cluster, Shape
from handouts.subset import subset

_CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{ranges}
endcmap CMapName currentdict /CMap defineresource pop end end"""


class UsedFont:
    """One face in one document: hands out a code for every cluster drawn."""

    def __init__(self, face: Face, number: int) -> None:
        """Start with no cluster; code 0 is the missing glyph and is never drawn."""
        self.face = face
        self.key = f"F{number}"
        self._codes: dict[Cluster, int] = {}
        self._written: dict[Shape, str] = {}

    def write(self, shape: Shape) -> str:
        """Give the inside of a TJ array that draws a shape."""
        if shape not in self._written:
            self._written[shape] = self._encode(shape)
        return self._written[shape]

    def _encode(self, shape: Shape) -> str:
        found = []
        for cluster, kern in zip(shape.clusters, shape.kerns, strict=True):
            code = self._codes.setdefault(cluster, len(self._codes) + 1)
            found.append(f"<{code:04X}>")
            if kern:
                found.append(f"{-kern * self.face.per_mille:g}")
        return "".join(found).replace("><", "")

    def add_to(self, document: pdfdoc.PDFDocument) -> pdfdoc.PDFObjectReference:
        """Put the font's objects into the file."""
        clusters = tuple(self._codes)
        cut = subset(self.face, clusters)
        mark = "".join(chr(65 + byte % 26) for byte in sha256(cut.data).digest()[:6])
        full = f"{mark}+{self.face.name}"
        file = document.Reference(Stream(cut.data, Length1=len(cut.data)))
        glyphs = b"".join(glyph.to_bytes(2) for glyph in (0, *cut.glyphs))
        places = document.Reference(Stream(glyphs))
        readable = document.Reference(Stream(_unicode(clusters).encode("ascii")))
        descriptor = document.Reference(Written(lambda doc: self._descriptor(full, reference(doc, file))))
        inner = document.Reference(
            Written(lambda doc: self._inner(full, clusters, reference(doc, descriptor), reference(doc, places)))
        )
        return document.Reference(
            Written(
                lambda doc: (
                    f"<</Type/Font/Subtype/Type0/BaseFont{name(full)}/Encoding/Identity-H"
                    f"/DescendantFonts[{reference(doc, inner)}]/ToUnicode {reference(doc, readable)}>>"
                )
            )
        )

    def _inner(self, full: str, clusters: tuple[Cluster, ...], descriptor: str, places: str) -> str:
        widths = " ".join(f"{cluster.width * self.face.per_mille:g}" for cluster in clusters)
        return (
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont{name(full)}/FontDescriptor {descriptor}"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/DW 1000/W[1[{widths}]]/CIDToGIDMap {places}>>"
        )

    def _descriptor(self, full: str, file: str) -> str:
        extents, scale = self.face.font.get_font_extents("ltr"), self.face.per_mille
        up, down = extents.ascender * scale, extents.descender * scale
        return (
            f"<</Type/FontDescriptor/FontName{name(full)}/Flags 4/FontBBox[-1000 {down:g} 2000 {up:g}]"
            f"/ItalicAngle 0/Ascent {up:g}/Descent {down:g}/CapHeight 714/StemV 80/FontFile2 {file}>>"
        )


def _unicode(clusters: tuple[Cluster, ...]) -> str:
    """Write what each code reads as."""
    lines = [f"<{i:04X}> <{c.text.encode('utf-16-be').hex().upper()}>" for i, c in enumerate(clusters, 1)]
    blocks = (lines[i : i + 100] for i in range(0, len(lines), 100))
    ranges = "\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks)
    return _CMAP.replace("{ranges}", ranges)
