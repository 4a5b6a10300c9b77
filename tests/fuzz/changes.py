"""Ways to spoil a good input: bytes cut and planted, and values of JSON or YAML put in places they do not fit."""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, Final

import yaml
from hypothesis import strategies as st

_WORDS: Final = (
    "", "\n", "\r\n", " ", "\t", "\0", "\\", '"', "'", "{", "}", "[", "]", "[[", "]]", ":", "- ", "#", "~", "=", "%",
    "[[45 mg]]", "[[45 mcg]]", "[[1 to 2 mg]]", "[[25 mcg as D]]", "[[ mg]]", "{n}", "{0}", "{a.b}", "%s", "null",
    "true", "NaN", "1e999", "-1", "99999999999999999999", "9" * 5000, "0x1", "1.0", "٣", "½", "µg", "IU", "é", "ﷺ",
    "\u202e", "\u2066", "\ufeff", "\u2028", "\ud7ff", "\U0001f9b4", "ـ", "&a", "*a", "!!x", "---\n", "<<: ",
    'msgid "', 'msgstr "', "msgctxt ", 'msgid_plural "', "msgstr[9] ", "#, fuzzy\n", "#~ ", "\\x", "\\u0000",
    "::", "~%50%", "####", "->", "{TRUE}", "{#3:1}", "version", "medicine.warfarin", "guide.vitamin-k", "a" * 400,
    "[" * 3000, "x=" + "[" * 3000, "{" * 3000, "(" * 3000, '{"a":' * 3000,
)  # fmt: skip
_BYTES: Final = (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\x80" * 9, b"\x7f\xff\xff\xff", b"\x00\x00", b"\x34", b"\x37")
TRICKS: Final = (*(word.encode() for word in _WORDS), *_BYTES)

_LEAVES: Final = (
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from([trick.decode("utf-8", "replace") for trick in TRICKS])
)
VALUES: Final = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def spoiled(seeds: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """Give good inputs with up to eight wounds, or nothing but noise."""
    wounds = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(TRICKS)), min_size=1, max_size=8)
    return st.builds(_wounded, st.sampled_from(list(seeds)), wounds) | st.binary(max_size=200)


def _wounded(seed: bytes, wounds: list[tuple[float, int, bytes]]) -> bytes:
    for where, length, planted in wounds:
        place = int(where * len(seed))
        seed = seed[:place] + planted + seed[place + length :]
    return seed


def misplaced(seeds: Sequence[bytes], form: str) -> st.SearchStrategy[bytes]:
    """Give good trees of JSON or YAML in which up to three values were replaced, or keys taken out or put in."""
    trees = [tree for seed in seeds for tree in _tree(seed, form)]
    edits = st.lists(
        st.tuples(st.integers(0, 10_000), st.sampled_from(["replace", "drop", "add", "copy"]), VALUES),
        min_size=1,
        max_size=3,
    )
    return st.builds(lambda one, made: one[0] + _written(_edited(one[1], made), form), st.sampled_from(trees), edits)


def _tree(seed: bytes, form: str) -> Iterator[tuple[bytes, Any]]:
    """Give the first line, where it is a comment that says which file this is, and the tree; none of other files."""
    head, _, rest = seed.partition(b"\n") if seed.startswith(b"# ") else (b"", b"", seed)
    with suppress(ValueError, yaml.YAMLError):
        tree = json.loads(rest) if form == "json" else yaml.load(rest, Loader=yaml.BaseLoader)
        yield head + (b"\n" if head else b""), tree


def _written(tree: Any, form: str) -> bytes:
    text = json.dumps(tree) if form == "json" else yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
    return text.encode("utf-8", "surrogatepass")


def _edited(tree: Any, edits: list[tuple[int, str, Any]]) -> Any:
    whole = json.loads(json.dumps({"": tree}))
    for number, kind, value in edits:
        places = list(_places(whole))
        if not places:
            break
        holder, key = places[number % len(places)]
        _edit(holder, key, kind, value)
    return whole.get("")


def _edit(holder: Any, key: Any, kind: str, value: Any) -> None:
    match kind:
        case "replace":
            holder[key] = value
        case "drop":
            del holder[key]
        case "add" if isinstance(holder, dict):
            holder[str(value)[:20]] = value
        case _ if isinstance(holder, list):
            holder.append(holder[key])
        case _:
            holder[key] = [holder[key]]


def _places(tree: Any) -> Any:
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, value in list(pairs):
        yield tree, key
        if isinstance(value, dict | list):
            yield from _places(value)
