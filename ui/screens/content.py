"""Which content is in use, until when, and what a stick or folder offers: look, read the difference, then decide."""

from datetime import date
from pathlib import Path

from clinic.updates.errors import PackMissing, UpdateRefused
from clinic.updates.pack import Offer, newest
from clinic.updates.shelf import NothingBefore
from content.errors import StoreError
from content.model import Bundle, Guide, Quiz
from i18n.language import Language
from ui.contents import change, in_words, refusal
from ui.desk import Desk
from ui.override import override
from ui.routes import Route
from ui.staff_screen import StaffScreen
from ui.widgets.button import ActionButton
from ui.widgets.flow import Flow
from ui.widgets.words import Words, words
from visit.wording import fill, isolated

_STICKS = (Path("/media"), Path("/run/media"))
_DEPTH = 3
_DATED: tuple[type[Bundle] | type[Guide] | type[Quiz], ...] = (Bundle, Guide, Quiz)


def packs(inbox: Path) -> tuple[Path, ...]:
    """List the folders that look like a pack: the inbox first, then sticks."""
    found = [inbox] if (inbox / "metadata").is_dir() else []
    for root in _STICKS:
        for depth in range(1, _DEPTH + 1):
            found += sorted(path.parent for path in root.glob("/".join(["*"] * depth) + "/metadata") if path.is_dir())
    return tuple(found)


class ContentScreen(StaffScreen):
    """Nothing changes before staff have read what would change."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._offer: Offer | None = None
        self._now = Words("part")
        self._said = Words("lead")
        buttons = Flow()
        self._look, self._back = ActionButton("search", "main"), ActionButton("back")
        self._accept, self._refuse = ActionButton("check", "main"), ActionButton("close")
        for button, act in (
            (self._look, self._on_look), (self._accept, self._on_accept),
            (self._refuse, self._on_refuse), (self._back, self._on_back),
        ):  # fmt: skip
            button.clicked.connect(act)
            buttons.addWidget(button)
        self.column.addWidget(self._now)
        self.column.addLayout(buttons)
        self.column.addWidget(self._said)
        self._list = self.area()
        self.column.addStretch(1)

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self.open_with(_("Content"), _("What is taught here, and until when it may be printed."))
        self._look.say(_("Look for new content"))
        self._accept.say(_("Use it from the next visit"))
        self._refuse.say(_("Do not use it"))
        self._back.say(_("Go back to the content before"))

    @override
    def show_route(self, route: Route) -> None:
        now = self.gettext("Version {version}, mark {mark}")
        self._now.setText(now.format(version=self.library.version, mark=self.library.digest[:8]))
        self._say("")
        self._show_offer(None)
        self._list.clear()
        code = self.language.code
        shown = (one.item for kind in _DATED for one in self.library.every(kind, code))
        self._list.column.addWidget(Words("heading", self.gettext("May be printed until")))
        for until, title in sorted((item.review.expires_on, item.title) for item in shown):
            self._list.column.addWidget(self._row(until, title))

    def _row(self, until: date, title: str) -> Words:
        is_over = until < date.today()
        pattern = self.gettext("{date}: {title} (past its day)") if is_over else self.gettext("{date}: {title}")
        return words(
            "strong" if is_over else "", fill(pattern, date=isolated(until.isoformat()), title=isolated(title))
        )

    def _show_offer(self, offer: Offer | None) -> None:
        self._offer = offer
        self._look.setVisible(offer is None)
        self._accept.setVisible(offer is not None)
        self._refuse.setVisible(offer is not None)
        self._back.setVisible(offer is None and self.room.shelf.in_use() is not None)

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _on_look(self) -> None:
        trust = self.room.trust(self.library.pack)
        if trust is None:
            self._say(self.gettext("This copy of Teachback knows no publisher, so it takes no new content."))
            return
        inbox = self.room.inbox
        found = packs(inbox)
        try:
            offer = newest(found, trust, self.room.shelf.folder)
            changed = change(self.library, offer.file)
        except UpdateRefused as refused:
            where = self.gettext("Without a stick, use the folder {folder}.").format(folder=inbox)
            told = refusal(refused, self.language)
            self._say(f"{told} {where}" if isinstance(refused, PackMissing) else told)
        except StoreError:
            self._say(self.gettext("This content is for another version of Teachback. The one in use stays."))
        else:
            if changed is None:
                self._say(self.gettext("This is the content in use already."))
                return
            head = self.gettext("Version {version} would bring:").format(version=offer.version)
            self._say("\n".join((head, *in_words(*changed, self.language))))
            self._show_offer(offer)

    def _on_accept(self) -> None:
        if self._offer is None:
            return
        try:
            self.room.shelf.accept(self._offer.file)
        except OSError:
            self._say(self.tell_no_room())
        else:
            self._say(self.gettext("Accepted. It is in use from the next visit."))
        self._show_offer(None)

    def _on_refuse(self) -> None:
        if self._offer is not None:
            self.room.shelf.refuse(self._offer.file)
        self._say(self.gettext("Nothing was changed."))
        self._show_offer(None)

    def _on_back(self) -> None:
        try:
            self.room.shelf.roll_back()
        except NothingBefore:
            self._say(self.gettext("Nothing was changed."))
        except OSError:
            self._say(self.tell_no_room())
        else:
            self._say(self.gettext("The content before is in use from the next visit."))
        self._show_offer(None)


SCREEN = ContentScreen
