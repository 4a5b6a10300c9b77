"""What PDF/A-3a asks of a file's bytes: header, end, cross-references, objects, streams, strings, numbers.

`slips` gives one word for each kind of fault found in the bytes, `number_slips` for one in a value.
"""

from collections.abc import Iterator
from decimal import Decimal
from re import DOTALL, findall, finditer, fullmatch, match, search
from re import compile as pattern

_STREAM = pattern(rb"/Length (\d+)(?: /Length1 \d+)?[^\0]{0,200}?\nstream\r?\n")
_HEX = pattern(rb"(?<!<)<([^<>]*)>")
# ISO 19005-3 §6.1.13.
_MOST_INTEGER = 2_147_483_647
_MOST_REAL, _LEAST_REAL = Decimal("3.403e38"), Decimal("1.175e-38")


def slips(data: bytes) -> set[str]:
    """Find every kind of fault in the bytes of a file."""
    return {*_ends(data), *_objects(data), *_streams(data), *_strings(data)}


def _ends(data: bytes) -> Iterator[str]:
    if not match(rb"%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}", data):
        yield "header-wrong"
    if not fullmatch(rb".*\n%%EOF\r?\n?", data, DOTALL):
        yield "end-wrong"
    if len(findall(rb"%%EOF", data)) != 1:
        yield "updated-later"
    if not search(rb"/ID\s*\[\s*(<[0-9A-Fa-f]{32}>\s*){2}\]|/ID\s*\[\s*[(<]", data):
        yield "no-file-id"


def _objects(data: bytes) -> Iterator[str]:
    at = int(findall(rb"startxref\s+(\d+)", data)[-1])
    if not match(rb"xref\r?\n\d+ \d+\r?\n(\d{10} \d{5} [fn](?: \r| \n|\r\n))+", data[at:]):
        yield "cross-reference-wrong"
    starts = [int(each) for each in findall(rb"(\d{10}) \d{5} n", data[at:])]
    if any(not match(rb"\d+ \d+ obj\r?\n", data[start:]) or data[start - 1 : start] not in b"\r\n" for start in starts):
        yield "object-begins-wrong"
    if len(findall(rb"\nendobj\r?\n", data)) != len(starts):
        yield "object-ends-wrong"


def _streams(data: bytes) -> Iterator[str]:
    if len(findall(rb"\nstream\r?\n", data)) != len(findall(rb"\nendstream\r?\n", data)):
        yield "stream-ends-wrong"
    found = list(finditer(_STREAM, data))
    is_counted = len(found) == len(findall(rb"\nstream\r?\n", data))
    if not is_counted or any(not match(rb"\r?\nendstream\r?\n", data[one.end() + int(one[1]) :]) for one in found):
        yield "stream-length-wrong"


def _strings(data: bytes) -> Iterator[str]:
    """Look outside of streams at every string in hexadecimal."""
    for found in finditer(_HEX, _without_streams(data)):
        if not fullmatch(rb"[0-9A-Fa-f\s]*", found[1]) or len(b"".join(found[1].split())) % 2:
            yield "hexadecimal-wrong"


def _without_streams(data: bytes) -> bytes:
    kept, at = b"", 0
    for one in finditer(_STREAM, data):
        if one.start() >= at:
            kept += data[at : one.end()]
            at = one.end() + int(one[1])
    return kept + data[at:]


def number_slips(value: object) -> Iterator[str]:
    """Find whether a number is out of the range of PDF/A."""
    if isinstance(value, int) and not -_MOST_INTEGER - 1 <= value <= _MOST_INTEGER:
        yield "number-out-of-range"
    if isinstance(value, Decimal) and (abs(value) > _MOST_REAL or 0 < abs(value) < _LEAST_REAL):
        yield "number-out-of-range"
