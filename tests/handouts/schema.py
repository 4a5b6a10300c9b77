"""What PDF/A asks of the properties a file tells of itself: known or described, of their type, under their prefix."""

from collections.abc import Iterator
from re import findall, fullmatch
from types import MappingProxyType
from xml.etree.ElementTree import Element

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
AIIM = "http://www.aiim.org/"
SCHEMA = f"{{{AIIM}pdfa/ns/schema#}}"
PROPERTY = f"{{{AIIM}pdfa/ns/property#}}"
# The type of each property that needs no description (XMP 2005 and ISO 19005-3 §6.6.2.3); the rest must bring one.
KNOWN = MappingProxyType(
    {
        ("http://purl.org/dc/elements/1.1/", "format"): "text",
        ("http://purl.org/dc/elements/1.1/", "title"): "Alt",
        ("http://purl.org/dc/elements/1.1/", "language"): "Bag",
        ("http://ns.adobe.com/xap/1.0/", "CreateDate"): "date",
        ("http://ns.adobe.com/xap/1.0/", "ModifyDate"): "date",
        ("http://ns.adobe.com/xap/1.0/", "CreatorTool"): "text",
        ("http://ns.adobe.com/pdf/1.3/", "Producer"): "text",
        (f"{AIIM}pdfa/ns/id/", "part"): "integer",
        (f"{AIIM}pdfa/ns/id/", "conformance"): "text",
        (f"{AIIM}pdfa/ns/extension/", "schemas"): "Bag",
    }
)
_FORMS = MappingProxyType({"text": r".+", "integer": r"\d+", "date": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"})
_PREFIXES = MappingProxyType(
    {
        f"{AIIM}pdfa/ns/id/": "pdfaid",
        f"{AIIM}pdfua/ns/id/": "pdfuaid",
        f"{AIIM}pdfa/ns/extension/": "pdfaExtension",
        f"{AIIM}pdfa/ns/schema#": "pdfaSchema",
        f"{AIIM}pdfa/ns/property#": "pdfaProperty",
    }
)
_FIELDS = ("schema", "namespaceURI", "prefix", "property")
_PROPERTY_FIELDS = ("name", "valueType", "category", "description")


def properties(tree: Element) -> Iterator[Element]:
    """Give every property of the top level."""
    return (each for part in tree.iter(f"{RDF}Description") for each in part)


def schema_faults(tree: Element) -> Iterator[str]:
    """Find properties that are not described or not of their type, and descriptions that lack something."""
    schemas = list(_items(tree.find(f".//{{{AIIM}pdfa/ns/extension/}}schemas"), "Bag"))
    described = {}
    for schema in schemas:
        for name, kind in _described(schema):
            described[schema.findtext(f"{SCHEMA}namespaceURI", ""), name] = kind.lower()
    for each in properties(tree):
        space, _, name = each.tag[1:].partition("}")
        kind = KNOWN.get((space, name)) or described.get((space, name))
        if kind is None:
            yield "property-undescribed"
        elif not _is_of(each, kind):
            yield "property-of-other-type"
    if any(_lacks(schema) for schema in schemas):
        yield "description-wrong"


def prefix_faults(packet: str) -> Iterator[str]:
    """Find where the standards' own spaces go by another prefix than they ask for."""
    told = findall(r'xmlns:(\w+)="([^"]+)"', packet)
    if any(_PREFIXES.get(space, prefix) != prefix for prefix, space in told):
        yield "prefix-wrong"


def _items(holder: Element | None, form: str) -> Iterator[Element]:
    found = holder.find(f"{RDF}{form}") if holder is not None else None
    yield from found if found is not None else ()


def _described(schema: Element) -> Iterator[tuple[str, str]]:
    for each in _items(schema.find(f"{SCHEMA}property"), "Seq"):
        yield each.findtext(f"{PROPERTY}name", ""), each.findtext(f"{PROPERTY}valueType", "")


def _is_of(each: Element, kind: str) -> bool:
    if kind in _FORMS:
        return len(each) == 0 and fullmatch(_FORMS[kind], (each.text or "").strip()) is not None
    items = list(_items(each, kind))
    return bool(items) and (kind != "Alt" or items[0].get(LANG) == "x-default")


def _lacks(schema: Element) -> bool:
    """Tell whether a description lacks a field, has one too many, or a category of its own making."""
    found = [each.tag for each in schema]
    rows = list(_items(schema.find(f"{SCHEMA}property"), "Seq"))
    return (
        sorted(found) != sorted(f"{SCHEMA}{field}" for field in _FIELDS)
        or any(sorted(e.tag for e in row) != sorted(f"{PROPERTY}{field}" for field in _PROPERTY_FIELDS) for row in rows)
        or any(row.findtext(f"{PROPERTY}category") not in ("internal", "external") for row in rows)
    )
