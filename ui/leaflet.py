"""The person's own handout: from the visit to its parts in words, and to a PDF."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from content.library import Library
from i18n.language import Language
from visit.blocks import NEVER, Plan
from visit.plan import plan
from visit.sheet import Section, Sheet, sheet
from visit.visit import Visit


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What the person did to the plan of their handout: blocks taken out, and the order of the others."""

    removed: tuple[str, ...] = ()
    order: tuple[str, ...] = ()

    def without(self, block: str) -> "Arrangement":
        """Take a block out."""
        return replace(self, removed=(*self.removed, block))

    def of(self, whole: Plan) -> Plan:
        """Arrange a plan: nothing the plan says must stay is ever taken out; new blocks keep their place at the end."""
        kept = tuple(one for one in whole.blocks if one.id not in self.removed or one.drop_order == NEVER)
        places = {block: place for place, block in enumerate(self.order)}
        ordered = sorted(kept, key=lambda one: places.get(one.id, len(places)))
        return replace(whole, blocks=tuple(ordered))


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the handout: its words, and whether the person may take it out."""

    section: Section
    may_go: bool


def parts(visit: Visit, arrangement: Arrangement, library: Library, language: Language) -> tuple[Part, ...]:
    """Give the parts of the handout in the order they will be printed."""
    arranged = arrangement.of(plan(visit, library))
    free = {block.id for block in arranged.blocks if block.drop_order != NEVER}
    written = sheet(arranged, visit, library, language)
    return tuple(Part(section, section.id in free) for section in written.sections)


def sheets(
    visit: Visit, arrangement: Arrangement, library: Library, languages: tuple[Language, ...]
) -> tuple[Sheet, ...]:
    """Write the handout in one language or two. Raises: NotInStore."""
    arranged = arrangement.of(plan(visit, library))
    return tuple(sheet(arranged, visit, library, language) for language in languages)


def press(written: tuple[Sheet, ...], visit: Visit) -> Callable[[], bytes]:
    """Give the work of making the PDF; it may be done in another thread. Raises, when done: HandoutError."""
    paper = visit.paper.value if visit.paper else written[0].language.paper

    def work() -> bytes:
        from handouts.document import pdf  # noqa: PLC0415  ReportLab costs 120 ms that only a preview needs
        from handouts.layout import Layout  # noqa: PLC0415

        return pdf(written[0], Layout(paper=paper, text_pt=visit.text_pt), written[1] if len(written) > 1 else None)

    return work
