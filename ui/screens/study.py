"""One study, with pictures of its numbers, and what a seller said beside what was found."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from content.model import Trial
from i18n.language import Language
from ui.desk import Desk
from ui.page_screen import PageScreen
from ui.routes import Route, ToStudy
from ui.widgets.button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.words import Words
from visit.elements import Heading
from visit.pages.evidence import claim_page, trial_page


class StudyScreen(PageScreen):
    """A study to look at and to take home."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._route = ToStudy("")
        self._take = ActionButton("plus", "main")
        self._take.clicked.connect(self._take_home)
        buttons = Flow()
        buttons.addWidget(self._take)
        self.column.addLayout(buttons)
        self._area = self.area()
        self._claim_head = Words("heading")
        self.column.addWidget(self._claim_head)
        self._claim = self.area()
        self.column.addStretch(1)

    @override
    def retranslate(self) -> None:
        self._claim_head.setText(self.gettext("What the article says"))

    @override
    def begin(self) -> QWidget:
        return self.body

    def _is_taken(self) -> bool:
        return self._route.trial in self.visit.trials

    def _take_home(self) -> None:
        trial = self._route.trial
        kept = tuple(one for one in self.visit.trials if one != trial)
        self.state.replace(replace(self.visit, trials=kept if self._is_taken() else (*kept, trial)))
        self._show_taken()

    def _show_taken(self) -> None:
        self._take.say(
            self.gettext("Take out of my handout") if self._is_taken() else self.gettext("Add to my handout")
        )
        self._take.show_icon("check" if self._is_taken() else "plus")

    @override
    def show_route(self, route: Route) -> None:
        assert isinstance(route, ToStudy)
        self._route = route
        trial = self.library.get(Trial, route.trial).item
        self.open_with(trial.name)
        self._show_taken()
        elements = trial_page(route.trial, self.visit, self.library, self.language)
        shown = (one for one in elements if not (isinstance(one, Heading) and one.level < 3))
        is_translated = self.library.get(Trial, route.trial, self.language.code).is_translated
        self._area.show_elements((*self.unready(is_translated=is_translated), *shown))
        claim = claim_page(trial.seller_claim, self.visit, self.library, self.language) if trial.seller_claim else ()
        self._claim.show_elements(claim)
        self._claim_head.setVisible(bool(claim))
        self.body.to_top()


SCREEN = StudyScreen
