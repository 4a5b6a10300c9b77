"""The one door between content and a person: nothing is drawn that has not been cleared here.

`Safety` fetches content itself, in the reader's language and in English, and judges the English: a translation cannot
escape a rule. Only this module can make a `Cleared`, and every function that draws for a person takes nothing else.
"""

from collections.abc import Callable, Iterable
from dataclasses import InitVar, dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final, Generic, TypeVar

from content.library import Hit, Library, Shown
from content.model import KINDS, Bundle, Effect, Guide, Item, Nutrient, Quiz, Rule, Severity, Subject, Text, Trial
from content.quantity import Quantity, Token
from visit.rules import Applied, applied, facts, known_best, recognised
from visit.subjects import Net, about, net, of_pill
from visit.visit import Visit

I = TypeVar("I", bound=Item)  # noqa: E741
T = TypeVar("T")

LIMIT: Final = "{limit}"
VITAMIN_D: Final = "nutrient.vitamin-d"
REVIEWED: Final = (Guide, Quiz, Bundle)
_PASS: Final = object()
_BY_KIND: Final = {kind.kind: kind for kind in KINDS}


class NotCleared(TypeError):
    """Somebody tried to draw content that did not pass the safety rules."""


@dataclass(frozen=True, slots=True)
class Cleared(Generic[T]):
    """A piece of content that has passed the rules of one visit.

    `notices` are to be said directly before the piece; where `piece` is None they are those of the rules that replace
    it and stand in its place, and where there are none either, the piece is withheld. `rules` names every rule that
    bit. What is too old is withheld too. Raises: NotCleared when made elsewhere.
    """

    piece: T | None
    notices: tuple[Shown[Rule], ...]
    rules: tuple[str, ...]
    locale: str
    is_translated: bool
    passed: InitVar[object]
    is_draft: bool = False
    is_expired: bool = False

    def __post_init__(self, passed: object) -> None:
        if passed is not _PASS:
            raise NotCleared(type(self.piece).__name__)

    @property
    def is_plain(self) -> bool:
        """Say whether no rule had anything to say, and it is not too old."""
        return not self.rules and not self.is_expired


@dataclass(frozen=True)
class Safety:
    """The rules that hold for one visit, worked out once, and the way to content in one language.

    `taken` are the medicines and classes, ticked or recognised; `typed` pairs free text with what we took it for.
    `day` is the last day we know of: what expired before is withheld.
    """

    library: Library
    locale: str
    applied: tuple[Applied, ...]
    taken: tuple[str, ...]
    typed: tuple[tuple[str, tuple[str, ...]], ...]
    day: date | None = None

    def in_locale(self, locale: str) -> "Safety":
        """Give the same rules in another language."""
        return replace(self, locale=locale)

    @cached_property
    def _biting(self) -> tuple[Applied, ...]:
        return tuple(one for one in self.applied if one.rule.about)

    @property
    def asides(self) -> tuple[str, ...]:
        """List the rules that only add a note to every text of their subject, such as the limit of a nutrient."""
        always = (one.rule for one in self.applied if one.rule.when.always)
        return tuple(rule.id for rule in always if rule.severity is Severity.NOTE)

    @cached_property
    def _net(self) -> Net:
        return net(shown.item for shown in self.library.every(Subject))

    def subjects(self, typed: str) -> frozenset[str]:
        """Give what a supplement in free text is about: `Iron 65 mg` is an iron pill; a salt of a medicine is not."""
        return of_pill(typed, self._net)

    @cached_property
    def _limits(self) -> dict[str, Quantity]:
        return {one.rule.id: one.limit for one in self.applied if one.limit is not None}

    def rule(self, rule_id: str) -> Shown[Rule]:
        """Give a rule in the reader's language, with this person's upper limit where it says one."""
        shown = self.library.get(Rule, rule_id, self.locale)
        if rule_id not in self._limits:
            return shown
        token = Token(self._limits[rule_id], vitamin_d_label=shown.item.when.limit_of == VITAMIN_D)
        said = Text(shown.item.say.replace(LIMIT, str(token)))
        return shown._replace(item=replace(shown.item, say=said))

    def _clear(self, shown: T, english: object, where: Shown[I], context: tuple[str, ...]) -> Cleared[T]:
        subjects = about(english, self._net, context)
        bit = tuple(one.rule for one in self._biting if subjects.intersection(one.rule.about))
        effects = {rule.effect for rule in bit}
        is_withheld = Effect.WITHHOLD in effects
        instead = tuple(rule for rule in bit if rule.effect is Effect.REPLACE)
        said = () if is_withheld else tuple(self.rule(rule.id) for rule in instead or bit)
        piece = None if is_withheld or Effect.REPLACE in effects else shown
        return Cleared(
            piece, said, tuple(rule.id for rule in bit), where.locale, where.is_translated, _PASS, where.is_draft
        )

    def pieces(self, kind: type[I], item_id: str, pick: Callable[[I], Iterable[T]]) -> tuple[Cleared[T], ...]:
        """Clear pieces of an item: `pick` is applied to the item in both languages. Raises: NotInStore."""
        cleared = self._pieces(kind, item_id, pick)
        if not self.is_expired(kind, item_id):
            return cleared
        return tuple(_too_old(one) for one in cleared)

    def title(self, kind: type[Guide] | type[Quiz] | type[Bundle], item_id: str) -> Cleared[Text]:
        """Clear a title, also of what is too old to show: so that it can be named. Raises: NotInStore."""
        return self._pieces(kind, item_id, lambda item: (item.title,))[0]

    def is_expired(self, kind: type[Item], item_id: str) -> bool:
        """Tell whether an item is too old to be shown or printed. Raises: NotInStore."""
        return kind in REVIEWED and is_past(self.library.get(kind, item_id).item, self.day)

    def _pieces(self, kind: type[I], item_id: str, pick: Callable[[I], Iterable[T]]) -> tuple[Cleared[T], ...]:
        shown = self.library.get(kind, item_id, self.locale)
        english = self.library.get(kind, item_id).item
        context = _context(english)
        both = zip(pick(shown.item), pick(english), strict=True)
        return tuple(self._clear(piece, original, shown, context) for piece, original in both)

    def piece(self, kind: type[I], item_id: str, pick: Callable[[I], T]) -> Cleared[T]:
        """Clear one piece of an item. Raises: NotInStore."""
        return self.pieces(kind, item_id, lambda item: (pick(item),))[0]

    def item(self, kind: type[I], item_id: str) -> Cleared[I]:
        """Clear a whole small item: a food, a claim, a term. Raises: NotInStore."""
        return self.piece(kind, item_id, lambda item: item)

    def hits(self, text: str, limit: int = 20, kinds: tuple[str, ...] = ()) -> tuple[Cleared[Hit], ...]:
        """Search, and clear what was found: a hit is judged by the whole of its item in English."""
        found = self.library.search(text, self.locale, limit, kinds)
        return tuple(self._hit(hit) for hit in found)

    def _hit(self, hit: Hit) -> Cleared[Hit]:
        kind = _BY_KIND[hit.kind]
        shown = self.library.get(kind, hit.id, self.locale)
        known = hit._replace(snippet="") if self.is_expired(kind, hit.id) else hit
        return self._clear(known, self.library.get(kind, hit.id).item, shown, ())


def is_past(item: Item, day: date | None) -> bool:
    """Tell whether the review of an item has run out by a day; of what has no review, never."""
    return isinstance(item, REVIEWED) and day is not None and item.review.expires_on < day


def _too_old(cleared: Cleared[T]) -> Cleared[T]:
    return replace(cleared, piece=None, notices=(), is_expired=True, passed=_PASS)


def _context(item: Item) -> tuple[str, ...]:
    """Give the English words a piece of this item stands under: `take one a day` in a guide on K2 is about K2."""
    match item:
        case Guide(title=title) | Quiz(title=title) | Bundle(title=title):
            return (title,)
        case Trial(name=name) | Nutrient(name=name):
            return (name,)
        case _:
            return ()


def rules_for(visit: Visit, library: Library, locale: str | None = None) -> Safety:
    """Work out the rules of a visit, once. Raises: NotInStore for a medicine that is not in the pack.

    What people typed counts like a tick when we recognise it.
    """
    typed = recognised(visit, library)
    taken = known_best((*(one.id for one in visit.medicines), *(one for _, found in typed for one in found)), library)
    known = facts(visit, taken, library, tuple(name for name, found in typed if not found))
    return Safety(library, locale or visit.locale, applied(known, library), taken, typed, visit.day)
