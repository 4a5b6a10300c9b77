"""My medicines: find them by typing or by family, say when they are taken."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from content.model import Medicine
from i18n.language import Language
from i18n.runs import Line, plain
from ui.desk import Desk
from ui.family_tiles import FamilyTiles, drawing
from ui.override import override
from ui.page_screen import PageScreen
from ui.routes import Route, ToFindings
from ui.widgets.button import ActionButton, Tile
from ui.widgets.field import Field
from ui.widgets.grid import Grid
from ui.widgets.medicine_card import MedicineCard
from ui.widgets.picture_tile import PictureTile
from ui.widgets.spaces import Space
from ui.widgets.words import Words, turn
from visit.elements import DayTime
from visit.medicines import Match, Nearness, search
from visit.naming import name_of
from visit.pages.medicines import time_words
from visit.taking import at_times, drop, take, take_own, takes
from visit.visit import OwnMedicine, Taken, Visit
from visit.wording import isolated

_FOUND = 6


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
        self._found = self.area(Space.SNUG)
        self._mine_head = Words("heading")
        self.column.addWidget(self._mine_head)
        self._mine = self.area()
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
        typed = self._field.edit.text().strip()
        self._found.clear()
        if not typed:
            return
        grid = Grid(least_ems=15, most=2)
        for match in search(typed, self.library, self.language.code, _FOUND):
            grid.addWidget(self._found_tile(match))
        own = Tile("draft")
        own.say(self.gettext("Add “{name}” as I typed it").format(name=typed), self.gettext("Not in the list"))
        own.show_mark("plus")
        own.clicked.connect(partial(self._take_own, typed))
        grid.addWidget(own)
        self._found.column.addLayout(grid)

    def _found_tile(self, match: Match) -> Tile:
        is_family = match.medicine in self._families.tiles
        line = name_of(match.medicine, self.library, self.language)
        family = match.medicine if is_family else self.library.get(Medicine, match.medicine).item.medicine_class
        tile = PictureTile(drawing(family, self.library, self.language)[0])
        shown = plain(line)
        detail = (
            self.gettext("A kind of medicine") if is_family else plain(name_of(family, self.library, self.language))
        )
        tile.say(shown if match.name == shown else f"{shown} ({match.name})", detail)
        turn(tile, line)
        tile.show_mark("check" if takes(self.visit, match.medicine) else "plus")
        tile.clicked.connect(partial(self._take, match.medicine))
        return tile

    def _take_first(self, typed: str) -> None:
        found = search(typed, self.library, self.language.code, 1)
        if found and found[0].nearness <= Nearness.WORD_BEGINS:
            self._take(found[0].medicine)
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
        self._mine.clear()
        for taken in self.visit.medicines:
            self._add_card(taken.id, name_of(taken.id, self.library, self.language), taken)
        for own in self.visit.own_medicines:
            self._add_card(own.name, isolated(own.name), own)
        has_any = bool(self.visit.medicines or self.visit.own_medicines)
        for part in (self._mine_head, self._mine, self._on):
            part.setVisible(has_any)

    def _add_card(self, which: str, name: Line, one: Taken | OwnMedicine) -> None:
        card = self._card(name, one.times, one.as_needed)
        card.times_changed.connect(partial(self._set_times, which))
        card.remove_wanted.connect(partial(self._drop, which))
        self._mine.column.addWidget(card)

    def _card(self, name: Line, times: tuple[DayTime, ...], as_needed: bool) -> MedicineCard:
        words = {time: time_words(time, self.language) for time in DayTime}
        card = MedicineCard(
            name, words, self.gettext("Only when needed"), self.gettext("Remove {name}").format(name=plain(name))
        )
        card.show_times(times, as_needed)
        return card

    def _set_times(self, which: str, times: tuple[DayTime, ...], as_needed: bool) -> None:
        self.state.replace(at_times(self.visit, which, times, as_needed))

    def _show_families(self) -> None:
        self._families.show_in(self.language, partial(takes, self.visit))

    def _toggle(self, family: str, is_on: bool) -> None:
        self.state.replace(take(self.visit, family) if is_on else drop(self.visit, family))
        self._show_mine()
        self._show_families()


SCREEN = MedicinesScreen
