"""The person's own handout: from the visit to its parts in words, and to a PDF."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from content.library import Library
from i18n.language import Language
from visit.blocks import NEVER, Plan
from visit.plan import plan
from visit.sheet import Section, Sheet, sheet
from visit.shortening import following
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
        """Arrange a plan: nothing the plan says must stay is ever taken out; new blocks keep their place at the end.

        What stands around the guides follows those that are left: whom to call, what to tell, terms, sources.
        """
        kept = tuple(one for one in whole.blocks if one.id not in self.removed or one.drop_order == NEVER)
        places = {block: place for place, block in enumerate(self.order)}
        ordered = sorted(kept, key=lambda one: places.get(one.id, len(places)))
        return replace(whole, blocks=following(tuple(ordered)))


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


def press(
    visit: Visit,
    arrangement: Arrangement,
    library: Library,
    languages: tuple[Language, ...],
    head: tuple[str, ...] = (),
) -> Callable[[], bytes]:
    """Give the work of writing, fitting and printing the handout in one language or two; for another thread.

    `head` is the clinic's name and the lines below it.

    Raises: NotInStore; when done: HandoutError.
    """
    arranged = arrangement.of(plan(visit, library))
    paper = visit.paper.value if visit.paper else languages[0].paper

    def write(part: Plan) -> tuple[Sheet, Sheet | None]:
        first, *others = (sheet(part, visit, library, language) for language in languages)
        return first, others[0] if others else None

    def work() -> bytes:
        from handouts.budget import fit, usual_pages  # noqa: PLC0415  ReportLab costs 120 ms only a preview needs
        from handouts.document import pdf  # noqa: PLC0415
        from handouts.layout import Layout, Letterhead  # noqa: PLC0415

        layout = Layout(paper=paper, text_pt=visit.text_pt, letterhead=Letterhead(head[0], head[1:]) if head else None)
        pages = usual_pages(layout, len(languages) > 1) if visit.pages is None else visit.pages
        made = fit(arranged, write, layout, pages)
        return pdf(made.sheet, layout, made.beside)

    return work
