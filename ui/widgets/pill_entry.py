"""The amount of one day as it stands on a bottle: number, unit, and a second look where the number is unlikely."""

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from content.quantity import Unit
from i18n.language import Language
from ui.widgets.button import ActionButton
from ui.widgets.choice import OneOf
from ui.widgets.flow import Flow
from ui.widgets.grid import Grid
from ui.widgets.number_pad import NumberPad
from ui.widgets.page import widget
from ui.widgets.spaces import Space, column, empty, row
from ui.widgets.words import Words
from visit.elements import Notice


class PillEntry(QFrame):
    """`changed` follows every key; `given` carries whether the amount is known. Nothing is kept without a unit."""

    changed = Signal()
    given = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.unit: Unit | None = None
        inside = column(self, space=Space.STEP, margin=Space.WIDE)
        self._ask = Words("part")
        self._pad = NumberPad()
        self._pad.changed.connect(self.changed)
        self._units = column()
        self._shown = Words("title")
        inside.addWidget(self._ask)
        sides = Grid(least_ems=16, most=2)
        inside.addLayout(sides)
        left, right = QWidget(), QWidget()
        line, beside = row(left), column(right)
        line.addWidget(self._pad, 1)
        line.addStretch(0)
        sides.addWidget(left)
        sides.addWidget(right)
        beside.addLayout(self._units)
        beside.addWidget(self._shown)
        self._warning = column()
        beside.addLayout(self._warning)
        buttons = Flow()
        self._add, self._unknown = ActionButton("plus", "main"), ActionButton("help")
        self._add.clicked.connect(lambda: self.given.emit(True))
        self._unknown.clicked.connect(lambda: self.given.emit(False))
        buttons.addWidget(self._add)
        buttons.addWidget(self._unknown)
        beside.addLayout(buttons)
        beside.addStretch(1)
        self._language: Language | None = None

    @property
    def first(self) -> QWidget:
        """Give the field, which takes the keyboard."""
        return self._pad.edit

    @property
    def number(self) -> Decimal | None:
        """Give the number typed, if it is one."""
        return self._pad.number

    def ask(self, language: Language, question: str, units: tuple[Unit, ...]) -> None:
        """Ask anew; where there is more than one unit, none is chosen yet."""
        _ = language.gettext
        self._language = language
        self._ask.setText(question)
        self._pad.speak(language, _("The number on the bottle"))
        empty(self._units)
        self.unit = units[0] if len(units) == 1 else None
        if self.unit is None:
            choice = OneOf(units)
            choice.say(_("What stands behind the number?"), {unit: unit.value for unit in units})
            choice.chosen.connect(self._choose)
            self._units.addWidget(choice)
        self._unknown.say(_("I do not know how much"))
        self._pad.edit.clear()
        self.doubt(None)

    def _choose(self, unit: Unit) -> None:
        self.unit = unit
        self.changed.emit()

    def doubt(self, notice: Notice | None) -> None:
        """Show what was entered; where it is unlikely, a warning too, and the person must say yes to keep it."""
        if self._language is None:
            return
        _ = self._language.gettext
        empty(self._warning)
        if notice is not None:
            self._warning.addWidget(widget(notice))
        is_whole = self.number is not None and self.unit is not None
        self._shown.setText(self._language.dose(self.number, self.unit) if self.number and self.unit else "")
        self._shown.setVisible(is_whole)
        self._add.setEnabled(is_whole)
        self._add.say(_("Yes, the bottle says this") if notice is not None else _("Add"))
