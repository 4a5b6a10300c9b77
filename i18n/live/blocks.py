"""Read a PO file that was read before: only the blocks between blank lines that are new to us."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from i18n.catalogue import entries, look_at_bytes, parsed
from i18n.entry import Entry

_MOST_NEW: Final = 40
_LONGEST: Final = 20_000


class Blocks:
    """The blocks of one file, each with the number of lines before it and the entries in it."""

    def __init__(self, file: Path, domain: str) -> None:
        self._file, self._domain = file, domain
        self._known: dict[str, tuple[int, tuple[Entry, ...]]] = {}

    def entries(self) -> tuple[Entry, ...]:
        """Give the living entries of the file as it is now. Raises: BadCatalogue."""
        look_at_bytes(self._file)
        blocks = tuple(_blocks(self._file.read_text(encoding="utf-8")))
        new = [text for _line, text in blocks if text not in self._known]
        if len(new) > _MOST_NEW:
            return self._all(blocks)
        try:
            self._known |= {text: (0, parsed(text, self._domain)) for text in new}
        except (ValueError, IndexError, OSError):
            return self._all(blocks)  # says where it is broken
        found = tuple(one for line, text in blocks for one in self._moved(line, text))
        return found if _is_sound(found) else self._all(blocks)

    def _moved(self, line: int, text: str) -> tuple[Entry, ...]:
        """Give the entries of a block, with the lines they stand at now."""
        before, found = self._known[text]
        if before != line:
            found = tuple(replace(one, line=one.line + line - before) for one in found)
            self._known[text] = (line, found)
        return found

    def _all(self, blocks: tuple[tuple[int, str], ...]) -> tuple[Entry, ...]:
        """Read the whole file, and remember what stands in which block. Raises: BadCatalogue."""
        found = entries(self._file, self._domain)
        ahead = iter(found)
        one = next(ahead, None)
        for line, text in blocks:
            inside, end = [], line + text.count("\n") + 1
            while one is not None and one.line <= end:
                inside.append(one)
                one = next(ahead, None)
            self._known[text] = (line, tuple(inside))
        return found


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Give each block with the number of lines before it."""
    line = 0
    for block in text.split("\n\n"):
        if block.strip():
            yield line, block
        line += block.count("\n") + 2


def _is_sound(found: tuple[Entry, ...]) -> bool:
    """Tell whether each text stands once, and none is endless."""
    names = {(one.key, one.english) for one in found}
    return len(names) == len(found) and max((len(text) for one in found for text in one.texts), default=0) <= _LONGEST
