"""A language to choose: its own name, its own greeting, and whether it is a draft."""

from PySide6.QtCore import Qt

from content.library import Coverage
from i18n.language import Language
from i18n.locales import LocaleInfo
from ui.widgets.button import Button
from ui.widgets.spaces import Space, column
from ui.widgets.words import Words


class LanguageTile(Button):
    """A large button in the language it stands for."""

    def __init__(self, info: LocaleInfo) -> None:
        super().__init__("tile")
        self._info = info
        is_rtl = info.direction == "rtl"
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        inside = column(self, space=Space.TIGHT, margin=Space.STEP)
        self._name, self._greeting, self._draft = Words("heading"), Words("soft"), Words("small")
        for label in (self._name, self._greeting, self._draft):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(label)
        inside.addStretch(1)

    def show_language(self, spoken: Language, coverage: Coverage, around: Language) -> None:
        """Set the words: the tile speaks its own language; `around` is the one of the screen, for screen readers."""
        _ = spoken.gettext
        self._name.setText(self._info.own_name)
        self._greeting.setText(_("Welcome. Touch here."))
        is_draft = self._info.is_draft or coverage.drafts > 0
        pattern = _("{ready} of {all} topics. Draft: not yet checked by a translator")
        pattern = pattern if is_draft else _("{ready} of {all} topics")
        ready, every = spoken.number(coverage.ready), spoken.number(coverage.total)
        self._draft.setText(pattern.format(ready=ready, all=every))
        self._draft.setVisible(is_draft or coverage.ready < coverage.total)
        self.setAccessibleName(self._info.own_name)
        self.setAccessibleDescription(around.gettext("Draft") if is_draft else "")
