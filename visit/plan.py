"""The plan of a handout: which blocks, in which order, why each, and what was left out. The same in every language.

Same visit, same store: same plan. No words are made here; a reason is a value.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

from content.library import Library
from content.model import Bundle, Depth, Food, Guide, Nutrient, Quiz, Trial
from visit.findings import Findings, findings
from visit.quiz import result
from visit.rules import called
from visit.safety import Safety, rules_for
from visit.self_check import reasons
from visit.subjects import strings
from visit.visit import Visit


class BlockKind(StrEnum):
    """What a block of the plan is. The order here is the order on paper."""

    WARNINGS = "warnings"
    MEDICINES = "medicines"
    DAY_PLAN = "day-plan"
    MISTAKES = "mistakes"
    GUIDE = "guide"
    NUTRIENTS = "nutrients"
    SCAN = "scan"
    TRIAL = "trial"
    TEACH_BACK = "teach-back"
    ASK = "ask"
    CALL = "call"
    QUIZ = "quiz"
    GLOSSARY = "glossary"
    SOURCES = "sources"


class ReasonKind(StrEnum):
    """Why a block is on the sheet."""

    TICKED = "ticked"
    CHOSEN = "chosen by the clinic"
    OPENED = "opened"
    MISSED = "missed"
    EATEN = "eaten"
    SAID = "said"
    EVERY_SHEET = "every sheet"


class LeftOutWhy(StrEnum):
    """Why something is not on the sheet."""

    BUDGET = "budget"
    RULE = "rule"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a block is on the sheet; `names` are ids of what it rests on."""

    kind: ReasonKind
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanBlock:
    """One block of the sheet. `words` is its size in English; the highest `drop_order` goes first, 0 never goes."""

    id: str
    kind: BlockKind
    reason: Reason
    drop_order: int
    depth: Depth = Depth.SHORT
    items: tuple[str, ...] = ()
    words: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that is not on the sheet, and why; `names` are the rules behind it."""

    id: str
    why: LeftOutWhy
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A handout before it has words."""

    blocks: tuple[PlanBlock, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def words(self) -> int:
        """Give the size of the whole in English words."""
        return sum(block.words for block in self.blocks)

    @property
    def guides(self) -> tuple[str, ...]:
        """List the guides on the sheet."""
        return tuple(block.id for block in self.blocks if block.kind is BlockKind.GUIDE)


NEVER: Final = 0
EVERY: Final = Reason(ReasonKind.EVERY_SHEET)
DROP: Final = {ReasonKind.CHOSEN: 2, ReasonKind.TICKED: 3, ReasonKind.OPENED: 5}
MOST_MISTAKES: Final = 5
MOST_TERMS: Final = 12
_RANK: Final = {kind: rank for rank, kind in enumerate(BlockKind)}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A guide somebody wants on the sheet."""

    guide: str
    depth: Depth
    reason: Reason


def plan(visit: Visit, library: Library, budget: int | None = None) -> Plan:
    """Make the plan of a visit, cut to a budget of English words. Raises: NotInStore."""
    _look_up(visit, library)
    safety = rules_for(visit, library, "en")
    wanted = tuple(_guides(visit, library))
    fresh = tuple(one for one in wanted if not _is_expired(one.guide, visit, library))
    expired = tuple(LeftOut(one.guide, LeftOutWhy.EXPIRED) for one in wanted if one not in fresh)
    found = findings(visit, safety)
    blocks = (*_personal(visit, safety, found), *_taught(fresh, library), *_around(visit, fresh, library))
    ordered = tuple(sorted(blocks, key=lambda block: _RANK[block.kind]))
    whole = Plan(ordered, (*expired, *_taken_away(fresh, safety)))
    return whole if budget is None else fitted(whole, budget)


def _look_up(visit: Visit, library: Library) -> None:
    """Ask for every food and supplement by name, so that an unknown one is refused here and not on the page."""
    for eaten in visit.foods:
        library.get(Food, eaten.food)
    for pill in visit.pills:
        library.get(Nutrient, pill.nutrient)


def fitted(whole: Plan, budget: int) -> Plan:
    """Leave out blocks, those that may go first first, until the rest fits the budget."""
    rest = whole
    while rest.words > budget and (shorter := shortened(rest)) is not None:
        rest = shorter
    return rest


def shortened(whole: Plan) -> Plan | None:
    """Leave out one block more, or None where nothing may go. For whoever knows the pages."""
    last = max(whole.blocks, key=lambda block: block.drop_order, default=None)
    if last is None or last.drop_order == NEVER:
        return None
    drop = max(n for n, block in enumerate(whole.blocks) if block.drop_order == last.drop_order)
    blocks = tuple(block for n, block in enumerate(whole.blocks) if n != drop)
    gone = LeftOut(whole.blocks[drop].id, LeftOutWhy.BUDGET)
    return replace(whole, blocks=blocks, left_out=(*whole.left_out, gone))


def _is_expired(guide: str, visit: Visit, library: Library) -> bool:
    review = library.get(Guide, guide).item.review
    return visit.date is not None and review.expires_on < visit.date


def bundles(bundle: str, library: Library) -> Iterator[Bundle]:
    """Give a bundle and those inside it, each once."""
    waiting, seen = [bundle], set[str]()
    while waiting:
        name = waiting.pop(0)
        if name not in seen:
            seen.add(name)
            item = library.get(Bundle, name).item
            yield item
            waiting.extend(item.bundles)


def _guides(visit: Visit, library: Library) -> Iterator[_Wanted]:
    """Give the guides of the sheet: the clinic's choice, then those for medicines, then those opened; each once."""
    depths = {one.guide: one.depth for one in visit.guides}
    seen = set[str]()
    for guide, reason in _asked(visit, library):
        if guide not in seen:
            seen.add(guide)
            yield _Wanted(guide, depths.get(guide, Depth.SHORT), reason)


def _asked(visit: Visit, library: Library) -> Iterator[tuple[str, Reason]]:
    chosen = tuple(bundles(visit.bundle, library)) if visit.bundle else ()
    for bundle in chosen:
        yield from ((guide, Reason(ReasonKind.CHOSEN, (bundle.id,))) for guide in bundle.guides)
    every = library.every(Bundle) if visit.medicines else ()
    for taken in visit.medicines:
        names = called(taken.id, library)
        for shown in every:
            if names.intersection(shown.item.classes):
                yield from ((guide, Reason(ReasonKind.TICKED, (taken.id,))) for guide in shown.item.guides[:1])
    for opened in visit.guides:
        yield opened.guide, Reason(ReasonKind.OPENED)


def _size(*pieces: object) -> int:
    return sum(_words(text) for piece in pieces for text in strings(piece))


@lru_cache(maxsize=65_536)
def _words(text: str) -> int:
    return len(text.split())


def _personal(visit: Visit, safety: Safety, found: Findings) -> Iterator[PlanBlock]:
    """Give the blocks about the person: warnings, medicines, the day, the week, the scan."""
    library = safety.library
    if found.rules:
        names = tuple(dict.fromkeys(name for one in found.rules for name in one.because))
        size = _size(*(safety.rule(one.rule).item for one in found.rules))
        yield PlanBlock("warnings", BlockKind.WARNINGS, Reason(ReasonKind.SAID, names), NEVER, words=size)
    named = (*found.medicines, *found.unknown)
    ticked = Reason(ReasonKind.TICKED, named)
    if named:
        yield PlanBlock("medicines", BlockKind.MEDICINES, ticked, NEVER, items=named, words=60 * len(named))
    if named or visit.pills:
        pills = tuple(pill.nutrient for pill in visit.pills)
        reason = Reason(ReasonKind.TICKED, (*named, *pills))
        yield PlanBlock("day-plan", BlockKind.DAY_PLAN, reason, NEVER, words=15 * len((*named, *pills)))
    if visit.foods or visit.pills:
        yield PlanBlock("nutrients", BlockKind.NUTRIENTS, Reason(ReasonKind.EATEN), 4, words=180)
    scan = reasons(visit, safety)
    if not scan.is_empty:
        because = Reason(ReasonKind.SAID, scan.medicines)
        yield PlanBlock("scan", BlockKind.SCAN, because, 1, words=40)
    for trial in visit.trials:
        size = _size(library.get(Trial, trial).item)
        yield PlanBlock(trial, BlockKind.TRIAL, Reason(ReasonKind.OPENED), 6, words=size)


def _taught(wanted: tuple[_Wanted, ...], library: Library) -> Iterator[PlanBlock]:
    for one in wanted:
        guide = library.get(Guide, one.guide).item
        blocks = (block for block in guide.blocks if one.depth is Depth.MORE or block.depth is Depth.SHORT)
        size = _size(guide.main_message, guide.why, guide.actions, guide.know, guide.not_know, *blocks)
        yield PlanBlock(one.guide, BlockKind.GUIDE, one.reason, DROP[one.reason.kind], one.depth, words=size)


def missed_questions(visit: Visit, library: Library) -> tuple[str, ...]:
    """List the questions answered but not fully right, as `quiz:question`, in the order of the quizzes taken."""
    taken = dict.fromkeys(answer.quiz for answer in visit.answers)
    graded = (result(library.get(Quiz, quiz).item, visit.answers) for quiz in taken)
    return tuple(f"{one.quiz}:{question}" for one in graded for question in one.missed)


def _around(visit: Visit, wanted: tuple[_Wanted, ...], library: Library) -> Iterator[PlanBlock]:
    """Give what stands around the guides: mistakes, teach-back, what to ask, whom to call, words, sources."""
    wrong = missed_questions(visit, library)[:MOST_MISTAKES]
    guides = tuple(one.guide for one in wanted)
    if wrong:
        because = Reason(ReasonKind.MISSED)
        yield PlanBlock("mistakes", BlockKind.MISTAKES, because, 3, items=wrong, words=80 * len(wrong))
    if guides or wrong:
        yield PlanBlock("teach-back", BlockKind.TEACH_BACK, EVERY, 7, items=guides, words=30 + 20 * len(guides))
    yield PlanBlock("ask", BlockKind.ASK, EVERY, 6, words=40)
    yield PlanBlock("call", BlockKind.CALL, EVERY, NEVER, items=guides, words=30 + 20 * len(guides))
    yield from _quizzes(visit, library)
    items = tuple(library.get(Guide, guide).item for guide in guides)
    terms = tuple(dict.fromkeys(term for item in items for term in item.glossary))[:MOST_TERMS]
    if terms:
        yield PlanBlock("glossary", BlockKind.GLOSSARY, EVERY, 8, items=terms, words=15 * len(terms))
    sources = tuple(dict.fromkeys(one for item in items for one in item.sources))
    if sources:
        yield PlanBlock("sources", BlockKind.SOURCES, EVERY, 9, items=sources, words=20 * len(sources))


def _quizzes(visit: Visit, library: Library) -> Iterator[PlanBlock]:
    """Give the quizzes to take home: those chosen and not taken here."""
    chosen = tuple(bundles(visit.bundle, library)) if visit.bundle else ()
    taken = {answer.quiz for answer in visit.answers}
    opened = [(quiz, Reason(ReasonKind.OPENED)) for quiz in visit.quizzes]
    given = [(quiz, Reason(ReasonKind.CHOSEN, (bundle.id,))) for bundle in chosen for quiz in bundle.quizzes]
    for quiz, reason in dict((*reversed(given), *reversed(opened))).items():
        if quiz not in taken:
            size = _size(tuple(one.ask for one in library.get(Quiz, quiz).item.questions))
            yield PlanBlock(quiz, BlockKind.QUIZ, reason, 10, words=size * 3)


def _taken_away(wanted: tuple[_Wanted, ...], safety: Safety) -> Iterator[LeftOut]:
    """Name the blocks of the guides that a rule replaced or withheld."""
    for one in wanted:
        cleared = safety.pieces(Guide, one.guide, lambda item: item.blocks)
        ids = (block.id for block in safety.library.get(Guide, one.guide).item.blocks)
        for name, piece in zip(ids, cleared, strict=True):
            if piece.piece is None:
                yield LeftOut(f"{one.guide}:{name}", LeftOutWhy.RULE, piece.rules)
