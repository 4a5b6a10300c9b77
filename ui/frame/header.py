"""The header: language, text size, contrast, read aloud, help, finish. Always there, always in the same place."""

from PySide6.QtCore import Signal

from i18n.language import Language
from ui.frame.bar import Bar
from ui.override import override
from ui.widgets.button import ActionButton
from ui.widgets.icon import Icon
from ui.widgets.spaces import Space, row
from ui.widgets.words import Words


class Header(Bar):
    """The controls a closed kiosk owes everybody. Where room is short, icons stay and words go; names stay."""

    language_wanted = Signal()
    larger_wanted = Signal()
    smaller_wanted = Signal()
    contrast_wanted = Signal()
    speech_wanted = Signal()
    help_wanted = Signal()
    curtain_wanted = Signal()
    finish_wanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__(language, "header")
        self._brand_icon = Icon("bone")
        self._brand = Words("brand", wraps=False)
        self.speak_in = ActionButton("globe", "quiet")
        self.smaller = ActionButton("smaller", "quiet")
        self.larger = ActionButton("larger", "quiet")
        self.contrast = ActionButton("contrast", "quiet")
        self.speech = ActionButton("sound", "quiet")
        self.help = ActionButton("help", "quiet")
        self.curtain = ActionButton("curtain", "quiet")
        self.finish = ActionButton("erase", "finish")
        self.buttons = (
            self.speak_in,
            self.smaller,
            self.larger,
            self.contrast,
            self.speech,
            self.help,
            self.curtain,
            self.finish,
        )
        wishes = (
            self.language_wanted, self.smaller_wanted, self.larger_wanted, self.contrast_wanted, self.speech_wanted,
            self.help_wanted, self.curtain_wanted, self.finish_wanted,
        )  # fmt: skip
        line = row(self, space=2)
        line.setContentsMargins(Space.STEP, Space.TIGHT, Space.STEP, Space.TIGHT)
        line.addWidget(self._brand_icon)
        line.addWidget(self._brand)
        line.addStretch(1)
        for button, wish in zip(self.buttons, wishes, strict=True):
            button.clicked.connect(wish)
            line.addWidget(button)
        self._is_speaking = False
        self.dispensable = (
            (self.smaller.words, self.larger.words), (self._brand,), (self.contrast.words,), (self.curtain.words,),
            (self.help.words,), (self.speech.words,), (self.speak_in.words,), (self.finish.words,),
        )  # fmt: skip
        self.retranslate()

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self._brand.setText(_("Teachback"))
        self.speak_in.say(self.language.own_name, _("Language: {name}").format(name=self.language.own_name))
        self.smaller.say(_("Smaller"), _("Smaller text"))
        self.larger.say(_("Larger"), _("Larger text"))
        self.contrast.say(_("Contrast"), _("Change the colors"))
        self.help.say(_("Help"))
        self.curtain.say(_("Hide"), _("Hide the screen for a moment"))
        self.finish.say(_("Finish"), _("Finish and erase"))
        self.show_speaking(self._is_speaking)

    def show_speaking(self, is_speaking: bool) -> None:
        """Show whether the screen is being read aloud, and the way to stop it."""
        _ = self.language.gettext
        self._is_speaking = is_speaking
        self.speech.say(
            _("Stop") if is_speaking else _("Listen"), _("Stop reading") if is_speaking else _("Read aloud")
        )
        self.speech.show_icon("stop" if is_speaking else "sound")
        self.fit()

    def show_limits(self, is_smallest: bool, is_largest: bool) -> None:
        """Show where text can be no smaller or larger."""
        self.smaller.setEnabled(not is_smallest)
        self.larger.setEnabled(not is_largest)

    def show_finish(self, is_shown: bool) -> None:
        """Offer the end of the visit, once there is one."""
        self.finish.setVisible(is_shown)
        self.curtain.setVisible(is_shown)
        self.fit()
