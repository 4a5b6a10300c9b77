"""What a translator wants to know of one text, as a page: in English, the language translators read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape
from typing import Final

from i18n.checks.finding import Finding
from i18n.entry import Entry
from i18n.live.problems import State, item_of
from i18n.live.words import place

_TRANSLATION: Final = "Translation"
_WORDS: Final = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Card:
    """One entry and what was found out about it. `room` is a sentence; empty where nothing was measured."""

    entry: Entry
    file: str
    state: State
    findings: tuple[Finding, ...] = ()
    room: str = ""
    is_written: bool = True
    others: tuple[str, ...] = ()
    direction: str = "ltr"


def difference(before: str, now: str) -> str:
    """Show what became of a text: words that went are struck out, words that came underlined."""
    old, new = _WORDS.findall(before), _WORDS.findall(now)
    parts: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(escape("".join(old[a:b])))
        else:
            parts += [f"<s>{escape(''.join(old[a:b]))}</s>"] if a < b else []
            parts += [f"<u><b>{escape(''.join(new[c:d]))}</b></u>"] if c < d else []
    return "".join(parts)


def page(card: Card) -> str:
    """Write the page: where, how far, the English, what it was before, the translation, note, room, warnings."""
    rows = "".join(
        f'<p style="margin-bottom:0"><small>{name}</small></p>' + _block(name, text, card)
        for name, text in _rows(card)
        if text
    )
    return f"<h3>{escape(_name(card))}</h3>{rows}"


def _block(name: str, text: str, card: Card) -> str:
    """Write a text in its own direction, near its name."""
    direction = card.direction if name == _TRANSLATION else "ltr"
    return f'<p dir="{direction}" style="margin-top:0">{text}</p>'


def _name(card: Card) -> str:
    return place(card.entry) if card.is_written else card.entry.key or card.entry.english[:60]


def _rows(card: Card) -> Iterator[tuple[str, str]]:
    entry = card.entry
    yield "State", escape(str(card.state) if card.is_written else "in no catalogue yet; run locale sync")
    yield "File", escape(f"{card.file}:{entry.line}" if card.is_written else "")
    yield "Item", escape(item_of(entry))
    yield "Context", escape(entry.key if entry.domain == "ui" else "")
    yield "English", _lines((entry.english, entry.plural))
    yield "What changed in the English", difference(entry.previous, entry.english) if entry.previous else ""
    yield _TRANSLATION, _lines(entry.texts)
    yield "Note", escape(entry.note)
    yield "Your comment", escape(entry.comment)
    yield "Room", escape(card.room)
    yield "Warnings", "<br>".join(f"<b>{escape(one.what)}</b> {escape(one.cure)}" for one in card.findings)
    yield "Also here", "<br>".join(map(escape, card.others))


def _lines(texts: Iterable[str]) -> str:
    return "<br>".join(escape(text) for text in texts if text)
