"""How often things were used: whole weeks only, few hidden; a chart, and a table for a spreadsheet."""

from datetime import date

from clinic import counts
from clinic.counts import Cell
from clinic.staff_store import StaffStoreError
from clinic.whole_file import write_whole
from i18n.language import Language
from ui.desk import Desk
from ui.override import override
from ui.routes import Route
from ui.staff_screen import StaffScreen
from ui.widgets.button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.spaces import Space, column, frame
from ui.widgets.week_bars import WeekBars
from ui.widgets.words import Words

_WEEKS = 12


class CountsScreen(StaffScreen):
    """Counts, never rows about a visit."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._cells: tuple[Cell, ...] = ()
        self._write = ActionButton("save", "main")
        self._write.clicked.connect(self._keep)
        self._said = Words("lead")
        self._rows = self.area()
        self.column.insertWidget(2, self._said)
        buttons = Flow()
        buttons.addWidget(self._write)
        self.column.addLayout(buttons)
        self.column.addStretch(1)

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self.open_with(_("How often it is used"), _("Whole weeks only. Fewer than 5 is never shown, nor is this week."))
        self._write.say(_("Write a table for a spreadsheet"))

    @override
    def show_route(self, route: Route) -> None:
        self._rows.clear()
        self._said.setText("" if self.room.settings.counts_use else self.gettext("Counting is off. See Settings."))
        try:
            with self.room.store() as store:
                self._cells = counts.table(store, date.today())
        except StaffStoreError:
            self._cells = ()
            self._said.setText(self.tell_no_room())
        names = tuple(dict.fromkeys(cell.counter for cell in self._cells))
        for name in names:
            self._draw(name, counts.series(self._cells, name)[-_WEEKS:])
        if not names and not self._said.text():
            self._said.setText(self.gettext("There is nothing to show yet."))
        self._said.setVisible(bool(self._said.text()))
        self._write.setEnabled(bool(names))

    def _draw(self, name: str, cells: tuple[Cell, ...]) -> None:
        box = frame("card")
        inside = column(box, space=Space.SNUG, margin=Space.STEP)
        inside.addWidget(Words("part", self._name(name)))
        newest = cells[-1]
        few = self.gettext("fewer than 5") if newest.number is None else self.language.number(newest.number)
        text = self.gettext("Week {week}: {number}").format(week=newest.week, number=few)
        inside.addWidget(WeekBars(tuple(cell.number for cell in cells), f"{self._name(name)}. {text}"))
        inside.addWidget(Words("soft", text))
        self._rows.column.addWidget(box)

    def _name(self, counter: str) -> str:
        _ = self.language.gettext
        known = {"visit": _("Visits"), "handout.printed": _("Handouts printed"), "code.opened": _("Codes opened")}
        return known.get(counter, counter)

    def _keep(self) -> None:
        target = self.room.reports / f"counts-{date.today():%Y-%m-%d}.csv"
        try:
            write_whole(target, counts.as_csv(self._cells).encode())
        except OSError:
            self._said.setText(self.tell_no_room())
        else:
            self._said.setText(self.gettext("The table is in {file}.").format(file=target))
        self._said.show()
        self.body.to_top()


SCREEN = CountsScreen
