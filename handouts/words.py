"""From a line of runs to shaped pieces: cleaned, isolated, cut by direction, face and break, ready to fill lines."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from re import compile as pattern
from typing import NamedTuple, TypeAlias
from unicodedata import category, normalize

from handouts.bidi import REMOVED, directions
from handouts.breaks import breaks, breaks_of
from handouts.errors import LinkRefused, MarksPiledUp, MissingGlyph, TextTooLong
from handouts.fonts import Face, is_formless
from handouts.shaping import Shape, shape
from handouts.voice import RTL_LANGUAGES, Voice
from i18n.runs import Line, Run, plain

LIMIT = 5_000
# An amount of this length never parts, even where it has plain spaces ("90 to 120 mcg").
_SHORT = 14
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
_ALLOWED_LINKS = ("https://", "tel:", "mailto:")
# The space between a number and the word it counts, where that is short enough to go along: "30 minutes".
_COUNTED = pattern(r"(?<=[\d¼½¾⅓⅔⅛]) (?=[^\W\d]{1,9}\b)")
_JOINER = "\u200d"
# Unicode's own limit for text that streams (UAX #15, stream-safe form).
_MOST_MARKS = 30
_SPACES = pattern(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_FORMLESS = pattern("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A shaped piece within one run, direction and face; `ends_word` tells that a line may end after it."""

    shape: Shape
    run: int
    level: int
    is_space: bool
    ends_word: bool


@dataclass(frozen=True, slots=True)
class Words:
    """A whole line of runs, shaped; independent of size and width."""

    runs: tuple[Run, ...]
    pieces: tuple[Piece, ...]
    base: int


Breaks: TypeAlias = Callable[[str], list[int]]


class _Makers(NamedTuple):
    """Whoever finds where lines may end, and whoever shapes a word: with or without a memory."""

    breaks: Breaks
    shape: Callable[[Face, str, bool, str], Shape]


def clean(text: str) -> str:
    """Compose, turn line ends into spaces, and drop control signs, lone surrogates and overrides of direction.

    Raises: TextTooLong, MarksPiledUp.
    """
    if len(text) > LIMIT:
        raise TextTooLong(len(text), LIMIT)
    if text.isascii() and text.isprintable():
        return text
    kept = "".join(sign for sign in _SPACES.sub(" ", text) if _is_kept(sign))
    _check_marks(kept)
    return normalize("NFC", kept)


def readable(line: Line) -> str:
    """Give the words of a line as a reader of the file's tree finds them: cleaned, without steering of directions."""
    return clean(plain(line)).translate(_ISOLATES)


def _check_marks(text: str) -> None:
    count = 0
    for sign in text:
        count = count + 1 if category(sign)[0] == "M" else 0
        if count > _MOST_MARKS:
            raise MarksPiledUp(text)


def _is_kept(sign: str) -> bool:
    return category(sign) not in ("Cc", "Cs") and not "\u202a" <= sign <= "\u202e"


def checked_link(href: str) -> str:
    """Let only https, tel and mailto through. Raises: LinkRefused."""
    if not href.lower().startswith(_ALLOWED_LINKS) or any(category(sign) in ("Cc", "Cs") for sign in href):
        raise LinkRefused(href)
    return href


@lru_cache(maxsize=2_048)
def words(line: Line, voice: Voice, is_strong: bool) -> Words:
    """Shape a line of runs in a voice; `is_strong` sets all of it bold."""
    return _shaped(line, voice, is_strong, _Makers(breaks, shape))


def words_of(line: Line, voice: Voice, is_strong: bool) -> Words:
    """Shape a line with a person's name: nothing of it is remembered."""
    return _shaped(line, voice, is_strong, _Makers(breaks_of, shape.__wrapped__))


def _shaped(line: Line, voice: Voice, is_strong: bool, made: _Makers) -> Words:
    runs = tuple(run for run in line if run.text)
    base = _base(runs, voice)
    text, owners, ends = _joined(runs, _turned(runs, base))
    found = directions(text, base)
    places = _places(text, runs, owners, made.breaks) | {len(text)}
    faces = _faces(text, ends, owners, runs, voice, is_strong)
    levels = _levels(found.levels, found.base)
    pieces = []
    for start, end in _cuts(text, owners, levels, faces, places):
        tag = runs[owners[start]].lang or voice.tag
        face, level = faces[start], levels[start]
        visible = _FORMLESS.sub(_joiners, text[start:end])
        pieces.append(
            Piece(
                made.shape(face, visible, level % 2 == 1, tag), owners[start], level, text[start] == " ", end in places
            )
        )
    return Words(runs, tuple(pieces), found.base)


def _base(runs: Sequence[Run], voice: Voice) -> int:
    """Give the level of the paragraph; a line all in one other language runs that language's way."""
    tags = {run.lang for run in runs if any(sign.isalnum() for sign in run.text)}
    tag = tags.pop() if len(tags) == 1 else None
    return _level(tag) if tag else int(voice.is_rtl)


def _level(tag: str) -> int:
    return int(tag.partition("-")[0] in RTL_LANGUAGES)


def _turned(runs: Sequence[Run], base: int) -> list[bool]:
    """Tell which runs are in a language of the other direction; a space between two such goes with them."""
    found = [run.lang is not None and _level(run.lang) != base for run in runs]
    inner = range(1, len(runs) - 1)
    bridges = [i for i in inner if found[i - 1] and found[i + 1] and not runs[i].text.strip()]
    return [is_turned or i in bridges for i, is_turned in enumerate(found)]


def _levels(levels: Sequence[int], base: int) -> list[int]:
    """Let signs that take no part in direction (joiners) go with the sign before them."""
    found: list[int] = []
    for level in levels:
        found.append(level if level != REMOVED else found[-1] if found else base)
    return found


def _joiners(found: object) -> str:
    """Keep joiners, which shape letters; drop what only steers directions."""
    return "".join(sign for sign in found.group() if sign in "\u200c\u200d")  # type: ignore[attr-defined]


def _joined(runs: Sequence[Run], turned: Sequence[bool]) -> tuple[str, list[int], list[int]]:
    """Put runs into one text, isolated ones between isolate signs; give each sign's run and the clusters' ends.

    Neighbours that are turned are isolated together, so that a full stop stands at the end of its own sentence.
    """
    text, owners = "", []
    for i, run in enumerate(runs):
        part = clean(run.text)
        if run.is_isolated:
            part = f"\u2068{part.translate(_ISOLATES)}\u2069"
        if turned[i] and not (i and turned[i - 1]):
            part = f"\u2068{part}"
        if turned[i] and turned[i + 1 : i + 2] != [True]:
            part = f"{part}\u2069"
        text += part
        owners += [i] * len(part)
    return text, owners, _ends(text)


def _ends(text: str) -> list[int]:
    """Give where each cluster ends: a letter with its marks, and what joiners hold together."""
    if text.isascii():
        return list(range(1, len(text) + 1))
    goes_on = [category(sign)[0] == "M" or is_formless(sign) for sign in text]
    return [i for i in range(1, len(text) + 1) if i == len(text) or not (goes_on[i] or text[i - 1] == _JOINER)]


def _places(text: str, runs: Sequence[Run], owners: Sequence[int], breaks: Breaks) -> set[int]:
    """Find where lines may end; never inside a short amount, nor between a number and a short word after it.

    Isolates do not count as signs here.
    """
    seen = [i for i, sign in enumerate(text) if ord(sign) not in _ISOLATES]
    bare = "".join(text[i] for i in seen)
    counted = {found.end() for found in _COUNTED.finditer(bare)}
    places = {seen[place - 1] + 1 for place in breaks(bare) if place not in counted}
    for i, run in enumerate(runs):
        if run.is_isolated and len(run.text) <= _SHORT:
            first = owners.index(i)
            places -= set(range(first + 1, first + owners.count(i) - 1))
    return places


def _faces(  # noqa: PLR0913, PLR0917  one pass over signs with all their facts
    text: str, ends: Sequence[int], owners: Sequence[int], runs: Sequence[Run], voice: Voice, is_strong: bool
) -> list[Face]:
    """Choose, for every cluster, the first face that draws all of it. Raises: MissingGlyph."""
    faces: list[Face] = []
    start = 0
    for end in ends:
        cluster = text[start:end]
        stack = voice.book.stack(voice.families, is_strong or runs[owners[start]].is_strong)
        if faces and faces[-1] in stack and not cluster[0].isalnum() and faces[-1].draws(cluster):
            face: Face | None = faces[-1]  # spaces and stops stay in the face of the word before them
        else:
            face = _face(cluster, stack)
        if face is None:
            raise MissingGlyph(cluster, text)
        faces += [face] * (end - start)
        start = end
    return faces


@lru_cache(maxsize=8_192)
def _face(cluster: str, stack: tuple[Face, ...]) -> Face | None:
    return next((face for face in stack if face.draws(cluster)), None)


def _cuts(
    text: str, owners: Sequence[int], levels: Sequence[int], faces: Sequence[Face], places: set[int]
) -> Iterator[tuple[int, int]]:
    """Cut where run, level, face or space changes and where a line may end; skip signs without form at the edges."""
    start = 0
    last = len(text)
    for i in range(1, last + 1):
        if i < last and i not in places and _is_same(i - 1, i, text, owners, levels, faces):
            continue
        if not all(is_formless(sign) for sign in text[start:i]):
            yield start, i
        start = i


def _is_same(  # noqa: PLR0913, PLR0917  compares two neighbours in all their facts
    a: int, b: int, text: str, owners: Sequence[int], levels: Sequence[int], faces: Sequence[Face]
) -> bool:
    return (
        levels[a] == levels[b]
        and owners[a] == owners[b]
        and faces[a] is faces[b]
        and (text[a] == " ") == (text[b] == " ")
    )
