"""Where a guide is from: each paper with its study, how many took part, who paid, and what became of it."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from content.model import Guide, Reference, Trial
from i18n.language import Language
from i18n.runs import plain
from ui.desk import Desk
from ui.override import override
from ui.page_screen import PageScreen
from ui.routes import Route
from ui.topics import ToSources, ToStudy
from ui.widgets.button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.page import draw
from ui.widgets.spaces import Space, column, frame
from visit.elements import Element, Paragraph
from visit.pages.evidence import reference_line
from visit.pages.listing import listed
from visit.safety import Cleared
from visit.wording import fill, isolated, say, strong


class SourcesScreen(PageScreen):
    """One card for each paper; those of a study we tell of lead there."""

    is_reading = True

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._studies: list[str] = []
        self._area = self.area()
        self.column.addStretch(1)

    @override
    def begin(self) -> QWidget:
        return self.body

    @override
    def onward(self) -> tuple[Route, ...]:
        return tuple(map(ToStudy, self._studies[:2]))

    @override
    def show_route(self, route: Route) -> None:
        assert isinstance(route, ToSources)
        self._studies = []
        about = listed(Guide, route.guide, self.safety, self.language)
        self.open_with(self.gettext("Where this is from"), plain(about.title))
        if about.is_expired:
            self._area.show_elements(about.notices)
            return
        papers = [self.safety.item(Reference, one) for one in self.library.get(Guide, route.guide).item.sources]
        self._area.show_elements(self.notices(papers))
        for paper in papers:
            if paper.piece is not None:
                self._area.column.addWidget(self._card(paper, paper.piece))
        self.body.to_top()

    def _card(self, cleared: Cleared[Reference], paper: Reference) -> QWidget:
        box = frame("card")
        inside = column(box, space=Space.SNUG, margin=Space.STEP)
        studies = [shown.item for shown in self.library.every(Trial) if paper.id in shown.item.references]
        source = reference_line(paper, lambda text: self.text(text, cleared.locale))
        facts = [fact for one in studies for fact in self._facts(one)] or [self._paid(paper)]
        draw((Paragraph(source), *facts, self._status(paper)), inside)
        ways = Flow()
        self._studies += [one.id for one in studies]
        for one in studies:
            way = ActionButton("study")
            way.say(self.gettext("See the study: {name}").format(name=one.name))
            way.clicked.connect(partial(self.wished.emit, ToStudy(one.id)))
            ways.addWidget(way)
        inside.addLayout(ways)
        return box

    def _facts(self, trial: Trial) -> Iterator[Element]:
        """Give how many took part and who paid."""
        if trial.people is not None:
            people = self.language.ngettext("{n} person", "{n} people", trial.people)
            size = fill(people, n=isolated(self.language.number(trial.people)))
            yield Paragraph((*strong(f"{self.gettext('Who took part:')} "), *size))
        paid = self.safety.piece(Trial, trial.id, lambda item: item.who_paid)
        if paid.piece is not None:
            yield from self.notices((paid,))
            yield Paragraph((*strong(f"{self.gettext('Who paid:')} "), *self.line(paid)))

    def _paid(self, paper: Reference) -> Element:
        unknown = say(self.gettext("We did not find who paid."))
        known = isolated(paper.funding, lang="en") if paper.funding else unknown
        return Paragraph((*strong(f"{self.gettext('Who paid:')} "), *known))

    def _status(self, paper: Reference) -> Element:
        _ = self.language.gettext
        text = _("We know of no correction.")
        if paper.is_retracted:
            text = _("The journal took this paper back.")
        elif paper.is_corrected:
            text = _("The journal corrected this paper.")
        elif paper.integrity is not None:
            text = _("Read the note above before you trust it.")
        return Paragraph((*strong(f"{_('What became of it:')} "), *say(text)))


SCREEN = SourcesScreen
