"""Which block draws which element of a page: one `match` over them all."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Any, Final

from handouts import blocks, charts, grids, notices, pill_card
from handouts.flow import Band
from handouts.story import Story
from handouts.tags import Tag
from visit import elements as e

# Each maker takes the element and its twin, which is of the same type.
_MAKERS: Final[MappingProxyType[type, Callable[[Story, Tag, Any, Any], list[Band]]]] = MappingProxyType(
    {
        e.Heading: blocks.inner_heading,
        e.Paragraph: blocks.paragraph,
        e.Notice: notices.notice,
        e.Bullets: blocks.bullets,
        e.Steps: blocks.steps,
        e.Checks: blocks.checks,
        e.WriteLines: blocks.write_lines,
        e.Terms: blocks.terms,
        e.Ask: blocks.ask,
        e.Table: grids.table,
        e.PillCard: pill_card.pill_card,
        e.Figure: charts.figure,
        e.IconArray: charts.icon_array,
        e.Bars: charts.bars,
        e.Intervals: charts.intervals,
    }
)


def bands_of(story: Story, tag: Tag, element: e.Element, twin: e.Element | None) -> list[Band]:
    """Set one element, with its twin in the second language."""
    return _MAKERS[type(element)](story, tag, element, twin)
