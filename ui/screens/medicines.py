"""My medicines: find them by typing or by family, say when they are taken."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from content.model import Medicine, MedicineClass, Picture
from i18n.language import Language
from i18n.runs import Line, plain
from ui.desk import Desk
from ui.page_screen import PageScreen
from ui.routes import Route, ToFindings
from ui.widgets.button import ActionButton, Tile
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.grid import Grid
from ui.widgets.medicine_card import MedicineCard
from ui.widgets.picture_tile import PictureTile
from ui.widgets.spaces import Space
from ui.widgets.words import Words, turn
from visit.elements import DayTime
from visit.medicines import Match, Nearness, search
from visit.naming import name_of
from visit.pages.medicines import time_words
from visit.visit import OwnMedicine, Taken
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
        self._on.clicked.connect(lambda: self.wished.emit(ToFindings()))
        forward = Flow()
        forward.addWidget(self._on)
        self.column.addLayout(forward)
        self._families_head = Words("heading")
        self.column.addWidget(self._families_head)
        self._families = self.area()
        self._families_in = ""
        self._tiles: dict[str, Tile] = {}
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
        is_family = match.medicine in self._tiles
        line = name_of(match.medicine, self.library, self.language)
        family = match.medicine if is_family else self.library.get(Medicine, match.medicine).item.medicine_class
        tile = PictureTile(self._picture(family)[0])
        shown = plain(line)
        detail = (
            self.gettext("A kind of medicine") if is_family else plain(name_of(family, self.library, self.language))
        )
        tile.say(shown if match.name == shown else f"{shown} ({match.name})", detail)
        turn(tile, line)
        tile.show_mark("check" if self._has(match.medicine) else "plus")
        tile.clicked.connect(partial(self._take, match.medicine))
        return tile

    def _picture(self, family: str) -> tuple[str, str]:
        """Give the file of a family's drawing and the words that stand for it."""
        picture = self.library.get(MedicineClass, family).item.picture
        if picture is None:
            return "", ""
        shown = self.library.get(Picture, picture, self.language.code).item
        return shown.file, shown.alt

    def _has(self, medicine: str) -> bool:
        return any(one.id == medicine for one in self.visit.medicines)

    def _take_first(self, typed: str) -> None:
        found = search(typed, self.library, self.language.code, 1)
        if found and found[0].nearness <= Nearness.WORD_BEGINS:
            self._take(found[0].medicine)
        elif typed.strip():  # what is only similar is judged with the rest, and said: nobody gets another by Enter
            self._take_own(typed.strip())

    def _take(self, medicine: str) -> None:
        if not self._has(medicine):
            self.state.replace(replace(self.visit, medicines=(*self.visit.medicines, Taken(medicine))))
        self._field.edit.clear()
        self._show_mine()
        self._show_families()
        self._field.edit.setFocus()

    def _take_own(self, name: str) -> None:
        if all(own.name != name for own in self.visit.own_medicines):
            self.state.replace(replace(self.visit, own_medicines=(*self.visit.own_medicines, OwnMedicine(name))))
        self._field.edit.clear()
        self._show_mine()
        self._field.edit.setFocus()

    def _show_mine(self) -> None:
        self._mine.clear()
        for taken in self.visit.medicines:
            card = self._card(name_of(taken.id, self.library, self.language), taken.times, taken.as_needed)
            card.times_changed.connect(partial(self._set_times, taken.id))
            card.remove_wanted.connect(partial(self._drop, taken.id))
            self._mine.column.addWidget(card)
        for own in self.visit.own_medicines:
            card = self._card(isolated(own.name), own.times, own.as_needed)
            card.times_changed.connect(partial(self._set_own_times, own.name))
            card.remove_wanted.connect(partial(self._drop_own, own.name))
            self._mine.column.addWidget(card)
        has_any = bool(self.visit.medicines or self.visit.own_medicines)
        for part in (self._mine_head, self._mine, self._on):
            part.setVisible(has_any)

    def _card(self, name: Line, times: tuple[DayTime, ...], as_needed: bool) -> MedicineCard:
        words = {time: time_words(time, self.language) for time in DayTime}
        card = MedicineCard(
            name, words, self.gettext("Only when needed"), self.gettext("Remove {name}").format(name=plain(name))
        )
        card.show_times(times, as_needed)
        return card

    def _set_times(self, medicine: str, times: tuple[DayTime, ...], as_needed: bool) -> None:
        mine = tuple(
            replace(one, times=times, as_needed=as_needed) if one.id == medicine else one
            for one in self.visit.medicines
        )
        self.state.replace(replace(self.visit, medicines=mine))

    def _set_own_times(self, name: str, times: tuple[DayTime, ...], as_needed: bool) -> None:
        mine = tuple(
            replace(one, times=times, as_needed=as_needed) if one.name == name else one
            for one in self.visit.own_medicines
        )
        self.state.replace(replace(self.visit, own_medicines=mine))

    def _drop(self, medicine: str) -> None:
        kept = tuple(one for one in self.visit.medicines if one.id != medicine)
        self.state.replace(replace(self.visit, medicines=kept))
        self._after_drop()

    def _drop_own(self, name: str) -> None:
        kept = tuple(one for one in self.visit.own_medicines if one.name != name)
        self.state.replace(replace(self.visit, own_medicines=kept))
        self._after_drop()

    def _after_drop(self) -> None:
        self._show_mine()
        self._show_families()
        self._field.edit.setFocus()

    def _show_families(self) -> None:
        if self._families_in != self.language.code:
            self._families_in = self.language.code
            self._draw_families()
        for family, tile in self._tiles.items():
            tile.setChecked(self._has(family))
            tile.show_mark("check" if self._has(family) else "plus")

    def _draw_families(self) -> None:
        self._families.clear()
        self._tiles = {}
        grid = Grid(least_ems=11, most=4)
        for family in self.library.listed(MedicineClass, self.language.code):
            name = name_of(family, self.library, self.language)
            file, alt = self._picture(family)
            tile = PictureTile(file)
            tile.show_lines(name)
            tile.setAccessibleDescription(alt)
            tile.setCheckable(True)
            tile.clicked.connect(partial(self._toggle, family))
            grid.addWidget(tile)
            self._tiles[family] = tile
        self._families.column.addLayout(grid)

    def _toggle(self, family: str) -> None:
        if self._tiles[family].isChecked():
            self.state.replace(replace(self.visit, medicines=(*self.visit.medicines, Taken(family))))
            self._show_mine()
            self._show_families()
        else:
            self._drop(family)


SCREEN = MedicinesScreen
