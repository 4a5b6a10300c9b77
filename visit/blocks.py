"""The blocks of a handout before it has words: what each is, why it is there, and what was left out."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from content.model import Depth


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
    ANSWERS = "answers"


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
    SHORTENED = "shortened"
    RULE = "rule"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a block is on the sheet; `names` are ids of what it rests on."""

    kind: ReasonKind
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanBlock:
    """One block of the sheet. `words` is its size in English; the highest `drop_order` goes first, 0 never goes.

    Of a guide `items` are its terms and sources, `shorter` the sizes it can be cut to; the last is its core. `first`
    are its blocks that answer what was missed in a quiz: they come first, and stand even in the core.
    """

    id: str
    kind: BlockKind
    reason: Reason
    drop_order: int
    depth: Depth = Depth.SHORT
    items: tuple[str, ...] = ()
    words: int = 0
    shorter: tuple[int, ...] = ()
    first: tuple[str, ...] = ()

    @property
    def is_core(self) -> bool:
        """Say whether only what matters most of a guide is printed: its main points and what to do."""
        return self.kind is BlockKind.GUIDE and not self.shorter

    @property
    def is_part(self) -> bool:
        """Say whether only those blocks of a guide are printed that answer what was missed in a quiz."""
        return self.kind is BlockKind.GUIDE and self.reason.kind is ReasonKind.MISSED

    def cut(self) -> "PlanBlock":
        """Make a guide one step shorter: the rest goes first, then all but its core."""
        return replace(self, depth=Depth.SHORT, words=self.shorter[0], shorter=self.shorter[1:])


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that is not on the sheet, and why; `names` are the rules behind it."""

    id: str
    why: LeftOutWhy
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A handout before it has words; one that `is_long` could not be made as short as it was to be."""

    blocks: tuple[PlanBlock, ...]
    left_out: tuple[LeftOut, ...]
    is_long: bool = False

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
