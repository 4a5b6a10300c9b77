"""Rules for a whole guide: CDC Clear Communication Index and PEMAT-P, as far as a machine can read."""

import re
from collections.abc import Iterator
from typing import Final

from content.check.finding import Weight
from content.check.jargon import passives
from content.check.passages import Passage
from content.check.readability import sentences, words
from content.check.rule import CDC, IPDAS, PEMAT, Breach, Setting, item_rule
from content.model import Guide, Term

_LONGEST_LIST: Final = 7
_LONGEST_PURPOSE: Final = 25
_MOST_CALLOUTS: Final = 3
_PASSIVE_SHARE: Final = 0.1
_KNOWN_CAPITALS: Final = frozenset({"US", "UK", "EU", "UV", "TV", "AM", "PM", "OK", "ID", "MK", "FDA"})
_VERB: Final = re.compile(r"(?!(?:the|a|an|you|your|it|this|that|these|there|if|when|because|we)\b)[a-z’'-]+", re.I)

Texts = tuple[Passage, ...]


@item_rule(Guide, "CCI-02", CDC, "Write 1 to 3 short sentences.")
def has_message(guide: Guide, _texts: Texts, _setting: Setting) -> Iterator[Breach]:
    """One main message stands first."""
    count = sum(len(sentences(text)) for text in guide.main_message)
    if not 1 <= count <= 3:
        yield "main_message", f"{count} sentences."


@item_rule(Guide, "CCI-04", CDC, "Give one block a picture or a study that is drawn.", Weight.WARN)
def has_picture(guide: Guide, _texts: Texts, _setting: Setting) -> Iterator[Breach]:
    """A picture carries the main message."""
    if not any(block.picture or block.trial for block in guide.blocks):
        yield "blocks", "No picture."


@item_rule(Guide, "CCI-07", CDC, "Spell it out, or add the term to `glossary`.")
def spelled_out(guide: Guide, texts: Texts, setting: Setting) -> Iterator[Breach]:
    """Letters in place of words need their words."""
    terms = (term.term for term in setting.terms if term.id in guide.glossary)
    known = _KNOWN_CAPITALS | {word for term in terms for word in _capitals(term)}
    seen: set[str] = set()
    for passage in texts:
        for word in _capitals(passage.read):
            if word not in known | seen:
                seen.add(word)
                yield passage.path, f"“{word}”."


def _capitals(text: str) -> list[str]:
    return re.findall(r"\b[A-Z]{2,}\b", text)


@item_rule(Guide, "PEMAT-04", PEMAT, "Add the term to `glossary`, so that the sheet explains it.")
def terms_explained(guide: Guide, texts: Texts, setting: Setting) -> Iterator[Breach]:
    """A word of medicine is used only to teach it, and is explained."""
    for term in setting.terms:
        if term.id not in guide.glossary and not term.is_everyday:
            where = next((passage.path for passage in texts if _uses(passage.read, term)), None)
            if where is not None:
                yield where, f"“{term.term}” ({term.id})."


def _uses(text: str, term: Term) -> bool:
    name = re.sub(r"\s*\(.*\)", "", term.term)
    return re.search(rf"\b{re.escape(name)}s?\b", text, re.IGNORECASE) is not None


@item_rule(Guide, "CCI-08", CDC, f"Break the list: no more than {_LONGEST_LIST} points.")
def short_lists(guide: Guide, _texts: Texts, _setting: Setting) -> Iterator[Breach]:
    """Nobody keeps more than seven points. PEMAT item 22 asks the same of steps."""
    for block in guide.blocks:
        for name, points in (("bullets", block.bullets), ("steps", block.steps)):
            if len(points) > _LONGEST_LIST:
                yield f"blocks/{block.id}/{name}", f"{len(points)} points."
    for name in ("actions", "when_to_call", "know", "not_know", "benefits", "harms", "alternatives"):
        if len(getattr(guide, name)) > _LONGEST_LIST:
            yield name, f"{len(getattr(guide, name))} points."


@item_rule(Guide, "CCI-09", CDC, "Write a heading that tells what the block says.")
def telling_headings(guide: Guide, _texts: Texts, _setting: Setting) -> Iterator[Breach]:
    """A heading of one word says nothing. PEMAT item 9 asks the same."""
    for block in guide.blocks:
        if len(block.heading.split()) < 2:
            yield f"blocks/{block.id}/heading", f"“{block.heading}”."


@item_rule(Guide, "CCI-11", CDC, "Say what we know, and what nobody knows yet.")
def known_and_not(guide: Guide, _texts: Texts, _setting: Setting) -> Iterator[Breach]:
    """Honest texts name the gap."""
    yield from _empty(guide, "know", "not_know")


@item_rule(Guide, "CCI-12", CDC, "Write actions, why they matter and when to call.")
def has_actions(guide: Guide, _texts: Texts, _setting: Setting) -> Iterator[Breach]:
    """A reader wants to know what to do, why, and when to call. CDC items 12 to 14, PEMAT item 20."""
    yield from _empty(guide, "actions", "why", "when_to_call")


@item_rule(Guide, "CCI-19", CDC, "Write both, and the other choices, doing nothing included.")
def both_sides(guide: Guide, _texts: Texts, _setting: Setting) -> Iterator[Breach]:
    """A choice has two sides and more than one way."""
    yield from _empty(guide, "benefits", "harms", "alternatives")


@item_rule(Guide, "FIELD-04", IPDAS, "Name the sources, one with its year at least, the audience and the codes.")
def has_sources(guide: Guide, _texts: Texts, setting: Setting) -> Iterator[Breach]:
    """Every guide can be traced, and found by its code."""
    yield from _empty(guide, "sources", "audience", "blocks", "codes")
    if guide.sources and not setting.dated & set(guide.sources):
        yield "sources", "None of them has a year."


def _empty(guide: Guide, *names: str) -> Iterator[Breach]:
    for name in names:
        if not getattr(guide, name):
            yield name, "Empty."


@item_rule(Guide, "CCI-17", CDC, "Use one denominator in a guide, best 100.")
def one_denominator(_guide: Guide, texts: Texts, _setting: Setting) -> Iterator[Breach]:
    """Chances with different denominators cannot be compared."""
    found = {number: passage.path for passage in texts for number in re.findall(r"\bout of ([\d,]*\d)", passage.read)}
    if len(found) > 1:
        yield next(iter(found.values())), f"Out of {', out of '.join(sorted(found))}."


@item_rule(Guide, "CCI-20", CDC, "Add a picture or a study that is drawn to the block.", Weight.WARN)
def chance_is_drawn(guide: Guide, texts: Texts, _setting: Setting) -> Iterator[Breach]:
    """A chance is best seen."""
    if any(block.picture or block.trial for block in guide.blocks):
        return
    for passage in texts:
        if re.search(r"\d+ out of 1", passage.read):
            yield passage.path, "A chance without a drawing."
            return


@item_rule(Guide, "PEMAT-01", PEMAT, f"Say in up to {_LONGEST_PURPOSE} words what the reader will learn.")
def short_purpose(guide: Guide, _texts: Texts, _setting: Setting) -> Iterator[Breach]:
    """The purpose stands under the title."""
    if not 1 <= len(words(guide.purpose)) <= _LONGEST_PURPOSE:
        yield "purpose", f"{len(words(guide.purpose))} words."


@item_rule(Guide, "PEMAT-05", PEMAT, "Say who does what; one passive sentence in ten is enough.")
def active_voice(_guide: Guide, texts: Texts, _setting: Setting) -> Iterator[Breach]:
    """Active sentences say who acts."""
    said = [sentence for passage in texts for sentence in sentences(passage.read)]
    passive = [sentence for sentence in said if any(passives(sentence))]
    if len(passive) > _PASSIVE_SHARE * len(said):
        yield "", f"{len(passive)} of {len(said)} sentences are passive, such as “{passive[0]}”."


@item_rule(Guide, "PEMAT-12", PEMAT, "Keep 1 to 3 call-outs.", Weight.WARN)
def some_callouts(guide: Guide, _texts: Texts, _setting: Setting) -> Iterator[Breach]:
    """A box draws the eye, five boxes do not."""
    count = sum(block.callout is not None for block in guide.blocks)
    if not 1 <= count <= _MOST_CALLOUTS:
        yield "blocks", f"{count} call-outs."


@item_rule(Guide, "PEMAT-21", PEMAT, "Begin with a verb: “Ask …”, “Walk …”.")
def action_verbs(guide: Guide, _texts: Texts, _setting: Setting) -> Iterator[Breach]:
    """An action begins with what to do."""
    for action in guide.actions:
        if not _VERB.match(action.do):
            yield f"actions/{action.id}/do", f"“{action.do}”."


RULES: Final = (
    has_message,
    has_picture,
    spelled_out,
    terms_explained,
    short_lists,
    telling_headings,
    known_and_not,
    has_actions,
    both_sides,
    has_sources,
    one_denominator,
    chance_is_drawn,
    short_purpose,
    active_voice,
    some_callouts,
    action_verbs,
)
