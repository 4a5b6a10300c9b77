"""The footer: back, forward, home, search, and the way to one's own handout."""

from PySide6.QtCore import Signal

from i18n.language import Language
from ui.frame.bar import Bar
from ui.override import override
from ui.widgets.button import ActionButton, IconButton
from ui.widgets.spaces import Space, row


class Footer(Bar):
    """Where one can always go."""

    back_wanted = Signal()
    forward_wanted = Signal()
    home_wanted = Signal()
    search_wanted = Signal()
    handout_wanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__(language, "footer")
        self.back = ActionButton("back")
        self.forward = IconButton("forward")
        self.home = ActionButton("home")
        self.search = IconButton("search")
        self.handout = ActionButton("handout", "main")
        self._parts = 0
        line = row(self, space=Space.SNUG, margin=Space.TIGHT)
        line.setContentsMargins(Space.STEP, Space.TIGHT, Space.STEP, Space.TIGHT)
        for button, wish in (
            (self.back, self.back_wanted),
            (self.forward, self.forward_wanted),
            (self.home, self.home_wanted),
            (self.search, self.search_wanted),
            (None, None),
            (self.handout, self.handout_wanted),
        ):
            if button is None or wish is None:
                line.addStretch(1)
            else:
                button.clicked.connect(wish)
                line.addWidget(button)
        self.dispensable = ((self.home.words,), (self.back.words,))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self.back.say(_("Back"))
        self.forward.say(_("Forward"))
        self.home.say(_("Home"))
        self.search.say(_("Search"))
        self.show_parts(self._parts)

    def show_parts(self, parts: int) -> None:
        """Show how many parts the handout has."""
        _, ngettext = self.language.gettext, self.language.ngettext
        self._parts = parts
        text = _("My handout ({n})").format(n=self.language.number(parts)) if parts else _("My handout")
        self.handout.say(text, ngettext("My handout, {n} part", "My handout, {n} parts", parts).format(n=parts))
        self.fit()

    def show_ways(self, can_back: bool, can_forward: bool) -> None:
        """Show which steps there are."""
        self.back.setEnabled(can_back)
        self.forward.setVisible(can_forward)
        self.fit()
