"""A screen that is one scrolling page under a title."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar, TypeVar

from PySide6.QtCore import Property, QEvent
from PySide6.QtGui import QResizeEvent
from shiboken6 import delete

from content.model import Text
from i18n.language import Language
from i18n.runs import Line
from ui.desk import Desk
from ui.override import override
from ui.screen import Screen
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.page import draw, draw_grouped
from ui.widgets.scroll import Scroll
from ui.widgets.spaces import Holder, Space, column, respace
from ui.widgets.words import Words
from ui.wishes import Wish
from visit.elements import Element, Notice, Paragraph
from visit.page import Page
from visit.safety import Cleared
from visit.sheet import untranslated
from visit.wording import line

T = TypeVar("T")


class PageScreen(Screen):
    """A title, a leading sentence, and below them whatever the screen puts into `column`."""

    is_reading: ClassVar[bool] = False
    """Whether it is for reading whole sentences: its lines are no longer than the eye finds back from."""
    is_short: ClassVar[bool] = False
    """Whether it has but a few lines: on an upright screen these stand lower, within reach of a hand."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        outer = column(self, space=0)
        self.body = Scroll()
        self.body.setProperty("look", "reading" if self.is_reading else "page")
        outer.addWidget(self.body)
        self.column = self.body.column
        if self.is_short:
            self.column.addStretch()
        self.head = Words("title")
        self.lead = Words("lead")
        self.column.addWidget(self.head)
        self.column.addWidget(self.lead)
        self.lead.hide()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_short:
            self.column.setStretch(0, 1 if self.height() > self.width() else 0)

    def open_with(self, title: str, lead: str = "") -> None:
        """Set the title and the leading sentence."""
        self.head.setText(title)
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))
        self.body.setAccessibleName(title)

    def title(self) -> str:
        """Say where one is."""
        return self.head.text()

    def unready(self, *, is_translated: bool) -> tuple[Element, ...]:
        """Say, where it is so, that what follows is in English because it is not ready in this language."""
        return () if is_translated else (Paragraph(untranslated(self.language)),)

    def ways(self, *ways: tuple[Button, Wish]) -> None:
        """Add a line of buttons, each of which fulfils a wish."""
        line = Flow()
        for button, wish in ways:
            button.clicked.connect(partial(self.wished.emit, wish))
            line.addWidget(button)
        self.column.addLayout(line)

    def area(self, space: int = Space.STEP) -> "Area":
        """Add a part whose content is drawn anew from time to time."""
        part = Area(space)
        self.column.addWidget(part)
        return part

    def line(self, cleared: Cleared[Text]) -> Line:
        """Turn a cleared text into a line; an empty one where a rule took it away."""
        return line(cleared.piece, self.language, cleared.locale) if cleared.piece is not None else ()

    def text(self, text: str, locale: str) -> Line:
        """Turn a text of a cleared piece into a line; `locale` is the one the piece is in."""
        return line(text, self.language, locale)

    def notices(self, cleared: Iterable[Cleared[T]]) -> tuple[Element, ...]:
        """Give what the rules say about some pieces that are shown in another form than a page; each rule once."""
        page = Page(self.language)
        page.each(cleared, lambda _piece, _words: ())
        titles: dict[Line, Element] = {}
        for element in page.elements:
            titles.setdefault(element.title if isinstance(element, Notice) else (), element)
        return tuple(titles.values())


class Area(Holder):
    """A part of a page that is emptied and drawn anew."""

    def __init__(self, space: int = Space.STEP) -> None:
        super().__init__()
        self._space, self._spread = space, 100
        self._frame = column(self, space=0)
        self._sheet = Holder()
        self.column = column(self._sheet, space=space)
        self._frame.addWidget(self._sheet)

    def _spread_now(self) -> int:
        return self._spread

    def _set_spread(self, percent: int) -> None:
        if percent != self._spread:
            self._spread = percent
            respace(self, percent)

    spread = Property(int, _spread_now, _set_spread)
    """How far apart parts stand, in percent; the theme sets it (`qproperty-spread`)."""

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # something new came in
            self._respace()
        return super().event(event)

    def _respace(self) -> None:
        if self._spread != 100:
            respace(self, self._spread)

    def show_elements(self, elements: Iterable[Element], *, is_grouped: bool = False) -> None:
        """Draw these instead of what was there; in groups, what a heading or a notice begins stands together."""
        self.clear()
        (draw_grouped if is_grouped else draw)(elements, self.column)
        self._respace()

    def clear(self) -> None:
        """Take everything away: one sheet for another, which is far quicker than part by part."""
        old, self._sheet = self._sheet, Holder()
        self.column = column(self._sheet, space=self._space)
        if (item := self._frame.replaceWidget(old, self._sheet)) is not None:
            delete(item)  # whoever takes it out owns it
        old.hide()
        old.deleteLater()
