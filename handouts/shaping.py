"""From signs to shapes: HarfBuzz places the glyphs; each cluster becomes one drawn thing that knows its text.

A cluster (a letter with its marks) is drawn as one glyph of the embedded font, so that a reader of the file finds
exactly the text we set, whatever the script.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb

from handouts.fonts import Face

_MIRRORS = dict(zip("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤", strict=True))


class Part(NamedTuple):
    """A glyph of the original font and where it stands in its cluster, in font units."""

    glyph: int
    x: int
    y: int


class Cluster(NamedTuple):
    """What is drawn as one: its parts, the text a reader finds, its width in font units."""

    parts: tuple[Part, ...]
    text: str
    width: int


@dataclass(frozen=True, eq=False, slots=True)
class Shape:
    """A shaped piece of text, from left to right: clusters, each with what to add to its width (kerning).

    `width` is in thousandths of the size, the face's own scale included.
    """

    face: Face
    clusters: tuple[Cluster, ...]
    kerns: tuple[int, ...]
    width: float
    is_rtl: bool

    def cut(self, start: int, end: int) -> "Shape":
        """Give the clusters from `start` to `end`, counted in reading order."""
        if self.is_rtl:
            start, end = len(self.clusters) - end, len(self.clusters) - start
        clusters, kerns = self.clusters[start:end], self.kerns[start:end]
        width = sum(cluster.width for cluster in clusters) + sum(kerns)
        return Shape(self.face, clusters, kerns, width * self.face.per_mille * self.face.scale, self.is_rtl)


@lru_cache(maxsize=16_384)
def shape(face: Face, text: str, is_rtl: bool, tag: str) -> Shape:
    """Shape one word or space in one face and direction; `tag` is its BCP 47 language."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if is_rtl else "ltr"
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if is_rtl else "ltr"
    buffer.language = tag
    hb.shape(face.font, buffer, {})
    clusters, kerns, width = _clusters(face, text, buffer, is_rtl)
    return Shape(face, tuple(clusters), tuple(kerns), width * face.per_mille * face.scale, is_rtl)


def _clusters(face: Face, text: str, buffer: hb.Buffer, is_rtl: bool) -> tuple[list[Cluster], list[int], int]:
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    clusters, kerns, width, i = [], [], 0, 0
    while i < len(infos):
        start, pen, parts = infos[i].cluster, 0, []
        while i < len(infos) and infos[i].cluster == start:
            parts.append(Part(infos[i].codepoint, pen + places[i].x_offset, places[i].y_offset))
            pen += places[i].x_advance
            i += 1
        cluster = _cluster(face, tuple(parts), pen, _read(text[start : ends[start]], is_rtl))
        clusters.append(cluster)
        kerns.append(pen - cluster.width)
        width += pen
    return clusters, kerns, width


def _cluster(face: Face, parts: tuple[Part, ...], pen: int, text: str) -> Cluster:
    """A glyph that stands alone keeps its own width, so that kerned and unkerned ones are the same glyph."""
    is_alone = len(parts) == 1 and parts[0].x == 0
    width = face.font.get_glyph_h_advance(parts[0].glyph) if is_alone else pen
    return Cluster(parts, text, width)


def _read(text: str, is_rtl: bool) -> str:
    """Give the text a reader of the file finds.

    Right to left it is written as it looks, mirrored signs as drawn, marks before their letter, because readers
    (PDFium, poppler, pdf.js) turn such lines round sign by sign.
    """
    return "".join(_MIRRORS.get(sign, sign) for sign in reversed(text)) if is_rtl else text
