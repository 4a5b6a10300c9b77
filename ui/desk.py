"""What every screen may use, handed in once."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from content.library import Library
from i18n.language import Language
from i18n.locales import LocaleInfo
from ui.printer import Printer
from ui.visit_state import VisitState

if TYPE_CHECKING:
    from ui.staff_room import StaffRoom


class Desk(NamedTuple):
    """The content, the visit, the languages on offer, the way to one of them, and the printer; what is the staff's.

    `letterhead` holds the clinic's name and the lines below it. Without `staff` nobody gets where only staff belong.
    """

    library: Library
    state: VisitState
    offered: tuple[LocaleInfo, ...]
    learn: Callable[[str], Language]
    printer: Printer
    letterhead: tuple[str, ...] = ()
    staff: "StaffRoom | None" = None
