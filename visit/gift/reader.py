"""Questions from GIFT."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from typing import Final

from content.model import Option, Question, QuestionType, Scale, Text
from visit.gift.form import GiftError, Imported, Unsaid, hidden, shown

LONGEST: Final = 1_000_000
REACH: Final = 10
BLANK: Final = "_____"
_TAG: Final = re.compile(r"\[(id|tag):([^\]]*)\]")
_FORMAT: Final = re.compile(r"^\s*\[(html|moodle|plain|markdown)\]")
_TITLE: Final = re.compile(r"^\s*::(.*?)::", re.DOTALL)
_ANSWER: Final = re.compile(r"([=~])\s*(?:%(-?[\d.]+)%)?([^=~#]*)(?:#([^=~#]*))?")
_TRUE: Final = re.compile(r"\s*(T|TRUE|F|FALSE)\s*(?:#([^#]*))?(?:#([^#]*))?\s*", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\s*=?\s*(-?\d+)(?::(\d+)|\.\.(-?\d+))?\s*(?:#([^#]*))?\s*")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


@dataclass
class _Raw:
    """One question as it stands in the text."""

    line: int
    place: int
    text: str = ""
    tags: dict[str, str] = field(default_factory=dict)
    unsaid: list[Unsaid] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.tags.get("id") or f"q{self.place}"

    def cannot(self, what: str) -> None:
        self.unsaid.append(Unsaid(self.id, what))


def read(text: str) -> Imported:
    """Read questions from GIFT; kinds we do not have (essay, short answer) are named. Raises: GiftError."""
    if len(text) > LONGEST:
        raise GiftError(1, f"it has {len(text)} characters; give at most {LONGEST}")
    questions: list[Question] = []
    unsaid: list[Unsaid] = []
    for raw in _split(text.removeprefix("\ufeff")):
        question = _question(raw)
        unsaid.extend(raw.unsaid)
        if question is not None:
            questions.append(question)
    return Imported(tuple(questions), tuple(unsaid))


def _split(text: str) -> Iterator[_Raw]:
    """Cut at blank lines, and take comments and categories out."""
    raw = _Raw(1, 1)
    for number, line in enumerate((*text.splitlines(), ""), 1):
        bare = line.strip()
        if bare.startswith("//"):
            raw.tags.update(_tags(bare))
        elif bare.startswith("$CATEGORY:"):
            continue
        elif bare:
            if not raw.text:
                raw.line = number
            raw.text += line + "\n"
        elif raw.text:
            yield raw
            raw = _Raw(number, raw.place + 1)


def _tags(comment: str) -> Iterator[tuple[str, str]]:
    for kind, value in _TAG.findall(comment):
        name, equals, rest = value.partition("=")
        yield (name, rest) if kind == "tag" and equals else (kind, value)


def _question(raw: _Raw) -> Question | None:
    text = hidden(raw.text)
    title = _TITLE.match(text)
    if title is not None:
        raw.tags.setdefault("id", re.sub(r"[^a-z0-9]+", "-", shown(title[1]).lower()).strip("-"))
        text = text[title.end() :]
    before, opened, rest = text.partition("{")
    body, closed, after = rest.partition("}")
    if opened and not closed:
        raise GiftError(raw.line, "a { is not closed by a }")
    if not opened:
        raw.cannot("a text without a question")
        return None
    if "{" in body or "{" in after:
        raise GiftError(raw.line, "there is a second {; write \\{ for the sign itself")
    if _FORMAT.match(before):
        raw.cannot("formatting such as [html]")
        before = _FORMAT.sub("", before)
    ask = shown(f"{before} {BLANK} {after}" if after.strip() else before)
    return _of_kind(raw, ask, *_without_general(body))


def _without_general(body: str) -> tuple[str, str]:
    answers, _marks, general = body.partition("####")
    return answers, shown(general)


def _of_kind(raw: _Raw, ask: str, body: str, explain: str) -> Question | None:
    if body.lstrip().startswith("#"):
        return _scale(raw, ask, body.lstrip()[1:], explain)
    truth = _TRUE.fullmatch(body)
    if truth is not None:
        return _made(raw, QuestionType.TRUE_FALSE, ask, explain, _true_false(truth, raw))
    answers = list(_ANSWER.finditer(body))
    if not answers:
        raw.cannot("an essay question")
        return None
    if all("->" in one[3] for one in answers):
        return _matched(raw, ask, explain, answers)
    if all(one[1] == "=" and one[2] is None for one in answers):
        raw.cannot("a question answered by typing")
        return None
    return _chosen(raw, ask, explain, answers)


def _made(raw: _Raw, kind: QuestionType, ask: str, explain: str, options: tuple[Option, ...]) -> Question:
    tags = raw.tags
    for needed in ("guide", "block"):
        if needed not in tags:
            raw.cannot(f"the {needed} that answers it: fill it in")
    if not explain:
        raw.cannot("an explanation: fill it in")
    return Question(
        id=raw.id,
        type=kind,
        ask=Text(ask),
        options=options,
        explain=Text(explain),
        claim=tags.get("claim"),
        guide=tags.get("guide", ""),
        block=tags.get("block", ""),
    )


def _names(raw: _Raw, count: int) -> tuple[str, ...]:
    given = tuple(name for name in raw.tags.get("options", "").split(",") if name)
    if len(given) == count == len(set(given)):
        return given
    return tuple(_LETTERS[n] if n < len(_LETTERS) else f"a{n}" for n in range(count))


def _true_false(found: re.Match[str], raw: _Raw) -> tuple[Option, ...]:
    """The first feedback is for the wrong answer, the second for the right one."""
    is_true = found[1].upper().startswith("T")
    wrong, right = shown(found[2] or ""), shown(found[3] or "")
    yes, no = _names(raw, 2) if "options" in raw.tags else ("yes", "no")
    return (
        Option(id=yes, text=Text("True"), is_right=is_true, explain=Text(right if is_true else wrong)),
        Option(id=no, text=Text("False"), is_right=not is_true, explain=Text(wrong if is_true else right)),
    )


def _option(name: str, found: re.Match[str], is_right: bool) -> Option:
    return Option(id=name, text=Text(shown(found[3])), is_right=is_right, explain=Text(shown(found[4] or "")))


def _chosen(raw: _Raw, ask: str, explain: str, answers: list[re.Match[str]]) -> Question:
    """One right answer is marked by `=`; several right ones have parts of the points above nothing."""
    names = _names(raw, len(answers))
    is_one = any(one[1] == "=" for one in answers)
    if is_one and any(one[2] is not None for one in answers):
        raw.cannot("part points for an answer that is not the right one")
    right = [one[1] == "=" if is_one else _weight(one, raw) > 0 for one in answers]
    if is_one and sum(right) > 1:
        is_one = False
    kind = QuestionType.ONE if is_one else QuestionType.SEVERAL
    options = tuple(_option(name, one, is_right) for name, one, is_right in zip(names, answers, right, strict=True))
    return _made(raw, kind, ask, explain, options)


def _weight(found: re.Match[str], raw: _Raw) -> Decimal:
    try:
        return Decimal(found[2] or 0)
    except InvalidOperation as error:
        raise GiftError(raw.line, f"%{found[2]}% is not a number") from error


def _matched(raw: _Raw, ask: str, explain: str, answers: list[re.Match[str]]) -> Question:
    """Pairs; or an order, where a tag says so and every match is a place."""
    is_order = raw.tags.get("type") == QuestionType.ORDER
    options = []
    for name, one in zip(_names(raw, len(answers)), answers, strict=True):
        text, _arrow, match = one[3].partition("->")
        place = shown(match)
        if is_order and not place.isdecimal():
            raise GiftError(raw.line, f"the place {place!r} is not a number")
        extra = {"place": int(place)} if is_order else {"match": Text(place)}
        options.append(Option(id=name, text=Text(shown(text)), explain=Text(""), **extra))
    return _made(raw, QuestionType.ORDER if is_order else QuestionType.MATCH, ask, explain, tuple(options))


def _scale(raw: _Raw, ask: str, body: str, explain: str) -> Question | None:
    found = _NUMBER.fullmatch(body)
    if found is None:
        raw.cannot("a number that is not whole, or several numbers")
        return None
    right, tolerance = int(found[1]), int(found[2] or 0)
    if found[3] is not None:
        low, high = right, int(found[3])
        right, tolerance = (low + high) // 2, (high - low) // 2
    ends = raw.tags.get("scale", "").split(",")
    if len(ends) == 3 and all(re.fullmatch(r"-?\d+", one) for one in ends):
        first, last, step = map(int, ends)
    else:
        first, last, step = right - tolerance - REACH, right + tolerance + REACH, 1
        raw.cannot("the ends of the scale: check them")
    scale = Scale(low=first, high=last, step=step, right=right, tolerance=tolerance)
    return replace(_made(raw, QuestionType.SCALE, ask, explain, ()), scale=scale)
