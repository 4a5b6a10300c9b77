"""Our own pictures (SVG) as paths of the page: path, rect, circle, ellipse, line, polyline, polygon and g.

Text in a picture is refused: words belong to the page, where they can be translated and read aloud.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import atan2, ceil, cos, pi, radians, sin, sqrt, tan
from pathlib import Path
from re import compile as pattern
from types import MappingProxyType
from typing import Final
from xml.etree import ElementTree

from handouts.errors import PictureUnusable
from handouts.inks import ink
from handouts.page import PLAIN, Decoration, Page
from handouts.tags import Tag

Point = tuple[float, float]
_TOKENS = pattern(r"[MmLlHhVvCcSsQqTtAaZz]|[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?")
_ROUND = 0.5523
_SIZES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as operators in its own units, y upwards; `width` and `height` in those units."""

    width: float
    height: float
    operators: str

    def draw(self, page: Page, x: float, y: float, scale: float, owner: Tag | Decoration = PLAIN) -> None:
        """Draw at a place, its lower left corner at x and y."""
        page.draw(f"q {scale:.5f} 0 0 {scale:.5f} {x:.2f} {y:.2f} cm {self.operators} Q", owner=owner)


@lru_cache(maxsize=64)
def picture(folder: Path, file: str, current: str = "#000000") -> Picture:
    """Read a picture; `current` is the colour where it names none of its own. Raises: PictureUnusable."""
    where = folder / Path(file).name
    try:
        root = ElementTree.fromstring(where.read_text("utf-8").replace("currentColor", current))
        left, top, width, height = (float(part) for part in root.attrib["viewBox"].replace(",", " ").split())
        drawn = " ".join(_element(root, {}))
    except (OSError, ElementTree.ParseError, KeyError, ValueError) as problem:
        raise PictureUnusable(file, str(problem) or type(problem).__name__) from problem
    return Picture(width, height, f"1 0 0 -1 {-left:g} {top + height:g} cm {drawn}")


def _element(element: ElementTree.Element, inherited: Mapping[str, str]) -> Iterator[str]:
    kind = element.tag.rpartition("}")[2]
    look = {**inherited, **element.attrib}
    if kind in ("svg", "g"):
        inner = {key: value for key, value in look.items() if key in _LOOK}
        for child in element:
            yield from _element(child, inner)
        return
    if kind in ("title", "desc", "defs", "metadata"):
        return
    if kind not in _PATHS:
        raise ValueError(f"<{kind}> is not drawn")
    if "transform" in element.attrib or "style" in element.attrib:
        raise ValueError("transform and style are not drawn")
    yield _painted(_PATHS[kind](element.attrib), look)


_LOOK = frozenset(
    {"fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "fill-rule", "stroke-dasharray"}
)


def _painted(path: str, look: Mapping[str, str]) -> str:
    fill, stroke = look.get("fill", "#000000"), look.get("stroke", "none")
    found = []
    if fill != "none":
        found.append("{:g} {:g} {:g} rg".format(*ink(fill)))
    if stroke != "none":
        found.append("{:g} {:g} {:g} RG".format(*ink(stroke)))
        cap, join = _CAPS[look.get("stroke-linecap", "butt")], _JOINS[look.get("stroke-linejoin", "miter")]
        dashes = look.get("stroke-dasharray", "none").replace(",", " ").replace("none", "")
        found.append(f"{float(look.get('stroke-width', '1')):g} w {cap} J {join} j [{dashes}] 0 d")
    is_even = look.get("fill-rule") == "evenodd"
    how = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
    paint = how[fill != "none", stroke != "none"] + ("*" if is_even and fill != "none" else "")
    return " ".join([*found, path, paint])


def _number(given: Mapping[str, str], name: str) -> float:
    return float(given.get(name, "0"))


def _rect(given: Mapping[str, str]) -> str:
    x, y, width, height = (_number(given, name) for name in ("x", "y", "width", "height"))
    rx = float(given.get("rx", given.get("ry", "0")))
    ry = float(given.get("ry", given.get("rx", "0")))
    if not rx:
        return f"{x:g} {y:g} {width:g} {height:g} re"
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    return _path(
        f"M{x + rx} {y}H{x + width - rx}A{rx} {ry} 0 0 1 {x + width} {y + ry}V{y + height - ry}"
        f"A{rx} {ry} 0 0 1 {x + width - rx} {y + height}H{x + rx}A{rx} {ry} 0 0 1 {x} {y + height - ry}"
        f"V{y + ry}A{rx} {ry} 0 0 1 {x + rx} {y}Z"
    )


def _ellipse(given: Mapping[str, str]) -> str:
    x, y = _number(given, "cx"), _number(given, "cy")
    rx, ry = float(given.get("rx", given.get("r", "0"))), float(given.get("ry", given.get("r", "0")))
    return _path(f"M{x + rx} {y}A{rx} {ry} 0 1 1 {x - rx} {y}A{rx} {ry} 0 1 1 {x + rx} {y}Z")


def _line(given: Mapping[str, str]) -> str:
    x1, y1, x2, y2 = (_number(given, name) for name in ("x1", "y1", "x2", "y2"))
    return f"{x1:g} {y1:g} m {x2:g} {y2:g} l"


def _points(given: Mapping[str, str], end: str) -> str:
    numbers = [float(part) for part in given["points"].replace(",", " ").split()]
    pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
    steps = [f"{x:g} {y:g} {'l' if i else 'm'}" for i, (x, y) in enumerate(pairs)]
    return " ".join(steps) + end


_PATHS: Final[Mapping[str, Callable[[Mapping[str, str]], str]]] = MappingProxyType(
    {
        "path": lambda given: _path(given["d"]),
        "rect": _rect,
        "circle": _ellipse,
        "ellipse": _ellipse,
        "line": _line,
        "polyline": lambda given: _points(given, ""),
        "polygon": lambda given: _points(given, " h"),
    }
)


class _Pen:
    """Follows the commands of a path; knows where it is, where it began and its last handle."""

    def __init__(self) -> None:
        self.at = self.start = self.handle = (0.0, 0.0)
        self.last = ""
        self.found: list[str] = []

    def move(self, to: Point) -> None:
        self.at = self.start = to
        self.found.append(f"{to[0]:g} {to[1]:g} m")

    def line(self, to: Point) -> None:
        self.at = to
        self.found.append(f"{to[0]:g} {to[1]:g} l")

    def curve(self, one: Point, two: Point, to: Point) -> None:
        self.at, self.handle = to, two
        self.found.append(f"{one[0]:g} {one[1]:g} {two[0]:g} {two[1]:g} {to[0]:g} {to[1]:g} c")

    def quadratic(self, handle: Point, to: Point) -> None:
        one, two = (
            (end[0] + 2 / 3 * (handle[0] - end[0]), end[1] + 2 / 3 * (handle[1] - end[1])) for end in (self.at, to)
        )
        self.curve(one, two, to)
        self.handle = handle

    def close(self) -> None:
        self.at = self.start
        self.found.append("h")

    def mirrored(self, kinds: str) -> Point:
        """Give the last handle mirrored, when the last command was of the same kind."""
        if self.last not in kinds:
            return self.at
        return 2 * self.at[0] - self.handle[0], 2 * self.at[1] - self.handle[1]


def _path(data: str) -> str:
    """Turn path data into operators. Raises: ValueError."""
    pen = _Pen()
    for command, numbers in _commands(data):
        _step(pen, command, numbers)
        pen.last = command.upper()
    return " ".join(pen.found)


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    tokens = _TOKENS.findall(data)
    i, command = 0, ""
    while i < len(tokens):
        if tokens[i].isalpha():
            command = tokens[i]
            i += 1
        size = _SIZES[command.upper()]
        yield command, [float(token) for token in tokens[i : i + size]]
        i += size
        command = {"M": "L", "m": "l"}.get(command, command)
        if size == 0:
            command = "" if i >= len(tokens) else command


def _step(pen: _Pen, command: str, numbers: Sequence[float]) -> None:
    base = pen.at if command.islower() else (0.0, 0.0)
    kind = command.upper()
    if kind == "A":
        to = base[0] + numbers[5], base[1] + numbers[6]
        for curve in _arc(pen.at, numbers, to):
            pen.curve(*curve)
        return
    if kind == "H":
        pen.line((base[0] + numbers[0], pen.at[1]))
        return
    if kind == "V":
        pen.line((pen.at[0], base[1] + numbers[0]))
        return
    points = [(base[0] + x, base[1] + y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    if kind == "Z":
        pen.close()
    elif kind in "ML":
        (pen.move if kind == "M" else pen.line)(points[0])
    elif kind in "CS":
        pen.curve(*([pen.mirrored("CS")] if kind == "S" else []), *points)
    else:
        handle = pen.mirrored("QT") if kind == "T" else points[0]
        pen.quadratic(handle, points[-1])


def _arc(start: Point, numbers: Sequence[float], end: Point) -> Iterator[tuple[Point, Point, Point]]:
    """Turn an elliptical arc into curves. Source: SVG 1.1, implementation notes F.6."""
    rx, ry, turn = abs(numbers[0]), abs(numbers[1]), radians(numbers[2])
    if not rx or not ry:
        yield start, end, end
        return
    c, s = cos(turn), sin(turn)
    half = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = c * half[0] + s * half[1], c * half[1] - s * half[0]
    grow = max(1.0, sqrt((x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    under = (rx * y) ** 2 + (ry * x) ** 2
    factor = sqrt(max(0.0, (rx * ry) ** 2 - under) / under) * (-1 if bool(numbers[3]) == bool(numbers[4]) else 1)
    cx, cy = factor * rx * y / ry, -factor * ry * x / rx
    middle = c * cx - s * cy + (start[0] + end[0]) / 2, s * cx + c * cy + (start[1] + end[1]) / 2
    first = atan2((y - cy) / ry, (x - cx) / rx)
    sweep = atan2((-y - cy) / ry, (-x - cx) / rx) - first
    if numbers[4] and sweep < 0:
        sweep += 2 * pi
    elif not numbers[4] and sweep > 0:
        sweep -= 2 * pi
    count = ceil(abs(sweep) / (pi / 2) - 1e-9)
    step = sweep / max(1, count)
    reach = 4 / 3 * tan(step / 4)

    def on(angle: float, along: float = 0.0) -> Point:
        px, py = rx * (cos(angle) - along * sin(angle)), ry * (sin(angle) + along * cos(angle))
        return middle[0] + c * px - s * py, middle[1] + s * px + c * py

    for i in range(count):
        one, two = first + i * step, first + (i + 1) * step
        yield on(one, reach), on(two, -reach), on(two)
