"""Rules for the reading level, measured over a guide, its blocks, a quiz and every other text."""

from collections.abc import Iterator
from typing import Final

from content.check.passages import Passage, by_block
from content.check.readability import grade, words
from content.check.rule import HOUSE, Breach, Setting, item_rule
from content.model import Guide, Item, Quiz

GOAL: Final = 6.0
HIGHEST: Final = 8.0
FEWEST_WORDS: Final = 15
_SHORT: Final = "Use shorter sentences and shorter words."


def text_of(texts: tuple[Passage, ...]) -> str:
    """Put the texts one under another, as they are read."""
    return "\n".join(passage.read for passage in texts)


@item_rule(Guide, "READ-01", HOUSE, _SHORT)
def guide_grade(_guide: Guide, texts: tuple[Passage, ...], _setting: Setting) -> Iterator[Breach]:
    """A guide reads at grade 6 or below, names of medicines and all."""
    measured = grade(text_of(texts))
    if measured > GOAL:
        yield "", f"Grade {measured:.1f}, goal {GOAL:.0f}."


@item_rule(Guide, "READ-02", HOUSE, _SHORT)
def block_grade(_guide: Guide, texts: tuple[Passage, ...], _setting: Setting) -> Iterator[Breach]:
    """No block of a guide reads above grade 8."""
    for block, members in by_block(texts):
        measured = grade(text_of(members))
        if block and measured > HIGHEST:
            yield block, f"Grade {measured:.1f}, highest {HIGHEST:.0f}."


@item_rule(Quiz, "READ-03", HOUSE, _SHORT)
def quiz_grade(_quiz: Quiz, texts: tuple[Passage, ...], _setting: Setting) -> Iterator[Breach]:
    """A quiz reads at grade 6 or below."""
    measured = grade(text_of(texts))
    if measured > GOAL:
        yield "", f"Grade {measured:.1f}, goal {GOAL:.0f}."


@item_rule(Item, "READ-04", HOUSE, _SHORT)
def row_grade(item: Item, texts: tuple[Passage, ...], setting: Setting) -> Iterator[Breach]:
    """Any other item reads at grade 8 or below, names of medicines left out; one of a few words has no grade."""
    text = text_of(tuple(passage for passage in texts if passage.field not in ("name", "title", "term")))
    if isinstance(item, Guide | Quiz) or len(words(text)) < FEWEST_WORDS:
        return
    measured = grade(text, setting.names)
    if measured > HIGHEST:
        yield "", f"Grade {measured:.1f}, highest {HIGHEST:.0f}."


RULES: Final = (guide_grade, block_grade, quiz_grade, row_grade)
