"""Rules for the record behind a text: who wrote it, who paid, when it must be looked at again."""

from collections.abc import Iterator
from typing import Final

from content.check.finding import Weight
from content.check.passages import Passage
from content.check.rule import HOUSE, Breach, Setting, item_rule
from content.model import Bundle, Claim, Guide, Item, Picture, Quiz, Review, Standing, Term, Trial

_LONGEST_REVIEW_DAYS: Final = 1096
_LONGEST_DEFINITION: Final = 20
_RECORD: Final = "IPDAS and DISCERN: who, when, who paid"


def review_of(item: Item) -> Review | None:
    """Give the review of an item that has one."""
    return item.review if isinstance(item, Guide | Quiz | Bundle) else None


@item_rule(Item, "DATE-01", HOUSE, "Have it reviewed, then set new dates.")
def expired(item: Item, _texts: tuple[Passage, ...], setting: Setting) -> Iterator[Breach]:
    """Nothing is printed past its last day."""
    review = review_of(item)
    if review and setting.today > review.expires_on:
        yield "review/expires_on", f"Expired on {review.expires_on}."


@item_rule(Item, "DATE-02", HOUSE, "Have it reviewed.", Weight.WARN)
def due(item: Item, _texts: tuple[Passage, ...], setting: Setting) -> Iterator[Breach]:
    """A review that is due is not forgotten."""
    review = review_of(item)
    if review and review.next_review_on < setting.today <= review.expires_on:
        yield "review/next_review_on", f"Review was due on {review.next_review_on}."


@item_rule(Item, "DATE-03", HOUSE, "Order the dates: reviewed, next review within 36 months, expiry on or after it.")
def dates_in_order(item: Item, _texts: tuple[Passage, ...], _setting: Setting) -> Iterator[Breach]:
    """Dates out of order protect nobody."""
    review = review_of(item)
    if review is None:
        return
    if not review.reviewed_on < review.next_review_on <= review.expires_on:
        yield "review", "Dates are out of order."
    if (review.next_review_on - review.reviewed_on).days > _LONGEST_REVIEW_DAYS:
        yield "review/next_review_on", "More than 36 months away."


@item_rule(Item, "FIELD-01", _RECORD, "Fill it in; “none” is an answer.")
def record_is_full(item: Item, _texts: tuple[Passage, ...], _setting: Setting) -> Iterator[Breach]:
    """A reader may ask who wrote this, who checked it and who paid."""
    review = review_of(item)
    for name in ("author", "reviewer", "funding", "conflicts") if review else ():
        if not getattr(review, name).strip():
            yield f"review/{name}", "Empty."


@item_rule(Claim, "FIELD-02", "IPDAS: sources and funding", "Name who sells, how sure we are and where it was checked.")
def claim_is_full(claim: Claim, _texts: tuple[Passage, ...], _setting: Setting) -> Iterator[Breach]:
    """A seller's claim names the seller; a claim that does not hold says what to think of it."""
    if not claim.checked.strip():
        yield "checked", "Empty."
    if claim.evidence is None:
        yield "evidence", "No evidence word."
    if claim.standing is not Standing.SUPPORTED and not claim.caution and not claim.correction:
        yield "caution", f"The claim is {claim.standing} and nothing says why."


@item_rule(Trial, "FIELD-03", "IPDAS: sources and funding", "Say what came out, who paid and where it was read.")
def trial_is_full(trial: Trial, _texts: tuple[Passage, ...], _setting: Setting) -> Iterator[Breach]:
    """A study without a source or a payer line is not shown."""
    for name in ("finding", "who_paid", "source", "strength"):
        if not getattr(trial, name).strip():
            yield name, "Empty."


@item_rule(Picture, "PEMAT-17", "AHRQ PEMAT-P", "Write a caption, and words for those who do not see it.")
def picture_in_words(picture: Picture, _texts: tuple[Passage, ...], _setting: Setting) -> Iterator[Breach]:
    """A picture teaches only with its caption, and must be heard as well as seen."""
    for name in ("caption", "alt"):
        if not getattr(picture, name).strip():
            yield name, "Empty."


@item_rule(Term, "TERM-01", HOUSE, f"Keep a definition to {_LONGEST_DEFINITION} words.")
def short_definition(_term: Term, texts: tuple[Passage, ...], _setting: Setting) -> Iterator[Breach]:
    """A definition longer than a breath is a lecture."""
    for passage in texts:
        if len(passage.read.split()) > _LONGEST_DEFINITION:
            yield passage.path, f"{len(passage.read.split())} words."


RULES: Final = (
    expired,
    due,
    dates_in_order,
    record_is_full,
    claim_is_full,
    trial_is_full,
    picture_in_words,
    short_definition,
)
