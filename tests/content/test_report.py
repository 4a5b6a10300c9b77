"""The score card measures what the rules found, and the page shows it to anybody."""

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from content.check import Finding, Weight
from content.model import Exemption, Guide, Text
from content.pack import Pack
from content.report import ScoreCard, html, score_card
from content.report.marks import CCI, PEMAT, Score, Verdict, marks, score
from content.source import readable

PACK = Path(__file__).parents[2] / "content" / "packs" / "bone-health"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return readable(PACK)


@pytest.fixture(scope="module")
def card(pack: Pack) -> ScoreCard:
    return score_card(pack, TODAY)


def breach(rule: str) -> Finding:
    return Finding("guide.x", "", rule, "Wrong.", "Mend it.", Weight.ERROR)


def test_the_indexes_hold_the_items_the_originals_have() -> None:
    assert [one.number for one in CCI] == [str(number) for number in range(1, 21)]
    assert len(PEMAT) == 23
    assert len({one.number for one in PEMAT}) == 23


def test_only_what_a_machine_measured_is_counted() -> None:
    clean = marks(CCI, [])
    verdicts = [one.verdict for one in clean]
    assert (verdicts.count(Verdict.PERSON), verdicts.count(Verdict.LAYOUT)) == (2, 3)
    assert score(clean) == Score(15, 15)


def test_a_broken_rule_costs_the_items_it_measures() -> None:
    missed = [one.criterion.number for one in marks(PEMAT, [breach("ISMP-06")]) if one.verdict is Verdict.MISSED]
    assert missed == ["6"]
    assert score(marks(CCI, [breach("CCI-12")])).percent == round(100 * 11 / 15)


def test_every_topic_of_the_pack_is_on_the_card(pack: Pack, card: ScoreCard) -> None:
    topics = [item.id for kind in ("guide", "quiz", "bundle") for item in pack.by_kind[kind]]
    assert [topic.id for topic in card.topics] == topics
    assert {one.kind: one.count for one in card.sums} == {kind: len(items) for kind, items in pack.by_kind.items()}


def test_every_guide_reads_at_grade_6_or_below_with_no_block_above_8(card: ScoreCard) -> None:
    guides = [topic for topic in card.topics if topic.kind == "guide"]
    assert len(guides) >= 14
    for guide in guides:
        assert guide.grade <= 6, guide.id
        assert guide.hardest_grade <= 8, guide.id
        assert guide.longest_sentence <= 20, guide.id


def test_every_kind_of_text_reads_at_grade_6_or_below(card: ScoreCard) -> None:
    assert [(one.kind, one.grade) for one in card.sums if one.grade is not None and one.grade > 6] == []


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def test_the_page_is_whole_and_names_every_topic(card: ScoreCard) -> None:
    reader = _Reader()
    reader.feed(html(card))
    assert reader.open == []
    said = "".join(reader.said)
    assert all(topic.title in said for topic in card.topics)


def test_the_page_shows_findings_and_exemptions_and_trusts_no_text(pack: Pack) -> None:
    guide = pack.of(Guide)[0]
    exempt = (Exemption(rule="CCI-09", reason="A name.", where="blocks"),)
    spoiled = replace(guide, title=Text("<script>Walk</script>"), purpose=Text(""), exempt=exempt)
    page = html(score_card(replace(pack, by_kind={"guide": (spoiled,)}), TODAY))
    assert "<script>" not in page
    assert "PEMAT-01" in page
    assert "CCI-09 blocks: A name." in page
