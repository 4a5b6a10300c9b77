"""What a screen may ask of the window, besides going somewhere. As dataclasses they would take 6 ms of each start."""

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from ui.routes import Route

if TYPE_CHECKING:
    from visit.ticket import Composition


class Bare:
    """A wish with nothing to tell: two of a kind are the same."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))


class SpeakLanguage(NamedTuple):
    """Use another language from now on; `code` is a locale's folder name."""

    code: str


class GoBack(Bare):
    """Go one step back."""


class GoForward(Bare):
    """Undo one step back."""


class Swap(NamedTuple):
    """Show another place in the stead of this one, without a step to go back to."""

    to: Route


class Tell(NamedTuple):
    """Say one sentence at the foot of the window, in a tone: note, good or caution."""

    sentence: str
    tone: str = "note"


class Erase(Bare):
    """End the visit: forget everything and greet the next person."""


class Printed(Bare):
    """A handout went to the printer."""


class KeepPlan(NamedTuple):
    """The handout could not be printed: keep what may be kept under a code; `sentence` says what went wrong."""

    sentence: str


class Open(NamedTuple):
    """Begin a visit with what staff composed; staff pages close. `to` is where it begins."""

    composition: "Composition"
    to: Route


class LetIn(Bare):
    """The PIN was right: open the staff pages."""


class Leave(Bare):
    """Leave the application; only staff can."""


Wish: TypeAlias = (
    Route | SpeakLanguage | GoBack | GoForward | Swap | Tell | Erase | Printed | KeepPlan | Open | LetIn | Leave
)
