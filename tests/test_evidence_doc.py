"""docs/evidence.md says what the claims say: every count, every correction, word for word."""

from collections import Counter
from pathlib import Path

import pytest

from content.check.passages import written_out
from content.model import Claim, Food, Intake, Medicine, Rule, Screening, Term, Trial
from tests.content.fact_tables import by_id, pack
from tests.content.test_facts_evidence import CORRECTIONS

DOCUMENT = (Path(__file__).parents[1] / "docs" / "evidence.md").read_text("utf-8")
ROWS = [line for line in DOCUMENT.splitlines() if line.startswith("| ")]
CHECKED = {Claim: "checked", Trial: "status", Medicine: "status", Rule: "status", Intake: "status", Food: "status",
           Term: "status", Screening: "status"}  # fmt: skip


def test_the_twelve_errors_are_listed_once_each() -> None:
    first = [row.split(" | ")[0].removeprefix("| ") for row in ROWS]
    assert [number for number in first if number.isdecimal()] == [str(number) for number in range(1, 13)]


@pytest.mark.parametrize("error", CORRECTIONS)
def test_each_error_stands_with_its_claims_and_their_own_words(error: str) -> None:
    (row,) = (row for row in ROWS if f"| {error} |" in row)
    for claim in CORRECTIONS[error]:
        assert f"`{claim.removeprefix('claim.')}`" in row
        assert written_out(by_id(Claim)[claim].correction or "") in row


def test_the_counts_of_standings_and_sellers_are_those_of_the_claims() -> None:
    claims = pack().of(Claim)
    counted = Counter(str(claim.standing) for claim in claims)
    assert [f"| {name} | {count} |" for name, count in counted.most_common()] == [
        " | ".join(row.split(" | ")[:2]) + " |" for row in ROWS if row.split(" | ")[0][2:] in counted
    ]
    sold = Counter((claim.article, claim.seller or "none") for claim in claims)
    for (article, seller), count in sold.items():
        assert f"| {article} | {seller} | {count} |" in DOCUMENT


@pytest.mark.parametrize("kind", CHECKED, ids=lambda kind: kind.kind)
def test_facts_from_memory_are_counted(kind: type[Claim]) -> None:
    items = pack().of(kind)
    from_memory = sum("MEMORY" in getattr(item, CHECKED[kind]) for item in items)
    assert f"| {kind.kind} | {len(items)} | {from_memory} |" in DOCUMENT
