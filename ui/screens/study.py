"""One study, with pictures of its numbers, and what a seller said beside what was found."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from content.model import Guide, Reference, Trial
from i18n.language import Language
from ui.desk import Desk
from ui.override import override
from ui.page_screen import PageScreen
from ui.routes import Route
from ui.topics import ToGuide, ToStudy
from ui.widgets.button import ActionButton, Tile
from ui.widgets.flow import Flow
from ui.widgets.grid import Grid
from ui.widgets.words import Words
from visit.elements import Bullets, Heading
from visit.pages.evidence import claim_page, reference_line, trial_page
from visit.pages.listing import listed
from visit.wording import sentences


class StudyScreen(PageScreen):
    """A study to look at and to take home."""

    is_reading = True

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
        self._papers_head, self._guides_head = Words("heading"), Words("heading")
        self.column.addWidget(self._papers_head)
        self._papers = self.area()
        self.column.addWidget(self._guides_head)
        self._guides = self.area()
        self.column.addStretch(1)

    @override
    def retranslate(self) -> None:
        self._claim_head.setText(self.gettext("What the article says"))
        self._papers_head.setText(self.gettext("Where this is from"))
        self._guides_head.setText(self.gettext("Guides that speak of it"))

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
        self._show_papers(trial)
        self._show_guides(trial)
        self.body.to_top()

    def _show_papers(self, trial: Trial) -> None:
        papers = [self.safety.item(Reference, one) for one in trial.references]
        shown = [(one.piece, one.locale) for one in papers if one.piece is not None]
        lines = tuple(dict.fromkeys(reference_line(paper, partial(self.text, locale=code)) for paper, code in shown))
        self._papers.show_elements((*self.notices(papers), Bullets(lines)) if lines else ())
        self._papers_head.setVisible(bool(lines))

    def _show_guides(self, trial: Trial) -> None:
        """Lead to the guides that tell of this study or name its papers."""
        self._guides.clear()
        grid = Grid(least_ems=15, most=2)
        for guide in (shown.item for shown in self.library.every(Guide)):
            if _tells_of(guide, trial):
                one = listed(Guide, guide.id, self.safety, self.language)
                tile = Tile("learn")
                tile.show_lines(one.title, sentences(one.rules, "\n"))
                tile.stand(is_high=True)
                tile.show_mark("warning" if one.is_warned else "next", "caution" if one.is_warned else "ink")
                tile.clicked.connect(partial(self.wished.emit, ToGuide(guide.id)))
                grid.addWidget(tile)
        self._guides_head.setVisible(grid.count() > 0)
        self._guides.column.addLayout(grid)


def _tells_of(guide: Guide, trial: Trial) -> bool:
    return any(block.trial == trial.id for block in guide.blocks) or bool({*guide.sources} & {*trial.references})


SCREEN = StudyScreen
