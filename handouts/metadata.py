"""What a file says about itself: title, language, standards, provenance. Never a person."""

from datetime import date
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from handouts.objects import words

PRODUCER = "Teachback"
_EPOCH = date(2000, 1, 1)

# PDF/A asks that every property outside its own list be described; this describes PDF/UA's.
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language>
<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part><pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def xmp(title: str, tags: tuple[str, ...], day: date | None) -> bytes:
    """Write the XMP packet of a PDF/UA-1 and PDF/A-3a file."""
    languages = "".join(f"<rdf:li>{escape(tag)}</rdf:li>" for tag in tags)
    return _XMP.format(
        title=escape(title), languages=languages, day=(day or _EPOCH).isoformat(), producer=PRODUCER
    ).encode("utf-8")


class Information(pdfdoc.PDFInfo):  # type: ignore[misc]
    """The file's information dictionary: title, maker and the day of the sheet, nothing else."""

    def __init__(self, title: str, day: date | None) -> None:
        """Keep what is written."""
        super().__init__()
        self.title, self.author, self.subject = title, "", ""
        self.day = day or _EPOCH

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Write the dictionary."""
        moment = f"(D:{self.day:%Y%m%d}000000Z)"
        return (
            f"<</Title {words(self.title)}/Producer ({PRODUCER})/Creator ({PRODUCER})"
            f"/CreationDate {moment}/ModDate {moment}>>"
        ).encode("ascii")
