"""Learn: the guides to choose from."""

from content.model import Guide
from ui.choice_screen import GO_ON, WARNED, ChoiceScreen
from ui.override import override
from ui.routes import Route
from ui.topics import ToGuide
from visit.pages.listing import listed
from visit.wording import sentences


class LearnScreen(ChoiceScreen):
    """One tile for each guide."""

    @override
    def retranslate(self) -> None:
        self.open_with(
            self.gettext("Learn"), self.gettext("Short guides. Each one says what experts know and do not know.")
        )

    @override
    def show_route(self, route: Route) -> None:
        self.begin_anew()
        for guide in self.library.ids(Guide):
            one = listed(Guide, guide, self.safety, self.language)
            mark = WARNED if one.is_warned else GO_ON
            self.add("learn", one.title, sentences(one.lines, "\n"), ToGuide(guide), mark)

    @override
    def onward(self) -> tuple[Route, ...]:
        return tuple(map(ToGuide, self.library.ids(Guide)[:2]))


SCREEN = LearnScreen
