"""The claims, papers and studies of the pack hold every row and every number of the CSV files they came from."""

import re
from collections import Counter
from decimal import Decimal

import pytest

from content.model import (
    Claim,
    Evidence,
    Guide,
    Reference,
    Standing,
    Trial,
)
from tests.content.fact_tables import by_id, numbers, pack, rows, slug, words

LIFE_EXTENSION = "Life Extension"
_MISPRINT = re.compile(r' \[seed prints "[^"]*"\]')
"""A remark on the article's own print: readers see the title as the journal has it."""


def test_every_claim_keeps_its_record() -> None:
    claims = by_id(Claim)
    for row in rows("seed_claims"):
        claim = claims[f"claim.{row['id'].lower()}"]
        kept = (claim.seed_file, claim.section, claim.numbers, claim.superscripts, claim.topic, claim.claim_kind)
        names = ("seed_file", "section", "numbers_and_units", "seed_refs", "topic", "kind")
        assert kept == tuple(row[name] for name in names), claim.id
        assert (claim.standing, claim.checked) == (Standing(row["status"]), row["check"])
        assert claim.references == tuple(f"reference.{slug(one)}" for one in row["reference_ids"].split(";") if one)
        assert row["article"] in (claim.article, f"{LIFE_EXTENSION}: {claim.article}")


def test_every_number_of_a_claim_is_told() -> None:
    claims = by_id(Claim)
    for row in rows("seed_claims"):
        claim = claims[f"claim.{row['id'].lower()}"]
        told = row["claim"].replace("400 IU", "10 mcg")
        assert numbers(told) <= numbers(f"{words(claim)} {claim.note}"), claim.id


def test_a_claim_of_the_seller_names_the_seller() -> None:
    for claim in pack().of(Claim):
        assert claim.seller == ("" if claim.article.startswith("Iwamoto") else LIFE_EXTENSION)


def test_no_claim_that_was_not_verified_counts_as_high_evidence() -> None:
    surest = [one for one in pack().of(Claim) if one.evidence is Evidence.HIGH]
    assert len(surest) > 30
    for claim in surest:
        assert claim.checked.startswith(("VERIFIED", "calculation")) or claim.id == "claim.c152"


CORRECTIONS = {
    "a thousandfold dose": ("claim.c043", "claim.c044"),
    "the wrong artery and the wrong way": ("claim.c032",),
    "a withdrawn review": ("claim.c020",),
    "two numbers for one survey": ("claim.c017", "claim.c040", "claim.c041", "claim.c042"),
    "a better medicine left out": ("claim.c105", "claim.c106"),
    "fractures taken for people": ("claim.c066", "claim.c103"),
    "a comparison that flatters": ("claim.c100",),
    "almost any bone, eight-fold": ("claim.c087", "claim.c088"),
    "no adverse events": ("claim.c111", "claim.c141"),
    "cells and animals": ("claim.c134",),
    "outdated warfarin advice": ("claim.c144",),
    "scan errors": ("claim.c005", "claim.c011"),
}


@pytest.mark.parametrize("error", CORRECTIONS)
def test_each_of_the_twelve_errors_is_taught_as_a_correction(error: str) -> None:
    for claim in CORRECTIONS[error]:
        said = by_id(Claim)[claim].correction or ""
        assert said.startswith(("The article", "The copy of the article")), claim
        assert len(said.split(". ")) > 1


def test_every_reference_keeps_its_record() -> None:
    references = by_id(Reference)
    for row in rows("references"):
        one = references[f"reference.{slug(row['ref_id'])}"]
        kept = (one.authors, one.title, one.journal, one.year, one.volume, one.pages, one.pmid, one.doi, one.seed)
        names = ("authors", "title", "journal", "year", "volume_issue", "pages", "pmid", "doi_or_pmc", "seed")
        assert kept == tuple(_MISPRINT.sub("", row[name]) for name in names), one.id
        kept = (one.number_in_seed, one.id_status, one.record_status, one.integrity_note, one.integrity_status)
        names = ("number_in_seed", "id_status", "record_status", "integrity_note", "integrity_status")
        assert kept == tuple(row[name] for name in names), one.id
        assert one.funding == row["funding_or_conflict"]
        assert one.integrity or not row["integrity_note"]
        assert one.is_corrected == ("ERRATUM" in row["integrity_note"] or one.id == "reference.s0b-02")


def test_every_study_and_every_arm_is_there() -> None:
    table, trials = rows("trials"), by_id(Trial)
    assert (len(table), len(trials)) == (42, 23)
    assert Counter(f"trial.{row['trial_id'].lower()}" for row in table) == {
        trial.id: len(trial.arms) for trial in trials.values()
    }


def test_every_study_keeps_its_numbers() -> None:
    trials, seen = by_id(Trial), Counter[str]()
    for row in rows("trials"):
        trial = trials[f"trial.{row['trial_id'].lower()}"]
        arm = trial.arms[seen[trial.id]]
        seen[trial.id] += 1
        assert (trial.name, trial.year, trial.country) == (row["short_name"], row["year"], row["country"])
        assert (trial.strength, trial.in_seed, trial.source) == (row["strength"], row["in_seed_file"], row["source"])
        assert trial.status.startswith(row["status"])
        assert (trial.people_note or str(trial.people or "-")) == row["n_total"]
        assert (arm.people or "-", arm.figures, arm.effect or "-") == (row["n_arm"], row["result"], row["effect_or_p"])
        iu = {Decimal(400)} if "IU" in row["dose"] else set()
        assert numbers(row["dose"]) - iu <= numbers(words(trial)), trial.id


def test_a_withdrawn_review_says_so() -> None:
    assert [trial.id for trial in pack().of(Trial) if trial.is_withdrawn] == ["trial.t12"]


def test_people_out_of_100_are_given_only_where_people_were_counted() -> None:
    counted = {(trial.id, arm.id): arm.out_of_100 for trial in pack().of(Trial) for arm in trial.arms if arm.out_of_100}
    assert counted == {("trial.t04", "a1"): Decimal("1.9"), ("trial.t04", "a2"): Decimal("3.8")}


def test_no_number_of_a_claim_or_study_is_lost_in_plain_words() -> None:
    for row in rows("seed_claims"):
        item = by_id(Claim)[f"claim.{row['id'].lower()}"]
        assert numbers(row["caution"]) <= numbers(f"{words(item)} {item!r}"), item.id
    for row in rows("trials"):
        trial = by_id(Trial)[f"trial.{row['trial_id'].lower()}"]
        told = numbers(f"{words(trial)} {trial!r}")
        for column in ("design", "population", "arm", "co_treatment", "duration", "outcome", "bias_and_conflict"):
            assert numbers(row[column]) <= told, (trial.id, column)


NUTRIENT_TABLES = {f"reference.x-{number}" for number in (11, 16, 17, 18, 19)}


def test_every_guide_on_a_nutrient_cites_the_table_of_its_goals_and_limits() -> None:
    asked = ("calcium", "vitamin-d", "vitamin-k", "magnesium", "zinc", "manganese", "silicon", "boron")
    for name in asked:
        assert NUTRIENT_TABLES & set(by_id(Guide)[f"guide.{name}"].sources), name
