"""The Unicode Bidirectional Algorithm (UAX #9): which way each sign runs, and the order in which a line is drawn.

Proven on every case of Unicode's BidiCharacterTest. Classes come from the standard library's `unicodedata`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar
from unicodedata import bidirectional

from handouts.bidi_rules import SPACES, brackets, neutral, weak

REMOVED = -1
MAX_DEPTH = 125
_T = TypeVar("_T")
_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_EMBEDDINGS = {"LRE": ("L", ""), "RLE": ("R", ""), "LRO": ("L", "L"), "RLO": ("R", "R")}
_FORMATS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})
_RIGHTWARD = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "FSI"})


@dataclass(frozen=True, slots=True)
class Directions:
    """A paragraph's own level, each sign's class, and its level before lines are known (REMOVED = draw nothing)."""

    base: int
    classes: Sequence[str]
    levels: Sequence[int]

    def of_line(self, start: int, end: int) -> list[int]:
        """Give the levels of one line: spaces at its end, and separators, take the paragraph's level (rule L1)."""
        line = list(self.levels[start:end])
        at_end = True
        for i in range(end - start - 1, -1, -1):
            kind = self.classes[start + i]
            if kind in ("B", "S"):
                at_end = True
                line[i] = self.base
            elif kind in _FORMATS:
                continue
            elif at_end and kind in SPACES:
                line[i] = self.base
            else:
                at_end = False
        return line


def directions(text: str, base: int | None = None) -> Directions:
    """Resolve the levels of one paragraph.

    `base` 0 is left to right, 1 right to left, None finds out (rules P2, P3).
    """
    classes = [bidirectional(sign) or "L" for sign in text]
    pairs = _isolate_pairs(classes)
    level = _first_strong(classes, pairs, 0, len(classes)) if base is None else base
    if level == 0 and _RIGHTWARD.isdisjoint(classes) and _FORMATS.isdisjoint(classes):
        return Directions(level, classes, [0] * len(classes))
    classes = [_settled(i, classes, pairs) for i in range(len(classes))]
    levels, kinds = _explicit(classes, level)
    found = list(levels)
    for run in _sequences(classes, levels, pairs):
        is_open = classes[run[-1]] in _ISOLATES and run[-1] not in pairs
        edges = _edges(levels, run, level, is_open)
        _resolve("".join(text[i] for i in run), run, found, [kinds[i] for i in run], edges)
    return Directions(level, classes, found)


def visual_order(items: Sequence[_T], levels: Sequence[int]) -> list[_T]:
    """Put the pieces of a line in the order in which they stand from left to right (rule L2)."""
    order = list(range(len(items)))
    odd = [level for level in levels if level % 2]
    for limit in range(max(levels, default=0), min(odd, default=1) - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= limit:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return [items[i] for i in order]


def _isolate_pairs(classes: Sequence[str]) -> dict[int, int]:
    """Match isolate initiators with their PDI, both ways (BD9)."""
    pairs: dict[int, int] = {}
    stack: list[int] = []
    for i, kind in enumerate(classes):
        if kind in _ISOLATES:
            stack.append(i)
        elif kind == "PDI" and stack:
            start = stack.pop()
            pairs[start], pairs[i] = i, start
        elif kind == "B":
            stack.clear()
    return pairs


def _first_strong(classes: Sequence[str], pairs: dict[int, int], start: int, end: int) -> int:
    i = start
    while i < end:
        kind = classes[i]
        if kind in ("L", "R", "AL"):
            return 0 if kind == "L" else 1
        if kind in _ISOLATES:
            i = pairs.get(i, end)
        i += 1
    return 0


def _settled(i: int, classes: Sequence[str], pairs: dict[int, int]) -> str:
    """Turn an isolate that finds its own direction into one that knows it (X5c)."""
    if classes[i] != "FSI":
        return classes[i]
    return "RLI" if _first_strong(classes, pairs, i + 1, pairs.get(i, len(classes))) else "LRI"


class _Stack:
    """The directional status stack of rules X1 to X8."""

    def __init__(self, base: int) -> None:
        self.entries: list[tuple[int, str, bool]] = [(base, "", False)]
        self.lost_isolates = self.lost_embeddings = self.isolates = 0

    def push(self, wanted: str, override: str, is_isolate: bool) -> bool:
        level = self.entries[-1][0]
        level = (level + 1) | 1 if wanted == "R" else (level + 2) & ~1
        if level <= MAX_DEPTH and not self.lost_isolates and not self.lost_embeddings:
            self.entries.append((level, override, is_isolate))
            self.isolates += is_isolate
            return True
        if is_isolate:
            self.lost_isolates += 1
        elif not self.lost_isolates:
            self.lost_embeddings += 1
        return False

    def pop_isolate(self) -> None:
        if self.lost_isolates:
            self.lost_isolates -= 1
        elif self.isolates:
            self.lost_embeddings = 0
            while not self.entries[-1][2]:
                self.entries.pop()
            self.entries.pop()
            self.isolates -= 1

    def pop_embedding(self) -> None:
        if self.lost_isolates:
            return
        if self.lost_embeddings:
            self.lost_embeddings -= 1
        elif not self.entries[-1][2] and len(self.entries) > 1:
            self.entries.pop()


def _explicit(classes: Sequence[str], base: int) -> tuple[list[int], list[str]]:
    """Apply rules X1 to X9."""
    stack = _Stack(base)
    levels, kinds = [base] * len(classes), list(classes)
    for i, kind in enumerate(classes):
        if kind in _EMBEDDINGS:
            stack.push(*_EMBEDDINGS[kind], False)
            levels[i] = REMOVED
        elif kind == "PDF":
            stack.pop_embedding()
            levels[i] = REMOVED
        elif kind == "BN":
            levels[i] = REMOVED
        elif kind == "B":
            stack = _Stack(base)
        else:
            if kind == "PDI":
                stack.pop_isolate()
            levels[i], override, _ = stack.entries[-1]
            kinds[i] = override or kind
            if kind in _ISOLATES:
                stack.push(kind[0], "", True)
    return levels, kinds


def _sequences(classes: Sequence[str], levels: Sequence[int], pairs: dict[int, int]) -> list[list[int]]:
    """Cut into isolating run sequences (BD13)."""
    runs: list[list[int]] = []
    for i, level in enumerate(levels):
        if level == REMOVED:
            continue
        if runs and levels[runs[-1][-1]] == level:
            runs[-1].append(i)
        else:
            runs.append([i])
    by_start = {run[0]: run for run in runs}
    found = []
    for run in runs:
        if classes[run[0]] == "PDI" and run[0] in pairs:
            continue
        whole = list(run)
        while classes[whole[-1]] in _ISOLATES and whole[-1] in pairs:
            whole += by_start[pairs[whole[-1]]]
        found.append(whole)
    return found


def _edges(levels: Sequence[int], run: Sequence[int], base: int, is_open: bool) -> tuple[str, str]:
    """Find the direction before and after a sequence (X10); an isolate that never closes ends at the base."""
    level = levels[run[0]]
    before = next((levels[i] for i in range(run[0] - 1, -1, -1) if levels[i] != REMOVED), base)
    after = next((levels[i] for i in range(run[-1] + 1, len(levels)) if levels[i] != REMOVED), base)
    return _side(max(level, before)), _side(max(level, base if is_open else after))


def _side(level: int) -> str:
    return "R" if level % 2 else "L"


def _resolve(signs: str, run: Sequence[int], levels: list[int], here: list[str], edges: tuple[str, str]) -> None:
    """Resolve weak and neutral signs and their levels within one sequence (rules W, N and I)."""
    level = levels[run[0]]
    original = list(here)
    weak(here, edges[0])
    brackets(signs, original, here, edges[0], _side(level))
    neutral(here, edges, _side(level))
    for i, kind in zip(run, here, strict=True):
        if level % 2 == 0:
            levels[i] = level + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)
        else:
            levels[i] = level + (kind in ("L", "EN", "AN"))
