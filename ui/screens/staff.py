"""What staff can do here."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from clinic.faults import last
from i18n.language import Language
from ui.at_printer import AtPrinter
from ui.desk import Desk
from ui.override import override
from ui.routes import Route, ToCompose, ToContent, ToCounts, ToReport, ToScores, ToSettings
from ui.staff_screen import StaffScreen
from ui.widgets.button import Tile
from ui.widgets.grid import Grid
from ui.widgets.words import Words
from ui.wishes import Erase, Leave, Wish


def _month_of(version: str) -> date:
    """Give the first day of the month a content was made in; its version begins with it, such as 2026.11.1."""
    year, _dot, rest = version.partition(".")
    month = rest.partition(".")[0]
    is_dated = year.isdecimal() and month.isdecimal() and len(year) == 4 and 1 <= int(month) <= 12
    return date(int(year), int(month), 1) if is_dated else date.min


class StaffHomeScreen(StaffScreen):
    """Large tiles, and what could not be used of the settings."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._problems = self.area()
        self._at_printer = AtPrinter(self)
        grid = Grid(least_ems=11, most=4, is_even=True)
        self.column.addLayout(grid)
        ways: tuple[tuple[str, Wish], ...] = (
            ("handout", ToCompose()), ("settings", ToSettings()), ("learn", ToContent()), ("counts", ToCounts()),
            ("scan", ToScores()), ("info", ToReport()), ("back", Erase()), ("stop", Leave()),
        )  # fmt: skip
        self._tiles = tuple(Tile(icon, is_upright=True) for icon, _wish in ways)
        for tile, (_icon, wish) in zip(self._tiles, ways, strict=True):
            tile.clicked.connect(partial(self.wished.emit, wish))
            grid.addWidget(tile)
        self.column.addStretch(1)

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self.open_with(_("For staff"), _("Close these pages before you hand over the machine."))
        texts = (
            (_("Prepare a handout"), _("Print it now, or give a code")),
            (_("Settings"), _("Languages, printer, times")),
            (_("Content"), _("Version, dates, new content")),
            (_("How often it is used"), _("Anonymous counts")),
            (_("OST and ORAI"), _("Who should be offered a scan")),
            (_("Report on this machine"), _("For whoever looks after it")),
            (_("Close the staff pages"), _("Back to the greeting")),
            (_("Leave Teachback"), _("Ends the application")),
        )
        for tile, (title, detail) in zip(self._tiles, texts, strict=True):
            tile.say(title, detail)

    @override
    def show_route(self, route: Route) -> None:
        self._at_printer.look()
        self._problems.clear()
        worries = tuple(self._worries())
        for look, sentence in worries:
            self._problems.column.addWidget(Words(look, sentence))
        self._problems.setVisible(bool(worries))

    def _worries(self) -> Iterator[tuple[str, str]]:
        if date.today() < _month_of(self.library.version):
            text = self.gettext("The clock of this machine shows {date}. The content was made later. Set the clock.")
            yield "strong", text.format(date=date.today().isoformat())
        if last(self.room.folder):
            yield "strong", self.gettext("Something went wrong here lately. See the report on this machine.")
        if self.room.problems:
            yield "strong", self.gettext("Some settings cannot be used:")
        for problem in self.room.problems:
            yield "", str(problem)


SCREEN = StaffHomeScreen
