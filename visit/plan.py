"""The plan of a handout: which blocks, in which order, why each, and what was left out. The same in every language.

Same visit, same store: same plan. No words are made here; a reason is a value.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from content.library import Library
from content.model import Block, Bundle, Depth, Food, Guide, Nutrient, Quiz, Trial
from visit.blocks import EVERY, NEVER, BlockKind, LeftOut, LeftOutWhy, Plan, PlanBlock, Reason, ReasonKind
from visit.findings import Findings, findings
from visit.missed import MOST_MISTAKES, missed_blocks, missed_questions
from visit.rules import called
from visit.safety import Safety, is_past, rules_for
from visit.self_check import reasons
from visit.shortening import fitted, following
from visit.subjects import strings
from visit.visit import Visit

DROP: Final = {ReasonKind.CHOSEN: 2, ReasonKind.OPENED: 4, ReasonKind.TICKED: 6, ReasonKind.MISSED: 3}
HEART: Final = 1
_RANK: Final = {kind: rank for rank, kind in enumerate(BlockKind)}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A guide somebody wants on the sheet; `first` are its blocks that answer what was missed in a quiz."""

    guide: str
    depth: Depth
    reason: Reason
    first: tuple[str, ...] = ()

    @property
    def is_taught(self) -> bool:
        """Say whether the guide itself is wanted, not only what answers a missed question."""
        return self.reason.kind is not ReasonKind.MISSED


def plan(visit: Visit, library: Library, budget: int | None = None) -> Plan:
    """Make the plan of a visit, cut to a budget of English words. Raises: NotInStore."""
    _look_up(visit, library)
    safety = rules_for(visit, library, "en")
    wanted = tuple(_guides(visit, safety.taken, library))
    fresh = tuple(one for one in wanted if not safety.is_expired(Guide, one.guide))
    quizzes = tuple(_quizzes(visit, library))
    asked = tuple(block for block in quizzes if not safety.is_expired(Quiz, block.id))
    bundled = (one.id for one in _chosen(visit, library) if is_past(one, visit.day))
    gone = (
        *bundled,
        *(one.guide for one in wanted if one not in fresh),
        *(one.id for one in quizzes if one not in asked),
    )
    found = findings(visit, safety)
    around = (*_around(visit, fresh, library), *asked, *_answers(asked))
    blocks = (*_personal(visit, safety, found), *_taught(fresh, library), *around)
    ordered = following(tuple(sorted(blocks, key=lambda block: _RANK[block.kind])))
    expired = (LeftOut(one, LeftOutWhy.EXPIRED) for one in gone)
    whole = Plan(ordered, (*expired, *_taken_away(fresh, safety)))
    return whole if budget is None else fitted(whole, budget)


def _look_up(visit: Visit, library: Library) -> None:
    """Ask for every food and supplement by name, so that an unknown one is refused here and not on the page."""
    for eaten in visit.foods:
        library.get(Food, eaten.food)
    for pill in visit.pills:
        library.get(Nutrient, pill.nutrient)


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


def _chosen(visit: Visit, library: Library) -> tuple[Bundle, ...]:
    return tuple(bundles(visit.bundle, library)) if visit.bundle else ()


def _fresh(visit: Visit, library: Library) -> tuple[Bundle, ...]:
    """Give the bundles the clinic chose that are not too old."""
    return tuple(one for one in _chosen(visit, library) if not is_past(one, visit.day))


def _guides(visit: Visit, taken: tuple[str, ...], library: Library) -> Iterator[_Wanted]:
    """Give the guides of the sheet: the clinic's choice, then those opened, for medicines, for mistakes; each once."""
    depths = {one.guide: one.depth for one in visit.guides}
    missed, seen = missed_blocks(visit, library), set[str]()
    only_missed = ((guide, Reason(ReasonKind.MISSED)) for guide in missed)
    for guide, reason in (*_asked(visit, taken, library), *only_missed):
        if guide not in seen:
            seen.add(guide)
            yield _Wanted(guide, depths.get(guide, Depth.SHORT), reason, missed.get(guide, ()))


def _asked(visit: Visit, taken: tuple[str, ...], library: Library) -> Iterator[tuple[str, Reason]]:
    for bundle in _fresh(visit, library):
        yield from ((guide, Reason(ReasonKind.CHOSEN, (bundle.id,))) for guide in bundle.guides)
    for opened in visit.guides:
        yield opened.guide, Reason(ReasonKind.OPENED)
    fitting = tuple(one.item for one in library.every(Bundle) if not is_past(one.item, visit.day)) if taken else ()
    for one in taken:
        names = called(one, library)
        for bundle in fitting:
            if names.intersection(bundle.classes):
                yield from ((guide, Reason(ReasonKind.TICKED, (one,))) for guide in bundle.guides[:1])


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
        yield PlanBlock("nutrients", BlockKind.NUTRIENTS, Reason(ReasonKind.EATEN), 3, words=180)
    scan = reasons(visit, safety)
    if not scan.is_empty:
        because = Reason(ReasonKind.SAID, scan.medicines)
        yield PlanBlock("scan", BlockKind.SCAN, because, 1, words=40)
    for trial in visit.trials:
        size = _size(library.get(Trial, trial).item)
        yield PlanBlock(trial, BlockKind.TRIAL, Reason(ReasonKind.OPENED), 12, words=size)


def _taught(wanted: tuple[_Wanted, ...], library: Library) -> Iterator[PlanBlock]:
    """Give the guides: for a medicine only their core, for a mistake only its block; the clinic's first goes last."""
    for place, one in enumerate(wanted):
        guide = library.get(Guide, one.guide).item
        answers = _size(*(block for block in guide.blocks if block.id in one.first))
        core = answers + (_size(guide.main_message, guide.actions) if one.is_taught else 0)
        short = core + _size(guide.purpose, guide.why, guide.know, guide.not_know, *_at(Depth.SHORT, guide))
        more = short + _size(guide.benefits, guide.harms, guide.alternatives, *_at(Depth.MORE, guide))
        sizes = {Depth.SHORT: (short, core), Depth.MORE: (more, short, core)}[one.depth]
        words, *shorter = (core,) if one.reason.kind in (ReasonKind.TICKED, ReasonKind.MISSED) else sizes
        items = (*guide.glossary, *guide.sources) if one.is_taught else ()
        is_heart = place == 0 and one.reason.kind is ReasonKind.CHOSEN
        drop = HEART if is_heart else DROP[one.reason.kind]
        block = PlanBlock(one.guide, BlockKind.GUIDE, one.reason, drop, one.depth, items, words, tuple(shorter))
        yield replace(block, first=one.first)


def _at(depth: Depth, guide: Guide) -> Iterator[Block]:
    return (block for block in guide.blocks if block.depth is depth)


def _around(visit: Visit, wanted: tuple[_Wanted, ...], library: Library) -> Iterator[PlanBlock]:
    """Give what stands around the guides: mistakes, teach-back, what to ask, whom to call, words, sources."""
    wrong = missed_questions(visit, library)[:MOST_MISTAKES]
    if wrong:
        because = Reason(ReasonKind.MISSED)
        yield PlanBlock("mistakes", BlockKind.MISTAKES, because, 2, items=wrong, words=80 * len(wrong))
    if wanted or wrong:
        yield PlanBlock("teach-back", BlockKind.TEACH_BACK, EVERY, 5)
    yield PlanBlock("ask", BlockKind.ASK, EVERY, 3, words=40)
    yield PlanBlock("call", BlockKind.CALL, EVERY, NEVER)
    items = tuple(library.get(Guide, one.guide).item for one in wanted if one.is_taught)
    if any(item.glossary for item in items):
        yield PlanBlock("glossary", BlockKind.GLOSSARY, EVERY, 8)
    if any(item.sources for item in items):
        yield PlanBlock("sources", BlockKind.SOURCES, EVERY, 7)


def _quizzes(visit: Visit, library: Library) -> Iterator[PlanBlock]:
    """Give the quizzes to take home: those chosen and not taken here."""
    taken = {answer.quiz for answer in visit.answers}
    opened = [(quiz, Reason(ReasonKind.OPENED)) for quiz in visit.quizzes]
    given = [
        (quiz, Reason(ReasonKind.CHOSEN, (bundle.id,))) for bundle in _fresh(visit, library) for quiz in bundle.quizzes
    ]
    for quiz, reason in dict((*reversed(given), *reversed(opened))).items():
        if quiz not in taken:
            size = _size(tuple(one.ask for one in library.get(Quiz, quiz).item.questions))
            yield PlanBlock(quiz, BlockKind.QUIZ, reason, 13, words=size * 3)


def _answers(quizzes: tuple[PlanBlock, ...]) -> Iterator[PlanBlock]:
    """Give the key to the quizzes, for whoever holds the group; it goes with the last of them."""
    if quizzes:
        yield PlanBlock("answers", BlockKind.ANSWERS, EVERY, HEART)


def _taken_away(wanted: tuple[_Wanted, ...], safety: Safety) -> Iterator[LeftOut]:
    """Name the blocks of the guides that a rule replaced or withheld."""
    for one in wanted:
        cleared = safety.pieces(Guide, one.guide, lambda item: item.blocks)
        ids = (block.id for block in safety.library.get(Guide, one.guide).item.blocks)
        for name, piece in zip(ids, cleared, strict=True):
            if piece.piece is None and (one.is_taught or name in one.first):
                yield LeftOut(f"{one.guide}:{name}", LeftOutWhy.RULE, piece.rules)
