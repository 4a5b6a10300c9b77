"""Which block draws which element of a page: one `match` over them all."""

from typing import TypeVar

from handouts import blocks
from handouts.flow import Band
from handouts.story import Story
from handouts.tags import Tag
from visit import elements as e

_E = TypeVar("_E")


def bands_of(story: Story, tag: Tag, element: e.Element, twin: e.Element | None) -> list[Band]:
    """Set one element, with its twin in the second language."""
    maker = _MAKERS[type(element)]
    return maker(story, tag, element, twin)


_MAKERS = {
    e.Heading: blocks.inner_heading,
    e.Paragraph: blocks.paragraph,
    e.Notice: blocks.notice,
    e.Bullets: blocks.bullets,
    e.Steps: blocks.steps,
    e.Checks: blocks.checks,
    e.WriteLines: blocks.write_lines,
    e.Terms: blocks.terms,
    e.Ask: blocks.ask,
}
