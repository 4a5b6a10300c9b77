"""What a pack scores: reading level, sentence lengths, jargon, index scores, dates and findings of each topic."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from content.check import Finding, Weight, findings, setting_of
from content.check.jargon import jargon
from content.check.passages import Passage, by_block, passages
from content.check.readability import grade, sentences, words
from content.check.reading import FEWEST_WORDS, text_of
from content.check.rule import Setting
from content.model import KINDS, Bundle, Exemption, Guide, Item, Quiz, Review
from content.pack import Pack
from content.readiness import Words, readiness
from content.report.marks import CCI, PEMAT, Mark, marks
from content.strings import strings


@dataclass(frozen=True, slots=True)
class Topic:
    """What one guide, quiz or bundle scores. Grades are Flesch-Kincaid; lengths are in words.

    `plain_grade` leaves out the names of medicines; `cci` and `pemat` are filled for guides only.
    """

    id: str
    kind: str
    title: str
    grade: float
    plain_grade: float
    hardest_grade: float
    words: int
    mean_sentence: float
    longest_sentence: int
    jargon: tuple[str, ...]
    cci: tuple[Mark, ...]
    pemat: tuple[Mark, ...]
    review: Review
    findings: tuple[Finding, ...]
    exempt: tuple[Exemption, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """What all items of one kind score together. Only an item of some length has a grade of its own."""

    kind: str
    count: int
    grade: float | None
    highest_grade: float | None
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class InLanguage:
    """Which topics can be shown in one language; the others are shown in English."""

    locale: str
    ready: frozenset[str]


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """What a pack scores on a day."""

    pack: str
    version: str
    today: date
    topics: tuple[Topic, ...]
    sums: tuple[Sum, ...]
    languages: tuple[InLanguage, ...] = ()


def score_card(pack: Pack, today: date, words: Mapping[str, Words] = MappingProxyType({})) -> ScoreCard:
    """Measure every topic of a pack, sum up every kind, and tell which topics each language of `words` has."""
    setting = setting_of(pack, today)
    found = {item.id: tuple(findings(item, setting)) for item in pack.items()}
    held: tuple[Guide | Quiz | Bundle, ...] = (*pack.of(Guide), *pack.of(Quiz), *pack.of(Bundle))
    topics = tuple(_topic(item, found[item.id], setting) for item in held)
    sums = tuple(_sum(kind.kind, pack.of(kind), found) for kind in KINDS if pack.of(kind))
    languages = tuple(InLanguage(locale, _ready(held, told)) for locale, told in words.items())
    return ScoreCard(pack.id, pack.version, today, topics, sums, languages)


def _ready(items: Iterable[Item], words: Words) -> frozenset[str]:
    return frozenset(item.id for item in items if readiness(dict(strings(item)), words).state == "ready")


def _topic(item: Guide | Quiz | Bundle, found: tuple[Finding, ...], setting: Setting) -> Topic:
    texts = passages(item)
    text = text_of(texts)
    lengths = [len(words(sentence)) for sentence in sentences(text)] or [0]
    hardest = max(_block_grades(texts), default=0.0)
    is_guide = isinstance(item, Guide)
    return Topic(
        id=item.id,
        kind=item.kind,
        title=item.title,
        grade=grade(text),
        plain_grade=grade(text, setting.names),
        hardest_grade=hardest,
        words=sum(lengths),
        mean_sentence=sum(lengths) / len(lengths),
        longest_sentence=max(lengths),
        jargon=tuple(dict.fromkeys(word.lower() for word, _ in jargon(text))),
        cci=marks(CCI, found) if is_guide else (),
        pemat=marks(PEMAT, found) if is_guide else (),
        review=item.review,
        findings=found,
        exempt=item.exempt,
    )


def _block_grades(texts: tuple[Passage, ...]) -> Iterator[float]:
    return (grade(text_of(members)) for block, members in by_block(texts) if block)


def _sum(kind: str, items: Collection[Item], by_item: Mapping[str, tuple[Finding, ...]]) -> Sum:
    found = [finding for item in items for finding in by_item[item.id]]
    texts = [text for item in items if (text := text_of(passages(item)))]
    highest = max((grade(text) for text in texts if len(words(text)) >= FEWEST_WORDS), default=None)
    errors = sum(finding.severity is Weight.ERROR for finding in found)
    return Sum(kind, len(items), grade("\n".join(texts)) if texts else None, highest, errors, len(found) - errors)
