"""What a search found, cleared like everything else."""

from collections.abc import Iterable

from content.library import Hit, Library
from i18n.language import Language
from visit.elements import Element, Heading, Paragraph
from visit.page import Page, Words
from visit.safety import Cleared, rules_for
from visit.visit import Visit


def hits(text: str, visit: Visit, library: Library, language: Language, limit: int = 20) -> tuple[Cleared[Hit], ...]:
    """Search in the language of the page; every hit is cleared, so its words may be shown as they are."""
    return rules_for(visit, library, language.code).hits(text, limit)


def hits_page(text: str, visit: Visit, library: Library, language: Language) -> tuple[Element, ...]:
    """Write what was found, best first."""
    page = Page(language)
    page.each(hits(text, visit, library, language), _hit)
    return page.elements


def _hit(hit: Hit, words: Words) -> Iterable[Element]:
    yield Heading(3, words(hit.title))
    if hit.snippet:
        yield Paragraph(words(hit.snippet))
