"""PDF/A-3a beyond the tree: our files are sound, and a file broken on purpose is caught."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tomllib import loads

import pytest
from archive import faults
from pikepdf import Array, Dictionary, Name, Object, Operator, Pdf, PdfError, Stream, StreamDecodeLevel, String
from pikepdf import parse_content_stream as parse
from pikepdf import unparse_content_stream as unparse
from test_structure import MUTATIONS as TREE_MUTATIONS
from test_structure import font, packet, put, take, with_link

from handouts.document import pdf
from handouts.layout import Layout

# What the writer of the broken file would mend by itself.
AS_IT_IS = {"stream_decode_level": StreamDecodeLevel.none, "fix_metadata_version": False}


@pytest.fixture(scope="module")
def sound() -> bytes:
    return pdf(with_link("en", "simple"), Layout())


def test_a_page_with_links_is_sound(sound):
    assert faults(sound) == set()


def inner(p: Pdf) -> Object:
    return font(p).DescendantFonts[0]


def with_steps(*steps: tuple[list, str]) -> Callable[[Pdf], None]:
    """Put operators at the head of the first page."""

    def change(p: Pdf) -> None:
        added = [(operands, Operator(name)) for operands, name in steps]
        p.pages[0].Contents = p.make_stream(unparse([*added, *parse(p.pages[0])]))

    return change


def written(get: Callable[[Pdf], Object], change: Callable[[bytes], bytes]) -> Callable[[Pdf], None]:
    return lambda p: get(p).write(change(get(p).read_bytes()))


def wider(p: Pdf) -> None:
    row = inner(p).W[1]
    for i in range(len(row)):
        row[i] = int(row[i]) + 40


def as_text(code: str) -> Callable[[bytes], bytes]:
    """Let the first code read as another sign."""

    def change(cmap: bytes) -> bytes:
        before, mark, rest = cmap.partition(b"<0001> <")
        return before + mark + code.encode() + b">" + rest.partition(b">")[2]

    return change


def profile(p: Pdf) -> Stream:
    return p.Root.OutputIntents[0].DestOutputProfile


def attached(p: Pdf) -> Object:
    return p.Root.Names.EmbeddedFiles.Names[1]


def of_first_link(key: str, value: object) -> Callable[[Pdf], None]:
    return put(lambda p: p.pages[0].Annots[0], key, value)


MUTATIONS: dict[str, Callable[[Pdf], None]] = {
    "filter-forbidden": lambda p: p.Root.__setitem__("/Extra", p.make_stream(b"1", Filter=Name.LZWDecode)),
    "stream-outside": lambda p: p.Root.__setitem__("/Extra", p.make_stream(b"1", F=String("x"))),
    "transparency": lambda p: p.pages[0].obj.__setitem__("/Group", Dictionary(S=Name.Transparency)),
    "feature-forbidden": put(lambda p: p.Root, "/OpenAction", Dictionary(S=Name.JavaScript, JS=String("1"))),
    "name-too-long": put(lambda p: p.Root, "/" + "x" * 200, 1),
    "text-too-long": put(lambda p: p.Root, "/Extra", String("x" * 40_000)),
    "output-intent-wrong": take(lambda p: p.Root.OutputIntents[0], "/OutputConditionIdentifier"),
    "profile-wrong": written(profile, lambda data: data[:16] + b"CMYK" + data[20:]),
    "colour-not-rgb": with_steps(([0], "g")),
    "operator-unknown": with_steps(([], "T*")),
    "states-nested": with_steps(([], "q")),
    "number-out-of-range": put(lambda p: p.Root, "/Extra", 2**31),
    "page-size-wrong": put(lambda p: p.pages[0].obj, "/MediaBox", Array([0, 0, 20_000, 100])),
    "font-not-in-resources": take(lambda p: p.pages[0].Resources, "/Font"),
    "font-type-wrong": take(inner, "/Type"),
    "metadata-type-wrong": take(lambda p: p.Root.Metadata, "/Subtype"),
    "property-of-other-type": packet(b"<pdfaid:part>3<", b"<pdfaid:part>three<"),
    "packet-unreadable": packet(b"</rdf:RDF>", b"</rdf:RDFX"),
    "prefix-wrong": packet(b"pdfaid", b"other"),
    "description-wrong": packet(b":category>internal<", b":category>secret<"),
    "text-hidden": with_steps(([3], "Tr")),
    "encoding-wrong": put(font, "/Encoding", Name("/Identity-V")),
    "subset-unnamed": put(font, "/BaseFont", Name("/NotoSans")),
    "descriptor-wrong": put(lambda p: inner(p).FontDescriptor, "/FontName", Name("/Other")),
    "font-length-wrong": put(lambda p: inner(p).FontDescriptor.FontFile2, "/Length1", 7),
    "glyph-missing": written(lambda p: inner(p).CIDToGIDMap, lambda data: bytes(len(data))),
    "width-wrong": wider,
    "code-unreadable": written(lambda p: font(p).ToUnicode, as_text("0000")),
    "private-use": written(lambda p: font(p).ToUnicode, as_text("E001")),
    "packet-wrong": packet(b'<?xpacket begin="', b'<?xpacket bytes="9" begin="'),
    "property-undescribed": packet(b"<dc:format>", b"<dc:rights>free</dc:rights><dc:format>"),
    "metadata-disagrees": put(lambda p: p.docinfo, "/Title", "Another"),
    "attachment-undeclared": put(lambda p: p.Root, "/AF", Array()),
    "attachment-unnamed": take(attached, "/UF"),
    "attachment-unmeasured": take(lambda p: attached(p).EF.F, "/Params"),
    "attachment-without-type": take(lambda p: attached(p).EF.F, "/Subtype"),
    "annotation-forbidden": of_first_link("/Subtype", Name.Movie),
    "annotation-hidden": of_first_link("/F", 6),
    "address-forbidden": put(lambda p: p.pages[0].Annots[0].A, "/URI", String("file:///etc/hosts")),
}


@pytest.mark.parametrize("fault", MUTATIONS)
def test_a_file_broken_on_purpose_is_caught(sound, fault):
    with Pdf.open(BytesIO(sound)) as broken:
        MUTATIONS[fault](broken)
        target = BytesIO()
        broken.save(target, static_id=True, compress_streams=False, **AS_IT_IS)
    assert fault in faults(target.getvalue())


BROKEN_BYTES = {
    "no-file-id": (b"\n/ID \n", b"\n/IX \n"),
    "header-wrong": (b"%PDF-1.7\n%", b"%PDF-1.7\n "),
    "end-wrong": (b"%%EOF\n", b"%%EOF\nmore"),
    "updated-later": (b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF\n"),
    "cross-reference-wrong": (b"\nxref\n", b"\nxreg\n"),
    "object-begins-wrong": (b"\n2 0 obj\n", b"\n2 0 obj  "),
    "object-ends-wrong": (b"\nendobj\n", b" endobj\n"),
    "stream-ends-wrong": (b"\nendstream\n", b" endstream\n"),
    "stream-length-wrong": (b"/Length 6", b"/Length 7"),
    "hexadecimal-wrong": (b"/Lang <FEFF", b"/Lang <FEF "),
}


@pytest.mark.parametrize("fault", BROKEN_BYTES)
def test_bytes_broken_on_purpose_are_caught(sound, fault):
    old, new = BROKEN_BYTES[fault]
    assert old in sound
    try:
        found = faults(sound.replace(old, new, 1))
    except PdfError:  # a file that cannot be opened is caught as well
        found = {fault}
    assert fault in found


CAUGHT = {*MUTATIONS, *TREE_MUTATIONS, *BROKEN_BYTES}


def test_every_condition_of_the_matterhorn_protocol_that_a_machine_can_find_has_a_check_that_catches():
    table = loads((Path(__file__).parent / "matterhorn.toml").read_text("utf-8"))
    assert {check for checks in table["checks"].values() for check in checks} | set(table["absent"].values()) <= CAUGHT
    assert len(table["checks"]) + len(table["absent"]) == 87


def test_every_rule_of_verapdf_has_a_check_that_catches():
    table = loads((Path(__file__).parent / "verapdf.toml").read_text("utf-8"))
    assert {check for part in ("ua", "a") for checks in table[part].values() for check in checks} <= CAUGHT
    assert (len(table["ua"]), len(table["a"]) + len(table["beyond"])) == (100, 155)
