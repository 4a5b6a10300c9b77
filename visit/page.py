"""Writing a page from cleared content: the only way from a piece to elements, the notices of its rules before it."""

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias, TypeVar

from content.library import Shown
from content.model import Picture, Rule, Severity, Text
from i18n.language import Language
from i18n.runs import Line
from visit.elements import Bullets, Element, Figure, Heading, Notice, Paragraph, Tone
from visit.safety import Cleared, NotCleared, Safety
from visit.wording import line, say

T = TypeVar("T")
P = TypeVar("P")
Words: TypeAlias = Callable[[str], Line]
Draw: TypeAlias = Callable[[T, Words], Iterable[Element]]

TONES: Final = {Severity.DANGER: Tone.DANGER, Severity.CAUTION: Tone.CAUTION, Severity.NOTE: Tone.NOTE}


def rule_notice(shown: Shown[Rule], language: Language, is_again: bool = False) -> Notice:
    """Say a safety rule in a box; `is_again` only reminds of what stands above on the same page."""
    rule = shown.item
    title = line(rule.title, language, shown.locale)
    text = say(language.gettext("As said above.")) if is_again else line(rule.say, language, shown.locale)
    return Notice(TONES[rule.severity], title, text)


class Page:
    """A page being written in one language. What a rule says stands directly before the first piece it is about.

    A notice is not said again while the pieces that follow are about the same: it is still in force. Later on the same
    page its title stands again, without the rest.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self.is_translated = True
        self._elements: list[Element] = []
        self._in_force: tuple[str, ...] = ()
        self._said: set[str] = set()

    @property
    def elements(self) -> tuple[Element, ...]:
        """Give what was written so far."""
        return tuple(self._elements)

    def own(self, *elements: Element) -> None:
        """Write words of the program itself, never content."""
        self._elements.extend(elements)

    def heading(self, text: str, level: int = 3) -> None:
        """Write a heading of the program's own words."""
        self.own(Heading(level, say(text)))

    def _announce(self, cleared: Iterable[Cleared[T]]) -> tuple[Cleared[T], ...]:
        every = tuple(cleared)
        for one in every:
            if not isinstance(one, Cleared):
                raise NotCleared(type(one).__name__)
        rules = {shown.item.id: shown for one in every for shown in one.notices}
        for name, shown in rules.items():
            if name not in self._in_force:
                self.own(rule_notice(shown, self.language, is_again=name in self._said))
                self._said.add(name)
        self._in_force = tuple(rules)
        self.is_translated = self.is_translated and all(one.is_translated for one in every)
        return every

    def write(self, cleared: Cleared[T], draw: Draw[T]) -> None:
        """Write a piece; where a rule took it away, only what the rule says."""
        for one in self._announce((cleared,)):
            if one.piece is not None:
                self.own(*draw(one.piece, self.words(one.locale)))

    def each(self, cleared: Iterable[Cleared[T]], draw: Draw[T]) -> None:
        """Write pieces one after the other."""
        for one in cleared:
            self.write(one, draw)

    def gathered(
        self, cleared: Iterable[Cleared[T]], one: Callable[[T, Words], P], whole: Callable[[tuple[P, ...]], Element]
    ) -> None:
        """Write pieces as one element; what rules say of any of them stands before it."""
        every = self._announce(cleared)
        parts = tuple(one(each.piece, self.words(each.locale)) for each in every if each.piece is not None)
        if parts:
            self.own(whole(parts))

    def listed(
        self,
        title: str | None,
        cleared: Iterable[Cleared[Text]],
        whole: Callable[[tuple[Line, ...]], Element] = Bullets,
    ) -> None:
        """Write texts as one list under a title; what rules say stands before the list."""
        pieces = tuple(cleared)
        if title is not None and pieces:
            self.heading(title)
        self.gathered(pieces, lambda text, words: words(text), whole)

    def paragraph(self, cleared: Cleared[Text], is_lead: bool = False) -> None:
        """Write a text as a paragraph."""
        self.write(cleared, lambda text, words: (Paragraph(words(text), is_lead=is_lead),))

    def picture(self, picture: str, safety: Safety) -> None:
        """Draw a picture with its caption and its text equivalent."""
        self.write(safety.item(Picture, picture), _figure)

    def words(self, locale: str) -> Words:
        """Give the way from a content text to a line of this page."""
        return lambda text: line(text, self.language, locale)


def _figure(picture: Picture, words: Words) -> Iterable[Element]:
    yield Figure(picture.file, words(picture.caption), picture.alt)
