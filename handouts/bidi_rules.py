"""The rules of UAX #9 that work within one sequence: weak signs (W), brackets (N0) and neutral signs (N)."""

from bisect import bisect_right
from collections.abc import Sequence
from unicodedata import normalize

SPACES = frozenset({"WS", "FSI", "LRI", "RLI", "PDI"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "FSI", "LRI", "RLI", "PDI"})
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


def weak(here: list[str], sos: str) -> None:
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
            here[i] = "ON" if previous in SPACES - {"WS"} else previous
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


def brackets(signs: Sequence[str], original: Sequence[str], here: list[str], sos: str, own: str) -> None:
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


def neutral(here: list[str], edges: tuple[str, str], own: str) -> None:
    """Let neutral signs follow their neighbours, or the embedding (N1, N2)."""
    fixed = [i for i, kind in enumerate(here) if kind not in _NEUTRAL]
    for i, kind in enumerate(list(here)):
        if kind in _NEUTRAL:
            at = bisect_right(fixed, i)
            left = _strong(here[fixed[at - 1]]) if at else edges[0]
            right = _strong(here[fixed[at]]) if at < len(fixed) else edges[1]
            here[i] = left if left == right else own
