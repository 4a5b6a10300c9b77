"""What must hold between and inside items, beyond the type of each field."""

import re
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, Final

from content.errors import SourceError
from content.model import Bundle, Guide, Item, Picture, Quiz, Review, Subject
from content.quantity import NotAToken, tokens
from content.shape import leaves, linked, parts
from content.source.answers import faults
from content.source.entry import Entry
from content.source.tree import Place

LONGEST_MONTHS: Final = 36
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read, so that nobody is told it is not there: ids of items, and whole kinds."""

    ids: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()

    def may_hold(self, id: str) -> bool:
        """Tell whether an id that was not found may stand in what could not be read."""
        return id in self.ids or id.partition(".")[0] in self.kinds


@dataclass(frozen=True, slots=True)
class Known:
    """What the checks of one item need to know of all the others."""

    entries: Mapping[str, Entry]
    unread: Unread
    retired: frozenset[str]
    pictures: Path
    today: date | None

    def item(self, id: str) -> Item | None:
        """Give the item with an id, if there is one."""
        entry = self.entries.get(id)
        return entry.item if entry else None


Check = Callable[[Entry, Known], Iterator[SourceError]]


def checked(entries: Sequence[Entry], known: Known) -> Iterator[SourceError]:
    """Find everything that is wrong inside and between the items of a pack."""
    return chain.from_iterable(check(entry, known) for entry in entries for check in CHECKS)


def _id(entry: Entry, known: Known) -> Iterator[SourceError]:
    item = entry.item
    kind, _, slug = item.id.partition(".")
    if kind != item.kind or not _SLUG.fullmatch(slug):
        cure = f"write {item.kind}. and small letters, digits and hyphens"
        yield entry.wrong(("id",), f'"{item.id}" is no id of a {item.kind}', cure)
    if item.id in known.retired:
        yield entry.wrong(("id",), f'"{item.id}" was used before and is retired', "choose a new id")
    first = known.entries[item.id]
    if first is not entry:
        where = f"{first.tree.file}:{first.tree.lines.get((*first.start, 'id'), 1)}"
        yield entry.wrong(("id",), f'"{item.id}" is already the id of the item at {where}', "choose another id")


def _inner_ids(entry: Entry, known: Known) -> Iterator[SourceError]:
    for place, held in _lists(entry.item, ()):
        ids = [one.id for one in held if hasattr(one, "id")]
        for n, id in enumerate(ids):
            if not _SLUG.fullmatch(id):
                yield entry.wrong((*place, n, "id"), f'"{id}" is no id', "write small letters, digits and hyphens")
            if id in ids[:n]:
                yield entry.wrong((*place, n, "id"), f'"{id}" stands twice in this list', "choose another id")


def _lists(value: Any, place: Place) -> Iterator[tuple[Place, tuple[Any, ...]]]:
    for part in parts(type(value)):
        held = getattr(value, part.name)
        if not part.shape.has_parts or held is None:
            continue
        if part.shape.is_list:
            yield (*place, part.name), held
        for n, one in enumerate(held) if part.shape.is_list else []:
            yield from _lists(one, (*place, part.name, n))


def _references(entry: Entry, known: Known) -> Iterator[SourceError]:
    for leaf in leaves(entry.item, linked):
        target = known.item(leaf.value)
        kinds = " or ".join(leaf.shape.refers_to)
        if target is None and not known.unread.may_hold(leaf.value):
            yield entry.wrong(leaf.place, f'there is no item "{leaf.value}"', f"use the id of a {kinds}, or add it")
        elif target and target.kind not in leaf.shape.refers_to:
            yield entry.wrong(leaf.place, f'"{leaf.value}" is a {target.kind}', f"use the id of a {kinds}")


def _words(entry: Entry, known: Known) -> Iterator[SourceError]:
    for leaf in leaves(entry.item):
        if not isinstance(leaf.value, str) or leaf.shape.core is not str:
            continue
        if leaf.shape.is_text and not leaf.value.strip():
            yield entry.wrong(leaf.place, "there are no words", "write some or delete the line")
        if leaf.shape.is_text and leaf.value != leaf.value.strip():
            yield entry.wrong(leaf.place, "there is a space or new line at an end", "take it out")
        try:
            found = tokens(leaf.value)
        except NotAToken as bad:
            cure = "write it as [[45 mg]], [[90 to 120 mcg]] or [[25 mcg as D]]"
            yield entry.wrong(leaf.place, f'"[[{bad.text}]]" is no amount', cure)
            continue
        if leaf.value.count("[[") != len(found) or leaf.value.count("]]") != len(found):
            yield entry.wrong(leaf.place, "[[ and ]] do not match", "write each amount as [[45 mg]]")


def _review(entry: Entry, known: Known) -> Iterator[SourceError]:
    review: Review | None = getattr(entry.item, "review", None)
    if review is None:
        return
    for name in ("author", "reviewer", "funding", "conflicts"):
        if not getattr(review, name).strip():
            yield entry.wrong(("review", name), "it is empty", "write who or what, or the word none")
    done, due, end = review.reviewed_on, review.next_review_on, review.expires_on
    if not done <= due <= end:
        cure = "put reviewed_on, next_review_on and expires_on in order"
        yield entry.wrong(("review",), "the dates are not in order", cure)
    if (due.year - done.year) * 12 + due.month - done.month + (due.day > done.day) > LONGEST_MONTHS:
        cure = f"look at it again within {LONGEST_MONTHS} months of {done}"
        yield entry.wrong(("review", "next_review_on"), "the next review is too far off", cure)
    if known.today and end < known.today:
        yield entry.wrong(("review", "expires_on"), f"the item may not be printed since {end}", "review it anew")


def _picture(entry: Entry, known: Known) -> Iterator[SourceError]:
    if not isinstance(entry.item, Picture):
        return
    name = entry.item.file
    if Path(name).name != name or not name.endswith(".svg"):
        yield entry.wrong(("file",), f'"{name}" is not the name of a drawing', "write the name only, ending in .svg")
    elif not (known.pictures / name).is_file():
        yield entry.wrong(("file",), f'there is no drawing "{name}"', f"put it in {known.pictures.name}")


def _patterns(entry: Entry, known: Known) -> Iterator[SourceError]:
    for field in ("patterns", "not_typed") if isinstance(entry.item, Subject) else ():
        for n, pattern in enumerate(getattr(entry.item, field)):
            if why := _fault_of(pattern):
                yield entry.wrong((field, n), f"it is no regular expression ({why})", "mend it")


def _fault_of(pattern: str) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # "[[" may mean a set inside a set one day: nobody should have to guess
        try:
            re.compile(pattern)
        except (re.error, Warning, OverflowError, RecursionError) as bad:
            return str(bad).lower()
    return ""


def _bundle(entry: Entry, known: Known) -> Iterator[SourceError]:
    start = entry.item
    if isinstance(start, Bundle) and start.id in _below(start, known, set()):
        yield entry.wrong(("bundles",), "the bundle holds itself", "take it out of itself or of a bundle it holds")


def _below(bundle: Bundle, known: Known, seen: set[str]) -> set[str]:
    for id in set(bundle.bundles) - seen:
        seen.add(id)
        inner = known.item(id)
        if isinstance(inner, Bundle):
            _below(inner, known, seen)
    return seen


def _quiz(entry: Entry, known: Known) -> Iterator[SourceError]:
    if not isinstance(entry.item, Quiz):
        return
    for n, question in enumerate(entry.item.questions):
        place = ("questions", n)
        for message, cure in faults(question):
            yield entry.wrong(place, message, cure)
        guide = known.item(question.guide)
        if isinstance(guide, Guide) and question.block not in {block.id for block in guide.blocks}:
            ids = ", ".join(block.id for block in guide.blocks)
            yield entry.wrong((*place, "block"), f'{guide.id} has no block "{question.block}"', f"use one of {ids}")


CHECKS: Final[tuple[Check, ...]] = (_id, _inner_ids, _references, _words, _review, _picture, _patterns, _bundle, _quiz)
