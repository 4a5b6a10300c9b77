"""What can go wrong on the way to paper; each error carries its facts, the edge finds the words."""

from pathlib import Path


class HandoutError(Exception):
    """Anything that keeps a handout from being made."""


class MissingGlyph(HandoutError):
    """A sign that none of our fonts can draw; nothing is ever left out in silence."""

    def __init__(self, sign: str, text: str) -> None:
        """Carry the sign and the words around it."""
        super().__init__(f"no font draws {sign!r} (U+{ord(sign[0]):04X}) in {text[:60]!r}")
        self.sign = sign
        self.text = text


class FontUnusable(HandoutError):
    """A font file that is absent or not TrueType."""

    def __init__(self, where: Path, why: str) -> None:
        """Carry the file and the reason."""
        super().__init__(f"{where.name}: {why}")
        self.where = where
        self.why = why


class PictureUnusable(HandoutError):
    """A picture that is absent or uses what we do not draw."""

    def __init__(self, file: str, why: str) -> None:
        """Carry the file name and the reason."""
        super().__init__(f"{file}: {why}")
        self.file = file
        self.why = why


class LinkRefused(HandoutError):
    """An address that is not https, tel or mailto."""

    def __init__(self, href: str) -> None:
        """Carry the address."""
        super().__init__(f"link not allowed: {href[:80]!r}")
        self.href = href


class ShapesDiffer(HandoutError):
    """Two languages of one sheet that do not have the same elements in the same order."""

    def __init__(self, section: str) -> None:
        """Carry the id of the first section that differs."""
        super().__init__(f"the two languages differ in section {section!r}")
        self.section = section


class TextTooLong(HandoutError):
    """A text no page of instructions would hold."""

    def __init__(self, length: int, limit: int) -> None:
        """Carry both lengths in characters."""
        super().__init__(f"a text of {length} characters; the limit is {limit}")
        self.length = length
        self.limit = limit


class MarksPiledUp(HandoutError):
    """More marks on one letter than any language writes."""

    def __init__(self, text: str) -> None:
        """Carry the text."""
        super().__init__(f"too many marks on one letter in {text[:20]!r}")
        self.text = text
