"""The translator's panel: the text that was picked, the queue of problems, the view, and which file is broken."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCursor, QKeySequence, QShortcut
from PySide6.QtWidgets import QTextBrowser, QWidget

from i18n.live.catalogue import Reread
from i18n.live.problems import state_of
from ui.translating.beside import Beside
from ui.translating.card import Card, page
from ui.translating.growth import left_of
from ui.translating.picking import Outline, saying, under
from ui.translating.queue import Queue
from ui.translating.room import said_in
from ui.translating.session import Session
from ui.translating.ways import way_to
from ui.warm_up import WarmUp
from ui.widgets.button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.spaces import Space, column, row
from ui.widgets.words import Words

_WORDS: Final = {
    "title": "Translating",
    "pick": "Point at words, press F2",
    "next": "F3 next",
    "back": "F4 back",
    "turn": "F6 view: {view}",
    "paper": "F7 handout",
    "saved": "Words of {file} were read.",
}
_SOON_MS: Final = 200
_WIDTH: Final = 520


class Panel(QWidget):
    """Stands beside the window. Speaks English, as the notes to translators do."""

    def __init__(self, session: Session, beside: Beside) -> None:
        super().__init__()
        self.setObjectName("window")
        self._session, self.beside = session, beside
        self._outline = Outline(session.window)
        self.queue = Queue(session.problems)
        self.number: int | None = None
        self._changed: frozenset[int] = frozenset()
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._recount)
        self._build()
        session.changed.connect(self._on_change)
        self._warm_up = WarmUp(self.queue.checks(), self)
        self._warm_up.begin()

    @property
    def session(self) -> Session:
        """Give what this is about."""
        return self._session

    def _build(self) -> None:
        self.setWindowTitle(_WORDS["title"])
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.state, self.card, self.left = Words("strong", _WORDS["pick"]), QTextBrowser(), Words("small")
        self.card.setProperty("look", "card")
        self.turn = ActionButton()
        keys: tuple[tuple[str, ActionButton, Callable[[], object], Qt.Key], ...] = (
            ("back", ActionButton(), partial(self.step, -1), Qt.Key.Key_F4),
            ("next", ActionButton(), partial(self.step, 1), Qt.Key.Key_F3),
            ("turn", self.turn, self._session.turn, Qt.Key.Key_F6),
            ("paper", ActionButton(), self.show_paper, Qt.Key.Key_F7),
        )
        buttons = Flow()
        for name, button, act, key in keys:
            button.say(_WORDS[name].format(view=self._session.voice.view))
            button.clicked.connect(lambda _checked=False, act=act: act())
            buttons.addWidget(button)
            self._listen(key, act)
        self._listen(Qt.Key.Key_F2, self.pick)
        across = row(self, space=0)
        inner = QWidget()
        across.addWidget(inner, 1)
        across.addWidget(self.beside, 1)
        self.beside.hide()
        layout = column(inner, space=Space.SNUG, margin=Space.STEP)
        for part in (self.state, self.card, self.left):
            layout.addWidget(part, 1 if part is self.card else 0)
        layout.addLayout(buttons)
        self.resize(_WIDTH, self._session.window.height())

    def _listen(self, key: Qt.Key, act: Callable[[], object]) -> None:
        for owner in (self, self._session.window):
            shortcut = QShortcut(QKeySequence(key), owner)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(lambda act=act: act())

    def _recount(self) -> None:
        changed, self._changed = self._changed, frozenset()
        self.queue.recount(changed)
        self.left.setText(self.queue.told(self.number))

    def _on_change(self, found: Reread) -> None:
        self._outline.frame(None)
        if found.broken:
            self.state.setText(self.sentence(found))
        elif found.changed:
            files = dict.fromkeys(f"{self._session.catalogue[number].domain}.po" for number in sorted(found.changed))
            self.state.setText(_WORDS["saved"].format(file=", ".join(files)))
        self.turn.say(_WORDS["turn"].format(view=self._session.voice.view))
        self._changed |= found.changed
        self._soon.start()
        if self.number is not None:
            self.show_entry(self.number, None)

    def sentence(self, found: Reread) -> str:
        """Say which files are broken, where, and how to mend them."""
        folder = self._session.catalogue.folder
        return "\n".join(str(fault).replace(f"{folder.parent}/", "", 1) for fault in found.broken)

    def show_paper(self) -> None:
        """Show the handout beside the panel, or hide it."""
        is_shown = not self.beside.isVisible()
        self.resize(self.width() * 2 if is_shown else self.width() // 2, self.height())
        self.beside.setVisible(is_shown)

    def pick(self) -> None:
        """Show the words under the pointer."""
        self.pick_at(self._session.window.mapFromGlobal(QCursor.pos()))

    def pick_at(self, at: QPoint) -> None:
        """Show the words at a place of the window."""
        widget = under(self._session.window, at)
        if widget is not None:
            self.show_entry(said_in(widget)[0], widget)

    def step(self, by: int) -> None:
        """Go to the next problem, or the one before, and to where it is read."""
        number, window = self.queue.after(self.number, by), self._session.window
        if number is not None:
            route = way_to(self._session.catalogue[number], self._session.library)
            if route is not None:
                window.is_staff_in = route.is_for_staff
                window.fulfil(route)
            self.show_entry(number, saying(window, number))
        self.left.setText(self.queue.told(self.number))

    def show_entry(self, number: int, widget: QWidget | None) -> None:
        """Show what there is to know of an entry; with the widget that says it also the room it has."""
        session = self._session
        self.number = number
        entry, findings = session.catalogue[number], session.problems.findings(number)
        self._outline.frame(None)
        card = Card(
            entry=entry,
            file=f"{session.catalogue.known.code}/{entry.domain}.po",
            state=state_of(entry, findings),
            findings=findings,
            room=left_of(widget, session.window),
            is_written=session.catalogue.is_written(number),
            others=self._others(widget, number),
            direction=session.catalogue.known.direction,
        )
        self.card.setHtml(page(card))
        self._outline.frame(widget)

    def _others(self, widget: QWidget | None, number: int) -> tuple[str, ...]:
        """Name the other texts in the same words: parts of a sentence, or one that holds it."""
        said = said_in(widget) if widget is not None else ()
        entries = (self._session.catalogue[one] for one in said if one != number)
        return tuple(entry.key or entry.english for entry in entries)
