"""What a screen may ask of the window, besides going somewhere."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ui.routes import Route

if TYPE_CHECKING:
    from visit.ticket import Composition


@dataclass(frozen=True, slots=True)
class SpeakLanguage:
    """Use another language from now on; `code` is a locale's folder name."""

    code: str


@dataclass(frozen=True, slots=True)
class GoBack:
    """Go one step back."""


@dataclass(frozen=True, slots=True)
class Swap:
    """Show another place in the stead of this one, without a step to go back to."""

    to: Route


@dataclass(frozen=True, slots=True)
class Tell:
    """Say one sentence at the foot of the window."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Erase:
    """End the visit: forget everything and greet the next person."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A handout went to the printer."""


@dataclass(frozen=True, slots=True)
class KeepPlan:
    """The handout could not be printed: keep what may be kept under a code; `sentence` says what went wrong."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Open:
    """Begin a visit with what staff composed; staff pages close. `to` is where it begins."""

    composition: "Composition"
    to: Route


@dataclass(frozen=True, slots=True)
class LetIn:
    """The PIN was right: open the staff pages."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave the application; only staff can."""


Wish: TypeAlias = Route | SpeakLanguage | GoBack | Swap | Tell | Erase | Printed | KeepPlan | Open | LetIn | Leave
