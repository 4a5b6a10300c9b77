"""Writing a page from cleared content: the only way from a piece to elements, the notices of its rules before it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final, TypeAlias, TypeVar

from content.library import Shown
from content.model import Picture, Rule, Severity, Text
from i18n.language import Language
from i18n.runs import Line
from visit.elements import Bullets, Element, Figure, Heading, Notice, Paragraph, Tone
from visit.safety import Cleared, NotCleared, Safety
from visit.wording import line, say, sentences, titled

T = TypeVar("T")
P = TypeVar("P")
Words: TypeAlias = Callable[[str], Line]
Draw: TypeAlias = Callable[[T, Words], Iterable[Element]]

TONES: Final = {Severity.DANGER: Tone.DANGER, Severity.CAUTION: Tone.CAUTION, Severity.NOTE: Tone.NOTE}
BETWEEN: Final = " · "
_GRAVEST: Final = tuple(TONES)


def rule_notice(shown: Shown[Rule], language: Language) -> Notice:
    """Say a safety rule in a box."""
    rule = shown.item
    return Notice(
        TONES[rule.severity], line(rule.title, language, shown.locale), line(rule.say, language, shown.locale)
    )


def rule_point(shown: Shown[Rule], language: Language) -> Line:
    """Say a safety rule in a line, its title standing out."""
    notice = rule_notice(shown, language)
    return titled(notice.title, notice.text, language)


def reminder(rules: Iterable[Shown[Rule]], language: Language) -> Notice:
    """Remind of rules that were said in full before: their titles, in one notice as grave as the gravest."""
    told = sorted(rules, key=lambda shown: _GRAVEST.index(shown.item.severity))
    titles = [line(shown.item.title, language, shown.locale) for shown in told]
    return Notice(TONES[told[0].item.severity], sentences(titles, BETWEEN), (), is_brief=True)


class Page:
    """A page being written in one language. What a rule says stands directly before the first piece it is about.

    A notice is not said again while the pieces that follow are about the same: it is still in force. Later its title
    stands again, without the rest; also where the rule is among those `said` in full before this page. On paper one
    line holds all such titles, and only dangers stand in boxes.
    """

    def __init__(self, language: Language, is_paper: bool = False, said: Iterable[str] = ()) -> None:
        self.language = language
        self.is_paper = is_paper
        self.is_translated = True
        self.is_draft = False
        self._elements: list[Element] = []
        self._in_force: tuple[str, ...] = ()
        self._said = set(said)
        self._spared = frozenset[str]()

    @property
    def elements(self) -> tuple[Element, ...]:
        """Give what was written so far."""
        return tuple(self._elements)

    @property
    def said(self) -> frozenset[str]:
        """Give the rules that were said in full, here or before."""
        return frozenset(self._said)

    def spare(self, rules: Iterable[str]) -> None:
        """Say nothing of these rules from here on."""
        self._spared = frozenset(rules)

    def own(self, *elements: Element) -> None:
        """Write words of the program itself, never content."""
        self._elements.extend(elements)

    def heading(self, text: str, level: int = 3) -> None:
        """Write a heading of the program's own words."""
        self.own(Heading(level, say(text)))

    def announce(self, cleared: Iterable[Cleared[T]]) -> tuple[Cleared[T], ...]:
        """Write what rules say of some pieces, before they are written. Raises: NotCleared."""
        every = tuple(cleared)
        for one in every:
            if not isinstance(one, Cleared):
                raise NotCleared(type(one).__name__)
        noticed = {shown.item.id: shown for one in every for shown in one.notices}
        rules = {name: shown for name, shown in noticed.items() if name not in self._spared}
        self._remind([shown for name, shown in rules.items() if name in self._said and name not in self._in_force])
        for name, shown in rules.items():
            if name not in self._said:
                self.rule(shown)
        self._in_force = tuple(rules)
        self.mark(every)
        return every

    def mark(self, shown: Iterable[Cleared[T] | Shown[Rule]]) -> None:
        """Note what was not translated, and what nobody signed off."""
        for one in shown:
            self.is_translated = self.is_translated and one.is_translated
            self.is_draft = self.is_draft or one.is_draft

    def _remind(self, told: list[Shown[Rule]]) -> None:
        for together in [told] if self.is_paper else [[one] for one in told]:
            if together:
                self.own(reminder(together, self.language))

    def rule(self, shown: Shown[Rule]) -> None:
        """Say a rule in full."""
        notice = rule_notice(shown, self.language)
        self.own(replace(notice, is_brief=self.is_paper and shown.item.severity is not Severity.DANGER))
        self._said.add(shown.item.id)
        self.mark((shown,))

    def rules(self, rules: Iterable[Shown[Rule]]) -> None:
        """Say rules in full, one after the other, as points of a list."""
        every = tuple(rules)
        self._said.update(shown.item.id for shown in every)
        self.mark(every)
        if every:
            self.own(Bullets(tuple(rule_point(shown, self.language) for shown in every)))

    def write(self, cleared: Cleared[T], draw: Draw[T]) -> None:
        """Write a piece; where a rule took it away, only what the rule says."""
        for one in self.announce((cleared,)):
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
        every = self.announce(cleared)
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
        self.under(title, lambda: self.gathered(cleared, lambda text, words: words(text), whole))

    def under(self, title: str | None, write: Callable[[], None]) -> None:
        """Write something under a heading of the program's own words; where nothing was written, no heading."""
        before = len(self._elements)
        if title is not None:
            self.heading(title)
        opened = len(self._elements)
        write()
        if len(self._elements) == opened:
            del self._elements[before:]

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
