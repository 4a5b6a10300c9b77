"""Finish and erase: asked once, done at once."""

from PySide6.QtWidgets import QWidget

from i18n.language import Language
from ui.desk import Desk
from ui.override import override
from ui.page_screen import PageScreen
from ui.widgets.button import ActionButton
from ui.wishes import Erase, GoBack


class FinishScreen(PageScreen):
    """The question whether to end the visit."""

    is_short = True

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._erase, self._stay = ActionButton("erase", "main"), ActionButton("back")
        self.ways((self._erase, Erase()), (self._stay, GoBack()))
        self.column.addStretch(2)

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self.open_with(
            _("Are you finished?"),
            _("We erase everything you entered. If you want your handout, print it first."),
        )
        self._erase.say(_("Yes, erase everything"))
        self._stay.say(_("No, go back"))

    @override
    def begin(self) -> QWidget:
        return self._stay


SCREEN = FinishScreen
