"""Every rule on the strings of `tests/facts/plain_language_cases.csv`: caught where it must be, else silent."""

import csv
from datetime import date
from pathlib import Path

import pytest

from content.check import findings
from content.check.finding import Finding
from content.check.rule import Setting
from content.model import Phrase, Text

CASES = Path(__file__).parents[2] / "facts" / "plain_language_cases.csv"
TODAY = date(2026, 11, 22)


def cases(expected: str) -> list[tuple[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as lines:
        return [(row["rule"], row["text"]) for row in csv.DictReader(lines) if row["expected"] == expected]


def found(text: str) -> list[Finding]:
    return list(findings(Phrase(id="phrase.case", text=Text(text)), Setting(TODAY)))


@pytest.mark.parametrize(("rule", "text"), cases("caught"))
def test_a_text_that_must_be_caught_is_caught_by_its_rule(rule: str, text: str) -> None:
    assert rule in {one.rule for one in found(text)}


@pytest.mark.parametrize("text", [text for _, text in cases("clean")])
def test_a_clean_text_is_clean(text: str) -> None:
    assert [one for one in found(text) if one.rule != "DOSE-01"] == []
