"""Making a plan shorter, a step at a time: quizzes and studies first, guides down to their core, safety never."""

from dataclasses import replace
from typing import Final

from content.model import Depth
from visit.blocks import NEVER, BlockKind, LeftOut, LeftOutWhy, Plan, PlanBlock, ReasonKind

TO_SHORT: Final = 11
TO_CORE: Final = {ReasonKind.CHOSEN: 9, ReasonKind.OPENED: 10}
MOST_TERMS: Final = 8
MOST_TOLD: Final = 2


def fitted(whole: Plan, budget: int) -> Plan:
    """Leave out blocks, those that may go first first, until the rest fits the budget."""
    rest = whole
    while rest.words > budget and (shorter := shortened(rest)) is not None:
        rest = shorter
    return rest


def shortened(whole: Plan) -> Plan | None:
    """Leave out one block more or cut a guide, or None where nothing may go. For whoever knows the pages."""
    orders = [_order(block) for block in whole.blocks]
    last = max(orders, default=NEVER)
    if last == NEVER:
        return None
    place = max(n for n, order in enumerate(orders) if order == last)
    block = whole.blocks[place]
    rest = (block.cut(),) if block.shorter else ()
    gone = LeftOut(block.id, LeftOutWhy.SHORTENED if rest else LeftOutWhy.BUDGET)
    blocks = following((*whole.blocks[:place], *rest, *whole.blocks[place + 1 :]))
    before = (one for one in whole.left_out if one != LeftOut(block.id, LeftOutWhy.SHORTENED))
    return Plan(blocks, (*before, gone))


def _order(block: PlanBlock) -> int:
    """Give when a block's next step is due; the highest first."""
    if not block.shorter:
        return block.drop_order
    return TO_SHORT if block.depth is Depth.MORE else TO_CORE[block.reason.kind]


def following(blocks: tuple[PlanBlock, ...]) -> tuple[PlanBlock, ...]:
    """Let what stands around guides and quizzes follow those left: whom to call, what to tell, terms, sources, key."""
    guides = tuple(block for block in blocks if block.kind is BlockKind.GUIDE and not block.is_part)
    items = tuple(dict.fromkeys(item for block in guides for item in block.items))
    ids = tuple(block.id for block in guides)
    quizzes = tuple(block.id for block in blocks if block.kind is BlockKind.QUIZ)
    left = (block for block in blocks if quizzes or block.kind is not BlockKind.ANSWERS)
    follows = {
        BlockKind.TEACH_BACK: ids[:MOST_TOLD],
        BlockKind.CALL: ids,
        BlockKind.GLOSSARY: tuple(one for one in items if one.startswith("term."))[:MOST_TERMS],
        BlockKind.SOURCES: tuple(one for one in items if one.startswith("reference.")),
        BlockKind.ANSWERS: quizzes,
    }
    return tuple(_sized(block, follows[block.kind]) if block.kind in follows else block for block in left)


def _sized(block: PlanBlock, items: tuple[str, ...]) -> PlanBlock:
    size = {BlockKind.GLOSSARY: 15, BlockKind.SOURCES: 10, BlockKind.ANSWERS: 80}.get(block.kind, 20)
    return replace(block, items=items, words=size * len(items) + 30)
