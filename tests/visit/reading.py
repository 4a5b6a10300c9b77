"""Reading a page back as words, for tests: what a person would see, element by element."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from i18n.runs import Run
from visit.elements import Element
from visit.sheet import Sheet


def runs(thing: Any) -> Iterator[Run]:
    """Give every run inside anything, in order."""
    if isinstance(thing, Run):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from runs(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from runs(getattr(thing, field.name))


def words(thing: Any) -> str:
    """Give all words inside anything, and the text equivalents of pictures."""
    lines = "".join(run.text for run in runs(thing))
    alt = getattr(thing, "alt", "")
    return f"{lines} {alt}"


def shape(thing: Any) -> Any:
    """Give what must be the same in every language: kinds, tones, counts, never words."""
    if isinstance(thing, tuple):
        lines = bool(thing) and all(isinstance(one, Run) for one in thing)
        return "line" if lines or not thing else tuple(map(shape, thing))
    if is_dataclass(thing) and not isinstance(thing, Run):
        return type(thing).__name__, tuple(shape(getattr(thing, field.name)) for field in fields(thing))
    return None if thing is None or isinstance(thing, str) else thing


def sheet_shape(sheet: Sheet) -> Any:
    """Give the shape of a whole sheet."""
    return tuple((section.id, section.reason is None, shape(section.elements)) for section in sheet.sections)


def pages(sheet: Sheet) -> Iterator[tuple[Element, ...]]:
    """Give each section as a page."""
    return (section.elements for section in sheet.sections)
