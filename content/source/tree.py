"""YAML as plain strings, lists and mappings with the line of every value; nothing else of YAML is let in.

No anchors (a few lines of them can grow without end), no tags, no tabs, no second document, no key twice, no guessing
of types: `no`, `1.20` and `2026-11-30` stay the strings they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import yaml

from content.errors import SourceError

Place: TypeAlias = tuple[str | int, ...]

MOST_BYTES: Final = 1_000_000
MOST_LETTERS: Final = 20_000
MOST_DEPTH: Final = 20

# Marks that turn the direction of what follows could make a reviewer read something else than what is written.
_HIDDEN: Final = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class NotYaml(Exception):
    """The file cannot be read any further; carries the one thing that is wrong."""

    def __init__(self, error: SourceError) -> None:
        super().__init__(str(error))
        self.error = error


@dataclass(frozen=True, slots=True)
class Tree:
    """The data of a file, and the line each place of it stands on."""

    file: str
    data: Any
    lines: dict[Place, int]


def tree(file: str, content: bytes) -> Tree:
    """Read the bytes of one YAML file. Raises: NotYaml."""
    reader = _Reader(file, _text(file, content))
    return Tree(file, reader.document(), reader.lines)


def _text(file: str, content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise NotYaml(SourceError(file, 1, "", f"the file is larger than {MOST_BYTES:,} bytes", "split it in two"))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise NotYaml(SourceError(file, line, "", "a letter is not UTF-8", "save the file as UTF-8")) from error
    for mark, what, cure in (("\t", "a tab", "use spaces"), ("\0", "a zero byte", "take it out")):
        if mark in text:
            raise NotYaml(SourceError(file, text.count("\n", 0, text.index(mark)) + 1, "", f"there is {what}", cure))
    if hidden := _HIDDEN.search(text):
        line = text.count("\n", 0, hidden.start()) + 1
        what = f"there is a hidden mark (U+{ord(hidden[0]):04X})"
        raise NotYaml(SourceError(file, line, "", what, "take it out and type the words again"))
    return text


@dataclass(slots=True)
class _Reader:
    file: str
    text: str
    lines: dict[Place, int] = field(default_factory=dict)

    def document(self) -> Any:
        try:
            events = iter(yaml.parse(self.text, Loader=_LOADER))
            held = self._first(events)
            self._nothing_more(events)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise self._wrong(line, f"this is not YAML ({error.problem})", "mend the line or the one above") from error
        except yaml.reader.ReaderError as error:
            line = self.text.count("\n", 0, int(error.position)) + 1
            raise self._wrong(line, "there is a control character", "take it out") from error
        return held

    def _first(self, events: Iterator[Any]) -> Any:
        for event in events:
            if not isinstance(event, (yaml.StreamStartEvent, yaml.DocumentStartEvent)):
                if isinstance(event, yaml.StreamEndEvent):
                    break
                return self._value(event, events, ())
        raise self._wrong(1, "the file is empty", "fill it or delete it")

    def _nothing_more(self, events: Iterator[Any]) -> None:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                raise self._wrong(_line(event), "a second document starts here", "put it in a file of its own")

    def _value(self, event: Any, events: Iterator[Any], place: Place) -> Any:
        self.lines.setdefault(place, _line(event))
        self._refuse(event, place)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(events, place)
        return self._mapping(events, place)

    def _refuse(self, event: Any, place: Place) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            name = event.anchor
            raise self._wrong(_line(event), f"& and * are not used here ({name})", "write the words out", place)
        if event.tag and not event.tag.startswith("tag:yaml.org,2002:str"):
            raise self._wrong(_line(event), f"the tag {event.tag} is not used here", "take it out", place)
        if len(place) > MOST_DEPTH:
            raise self._wrong(_line(event), "lists stand too deep in each other", "make it flatter")

    def _scalar(self, event: Any, place: Place) -> str | None:
        value = str(event.value)
        if len(value) > MOST_LETTERS:
            message = f"the text has {len(value):,} letters, {MOST_LETTERS:,} are the most"
            raise self._wrong(_line(event), message, "make it shorter", place)
        if event.style or value not in ("", "~", "null"):
            return value
        if value != "null":
            raise self._wrong(_line(event), "it is empty", "fill it in or delete the line", place)
        return None  # "not known", said in so many words

    def _list(self, events: Iterator[Any], place: Place) -> list[Any]:
        held: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            held.append(self._value(event, events, (*place, len(held))))
        return held

    def _mapping(self, events: Iterator[Any], place: Place) -> dict[str, Any]:
        held: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, place)
            if key in held:
                raise self._wrong(_line(event), f'"{key}" stands here twice', "keep one of them", place)
            self.lines[*place, key] = _line(event)
            held[key] = self._value(next(events), events, (*place, key))
        return held

    def _key(self, event: Any, place: Place) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise self._wrong(_line(event), "a name of a field must be one word", "write it as name: text", place)
        self._refuse(event, place)
        return str(event.value)

    def _wrong(self, line: int, message: str, cure: str, place: Place = ()) -> NotYaml:
        return NotYaml(SourceError(self.file, line, spelled(place), message, cure))


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def spelled(place: Place) -> str:
    """Write a place as a path: blocks/2/heading, counting from 1 as people do."""
    return "/".join(str(one + 1) if isinstance(one, int) else one for one in place)
