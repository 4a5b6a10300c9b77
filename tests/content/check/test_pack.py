"""The rules over the whole bone-health pack: no error, in little time."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from content.check import Weight, check
from content.check.__main__ import main, summary
from content.check.manual import page
from content.model import Claim, Text
from content.pack import Pack
from content.source import readable

PACK = Path(__file__).parents[3] / "content" / "packs" / "bone-health"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return readable(PACK)


def test_the_pack_breaks_no_rule(pack: Pack) -> None:
    errors = [str(one) for one in check(pack, TODAY) if one.severity is Weight.ERROR]
    assert errors == []


def test_a_unit_that_slips_in_is_found_with_its_place_and_cure(pack: Pack) -> None:
    first, *rest = pack.of(Claim)
    spoiled = replace(first, text=Text("The women took 45 mcg of K2."))
    found = check(replace(pack, by_kind={"claim": (spoiled, *rest)}), TODAY)
    told = "error DOSE-01 claim.c001:text: “45 mcg”. Write the amount as a token, such as [[45 mg]]."
    assert told in [str(one) for one in found]


def test_everything_expires_in_the_end(pack: Pack) -> None:
    topics = {kind: pack.by_kind[kind] for kind in ("bundle", "quiz")}
    late = check(replace(pack, by_kind=topics), date(2040, 1, 1))
    assert [one.rule for one in late] == ["DATE-01"] * sum(map(len, topics.values()))
    assert summary(late) == f"{len(late)} errors, 0 warnings: DATE-01 {len(late)}"


def test_the_writers_command_prints_findings_and_counts(capsys: pytest.CaptureFixture[str]) -> None:
    main(["claim."])
    assert capsys.readouterr().out.strip().endswith("0 errors, 0 warnings")


def test_the_page_for_authors_tells_the_rules_as_they_are() -> None:
    written = Path(__file__).parents[3] / "docs" / "writing-rules.md"
    assert written.read_text("utf-8") == page(), "remake it: python -m content.check --page > docs/writing-rules.md"
