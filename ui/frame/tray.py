"""The tray: one's own handout as it grows, each part with the reason why it is there."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal

from i18n.language import Language
from ui.override import override
from ui.widgets.button import ActionButton
from ui.widgets.icon import Icon
from ui.widgets.scroll import Scroll
from ui.widgets.spaces import Frame, Space, column, empty, frame, row
from ui.widgets.words import Words, words

if TYPE_CHECKING:
    from visit.sheet import Section


class Tray(Frame):
    """A panel beside the screens, where there is room for it."""

    handout_wanted = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__("tray")
        self.language = language
        layout = column(self, space=Space.SNUG, margin=Space.STEP)
        head = row(space=Space.SNUG)
        head.addWidget(Icon("handout"), 0, Qt.AlignmentFlag.AlignVCenter)
        self._title = Words("heading")
        head.addWidget(self._title, 1)
        layout.addLayout(head)
        self._shown: tuple[Section, ...] = ()
        self._empty = Words("soft")
        layout.addWidget(self._empty)
        self._list = Scroll()
        self._list.set_margin(0)
        self._list.column.setSpacing(Space.SNUG)
        layout.addWidget(self._list, 1)
        self._open = ActionButton("print", "main")
        self._open.clicked.connect(self.handout_wanted)
        layout.addWidget(self._open)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words."""
        _ = self.language.gettext
        self._title.setText(_("My handout"))
        self._empty.setText(_("Your handout grows as you go. Nothing is saved on this machine."))
        self._open.say(_("See and print"))
        self._list.setAccessibleName(_("Parts of my handout"))
        self.setProperty("side", "right" if self.language.direction == "rtl" else "left")

    def show_sections(self, sections: "Iterable[Section]") -> None:
        """List the parts of the handout."""
        shown = tuple(sections)
        if shown == self._shown:
            return
        self._shown = shown
        empty(self._list.column)
        for section in shown:
            box = frame("sunk")
            inside = column(box, space=2, margin=Space.SNUG)
            inside.addWidget(words("strong", section.title))
            if section.reason:
                inside.addWidget(words("small", section.reason))
            self._list.column.addWidget(box)
        self._list.column.addStretch(1)
        self._list.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._list.settle()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
