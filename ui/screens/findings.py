"""What my medicines mean for me, gravest first, and my day as it will be printed."""

from PySide6.QtWidgets import QWidget

from i18n.language import Language
from ui.desk import Desk
from ui.override import override
from ui.page_screen import PageScreen
from ui.routes import Route, ToHandout, ToMedicines
from ui.widgets.button import ActionButton
from ui.widgets.spaces import Space
from ui.widgets.words import Words
from visit.elements import WriteLines
from visit.pages.medicines import day_plan_page, findings_page


class FindingsScreen(PageScreen):
    """Findings and the day plan."""

    is_reading = True

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._area = self.area(Space.WIDE)
        self._day_head = Words("heading")
        self.column.addWidget(self._day_head)
        self._day = self.area()
        self._handout, self._change = ActionButton("handout", "main"), ActionButton("pill")
        self.ways((self._handout, ToHandout()), (self._change, ToMedicines()))
        self.column.addStretch(1)

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self.open_with(
            _("What this means for me"),
            _("Do not stop or change a medicine on your own. Talk with your clinic first."),
        )
        self._day_head.setText(_("My day"))
        self._handout.say(_("See my handout"))
        self._change.say(_("Change my medicines"))

    @override
    def begin(self) -> QWidget:
        return self.body

    @override
    def show_route(self, route: Route) -> None:
        self._area.show_elements(findings_page(self.visit, self.library, self.language), is_grouped=True)
        day = day_plan_page(self.visit, self.library, self.language)
        self._day.show_elements(one for one in day if not isinstance(one, WriteLines))  # a screen has no pen
        self.body.to_top()


SCREEN = FindingsScreen
