"""Chosen for you: what staff put together, in order, and the handout at its end."""

from PySide6.QtWidgets import QWidget

from content.errors import NotInStore
from content.model import Bundle, Guide, Quiz
from ui.choice_screen import GO_ON, WARNED, ChoiceScreen
from ui.override import override
from ui.routes import Route, ToHandout
from ui.topics import ToGuide, ToQuestion
from visit.pages.guide import too_old
from visit.pages.listing import Listed, listed
from visit.wording import say, sentences


class PathScreen(ChoiceScreen):
    """One tile for each part."""

    most = 1

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self.open_with(_("Chosen for you"), _("Staff chose these for you. Take your time."))

    @override
    def show_route(self, route: Route) -> None:
        self.begin_anew((too_old(self.language),) if self._is_too_old() else ())
        for quiz in self._quizzes():
            one = listed(Quiz, quiz, self.safety, self.language)
            self._list("quiz", one, self.gettext("Quiz"), ToQuestion(quiz))
        for guide in self._guides():
            one = listed(Guide, guide, self.safety, self.language)
            self._list("learn", one, self.gettext("Guide"), ToGuide(guide))
        handout = Listed(say(self.gettext("My handout")), (), say(self.gettext("See it and print it")))
        self._list("handout", handout, "", ToHandout())

    @override
    def begin(self) -> QWidget | None:
        first = self._tiles.itemAt(0)  # a code closed the page before, with whatever had the keyboard
        return first.widget() if first is not None else None

    def _list(self, icon: str, one: Listed, kind: str, to: Route) -> None:
        """Add a tile: of what it says only what rules say, or what kind of thing it is."""
        said = (*one.rules, say(kind) if kind else one.purpose)
        self.add(icon, one.title, sentences(said, "\n"), to, WARNED if one.is_warned else GO_ON)

    def _bundle(self) -> Bundle | None:
        try:
            bundle = self.library.get(Bundle, self.visit.bundle).item if self.visit.bundle else None
        except NotInStore:  # the content changed since the code was given
            return None
        return None if bundle is None or self.safety.is_expired(Bundle, bundle.id) else bundle

    def _is_too_old(self) -> bool:
        chosen = self.visit.bundle
        return chosen in self.library.ids(Bundle) and self.safety.is_expired(Bundle, str(chosen))

    def _guides(self) -> tuple[str, ...]:
        bundle = self._bundle()
        wanted = (*(bundle.guides if bundle else ()), *(one.guide for one in self.visit.guides))
        there = self.library.ids(Guide)
        return tuple(dict.fromkeys(str(one) for one in wanted if one in there))

    def _quizzes(self) -> tuple[str, ...]:
        bundle = self._bundle()
        wanted = (*(bundle.quizzes if bundle else ()), *self.visit.quizzes)
        there = self.library.ids(Quiz)
        return tuple(dict.fromkeys(str(one) for one in wanted if one in there))


SCREEN = PathScreen
