"""OST and ORAI for staff: two scores that say who should be offered a bone scan. Not for patients, no diagnosis."""

from decimal import Decimal
from typing import Final

from PySide6.QtWidgets import QWidget

from content.model import Sex
from i18n.language import Language
from ui.desk import Desk
from ui.override import override
from ui.routes import Route
from ui.staff_screen import StaffScreen
from ui.widgets.choice import OneOf
from ui.widgets.grid import Grid
from ui.widgets.number_pad import NumberPad
from ui.widgets.page import widget
from ui.widgets.spaces import Space, column, frame, row
from ui.widgets.words import Words
from visit.bone_scores import AGES, WEIGHTS, Body, NotForThisPerson, Score, scores
from visit.elements import Element, Notice, Paragraph, Tone
from visit.wording import isolated, say, strong

_POUND: Final = Decimal("0.45359237")
"""Kilograms in one avoirdupois pound, by definition."""


class ScoresScreen(StaffScreen):
    """Four questions, and each score with its cut-off, accuracy and source beside it. Nothing is kept."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._sex: Sex | None = None
        self._is_pounds = self._takes_estrogen = False
        self._warning = self.area()
        self._which = OneOf((Sex.FEMALE, Sex.MALE))
        self._which.chosen.connect(self._set_sex)
        self._estrogen = OneOf((False, True))
        self._estrogen.chosen.connect(self._set_estrogen)
        self.column.addWidget(self._which)
        self.column.addWidget(self._estrogen)
        grid = Grid(least_ems=16, most=2)
        self.column.addLayout(grid)
        self._age_head, self._weight_head = Words("part"), Words("part")
        self._age, self._weight = NumberPad(), NumberPad()
        self._units = OneOf((False, True))
        self._units.chosen.connect(self._set_units)
        grid.addWidget(_asked(self._age_head, self._age))
        grid.addWidget(_asked(self._weight_head, self._weight, self._units))
        self._found = self.area()
        for pad in (self._age, self._weight):
            pad.changed.connect(self._show_scores)
        self.column.addStretch(1)

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self.open_with(_("OST and ORAI"), _("Who should be offered a bone scan? Nothing you enter is kept."))
        self._which.say(_("Sex"), {Sex.FEMALE: _("Woman"), Sex.MALE: _("Man")})
        self._estrogen.say(_("Takes estrogen now"), {False: _("No"), True: _("Yes")})
        self._age_head.setText(_("Age in years"))
        self._weight_head.setText(_("Weight"))
        self._age.speak(self.language, _("Age in years"))
        self._weight.speak(self.language, _("Weight"))
        self._units.say(_("Weight in"), {False: _("kilograms"), True: _("pounds")})

    @override
    def show_route(self, route: Route) -> None:
        self._sex, self._takes_estrogen, self._is_pounds = None, False, False
        for pad in (self._age, self._weight):
            pad.edit.clear()
        _ = self.language.gettext
        title, text = _("Not for patients"), _("This is no diagnosis. It only helps to decide about a scan.")
        self._warning.show_elements((Notice(Tone.CAUTION, say(title), say(text)),))
        self._show_choices()

    def _set_sex(self, sex: Sex) -> None:
        self._sex = sex
        self._show_choices()

    def _set_estrogen(self, takes: bool) -> None:
        self._takes_estrogen = takes
        self._show_choices()

    def _set_units(self, is_pounds: bool) -> None:
        self._is_pounds = is_pounds
        self._show_choices()

    def _show_choices(self) -> None:
        self._which.show_value(self._sex)
        self._estrogen.show_value(self._takes_estrogen)
        self._estrogen.setVisible(self._sex is Sex.FEMALE)
        self._units.show_value(self._is_pounds)
        self._show_scores()

    def _show_scores(self) -> None:
        self._found.clear()
        age, weight = self._age.number, self._weight.number
        if self._sex is None or age is None or weight is None or age != int(age):
            return
        kilograms = weight * _POUND if self._is_pounds else weight
        try:
            found = scores(Body(self._sex, int(age), kilograms, self._takes_estrogen), self.library, self.language.code)
        except NotForThisPerson:
            self._found.show_elements((Paragraph(say(self._limits())),))
            return
        for score in found:
            self._found.column.addWidget(self._card(score))

    def _limits(self) -> str:
        number = self.language.number
        text = self.gettext("These scores are for ages {young} to {old} and weights of {light} to {heavy} kilograms.")
        young, old, light, heavy = (number(one) for one in (AGES[0], AGES[-1], WEIGHTS[0], WEIGHTS[-1]))
        return text.format(young=young, old=old, light=light, heavy=heavy)

    def _card(self, score: Score) -> QWidget:
        _ = self.language.gettext
        box = frame("card")
        inside = column(box, space=Space.SNUG, margin=Space.STEP)
        inside.addWidget(Words("heading", f"{score.tool}: {self.language.number(score.value)}"))
        verdict = _("A reason to offer a bone scan.") if score.is_reason else _("By this score alone, no reason.")
        inside.addWidget(Words("part", verdict))
        if score.caution:
            inside.addWidget(widget(Notice(Tone.NOTE, (), say(score.caution))))
        records = (
            (_("Cut-off:"), score.cut_offs), (_("For whom:"), score.for_whom),
            (_("Accuracy:"), score.accuracy), (_("Source:"), score.source),
        )  # fmt: skip
        for label, record in records:
            inside.addWidget(widget(_record(label, record)))
        return box


def _asked(head: Words, pad: NumberPad, *more: QWidget) -> QWidget:
    """Put a pad under its heading, at the side where reading begins although its digits stand left to right."""
    holder, line = QWidget(), row(space=0)
    inside = column(holder, space=Space.SNUG)
    line.addWidget(pad, 1)
    line.addStretch(0)
    inside.addWidget(head)
    inside.addLayout(line)
    for part in more:
        inside.addWidget(part)
    inside.addStretch(1)
    return holder


def _record(label: str, record: str) -> Element:
    return Paragraph((*strong(f"{label} "), *isolated(record, lang="en")))


SCREEN = ScoresScreen
