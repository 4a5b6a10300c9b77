"""Prepare a visit for a patient: a bundle or single parts, their language; then print, or give a code."""

import secrets
from datetime import datetime

from clinic.staff_store import StaffStoreError
from content.model import Bundle, Depth, Guide, Quiz
from i18n.language import Language
from ui.desk import Desk
from ui.handoff import hand_out
from ui.override import override
from ui.routes import Route, ToPath, ToPreview
from ui.staff_screen import StaffScreen
from ui.widgets.button import ActionButton
from ui.widgets.choice import Answers, AnyOf, OneOf
from ui.widgets.flow import Flow
from ui.widgets.spaces import Space, column, frame
from ui.widgets.words import Words
from ui.wishes import Open
from visit.ticket import Composition, NoTicketLeft


class ComposeScreen(StaffScreen):
    """What is chosen here names no person and no medicine."""

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__(desk, language)
        self._guides: tuple[str, ...] = ()
        self._quizzes: tuple[str, ...] = ()
        self._bundle: str | None = None
        self._locale = desk.staff.settings.locale if desk.staff else "en"
        self._speaks = OneOf(tuple(info.code for info in desk.offered))
        self._ready = OneOf((None, *self.library.listed(Bundle, language.code)))
        self._which_guides = AnyOf(self.library.listed(Guide, language.code))
        self._which_quizzes = AnyOf(self.library.listed(Quiz, language.code))
        self._speaks.chosen.connect(self._set_locale)
        self._ready.chosen.connect(self._set_bundle)
        self._which_guides.chosen.connect(self._set_guides)
        self._which_quizzes.chosen.connect(self._set_quizzes)
        buttons = Flow()
        self._print, self._give = ActionButton("print", "main"), ActionButton("code", "main")
        self._here = ActionButton("forward")
        self._print.clicked.connect(lambda: self.wished.emit(Open(self._composition(), ToPreview())))
        self._here.clicked.connect(lambda: self.wished.emit(Open(self._composition(), ToPath())))
        self._give.clicked.connect(self._hand_out)
        for button in (self._print, self._give, self._here):
            buttons.addWidget(button)
        self.column.addLayout(buttons)  # above the choices: those of guides and quizzes fill pages
        self._card = frame("good")
        inside = column(self._card, space=Space.SNUG, margin=Space.WIDE)
        self._code, self._until = Words("greeting"), Words("lead")
        inside.addWidget(self._code)
        inside.addWidget(self._until)
        for widget in (self._card, self._speaks, self._ready, self._which_guides, self._which_quizzes):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    @override
    def retranslate(self) -> None:
        _ = self.language.gettext
        self.open_with(_("Prepare a handout"), _("No names here: the code opens topics, not a person."))
        self._speaks.say(_("The patient reads"), {info.code: info.own_name for info in self.desk.offered})
        self._print.say(_("Print now"))
        self._give.say(_("Give a code"))
        self._here.say(_("Open it here for the patient"))

    @override
    def show_route(self, route: Route) -> None:
        _ = self.gettext
        self._offer(Bundle, self._ready, _("A ready handout"))
        self._offer(Guide, self._which_guides, _("Guides"))
        self._offer(Quiz, self._which_quizzes, _("Quizzes"))
        self._show()

    def _offer(self, kind: type[Bundle] | type[Guide] | type[Quiz], part: Answers, question: str) -> None:
        """Name what there is; what is past its last day says so, and cannot be chosen."""
        words: dict[str | None, str] = {None: self.gettext("None")}
        past = set()
        for shown in self.library.every(kind, self.language.code):
            one = shown.item
            words[one.id] = one.title
            if self.safety.is_expired(kind, one.id):
                past.add(one.id)
                pattern = self.gettext("{date}: {title} (past its day)")
                words[one.id] = pattern.format(date=one.review.expires_on.isoformat(), title=one.title)
        part.say(question, words)
        part.withhold(past)

    def _set_locale(self, code: str) -> None:
        self._locale = code
        self._show()

    def _set_bundle(self, bundle: str | None) -> None:
        self._bundle = bundle
        self._show()

    def _set_guides(self, guides: tuple[str, ...]) -> None:
        self._guides = guides
        self._show()

    def _set_quizzes(self, quizzes: tuple[str, ...]) -> None:
        self._quizzes = quizzes
        self._show()

    def _show(self) -> None:
        self._speaks.show_value(self._locale)
        self._ready.show_value(self._bundle)
        self._which_guides.show_values(self._guides)
        self._which_quizzes.show_values(self._quizzes)
        is_something = bool(self._bundle or self._guides or self._quizzes)
        for button in (self._print, self._give, self._here):
            button.setEnabled(is_something)
        self._card.hide()

    def _composition(self) -> Composition:
        """Give what was chosen; the clinic's own language goes beside the patient's."""
        clinic = self.room.settings.clinic_locale
        return Composition(
            locale=self._locale,
            beside=clinic if clinic != self._locale else None,
            bundle=self._bundle,
            guides=tuple((guide, Depth.SHORT) for guide in self._guides),
            quizzes=self._quizzes,
            text_pt=self.room.settings.print_points,
        )

    def _hand_out(self) -> None:
        now = datetime.now()
        try:
            code = hand_out(self.room, self._composition(), now, secrets.randbelow)
        except (StaffStoreError, NoTicketLeft):
            self._code.setText("")
            self._until.setText(self.tell_no_room())
        else:
            self._code.setText(f"{code[:3]} {code[3:]}")
            until = self.gettext("Write it down for the patient. It works here until {time} today.")
            self._until.setText(until.format(time=f"{self.room.closes(now):%H:%M}"))
        self._card.show()
        self.body.to_top()


SCREEN = ComposeScreen
