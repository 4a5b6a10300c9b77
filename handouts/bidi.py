"""The Unicode Bidirectional Algorithm (UAX #9): which way each sign runs, and the order in which a line is drawn.

Proven on every case of Unicode's BidiCharacterTest. Classes come from the standard library's `unicodedata`.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar
from unicodedata import bidirectional, normalize

REMOVED = -1
MAX_DEPTH = 125
_T = TypeVar("_T")
_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_EMBEDDINGS = {"LRE": ("L", ""), "RLE": ("R", ""), "LRO": ("L", "L"), "RLO": ("R", "R")}
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "FSI", "LRI", "RLI", "PDI"})
_SPACES = frozenset({"WS", "FSI", "LRI", "RLI", "PDI"})
_FORMATS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})
_RIGHTWARD = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "FSI"})
# Source: BidiBrackets.txt; each opening sign is followed by its closing one.
_BRACKETS = (
    "()[]{}\u0f3a\u0f3b\u0f3c\u0f3d\u169b\u169c\u2045\u2046\u207d\u207e\u208d\u208e\u2308\u2309\u230a\u230b"
    "\u3008\u3009\u2768\u2769\u276a\u276b\u276c\u276d\u276e\u276f\u2770\u2771\u2772\u2773\u2774\u2775\u27c5\u27c6"
    "\u27e6\u27e7\u27e8\u27e9\u27ea\u27eb\u27ec\u27ed\u27ee\u27ef\u2983\u2984\u2985\u2986\u2987\u2988\u2989\u298a"
    "\u298b\u298c\u298d\u2990\u298f\u298e\u2991\u2992\u2993\u2994\u2995\u2996\u2997\u2998\u29d8\u29d9\u29da\u29db"
    "\u29fc\u29fd\u2e22\u2e23\u2e24\u2e25\u2e26\u2e27\u2e28\u2e29\u2e55\u2e56\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c"
    "\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011\u3014\u3015\u3016\u3017\u3018\u3019\u301a\u301b\ufe59\ufe5a"
    "\ufe5b\ufe5c\ufe5d\ufe5e\uff08\uff09\uff3b\uff3d\uff5b\uff5d\uff5f\uff60\uff62\uff63"
)
_CLOSING = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True))
_OPENING = frozenset(_CLOSING.values())


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
            elif at_end and kind in _SPACES:
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
    _weak(here, edges[0])
    _brackets(signs, original, here, edges[0], _side(level))
    _neutral(here, edges, _side(level))
    for i, kind in zip(run, here, strict=True):
        if level % 2 == 0:
            levels[i] = level + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)
        else:
            levels[i] = level + (kind in ("L", "EN", "AN"))


def _weak(here: list[str], sos: str) -> None:
    """Apply rules W1 to W7."""
    _marks_and_numbers(here, sos)
    for i in range(1, len(here) - 1):
        sides = here[i - 1], here[i + 1]
        if (here[i] in ("ES", "CS") and sides == ("EN", "EN")) or (here[i] == "CS" and sides == ("AN", "AN")):
            here[i] = sides[0]
    _terminators(here)
    strong = sos
    for i, kind in enumerate(here):
        if kind in ("ES", "ET", "CS"):
            here[i] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            here[i] = "L"


def _marks_and_numbers(here: list[str], sos: str) -> None:
    """Let marks follow their base, and numbers the Arabic letters before them (W1 to W3)."""
    previous = strong = sos
    for i, kind in enumerate(here):
        if kind == "NSM":
            here[i] = "ON" if previous in _SPACES - {"WS"} else previous
        previous = here[i]
        if previous in ("L", "R", "AL"):
            strong = previous
        elif previous == "EN" and strong == "AL":
            here[i] = "AN"
    here[:] = ["R" if kind == "AL" else kind for kind in here]


def _terminators(here: list[str]) -> None:
    """Let signs beside a European number belong to it (W5)."""
    i = 0
    while i < len(here):
        if here[i] != "ET":
            i += 1
            continue
        end = i
        while end < len(here) and here[end] == "ET":
            end += 1
        if (i and here[i - 1] == "EN") or (end < len(here) and here[end] == "EN"):
            here[i:end] = ["EN"] * (end - i)
        i = end


def _strong(kind: str) -> str:
    return "R" if kind in ("EN", "AN", "R") else ("L" if kind == "L" else "")


def _bracket_pairs(signs: Sequence[str], here: Sequence[str]) -> list[tuple[int, int]]:
    """Find the pairs of brackets (BD16); give up beyond 63 open ones, as the rule says."""
    stack: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for i, sign in enumerate(normalize("NFC", each) for each in signs):
        if here[i] != "ON":
            continue
        if sign in _CLOSING:
            if len(stack) == 63:
                return []
            stack.append((_CLOSING[sign], i))
        elif sign in _OPENING:
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == sign:
                    found.append((stack[depth][1], i))
                    del stack[depth:]
                    break
    return sorted(found)


def _brackets(signs: Sequence[str], original: Sequence[str], here: list[str], sos: str, own: str) -> None:
    """Give both brackets of a pair one direction (N0)."""
    for start, end in _bracket_pairs(signs, here):
        inside = {_strong(kind) for kind in here[start + 1 : end]}
        if own in inside:
            found = own
        elif inside - {""}:
            context = next((s for kind in reversed(here[:start]) if (s := _strong(kind))), sos)
            found = context if context != own else own
        else:
            continue
        for at in (start, end):
            here[at] = found
            follow = at + 1
            while follow < len(here) and original[follow] == "NSM":
                here[follow] = found
                follow += 1


def _neutral(here: list[str], edges: tuple[str, str], own: str) -> None:
    """Let neutral signs follow their neighbours, or the embedding (N1, N2)."""
    fixed = [i for i, kind in enumerate(here) if kind not in _NEUTRAL]
    for i, kind in enumerate(list(here)):
        if kind in _NEUTRAL:
            at = bisect_right(fixed, i)
            left = _strong(here[fixed[at - 1]]) if at else edges[0]
            right = _strong(here[fixed[at]]) if at < len(fixed) else edges[1]
            here[i] = left if left == right else own
