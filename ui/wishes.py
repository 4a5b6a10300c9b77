"""What a screen may ask of the window, besides going somewhere."""

from dataclasses import dataclass
from typing import TypeAlias

from ui.routes import Route


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


Wish: TypeAlias = Route | SpeakLanguage | GoBack | Swap | Tell | Erase
