"""Filling lines: shaped words at a size and a width become set lines, each piece at its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from handouts.bidi import visual_order
from handouts.voice import Voice
from handouts.words import Piece, Words, words, words_of
from i18n.runs import Line, Run

# Shares of the measure: a last line shorter than the first is lengthened, in a title one shorter than the second.
_SHORT = 0.1
_ENOUGH = 0.8
_NARROWER = (0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72, 0.68, 0.64, 0.6, 0.56)


class Align(Enum):
    """Where a line stands: by its own direction's start or end, or in the middle."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Style:
    """How words look; `size` in points, `ink` the name of a colour, `air` multiplies the language's leading.

    `is_balanced` makes the lines of a title about equally long.
    """

    size: float
    is_strong: bool = False
    ink: str = "ink"
    align: Align = Align.START
    air: float = 1.0
    is_balanced: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and its left edge, in points from the left edge of its line."""

    piece: Piece
    x: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line: its pieces in reading order, each at its place, and the width of what is seen."""

    pieces: tuple[Placed, ...]
    width: float


@dataclass(frozen=True, slots=True)
class SetText:
    """A paragraph set at a width; `height` is its lines' sum. All lengths in points."""

    runs: tuple[Run, ...]
    lines: tuple[SetLine, ...]
    style: Style
    voice: Voice
    width: float

    @property
    def line_height(self) -> float:
        """Give the distance between two base lines."""
        return self.style.size * self.voice.leading * self.style.air

    @property
    def base(self) -> float:
        """Give how far a line's base line is below its top."""
        return self.line_height / 2 + self.style.size * 0.34

    @property
    def height(self) -> float:
        """Give the height of all lines."""
        return self.line_height * len(self.lines)

    @property
    def widest(self) -> float:
        """Give the width of the widest line."""
        return max((line.width for line in self.lines), default=0.0)


def set_text(line: Line, voice: Voice, style: Style, width: float, is_own: bool = False) -> SetText:
    """Set a line of runs at a width; nothing is remembered of one that `is_own` to a person.

    Raises: MissingGlyph, TextTooLong.
    """
    shaped = (words_of if is_own else words)(line, voice, style.is_strong)
    filled = _shared(shaped, width * 1000 / style.size, style.is_balanced)
    lines = tuple(_placed(pieces, (shaped.base, int(voice.is_rtl)), style, width) for pieces in filled)
    return SetText(shaped.runs, lines, style, voice, width)


def _shared(shaped: Words, room: float, is_balanced: bool) -> list[list[Piece]]:
    """Fill lines; in as many, but narrower, where that lets the last one be less short."""
    lines = list(_filled(shaped, room))
    if len(lines) < 2 or _seen(lines[-1]) > room * (_ENOUGH if is_balanced else _SHORT):
        return lines
    longest = max(_seen(word) for word in _in_words(shaped))
    for share in _NARROWER if is_balanced else _NARROWER[:3]:
        if room * share < longest:
            break
        closer = list(_filled(shaped, room * share))
        if len(closer) > len(lines):
            break
        lines = closer
        if _seen(lines[-1]) > room * (_ENOUGH * share if is_balanced else _SHORT):
            break
    return lines


def _seen(pieces: Sequence[Piece]) -> float:
    return sum(piece.shape.width for piece in pieces if not piece.is_space)


def natural_width(line: Line, voice: Voice, style: Style, is_own: bool = False) -> float:
    """Measure a line that is not broken, in points."""
    shaped = (words_of if is_own else words)(line, voice, style.is_strong)
    return sum(piece.shape.width for piece in shaped.pieces) * style.size / 1000


def longest_word(line: Line, voice: Voice, style: Style) -> float:
    """Measure the longest stretch that may not be broken, in points."""
    widths = [
        sum(p.shape.width for p in word if not p.is_space) for word in _in_words(words(line, voice, style.is_strong))
    ]
    return max(widths, default=0.0) * style.size / 1000


def _in_words(shaped: Words) -> Iterator[list[Piece]]:
    """Group pieces into what may not be broken."""
    word: list[Piece] = []
    for piece in shaped.pieces:
        word.append(piece)
        if piece.ends_word:
            yield word
            word = []
    if word:
        yield word


def _filled(shaped: Words, room: float) -> Iterator[list[Piece]]:
    """Fill lines greedily; spaces at a line's end take no room but stay, so that words never run together."""
    line: list[Piece] = []
    used = 0.0
    for word in _in_words(shaped):
        for part in _fitting(word, room):
            seen = sum(piece.shape.width for piece in part if not piece.is_space)
            if line and used + seen > room + 0.01:
                yield line
                line, used = [], 0.0
            line += part
            used += sum(piece.shape.width for piece in part)
    if line:
        yield line


def _fitting(word: list[Piece], room: float) -> Iterator[list[Piece]]:
    """Cut a word that is wider than a whole line between its clusters."""
    if sum(piece.shape.width for piece in word if not piece.is_space) <= room:
        yield word
        return
    for piece in word:
        count = len(piece.shape.clusters)
        if piece.shape.width <= room / 2 or count < 2:
            yield [piece]
            continue
        step = max(1, int(count * room / piece.shape.width * 0.5))
        for start in range(0, count, step):
            yield [replace(piece, shape=piece.shape.cut(start, min(count, start + step)))]


def _placed(pieces: Sequence[Piece], bases: tuple[int, int], style: Style, width: float) -> SetLine:
    """Give every piece of a line its place; spaces at the line's end hang out of the measure.

    `bases` are the level of the line and that of the page: what is in a language of the other direction runs its own
    way, but stands on the page's side, beside its box or bullet.
    """
    base, side = bases
    end = len(pieces)
    while end and pieces[end - 1].is_space:
        end -= 1
    levels = [piece.level for piece in pieces[:end]] + [base] * (len(pieces) - end)
    order = visual_order(range(len(pieces)), levels)
    scale = style.size / 1000
    seen = sum(piece.shape.width for piece in pieces[:end]) * scale
    hanging = sum(piece.shape.width for piece in pieces[end:]) * scale
    x = _start(width - seen, side, style.align) - (hanging if base else 0.0)
    places = [0.0] * len(pieces)
    for i in order:
        places[i] = x
        x += pieces[i].shape.width * scale
    return SetLine(tuple(Placed(piece, place) for piece, place in zip(pieces, places, strict=True)), seen)


def _start(spare: float, base: int, align: Align) -> float:
    if align is Align.MIDDLE:
        return spare / 2
    is_right = (align is Align.END) != bool(base)
    return spare if is_right else 0.0
