"""My medicines: find them by typing or by family, say when they are taken."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from i18n.language import Language
from ui.desk import Desk
from ui.family_tiles import FamilyTiles
from ui.found_medicines import FoundMedicines, surely
from ui.override import override
from ui.page_screen import PageScreen
from ui.routes import Route, ToFindings
from ui.taken_medicines import TakenMedicines
from ui.widgets.button import ActionButton
from ui.widgets.field import Field
from ui.widgets.words import Words
from visit.elements import DayTime
from visit.taking import at_times, drop, take, take_own, takes
from visit.visit import Visit


class MedicinesScreen(PageScreen):
    """What a person takes. Nothing is kept after the visit."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._wait = QTimer(self, singleShot=True, interval=60)
        self._wait.timeout.connect(self._show_found)
        self._field = Field()
        self._field.typed.connect(self._wait.start)
        self._field.entered.connect(self._take_first)
        self.column.addWidget(self._field)
        self._found = FoundMedicines(self.library)
        self._found.taken.connect(self._take)
        self._found.own_taken.connect(self._take_own)
        self.column.addWidget(self._found)
        self._mine_head = Words("heading")
        self.column.addWidget(self._mine_head)
        self._mine = TakenMedicines(self.library)
        self._mine.times_changed.connect(self._set_times)
        self._mine.remove_wanted.connect(self._drop)
        self.column.addWidget(self._mine)
        self._on = ActionButton("forward", "main", icon_first=False)
        self.ways((self._on, ToFindings()))
        self._families_head = Words("heading")
        self.column.addWidget(self._families_head)
        self._families = FamilyTiles(self.library)
        self._families.toggled.connect(self._toggle)
        self.column.addWidget(self._families)
        self.column.addStretch(1)

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self.open_with(_("My medicines"), _("Find each medicine you take. Type the first letters of its name."))
        self._field.speak(self.language, _("Name of a medicine"))
        self._mine_head.setText(_("What I take"))
        self._on.say(_("What this means for me"))
        self._families_head.setText(_("Or choose a kind of medicine"))

    @override
    def begin(self) -> QWidget:
        return self._field.edit

    @override
    def show_route(self, route: Route) -> None:
        self._show_families()
        self._show_found()
        self._show_mine()

    def _show_found(self) -> None:
        self._found.show_for(self._field.edit.text().strip(), self.visit, self.language)

    def _take_first(self, typed: str) -> None:
        found = surely(typed, self.library, self.language)
        if found is not None:
            self._take(found)
        elif typed.strip():  # what is only similar is judged with the rest, and said: nobody gets another by Enter
            self._take_own(typed.strip())

    def _take(self, medicine: str) -> None:
        self._change(take(self.visit, medicine))
        self._field.edit.clear()

    def _take_own(self, name: str) -> None:
        self._change(take_own(self.visit, name))
        self._field.edit.clear()

    def _drop(self, which: str) -> None:
        self._change(drop(self.visit, which))

    def _change(self, visit: Visit) -> None:
        self.state.replace(visit)
        self._show_mine()
        self._show_families()
        self._field.edit.setFocus()

    def _show_mine(self) -> None:
        self._mine.show_of(self.visit, self.language)
        has_any = bool(self.visit.medicines or self.visit.own_medicines)
        for part in (self._mine_head, self._mine, self._on):
            part.setVisible(has_any)

    def _set_times(self, which: str, times: tuple[DayTime, ...], as_needed: bool) -> None:
        self.state.replace(at_times(self.visit, which, times, as_needed))

    def _show_families(self) -> None:
        self._families.show_in(self.language, partial(takes, self.visit))

    def _toggle(self, family: str, is_on: bool) -> None:
        self.state.replace(take(self.visit, family) if is_on else drop(self.visit, family))
        self._show_mine()
        self._show_families()


SCREEN = MedicinesScreen
