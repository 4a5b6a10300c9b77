"""What a list says of a guide, a quiz or a bundle before it is opened: its title, what rules say of it, its purpose."""

from dataclasses import dataclass
from typing import Final

from content.model import Bundle, Guide, Quiz
from i18n.language import Language
from i18n.runs import Line
from visit.elements import Notice, Tone
from visit.page import rule_notice
from visit.pages.guide import too_old
from visit.safety import Safety
from visit.sheet import title_line
from visit.wording import emphasis, line

MOST_NOTICES: Final = 2


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a list. `notices` are the gravest of its rules; `purpose` is empty where a rule took it away."""

    title: Line
    notices: tuple[Notice, ...]
    purpose: Line
    is_expired: bool = False

    @property
    def lines(self) -> tuple[Line, ...]:
        """Give the lines below the title: what rules say first, and so that it stands out."""
        return tuple(one for one in (*self.rules, self.purpose) if one)

    @property
    def rules(self) -> tuple[Line, ...]:
        """Give the titles of its rules, so that they stand out."""
        return tuple(emphasis(notice.title) for notice in self.notices)

    @property
    def is_warned(self) -> bool:
        """Say whether the entry needs the eye: a danger, a caution, or too old."""
        return any(notice.tone is not Tone.NOTE for notice in self.notices)


def listed(kind: type[Guide] | type[Quiz] | type[Bundle], item_id: str, safety: Safety, language: Language) -> Listed:
    """Give the entry of an item, in the language of the list. Raises: NotInStore."""
    title = safety.title(kind, item_id)
    if safety.is_expired(kind, item_id):
        return Listed(title_line(title, language), (too_old(language),), (), is_expired=True)
    purpose = safety.piece(kind, item_id, lambda item: item.purpose)
    said = {shown.item.id: shown for one in (title, purpose) for shown in one.notices}
    order = [one.rule.id for one in safety.applied if one.rule.id in said and one.rule.id not in safety.asides]
    notices = tuple(rule_notice(said[name], language) for name in order[:MOST_NOTICES])
    words = line(purpose.piece, language, purpose.locale) if purpose.piece is not None else ()
    return Listed(title_line(title, language), notices, words)
