"""Why a block is on the sheet, in words."""

from content.library import Library
from i18n.language import Language
from i18n.runs import Line
from visit.blocks import Reason, ReasonKind
from visit.naming import names_of
from visit.wording import fill, say


def why(reason: Reason, library: Library, language: Language) -> Line | None:
    """Say why a block is on the sheet; None for what is on every sheet."""
    _ = language.gettext
    named = {
        ReasonKind.TICKED: _("Here because you told us about: {names}."),
        ReasonKind.SAID: _("Here because you told us about: {names}."),
        ReasonKind.CHOSEN: _("Here because your clinic chose: {names}."),
    }
    plain = {
        ReasonKind.TICKED: _("Here because of what you told us."),
        ReasonKind.SAID: _("Here because of what you told us."),
        ReasonKind.OPENED: _("Here because you opened it."),
        ReasonKind.MISSED: _("Here because you missed this in the quiz."),
        ReasonKind.EATEN: _("Here because of the foods and pills you told us about."),
    }
    if reason.names and reason.kind in named:
        return fill(named[reason.kind], names=names_of(reason.names, library, language))
    return say(plain[reason.kind]) if reason.kind in plain else None
