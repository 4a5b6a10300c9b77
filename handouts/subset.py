"""A font for one document: the glyphs it needs, and one composite glyph for every cluster of several."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from struct import pack, unpack_from

import uharfbuzz as hb

from handouts.fonts import Face
from handouts.shaping import Cluster, Part

_KEPT = ("head", "hhea", "hmtx", "maxp", "loca", "glyf")
_WORDS, _XY, _MORE, _OVERLAP = 0x1, 0x2, 0x20, 0x400


@dataclass(frozen=True, slots=True)
class Subset:
    """A TrueType file and, for each cluster asked for, its glyph in it."""

    data: bytes
    glyphs: tuple[int, ...]


@lru_cache(maxsize=32)
def subset(face: Face, clusters: tuple[Cluster, ...]) -> Subset:
    """Cut a face down to what draws these clusters."""
    plan = hb.SubsetPlan(face.blob, _wanted(face, clusters))
    tables = _tables(plan.execute())
    renamed = plan.old_to_new_glyph_mapping
    glyphs = _Glyphs(tables)
    found = []
    for cluster in clusters:
        parts = [part._replace(glyph=renamed[part.glyph]) for part in cluster.parts]
        found.append(_place(glyphs, parts, cluster.width))
    return Subset(_file(glyphs.tables()), tuple(found))


def _wanted(face: Face, clusters: Iterable[Cluster]) -> hb.SubsetInput:
    wanted = hb.SubsetInput()
    for cluster in clusters:
        for part in cluster.parts:
            wanted.glyph_set.add(part.glyph)
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    for tag in face.blob.table_tags:
        if tag not in _KEPT:
            wanted.drop_table_tag_set.add(int.from_bytes(tag.encode().ljust(4)))
    return wanted


def _place(glyphs: "_Glyphs", parts: Sequence[Part], width: int) -> int:
    if len(parts) == 1 and parts[0].x == 0 and parts[0].y == 0 and glyphs.width(parts[0].glyph) == width:
        return parts[0].glyph
    return glyphs.add([part for part in parts if not glyphs.is_empty(part.glyph)], width)


def _tables(face: hb.Face) -> dict[str, bytes]:
    return {tag: bytes(face.reference_table(tag).data) for tag in _KEPT}


class _Glyphs:
    """The glyph tables of a font, to which composites may be added."""

    def __init__(self, tables: dict[str, bytes]) -> None:
        self._tables = tables
        self._count = unpack_from(">H", tables["maxp"], 4)[0]
        is_long = unpack_from(">h", tables["head"], 50)[0]
        form, unit = ("I", 1) if is_long else ("H", 2)
        self._offsets = [at * unit for at in unpack_from(f">{self._count + 1}{form}", tables["loca"])]
        self._outlines = [bytearray(tables["glyf"])]
        self._metrics = self._read_metrics()
        self._most_parts = 1
        self._added: dict[tuple[tuple[Part, ...], int], int] = {}

    def _read_metrics(self) -> list[tuple[int, int]]:
        table, full = self._tables["hmtx"], unpack_from(">H", self._tables["hhea"], 34)[0]
        metrics = [unpack_from(">Hh", table, 4 * i) for i in range(full)]
        last = metrics[-1][0]
        return metrics + [(last, unpack_from(">h", table, 4 * full + 2 * i)[0]) for i in range(self._count - full)]

    def width(self, glyph: int) -> int:
        return int(self._metrics[glyph][0])

    def is_empty(self, glyph: int) -> bool:
        return bool(self._offsets[glyph] == self._offsets[glyph + 1])

    def add(self, parts: Sequence[Part], width: int) -> int:
        """Add a glyph made of others; the same one is added once."""
        key = tuple(parts), width
        if key not in self._added:
            outline = self._composite(parts) if parts else b""
            self._outlines.append(bytearray(outline))
            self._offsets.append(self._offsets[-1] + len(outline))
            self._metrics.append((width, unpack_from(">h", outline, 2)[0] if parts else 0))
            self._most_parts = max(self._most_parts, len(parts))
            self._added[key] = len(self._metrics) - 1
        return self._added[key]

    def _composite(self, parts: Sequence[Part]) -> bytes:
        boxes = [self._box(part) for part in parts]
        low = [min(box[side] for box in boxes) for side in (0, 1)]
        high = [max(box[side] for box in boxes) for side in (2, 3)]
        outline = pack(">5h", -1, *low, *high)
        for i, part in enumerate(parts):
            flags = _WORDS | _XY | (_MORE if i < len(parts) - 1 else 0) | (0 if i else _OVERLAP)
            outline += pack(">HHhh", flags, part.glyph, part.x, part.y)
        return outline + bytes(-len(outline) % 4)

    def _box(self, part: Part) -> tuple[int, int, int, int]:
        left, low, right, high = unpack_from(">4h", self._outlines[0], self._offsets[part.glyph] + 2)
        return left + part.x, low + part.y, right + part.x, high + part.y

    def tables(self) -> dict[str, bytes]:
        """Give all tables anew, with the counts they need."""
        tables, count = dict(self._tables), len(self._metrics)
        tables["glyf"] = b"".join(self._outlines)
        tables["loca"] = pack(f">{count + 1}I", *self._offsets)
        tables["hmtx"] = b"".join(pack(">Hh", *metric) for metric in self._metrics)
        tables["head"] = tables["head"][:8] + bytes(4) + tables["head"][12:50] + pack(">h", 1) + tables["head"][52:]
        tables["hhea"] = tables["hhea"][:34] + pack(">H", count)
        tables["maxp"] = self._profile(count)
        return tables

    def _profile(self, count: int) -> bytes:
        values = list(unpack_from(">13H", self._tables["maxp"], 6))
        points, contours, deep_points, deep_contours, *rest = values
        most = self._most_parts
        rest[-2:] = [max(rest[-2], most), max(rest[-1], 1) + 1]
        deep = [min(65_535, max(points, deep_points) * most), min(65_535, max(contours, deep_contours) * most)]
        return self._tables["maxp"][:4] + pack(">14H", count, points, contours, *deep, *rest)


def _file(tables: dict[str, bytes]) -> bytes:
    """Write the tables as a TrueType file, with checksums."""
    size = 1
    while size * 2 <= len(tables):
        size *= 2
    directory = pack(">IHHHH", 0x10000, len(tables), size * 16, size.bit_length() - 1, (len(tables) - size) * 16)
    at, body = 12 + 16 * len(tables), b""
    for tag in sorted(tables):
        data = tables[tag]
        directory += pack(">4sIII", tag.encode(), _checksum(data), at + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    whole = bytearray(directory + body)
    head = unpack_from(">I", directory, 12 + 16 * sorted(tables).index("head") + 8)[0]
    whole[head + 8 : head + 12] = pack(">I", (0xB1B0AFBA - _checksum(bytes(whole))) & 0xFFFFFFFF)
    return bytes(whole)


def _checksum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    return int(sum(unpack_from(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF)
