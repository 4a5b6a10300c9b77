"""Read a PO file that was read before: only the blocks between blank lines that are new to us."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from i18n.catalogue import entries, is_po, parsed
from i18n.entry import Entry

_MOST_NEW: Final = 40
_LONGEST: Final = 20_000
_MOST: Final = 2_000_000


class Blocks:
    """The blocks of one file, each with the number of lines before it and the entries in it."""

    def __init__(self, file: Path, domain: str) -> None:
        self._file, self._domain = file, domain
        self._known: dict[str, tuple[int, tuple[Entry, ...]]] = {}

    def entries(self) -> tuple[Entry, ...]:
        """Give the living entries of the file as it is now. Raises: BadCatalogue."""
        try:
            text = self._file.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return self._all(())
        blocks = tuple(_blocks(text))
        new = {text for _line, text in blocks if text not in self._known}
        if len(new) > _MOST_NEW or not _is_plain(text, blocks[:1], new):
            return self._all(blocks)
        try:
            found = {text: (0, parsed(text, self._domain)) for text in new}
        except (ValueError, IndexError, OSError):
            return self._all(blocks)
        if any(len(said) > _LONGEST for _line, ones in found.values() for one in ones for said in one.texts):
            return self._all(blocks)
        self._known |= found
        every = tuple(one for line, text in blocks for one in self._moved(line, text))
        return every if len({(one.key, one.english) for one in every}) == len(every) else self._all(blocks)

    def _moved(self, line: int, text: str) -> tuple[Entry, ...]:
        """Give the entries of a block, with the lines they stand at now."""
        before, found = self._known[text]
        if before != line:
            found = tuple(replace(one, line=one.line + line - before) for one in found)
            self._known[text] = (line, found)
        return found

    def _all(self, blocks: tuple[tuple[int, str], ...]) -> tuple[Entry, ...]:
        """Read the whole file, which says where it is broken; remember what stands in which block.

        Raises: BadCatalogue.
        """
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


def _is_plain(text: str, head: tuple[tuple[int, str], ...], new: Collection[str]) -> bool:
    """Tell whether a file has the head it had, and nothing new in it that a whole look would refuse."""
    is_same = bool(head) and head[0][1] not in new
    return is_same and "\0" not in text and len(text) < _MOST and all(map(is_po, new))
