"""One page being drawn: every stroke belongs to an element of the tree or is marked as decoration."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from handouts.setting import Placed, SetLine, SetText
from handouts.tags import Mark, Tag
from handouts.words import checked_link, clean
from i18n.runs import Run

# How much of its size a face without a bold cut is thickened by.
_FAUX_BOLD = 0.028
# Nearer than this, in points, two base lines are one to a reader.
_SAME_LINE = 4.0


class Fonts(Protocol):
    """Whoever knows the fonts of the document."""

    def write(self, placed: Placed) -> tuple[str, str]:
        """Give the font's key and the inside of the TJ array for a piece."""
        ...


@dataclass(frozen=True, slots=True)
class Decoration:
    """Content outside the tree; `kind` is Header, Footer or nothing for plain lines and boxes."""

    kind: str = ""


@dataclass(frozen=True, slots=True)
class LinkBox:
    """A place on the page that opens an address."""

    box: tuple[float, float, float, float]
    href: str
    words: str
    tag: Tag


PLAIN = Decoration()


@dataclass(slots=True)
class Page:
    """Collects the operators of one page; `marks` are the elements its content belongs to, by number."""

    number: int
    width: float
    height: float
    inks: dict[str, tuple[float, float, float]]
    fonts: Fonts
    owners: dict[tuple[int, int], Tag]
    code: list[str] = field(default_factory=list)
    marks: list[Tag] = field(default_factory=list)
    links: list[LinkBox] = field(default_factory=list)
    _grounds: list[str] = field(default_factory=list)
    _is_repeat: bool = False
    _open: Tag | Decoration | None = None
    _waiting: list[tuple[float, Callable[[], None]]] = field(default_factory=list)
    _base: float = 0.0
    _fill: str = ""
    _stroke: str = ""

    def enter(self, owner: Tag | Decoration) -> None:
        """Let what is drawn next belong to `owner`."""
        owner = PLAIN if self._is_repeat else owner
        if owner is self._open or (isinstance(owner, Decoration) and owner == self._open):
            return
        self.close()
        self._open = owner
        if isinstance(owner, Tag):
            self.code.append(f"/{owner.role} <</MCID {len(self.marks)}>>BDC")
            owner.kids.append(Mark(self.number, len(self.marks)))
            self.marks.append(owner)
        elif owner.kind:
            self.code.append(f"/Artifact <</Type/Pagination/Subtype/{owner.kind}>>BDC")
        else:
            self.code.append("/Artifact BMC")

    @contextmanager
    def as_decoration(self) -> Iterator[None]:
        """Draw what follows outside the tree, whatever element it names: it was read once already."""
        self._is_repeat = True
        yield
        self._is_repeat = False

    def later(self, base: float, draw: Callable[[], None]) -> None:
        """Keep what stands beside a text until that has ended; `base` is the height of its first base line."""
        self._waiting.append((base, draw))

    def catch_up(self) -> None:
        """Draw what waited; on the base line of what was drawn last it waits on, lest readers join the two."""
        if self._waiting and not self._is_repeat and abs(self._waiting[0][0] - self._base) > _SAME_LINE:
            self._draw_waiting()

    def _draw_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for _, draw in waiting:
            draw()

    def end(self) -> None:
        """Draw what still waits, lay the grounds below everything and close the page."""
        self._draw_waiting()
        self.close()
        if self._grounds:
            self.code[:0] = ["/Artifact BMC q", *self._grounds, "Q EMC"]

    def close(self) -> None:
        """End the stretch that is open."""
        if self._open is not None:
            self.code.append("EMC")
            self._open = None

    def draw(self, operators: str, fill: str = "", stroke: str = "", owner: Tag | Decoration = PLAIN) -> None:
        """Add operators, in named inks."""
        self.enter(owner)
        self._colour(fill, stroke)
        self.code.append(operators)

    def _colour(self, fill: str, stroke: str) -> None:
        if fill and fill != self._fill:
            self.code.append("{:g} {:g} {:g} rg".format(*self.inks[fill]))
            self._fill = fill
        if stroke and stroke != self._stroke:
            self.code.append("{:g} {:g} {:g} RG".format(*self.inks[stroke]))
            self._stroke = stroke

    def box(  # noqa: PLR0913, PLR0917  a rectangle has four numbers and three looks
        self, x: float, y: float, width: float, height: float,
        fill: str = "", stroke: str = "", thick: float = 0.75, owner: Tag | Decoration = PLAIN,
    ) -> None:  # fmt: skip
        """Draw a rectangle; x and y are its lower left corner."""
        how = "B" if fill and stroke else "f" if fill else "S"
        pen = f"{thick:g} w " if stroke else ""
        self.draw(f"{pen}{x:.2f} {y:.2f} {width:.2f} {height:.2f} re {how}", fill, stroke, owner)

    def ground(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """Tint a place below all else that is drawn: on a draft the word of it lies over every tint, whole."""
        ink = "{:g} {:g} {:g} rg".format(*self.inks[fill])
        self._grounds.append(f"{ink} {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def line(  # noqa: PLR0913, PLR0917  a line has four numbers and two looks
        self, x: float, y: float, to_x: float, to_y: float,
        stroke: str = "rule", thick: float = 0.75, owner: Tag | Decoration = PLAIN,
    ) -> None:  # fmt: skip
        """Draw a line."""
        self.draw(f"{thick:g} w {x:.2f} {y:.2f} m {to_x:.2f} {to_y:.2f} l S", "", stroke, owner)

    def text(self, text: SetText, x: float, top: float, owner: Tag | Decoration) -> None:
        """Draw a whole set paragraph, its first line's top at `top`."""
        for line in text.lines:
            self.text_line(text, line, x, top, owner)
            top -= text.line_height

    def text_line(self, text: SetText, line: SetLine, x: float, top: float, owner: Tag | Decoration) -> None:
        """Draw one line; runs with an address or another language get elements of their own."""
        size = text.style.size
        self._base = base = top - text.base
        for run, pieces in _by_run(line.pieces):
            inner = self._owner(owner, text.runs[run], run, text.voice.tag)
            self.enter(inner)
            self._colour(text.style.ink, text.style.ink)
            self.code.extend(_text(self.fonts, sorted(pieces, key=lambda placed: placed.x), size, (x, base)))
            if text.runs[run].href and isinstance(inner, Tag):
                self._link(text.runs[run], pieces, size, x, base, inner)

    def _owner(self, owner: Tag | Decoration, run: Run, number: int, tag: str) -> Tag | Decoration:
        if self._is_repeat or isinstance(owner, Decoration) or not (run.href or (run.lang and run.lang != tag)):
            return owner
        key = id(owner), number
        if key not in self.owners:
            self.owners[key] = owner.add("Link" if run.href else "Span", run.lang)
        return self.owners[key]

    def _link(  # noqa: PLR0913, PLR0917  where it is and what it opens
        self, run: Run, pieces: Sequence[Placed], size: float, x: float, base: float, tag: Tag
    ) -> None:
        left = x + min(placed.x for placed in pieces)
        right = x + max(placed.x + placed.piece.shape.width * size / 1000 for placed in pieces)
        href = checked_link(run.href or "")
        self.draw(
            f"{size * 0.05:.2f} w {left:.2f} {base - size * 0.14:.2f} m {right:.2f} {base - size * 0.14:.2f} l S",
            "",
            "ink",
        )
        self.links.append(LinkBox((left, base - size * 0.3, right, base + size), href, clean(run.text), tag))


def _by_run(pieces: Sequence[Placed]) -> list[tuple[int, list[Placed]]]:
    """Group neighbours, in reading order, by the run they come from."""
    found: list[tuple[int, list[Placed]]] = []
    for placed in pieces:
        if not found or found[-1][0] != placed.piece.run:
            found.append((placed.piece.run, []))
        found[-1][1].append(placed)
    return found


def _text(fonts: Fonts, pieces: Sequence[Placed], size: float, at: tuple[float, float]) -> Iterator[str]:
    """Write pieces from left to right, joining those that touch."""
    now, end, inside = "", None, ""
    yield "BT"
    for placed in pieces:
        key, written = fonts.write(placed)
        if key != now or end is None or abs(placed.x - end) > 0.01:
            yield from _shown(inside)
            inside = ""
            yield from _font(key, now, size, placed)
            now = key
            yield f"{size:g} 0 0 {size:g} {at[0] + placed.x:.2f} {at[1]:.2f} Tm"
        inside += written
        end = placed.x + placed.piece.shape.width * size / 1000
    yield from _shown(inside)
    yield "0 Tr ET" if pieces and pieces[-1].piece.shape.face.is_faux_bold else "ET"


def _shown(inside: str) -> list[str]:
    return [f"[{inside.replace('><', '')}]TJ"] if inside else []


def _font(key: str, now: str, size: float, placed: Placed) -> list[str]:
    """Change the font where it differs; a face without a bold is thickened by its outline."""
    face = placed.piece.shape.face
    if key == now:
        return []
    thick = f" 2 Tr {size * _FAUX_BOLD:.2f} w" if face.is_faux_bold else " 0 Tr" if now else ""
    return [f"/{key} {face.scale:g} Tf{thick}"]
