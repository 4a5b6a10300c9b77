"""What every screen may use, handed in once."""

from collections.abc import Callable
from dataclasses import dataclass

from content.library import Library
from i18n.language import Language
from i18n.locales import LocaleInfo
from ui.printer import Printer
from ui.visit_state import VisitState


@dataclass(frozen=True, slots=True)
class Desk:
    """The content, the visit, the languages on offer, the way to one of them, and the printer."""

    library: Library
    state: VisitState
    offered: tuple[LocaleInfo, ...]
    learn: Callable[[str], Language]
    printer: Printer
