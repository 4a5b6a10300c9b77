"""A screen only staff see."""

from typing import TYPE_CHECKING

from ui.page_screen import PageScreen

if TYPE_CHECKING:
    from ui.staff_room import StaffRoom


class StaffScreen(PageScreen):
    """Drawn anew on every arrival: what staff see may have changed on the disk."""

    is_always_new = True

    @property
    def room(self) -> "StaffRoom":
        """Give what belongs to the staff; the window lets nobody here where there is no such thing."""
        if self.desk.staff is None:
            raise LookupError("there is no staff room")
        return self.desk.staff

    def tell_no_room(self) -> str:
        """Say that the staff's database cannot be used."""
        return self.gettext("The staff folder on this machine cannot be written. Ask whoever looks after the machine.")
