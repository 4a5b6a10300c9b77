"""What PDF/UA-1 and PDF/A-3a ask of a file's structure, as far as it can be read without a validator of our own size.

`problems` gives one word for each kind of fault found; an empty set is a sound file.
"""

from collections.abc import Iterator
from io import BytesIO
from re import compile as pattern

from pikepdf import Dictionary, Name, Object, Pdf, String, parse_content_stream
from tables import table_faults
from tagtree import attribute, every, kids, role_of

_PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "Tj", "TJ", "'", '"', "INLINE IMAGE"}
_SHOWS = {"Tj", "TJ", "'", '"'}
_ROLES = {
    *("Document", "Sect", "Div", "P", "H1", "H2", "H3", "H4", "L", "LI", "Lbl", "LBody"),
    *("Table", "THead", "TBody", "TR", "TH", "TD", "Figure", "Link", "Span", "Caption"),
}
_INSIDE = {
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "Table": {"THead", "TBody", "TR"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
}
_WITHIN = {kid: {role for role, inner in _INSIDE.items() if kid in inner} for kid in set().union(*_INSIDE.values())}
# Elements that hold lines of words, and what may stand among those.
_LINES = frozenset({"P", "H1", "H2", "H3", "H4", "Span", "Link", "Lbl", "Figure"})
_IN_LINE = frozenset({"Span", "Link"})
_TAG = pattern(r"^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{2,8})*$")


def problems(data: bytes) -> set[str]:
    """Find every kind of fault in a file."""
    with Pdf.open(BytesIO(data)) as pdf:
        found = set(_catalog(pdf)) | set(_fonts(pdf))
        root = pdf.Root.get("/StructTreeRoot")
        if root is None or "/K" not in root:
            return found | {"no-tree"}
        elements = list(every(root.K, root))
        found |= set(_tree(elements)) | set(_headings(elements)) | set(_marks(pdf, root, elements))
        return found | set(_links(pdf, root, elements))


def _catalog(pdf: Pdf) -> Iterator[str]:
    root = pdf.Root
    yield from _marking(root)
    if not _TAG.match(str(root.get("/Lang", ""))):
        yield "no-language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "title-not-shown"
    packet = root.Metadata.read_bytes().decode("utf-8") if "/Metadata" in root else ""
    if "<pdfuaid:part>1<" not in packet:
        yield "not-declared-ua"
    if "<pdfaid:part>3<" not in packet or "<pdfaid:conformance>A<" not in packet:
        yield "not-declared-a"
    if 'xml:lang="x-default">' not in packet or 'x-default"></rdf' in packet:
        yield "no-title"
    if "/OutputIntents" not in root or "/DestOutputProfile" not in root.OutputIntents[0]:
        yield "no-output-intent"
    if any(key in pdf.docinfo for key in ("/Author", "/Keywords", "/Subject")):
        yield "personal-metadata"
    if "/Filter" in root.get("/Metadata", {}):
        yield "metadata-compressed"
    yield from _attachment(root)


def _marking(root: Object) -> Iterator[str]:
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "not-marked"
    if root.get("/MarkInfo", {}).get("/Suspects", False):
        yield "suspect"
    if "/RoleMap" in root.get("/StructTreeRoot", {}):
        yield "roles-mapped"


def _attachment(root: Object) -> Iterator[str]:
    for file in root.get("/AF", []):
        inner = file.get("/EF", {}).get("/F", {})
        if "/AFRelationship" not in file or "/UF" not in file or "/Subtype" not in inner:
            yield "attachment-undeclared"


def _tree(elements: list[tuple[Object, Object]]) -> Iterator[str]:
    for element, parent in elements:
        role = role_of(element)
        if element.get("/P") is None or element.P.objgen != parent.objgen:
            yield "parent-wrong"
        if role not in _ROLES:
            yield "role-unknown"
        if "/Lang" in element and not _TAG.match(str(element.Lang)):
            yield "language-wrong"
        yield from _needs(element, role)
        if role in _WITHIN and role_of(parent) not in _WITHIN[role]:
            yield "astray"
        inner = {role_of(kid) for kid in kids(element) if isinstance(kid, Dictionary) and "/S" in kid}
        if role in _INSIDE and inner - _INSIDE[role]:
            yield "nesting-wrong"
        if role in _LINES and inner - _IN_LINE:
            yield "block-in-line"
        if role in _INSIDE and any(not isinstance(kid, Dictionary) for kid in kids(element)):
            yield "content-between"
    yield from table_faults(elements)


def _needs(element: Object, role: str) -> Iterator[str]:
    """Find what figures, heads and labelled lists must say and do not."""
    if role == "Figure" and not str(element.get("/Alt", "")).strip():
        yield "figure-without-alt"
    if role == "Figure" and attribute(element, "/BBox") is None:
        yield "figure-without-box"
    if role == "TH" and str(attribute(element, "/Scope")) not in ("/Row", "/Column"):
        yield "head-without-scope"
    labels = [kid for item in kids(element) if role == "L" for kid in kids(item) if role_of(kid) == "Lbl"]
    if labels and attribute(element, "/ListNumbering") is None:
        yield "list-without-numbering"


def _headings(elements: list[tuple[Object, Object]]) -> Iterator[str]:
    last = 0
    levels = [int(role_of(element)[1]) for element, _ in elements if pattern(r"^H\d$").match(role_of(element))]
    for level in levels:
        if level > last + 1:
            yield "heading-skipped"
        last = level
    if levels.count(1) != 1:
        yield "no-single-title"


def _parent_tree(root: Object) -> dict[int, Object]:
    numbers = list(root.ParentTree.Nums)
    return {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}


def _marks(pdf: Pdf, root: Object, elements: list[tuple[Object, Object]]) -> Iterator[str]:
    """Compare what is drawn with what the tree and the parent tree say."""
    told: dict[tuple[int, int], Object] = {}
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    for element, _ in elements:
        for kid in kids(element):
            place = _place(kid, element, pages)
            if place is not None:
                if place in told:
                    yield "mark-twice"
                told[place] = element
    parents = _parent_tree(root)
    drawn: set[tuple[int, int]] = set()
    for number, page in enumerate(pdf.pages):
        if page.get("/Tabs") != Name.S:
            yield "no-tab-order"
        yield from _content(page, number, drawn)
        yield from _back(page, number, parents, told)
    if drawn - set(told):
        yield "mark-not-in-tree"
    if set(told) - drawn:
        yield "mark-not-drawn"


def _place(kid: Object, element: Object, pages: dict[tuple[int, int], int]) -> tuple[int, int] | None:
    if isinstance(kid, Dictionary):
        if kid.get("/Type") != Name.MCR:
            return None
        return pages[kid.Pg.objgen], int(kid.MCID)
    return (pages[element.Pg.objgen], int(kid)) if "/Pg" in element else (-1, int(kid))


def _content(page: Object, number: int, drawn: set[tuple[int, int]]) -> Iterator[str]:
    open_marks: list[str] = []
    for operands, operator in parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            if open_marks:
                yield "marks-nested"
            open_marks.append(str(operands[0]))
            if name == "BDC" and "/MCID" in operands[1]:
                drawn.add((number, int(operands[1]["/MCID"])))
            elif str(operands[0]) != "/Artifact":
                yield "mark-without-number"
        elif name == "EMC":
            if not open_marks:
                yield "marks-unbalanced"
            else:
                open_marks.pop()
        elif name in _PAINTS and not open_marks:
            yield "untagged-content"
    if open_marks:
        yield "marks-unbalanced"


def _back(page: Object, number: int, parents: dict[int, Object], told: dict[tuple[int, int], Object]) -> Iterator[str]:
    if "/StructParents" not in page or int(page.StructParents) not in parents:
        yield "page-not-in-parent-tree"
        return
    back = parents[int(page.StructParents)]
    for mark in range(len(back)):
        element = told.get((number, mark))
        if element is None or element.objgen != back[mark].objgen:
            yield "parent-tree-wrong"


def _links(pdf: Pdf, root: Object, elements: list[tuple[Object, Object]]) -> Iterator[str]:
    parents = _parent_tree(root)
    owners = {
        kid.Obj.objgen: element
        for element, _ in elements
        for kid in kids(element)
        if isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR
    }
    for page in pdf.pages:
        for note in page.get("/Annots", []):
            owner = owners.get(note.objgen)
            if owner is None or role_of(owner) != "Link":
                yield "link-not-in-tree"
            if not str(note.get("/Contents", "")).strip():
                yield "link-without-words"
            if int(note.get("/F", 0)) & 4 == 0:
                yield "link-not-printed"
            back = parents.get(int(note.get("/StructParent", -1)))
            if back is None or owner is None or back.objgen != owner.objgen:
                yield "link-not-in-parent-tree"
    for element, _ in elements:
        if role_of(element) == "Link" and element.objgen not in {owner.objgen for owner in owners.values()}:
            yield "link-without-annotation"


def _fonts(pdf: Pdf) -> Iterator[str]:
    for page in pdf.pages:
        for font in page.Resources.get("/Font", {}).values():
            if font.get("/Subtype") != Name.Type0:
                yield "font-not-embedded"
                continue
            inner = font.DescendantFonts[0]
            if "/FontFile2" not in inner.FontDescriptor:
                yield "font-not-embedded"
            if "/CIDToGIDMap" not in inner:
                yield "font-without-map"
            if "/ToUnicode" not in font:
                yield "font-unreadable"
        yield from _codes(page)


def _codes(page: Object) -> Iterator[str]:
    """Every code that is drawn reads as text, and none draws the missing glyph."""
    known: dict[str, dict[int, str]] = {}
    for key, font in page.Resources.get("/Font", {}).items():
        known[str(key)] = _readable(font)
    now: dict[int, str] = {}
    for operands, operator in parse_content_stream(page):
        if str(operator) == "Tf":
            now = known.get(str(operands[0]), {})
        elif str(operator) == "TJ":
            for piece in operands[0]:
                if isinstance(piece, Object) and isinstance(piece, String):
                    raw = bytes(piece)
                    codes = [int.from_bytes(raw[i : i + 2]) for i in range(0, len(raw), 2)]
                    if any(not now.get(code, "").strip("\0\ufeff\ufffe") for code in codes):
                        yield "code-unreadable"


def _readable(font: Object) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    lines = pattern(r"<([0-9A-F]{4})> <([0-9A-F]+)>").findall(font.ToUnicode.read_bytes().decode("ascii"))
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in lines if len(text) % 4 == 0}
