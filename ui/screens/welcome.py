"""Welcome: greets in every language on offer, and begins in the one that is touched."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from i18n.language import Language
from i18n.locales import LocaleInfo
from ui.desk import Desk
from ui.override import override
from ui.routes import ToCode, ToHome, ToStaff
from ui.screen import Screen
from ui.widgets.button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.grid import Grid
from ui.widgets.icon import Icon
from ui.widgets.language_tile import LanguageTile
from ui.widgets.scroll import Scroll
from ui.widgets.spaces import Space, column, frame, row
from ui.widgets.words import Words
from ui.wishes import SpeakLanguage

_ROOM_FOR_BADGE: Final = 36
_ROOM_FOR_WORDS: Final = 20
"""A lower screen, in ems of the sentence under the greeting, gives the room of these to the languages."""


class WelcomeScreen(Screen):
    """The first screen. Neutral: nothing on it says what anybody may have."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        outer = column(self, space=0)
        self._scroll = Scroll()
        self._scroll.setProperty("look", "wide")
        outer.addWidget(self._scroll)
        page = self._scroll.column
        page.addStretch(1)
        self._badge = Icon("bone", "badge_big")
        page.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignHCenter)
        self._greeting, self._what, self._touch = Words("greeting"), Words("middle"), Words("soft")
        for label in (self._greeting, self._what, self._touch):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            between = row()
            between.addStretch(1)
            between.addWidget(label, 20)
            between.addStretch(1)
            page.addLayout(between)
        page.addSpacing(Space.STEP)
        grid = Grid(least_ems=12, most=5)
        page.addLayout(grid)
        self._tiles = tuple((info, LanguageTile(info)) for info in desk.offered)
        for info, tile in self._tiles:
            tile.clicked.connect(partial(self._begin, info))
            grid.addWidget(tile)
        below = frame("bare")
        others = Flow(below)
        others.setContentsMargins(Space.WIDE, Space.SNUG, Space.WIDE, Space.SNUG)  # below the scroll: always in sight
        self._code, self._staff = ActionButton("code"), ActionButton("staff", "quiet")
        self._code.clicked.connect(lambda: self.wished.emit(ToCode()))
        self._staff.clicked.connect(lambda: self.wished.emit(ToStaff()))
        for button in (self._code, self._staff):
            others.addWidget(button)
            button.setVisible(desk.staff is not None)
        outer.addWidget(below)
        page.addStretch(2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._what.ensurePolished()
        room = self.height() // max(1, self._what.font().pixelSize())
        self._badge.setVisible(room > _ROOM_FOR_BADGE)
        self._touch.setVisible(room > _ROOM_FOR_WORDS)

    def _begin(self, info: LocaleInfo) -> None:
        self.wished.emit(SpeakLanguage(info.code))
        self.wished.emit(ToHome())

    @override
    def title(self) -> str:
        return self._greeting.text()

    @override
    def begin(self) -> QWidget | None:
        return next((tile for info, tile in self._tiles if info.code == self.language.code), None)

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self._greeting.setText(_("Welcome"))
        self._what.setText(_("Learn about your bones, your medicines and your food. Take home a handout made for you."))
        self._touch.setText(_("Choose your language to begin. This machine keeps nothing about you."))
        self._scroll.setAccessibleName(_("Choose your language to begin."))
        self._code.say(_("I have a code"))
        self._staff.say(_("For staff"))
        for info, tile in self._tiles:
            tile.show_language(self.desk.learn(info.code), self.library.coverage(info.code), self.language)


SCREEN = WelcomeScreen
