"""Help: how this machine works, in a few lines."""

from i18n.language import Language
from ui.desk import Desk
from ui.override import override
from ui.page_screen import PageScreen
from ui.routes import Route
from visit.elements import Bullets, Element, Heading, Notice, Steps, Tone
from visit.wording import say


class HelpScreen(PageScreen):
    """The few things to know."""

    is_reading = True

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._area = self.area()
        self.column.addStretch(1)

    @override
    def retranslate(self) -> None:
        self.open_with(self.gettext("Help"))

    @override
    def show_route(self, route: Route) -> None:
        self._area.show_elements(self._elements())

    def _elements(self) -> tuple[Element, ...]:
        _ = self.language.gettext
        return (
            Heading(2, say(_("How it works"))),
            Steps((
                say(_("Take a quiz, tick your medicines, or read a guide.")),
                say(_("Your handout grows as you go.")),
                say(_("Look at it and print it.")),
                say(_("Touch Finish. Everything you entered is erased.")),
            )),
            Heading(2, say(_("Make it easier to use"))),
            Bullets((
                say(_("Make the words larger or smaller at the top.")),
                say(_("Change the colors if they are hard to see.")),
                say(_("Touch Listen to hear the page.")),
                say(_("With a keyboard: Tab moves, Enter chooses, Esc goes back.")),
                say(_("With five keys: the arrows move, Enter chooses.")),
            )),
            Notice(Tone.NOTE, say(_("Your privacy")), say(_("Nothing you enter is saved or sent anywhere."))),
            Notice(Tone.CAUTION, say(_("Feeling very ill?")), say(_("Tell the staff now. Do not wait."))),
        )  # fmt: skip


SCREEN = HelpScreen
