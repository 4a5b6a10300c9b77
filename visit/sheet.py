"""A sheet to take home, in one language: titled sections of elements, and a stamp of where it comes from."""

from dataclasses import dataclass

from i18n.language import Language
from i18n.runs import Line
from visit.elements import Element


@dataclass(frozen=True, slots=True)
class Section:
    """One block of the plan in words.

    `reason` says why it is on the sheet; `id` is the same in every language; `untranslated` says, outside the elements,
    that something here is in English because it is not published in this language.
    """

    id: str
    title: Line
    reason: Line | None
    elements: tuple[Element, ...]
    untranslated: Line | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where a sheet comes from, for the foot of every page.

    `words` is the line people read; `code` the same facts for a machine: pack, version, locale, start of the digest.
    """

    words: Line
    code: str
    made_on: Line
    draft: Line | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole handout in one language. Sections and elements are the same, in the same order, in every language."""

    language: Language
    title: Line
    sections: tuple[Section, ...]
    stamp: Stamp
    name: Line | None = None
