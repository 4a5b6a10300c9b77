"""Vitamins and minerals as pills: which, how much in one day, and when."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from content.model import Nutrient
from content.quantity import Quantity, Unit
from i18n.language import Language
from i18n.runs import Line, plain
from ui.desk import Desk
from ui.override import override
from ui.page_screen import PageScreen
from ui.routes import Route
from ui.topics import ToNutrients, ToPills
from ui.widgets.button import ActionButton
from ui.widgets.medicine_card import MedicineCard
from ui.widgets.nutrient_chips import NutrientChips
from ui.widgets.pill_entry import PillEntry
from ui.widgets.words import Words
from ui.wishes import Swap
from visit.elements import DayTime, Element, Notice, Tone
from visit.intake import standing
from visit.naming import name_of
from visit.pages.medicines import time_words
from visit.pages.nutrition import goal_lines
from visit.supplements import Doubt, doubt, from_label, label_units
from visit.visit import Pill
from visit.wording import amount, fill, say, titled


class PillsScreen(PageScreen):
    """What the bottles say. An amount far from what people need is asked about before it counts."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._nutrient: str | None = None
        self._mine = self.area()
        self._which = Words("heading")
        self.column.addWidget(self._which)
        self._nutrients = NutrientChips(self.library.ids(Nutrient))
        self._nutrients.chosen.connect(self._open)
        self.column.addWidget(self._nutrients)
        self._about = self.area()
        self._entry = PillEntry()
        self._entry.changed.connect(self._judge)
        self._entry.given.connect(self._keep)
        self.column.addWidget(self._entry)
        self._needs = ActionButton("nutrient", "main")
        self.ways((self._needs, ToNutrients()))
        self.column.addStretch(1)

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self.open_with(_("My vitamins and minerals"), _("Look at the bottle. Enter what you take in one day."))
        self._which.setText(_("What do you take?"))
        self._needs.say(_("What I need"))
        self._nutrients.say({one: name_of(one, self.library, self.language) for one in self._nutrients.chips})

    @override
    def begin(self) -> QWidget | None:
        return self._entry.first if self._nutrient else next(iter(self._nutrients.chips.values()), None)

    @override
    def show_route(self, route: Route) -> None:
        assert isinstance(route, ToPills)
        self._nutrient = route.nutrient
        self._nutrients.show_open(self._nutrient)
        self._show_mine()
        self._show_entry()
        if self._nutrient is not None:
            QTimer.singleShot(0, self, self._come_up)

    def _come_up(self) -> None:
        """Show the goals, and in any case the line to write the number in."""
        self.body.show_part(self._about)
        self.body.show_end(self._entry.first)

    def _open(self, nutrient: str) -> None:
        self.wished.emit(Swap(ToPills(nutrient)))

    def _show_mine(self) -> None:
        self._mine.clear()
        words = {time: time_words(time, self.language) for time in DayTime}
        for pill in self.visit.pills:
            name = self._name(pill)
            remove = self.gettext("Remove {name}").format(name=plain(name))
            card = MedicineCard(name, words, None, remove)
            card.show_times(pill.times, as_needed=False)
            card.times_changed.connect(partial(self._set_times, pill.nutrient))
            card.remove_wanted.connect(partial(self._drop, pill.nutrient))
            self._mine.column.addWidget(card)

    def _name(self, pill: Pill) -> Line:
        of = amount(pill.a_day, self.language) if pill.a_day else say(self.gettext("not known"))
        return titled(name_of(pill.nutrient, self.library, self.language), of, self.language)

    def _show_entry(self) -> None:
        self._entry.setVisible(self._nutrient is not None)
        self._about.clear()
        if self._nutrient is None:
            return
        cleared = self.safety.piece(Nutrient, self._nutrient, lambda item: item.name)
        found = standing(self._nutrient, self.visit, self.library)
        goals: tuple[Element, ...] = tuple(goal_lines(found, self.visit, self.language)) if cleared.is_plain else ()
        self._about.show_elements((*self.notices((cleared,)), *goals))
        name = name_of(self._nutrient, self.library, self.language)
        ask = self.gettext("{nutrient}: how much in one day?").format(nutrient=plain(name))
        self._entry.ask(self.language, ask, label_units(self._nutrient, self.library))

    def _amount(self) -> Quantity | None:
        number, unit = self._entry.number, self._entry.unit
        if self._nutrient is None or number is None or unit is None:
            return None
        return from_label(number, unit, self._nutrient, self.library)

    def _judge(self) -> None:
        a_day = self._amount()
        why = doubt(self._nutrient, a_day, self.visit, self.library) if self._nutrient and a_day else None
        self._entry.doubt(self._warning(why, a_day) if why and a_day else None)

    def _warning(self, why: Doubt, a_day: Quantity) -> Notice:
        _ = self.language.gettext
        text = {
            Doubt.ABOVE_LIMIT: _("{amount} is more than the most for one day. Does the bottle say {unit}?"),
            Doubt.FAR_ABOVE_GOAL: _("{amount} is far more than people need in one day. Does the bottle say {unit}?"),
        }[why]
        unit = say(str(self._entry.unit or Unit.MCG))
        words = fill(text, amount=amount(a_day, self.language), unit=unit)
        return Notice(Tone.CAUTION, say(_("Please look again")), words)

    def _keep(self, is_known: bool) -> None:
        if self._nutrient is None:
            return
        times = next((one.times for one in self.visit.pills if one.nutrient == self._nutrient), ())
        others = tuple(one for one in self.visit.pills if one.nutrient != self._nutrient)
        mine = Pill(self._nutrient, self._amount() if is_known else None, times)
        self.state.replace(replace(self.visit, pills=(*others, mine)))
        self.wished.emit(Swap(ToPills()))
        self.body.to_top()

    def _set_times(self, nutrient: str, times: tuple[DayTime, ...], _as_needed: bool) -> None:
        mine = tuple(replace(one, times=times) if one.nutrient == nutrient else one for one in self.visit.pills)
        self.state.replace(replace(self.visit, pills=mine))

    def _drop(self, nutrient: str) -> None:
        kept = tuple(one for one in self.visit.pills if one.nutrient != nutrient)
        self.state.replace(replace(self.visit, pills=kept))
        self._show_mine()
        self._nutrients.chips[nutrient].setFocus()


SCREEN = PillsScreen
