"""The handout of the visit at hand beside the window, page by page, always with the Draft mark across it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent

from content.library import Library
from handouts.errors import HandoutError
from i18n.language import Language
from ui.leaflet import press
from ui.override import override
from ui.translating.session import Session
from ui.widgets.paper import PageView, PdfPages
from ui.widgets.scroll import Scroll
from ui.widgets.spaces import Space, empty
from ui.work import Work

_SOON_MS = 300


class Beside(Scroll):
    """Makes the pages anew whenever the words or the visit change, while it is shown."""

    def __init__(self, session: Session, library: Library) -> None:
        super().__init__()
        self._session, self._library = session, library
        self.pdf = b""
        self.set_margin(Space.SNUG)
        self._work = Work(HandoutError)
        self._work.done.connect(self._show)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._make)
        session.changed.connect(self.refresh)
        session.window.state.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Make the pages anew soon, where anybody sees them."""
        if self.isVisible():
            self._soon.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()

    def _make(self) -> None:
        self._work.begin(self._press())

    def _press(self) -> Callable[[], bytes]:
        """Give the work of making the pages: without marks, from a library of its own, and as a draft."""
        voice = replace(self._session.voice, is_marked=False)
        voice.reword(self._library)
        language: Language = replace(voice.language(), is_draft=True)
        state = self._session.window.state
        visit = replace(state.visit, date=state.visit.date or date.today())
        return press(visit, state.arrangement, self._library, (language,))

    def _show(self, pdf: bytes) -> None:
        self.pdf = pdf
        pages = PdfPages(pdf)
        empty(self.column)
        for number in range(pages.count):
            self.column.addWidget(PageView(pages, number, str(number + 1)))
        self.column.addStretch(1)
