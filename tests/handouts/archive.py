"""What PDF/A-3a asks of a file beyond its tree and its bytes: objects, fonts, colours, metadata, attachment.

`faults` gives one word for each kind of fault found; an empty set is a sound file. Written from ISO 19005-3 and ISO
32000-1, and apart from the code that writes the file: fonts are read back from the embedded programs.
"""

from collections.abc import Iterator
from io import BytesIO
from re import findall, fullmatch, match
from struct import unpack_from
from xml.etree import ElementTree

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String, parse_content_stream
from schema import prefix_faults, properties, schema_faults
from syntax import number_slips, slips

ALLOWED_FILTERS = {"/FlateDecode"}
TRANSPARENCY = {"/SMask", "/ca", "/CA", "/BM", "/Group", "/SMaskInData"}
FORBIDDEN = {"/JS", "/JavaScript", "/OpenAction", "/AA", "/OCProperties", "/XFA", "/AcroForm", "/Encrypt", "/Perms"}
FORBIDDEN |= {"/AlternatePresentations", "/PresSteps", "/Ref", "/Alternates", "/OPI", "/TR", "/HTP", "/Requirements"}
FORBIDDEN |= {"/NeedsRendering", "/DestOutputProfileRef"}
PAINTING = {"rg", "RG"}
OTHER_COLOURS = {"g", "G", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "gs", "sh", "Do", "BI", "ri"}
OPERATORS = {
    *("q", "Q", "cm", "w", "J", "j", "d", "m", "l", "c", "h", "re", "S", "f", "f*", "B", "B*", "n"),
    *("BT", "ET", "Tf", "Tm", "TJ", "Tr", "BMC", "BDC", "EMC", *PAINTING),
}
# Invisible, hidden, not viewed, viewed in turns.
HIDDEN = 1 | 2 | 32 | 256
UNREADABLE = {0, 0xFEFF, 0xFFFE}


def faults(data: bytes) -> set[str]:
    """Find every kind of fault in a file."""
    with Pdf.open(BytesIO(data)) as pdf:
        found = slips(data) | set(_objects(pdf)) | set(_colours(pdf)) | set(_metadata(pdf))
        found |= set(_attachments(pdf)) | set(_notes(pdf))
        for page in pdf.pages:
            found |= set(_page(page.obj)) | set(_contents(page)) | set(_fonts(page))
        return found


def _objects(pdf: Pdf) -> Iterator[str]:
    if "/ID" not in pdf.trailer:
        yield "no-file-id"
    for thing in pdf.objects:
        yield from _object(thing, 0)


def _object(thing: Object, depth: int) -> Iterator[str]:
    inner: list[object] = list(thing) if isinstance(thing, Array) else []
    if isinstance(thing, Stream):
        yield from _stream(thing)
    if isinstance(thing, Stream | Dictionary):
        yield from _keys(set(thing.keys()))
        inner = [value for key, value in thing.items() if key != "/Parent"]
    if isinstance(thing, String) and len(bytes(thing)) > 32_767:
        yield "text-too-long"
    if isinstance(thing, Name):
        yield from _keys({str(thing)} - FORBIDDEN - TRANSPARENCY)
    for each in inner:
        yield from number_slips(each)
        if isinstance(each, Object) and not each.is_indirect and depth < 20:
            yield from _object(each, depth + 1)


def _stream(thing: Stream) -> Iterator[str]:
    filters = thing.get("/Filter", Array())
    if {str(each) for each in (filters if isinstance(filters, Array) else [filters])} - ALLOWED_FILTERS:
        yield "filter-forbidden"
    if {"/F", "/FFilter", "/FDecodeParms"} & set(thing.keys()):
        yield "stream-outside"


def _keys(keys: set[str]) -> Iterator[str]:
    if keys & TRANSPARENCY:
        yield "transparency"
    if keys & FORBIDDEN:
        yield "feature-forbidden"
    if any(len(key.encode()) > 128 for key in keys):
        yield "name-too-long"


def _colours(pdf: Pdf) -> Iterator[str]:
    intents = pdf.Root.get("/OutputIntents", Array())
    if len(intents) != 1 or intents[0].get("/S") != Name.GTS_PDFA1 or "/OutputConditionIdentifier" not in intents[0]:
        yield "output-intent-wrong"
        return
    stream = intents[0].DestOutputProfile
    profile = stream.read_bytes()
    size, version = unpack_from(">I", profile)[0], profile[8]
    kind, space, signature = profile[12:16], profile[16:20], profile[36:40]
    is_sound = size == len(profile) and version in (2, 4) and kind in (b"mntr", b"prtr")
    if not is_sound or space != b"RGB " or signature != b"acsp" or int(stream.N) != 3:
        yield "profile-wrong"


def _page(page: Object) -> Iterator[str]:
    """Look at the sides of a page."""
    for key in ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
        left, low, right, high = (float(side) for side in page.get(key, [0, 0, 100, 100]))
        if not all(3 <= side <= 14_400 for side in (abs(right - left), abs(high - low))):
            yield "page-size-wrong"


def _contents(page: Object) -> Iterator[str]:
    depth = 0
    for operands, operator in parse_content_stream(page):
        name = str(operator)
        for each in operands:
            yield from number_slips(each)
        if name in OTHER_COLOURS:
            yield "colour-not-rgb"
        elif name not in OPERATORS:
            yield "operator-unknown"
        depth += {"q": 1, "Q": -1}.get(name, 0)
        if depth > 28 or depth < 0:
            yield "states-nested"
        if name == "Tr" and int(operands[0]) not in (0, 2):
            yield "text-hidden"
    if depth:
        yield "states-nested"


def _fonts(page: Object) -> Iterator[str]:
    used: dict[str, set[int]] = {}
    now = ""
    for operands, operator in parse_content_stream(page):
        if str(operator) == "Tf":
            now = str(operands[0])
        elif str(operator) == "TJ":
            for piece in operands[0]:
                if isinstance(piece, String):
                    raw = bytes(piece)
                    used.setdefault(now, set()).update(int.from_bytes(raw[i : i + 2]) for i in range(0, len(raw), 2))
    known = page.get("/Resources", Dictionary()).get("/Font", Dictionary())
    if set(used) - set(known.keys()):
        yield "font-not-in-resources"
    for key in set(used) & set(known.keys()):
        yield from _font(known[key], used[key])


def _font(font: Object, codes: set[int]) -> Iterator[str]:
    inner = font.DescendantFonts[0]
    if any(each.get("/Type") != Name.Font for each in (font, inner)) or "/Subtype" in inner.FontDescriptor.FontFile2:
        yield "font-type-wrong"
    if font.get("/Encoding") != Name("/Identity-H") or inner.get("/Subtype") != Name.CIDFontType2:
        yield "encoding-wrong"
    if not fullmatch(r"/[A-Z]{6}\+[ -~]+", str(inner.BaseFont)) or inner.BaseFont != font.BaseFont:
        yield "subset-unnamed"
    if inner.FontDescriptor.FontName != inner.BaseFont or "/CIDSet" in inner.FontDescriptor:
        yield "descriptor-wrong"
    program = _Program(inner.FontDescriptor.FontFile2.read_bytes())
    if int(inner.FontDescriptor.FontFile2.Length1) != len(program.data):
        yield "font-length-wrong"
    yield from _codes(font, codes, program, inner.CIDToGIDMap.read_bytes())


def _codes(font: Object, codes: set[int], program: "_Program", places: bytes) -> Iterator[str]:
    """Look at every code that is drawn: its glyph, its width, and the text it reads as."""
    inner = font.DescendantFonts[0]
    widths, texts = _widths(inner), _texts(font)
    for code in codes:
        glyph = int.from_bytes(places[2 * code : 2 * code + 2])
        if glyph == 0 or glyph >= program.count:
            yield "glyph-missing"
        elif abs(program.width(glyph) - widths.get(code, int(inner.get("/DW", 1000)))) > 1:
            yield "width-wrong"
        text = texts.get(code, "")
        if not text or {ord(sign) for sign in text} & UNREADABLE:
            yield "code-unreadable"
        if any(0xE000 <= ord(sign) <= 0xF8FF or ord(sign) >= 0xF0000 for sign in text):
            yield "private-use"


class _Program:
    """A TrueType program, read as far as its widths go."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        count = unpack_from(">H", data, 4)[0]
        rows = [unpack_from(">4sIII", data, 12 + 16 * i) for i in range(count)]
        self.tables = {tag.decode(): (at, size) for tag, _, at, size in rows}
        self.count = unpack_from(">H", data, self.tables["maxp"][0] + 4)[0]
        self.unit = unpack_from(">H", data, self.tables["head"][0] + 18)[0]
        self.full = unpack_from(">H", data, self.tables["hhea"][0] + 34)[0]

    def width(self, glyph: int) -> float:
        """Give a glyph's width in thousandths."""
        at = self.tables["hmtx"][0] + 4 * min(glyph, self.full - 1)
        return float(unpack_from(">H", self.data, at)[0]) * 1000 / self.unit


def _widths(inner: Object) -> dict[int, float]:
    found: dict[int, float] = {}
    given = list(inner.get("/W", []))
    for first, row in zip(given[::2], given[1::2], strict=True):
        found |= {int(first) + i: float(width) for i, width in enumerate(row)}
    return found


def _texts(font: Object) -> dict[int, str]:
    cmap = font.ToUnicode.read_bytes().decode("ascii") if "/ToUnicode" in font else ""
    pairs = findall(r"<([0-9A-F]{4})> <((?:[0-9A-F]{4})+)>", cmap)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be", "replace") for code, text in pairs}


def _metadata(pdf: Pdf) -> Iterator[str]:
    if (pdf.Root.Metadata.get("/Type"), pdf.Root.Metadata.get("/Subtype")) != (Name.Metadata, Name.XML):
        yield "metadata-type-wrong"
    try:
        packet = pdf.Root.Metadata.read_bytes().decode("utf-8")
        tree = ElementTree.fromstring(packet.partition("?>")[2].rpartition("<?xpacket")[0])
    except (UnicodeDecodeError, ElementTree.ParseError):
        yield "packet-unreadable"
        return
    begin = packet.partition("?>")[0]
    if "bytes=" in begin or "encoding=" in begin:
        yield "packet-wrong"
    yield from schema_faults(tree)
    yield from prefix_faults(packet)
    told = {each.tag.rpartition("}")[2]: "".join(each.itertext()).strip() for each in properties(tree)}
    yield from _agreement(pdf.docinfo, told)


def _agreement(info: Object, told: dict[str, str]) -> Iterator[str]:
    """Compare the two places where a file speaks of itself."""
    pairs = {"/Title": "title", "/Producer": "Producer", "/Creator": "CreatorTool"}
    if any(str(info.get(key, "")) != told.get(name) for key, name in pairs.items()):
        yield "metadata-disagrees"
    for key, name in (("/CreationDate", "CreateDate"), ("/ModDate", "ModifyDate")):
        if "".join(findall(r"\d", told.get(name, ""))) != "".join(findall(r"\d", str(info.get(key, "")))):
            yield "metadata-disagrees"


def _attachments(pdf: Pdf) -> Iterator[str]:
    names = list(pdf.Root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", []))
    declared = {each.objgen for each in pdf.Root.get("/AF", [])}
    for file in names[1::2]:
        inner = file.get("/EF", {}).get("/F", {})
        if file.objgen not in declared or file.get("/AFRelationship") is None:
            yield "attachment-undeclared"
        if not str(file.get("/F", "")) == str(file.get("/UF", "")) != "" or "/Desc" not in file:
            yield "attachment-unnamed"
        params = inner.get("/Params", {})
        if "/ModDate" not in params or int(params.get("/Size", -1)) != len(inner.read_bytes()):
            yield "attachment-unmeasured"
        if not fullmatch(r"/[-\w+.]+/[-\w+.]+", str(inner.get("/Subtype", ""))):
            yield "attachment-without-type"


def _notes(pdf: Pdf) -> Iterator[str]:
    for page in pdf.pages:
        for note in page.get("/Annots", []):
            action = note.get("/A", {})
            if note.get("/Subtype") != Name.Link or action.get("/S", Name.URI) != Name.URI:
                yield "annotation-forbidden"
            if int(note.get("/F", 0)) & HIDDEN or not int(note.get("/F", 0)) & 4:
                yield "annotation-hidden"
            if not match(r"(https://|tel:|mailto:)", str(action.get("/URI", "https://"))):
                yield "address-forbidden"
