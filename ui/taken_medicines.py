"""The medicines a person takes, each with its times of day."""

from functools import partial

from PySide6.QtCore import Signal

from content.library import Library
from i18n.language import Language
from i18n.runs import Line, plain
from ui.page_screen import Area
from ui.widgets.medicine_card import MedicineCard
from visit.elements import DayTime
from visit.naming import name_of
from visit.pages.medicines import time_words
from visit.visit import OwnMedicine, Taken, Visit
from visit.wording import isolated


class TakenMedicines(Area):
    """A card for each; both signals begin with which one it is.

    `times_changed` goes on with the times, and whether only when needed.
    """

    times_changed = Signal(str, tuple, bool)
    remove_wanted = Signal(str)

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library

    def show_of(self, visit: Visit, language: Language) -> None:
        """Show what is taken in a visit."""
        self.clear()
        for taken in visit.medicines:
            self._add(taken.id, name_of(taken.id, self._library, language), taken, language)
        for own in visit.own_medicines:
            self._add(own.name, isolated(own.name), own, language)

    def _add(self, which: str, name: Line, one: Taken | OwnMedicine, language: Language) -> None:
        words = {time: time_words(time, language) for time in DayTime}
        remove = language.gettext("Remove {name}").format(name=plain(name))
        card = MedicineCard(name, words, language.gettext("Only when needed"), remove)
        card.show_times(one.times, one.as_needed)
        card.times_changed.connect(partial(self.times_changed.emit, which))
        card.remove_wanted.connect(partial(self.remove_wanted.emit, which))
        self.column.addWidget(card)
