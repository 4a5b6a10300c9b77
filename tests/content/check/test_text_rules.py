"""Rules on one text that the case file does not hold: each catches what it must and leaves the rest alone."""

from datetime import date

import pytest

from content.check import findings
from content.check.passages import Passage, written_out
from content.check.rule import Setting
from content.check.rules import TEXT_RULES
from content.model import Phrase, Text

SETTING = Setting(date(2026, 11, 22))
ITEM = Phrase(id="phrase.case", text=Text(""))

BROKEN = [
    ("DOSE-01", "Take 45 mg of it."),
    ("DOSE-01", "That is 1,500 milligrams."),
    ("DOSE-02", "Take [[1,200 mg]] a day."),
    ("DOSE-02", "Take [[1.0 mg]] a day."),
    ("ISMP-02", "Take [[1000 IU]] a day."),
    ("ISMP-07", "Take [[5 mg]]. with food"),
    ("ISMP-10", "Take [[45 mg]]/day."),
    ("ISMP-15", "Ask about MTX."),
    ("ISMP-16", "Take II tablets."),
    ("ISMP-17", "Take 5 ml now."),
    ("USP-01", "Take it two times each day."),
    ("RISK-01", "This is 1 in 40 people."),
    ("RISK-02", "The risk falls by 30% with it."),
    ("RISK-02", "You are twice as likely to fall."),
    ("RISK-02", "Deaths show an eight-fold rise."),
    ("RISK-03", "This is a rare side effect."),
    ("SAFE-01", "Stop taking your medicine."),
    ("SAFE-01", "You feel better. Then skip your next dose."),
    ("VOICE-04", "Do not fail to take it. It was your fault."),
    ("VOICE-05", "DO NOT TAKE it."),
    ("PEMAT-03", "Utilize the renal clinic."),
    ("LENGTH-01", "If you " + "walk and " * 10 + "rest, you are well."),
    ("PEMAT-08", "You walk and you eat and you rest and you sleep well each day. " * 5),
]
CLEAN = [
    "Take [[45 mg]] a day.",
    "Take [[25 mcg as D]] each morning.",
    "About 12 out of 100 people fell, so the risk falls by 30%.",
    "This is rare: 1 out of 100 people had it.",
    "Do not stop your medicine on your own.",
    "Stop and rest when you feel dizzy.",
    "Call 911 now.",
    "Eat 2 fold-over tortillas.",
    "The T-score is -2.5.",
    "US experts say so.",
    "Walk 3 times a week.",
]


@pytest.mark.parametrize(("rule", "text"), BROKEN)
def test_a_broken_rule_is_found(rule: str, text: str) -> None:
    assert rule in {one.rule for one in findings(Phrase(id="phrase.case", text=Text(text)), SETTING)}


@pytest.mark.parametrize("text", CLEAN)
def test_a_good_sentence_is_left_alone(text: str) -> None:
    assert list(findings(Phrase(id="phrase.case", text=Text(text)), SETTING)) == []


def found_in(path: str, text: str) -> set[str]:
    passage = Passage(ITEM, path, text, written_out(text), written_out(text))
    return {found.rule for rule in TEXT_RULES for found in rule.findings(passage)}


def test_an_action_in_the_passive_is_found_and_a_paragraph_is_not() -> None:
    assert "VOICE-03" in found_in("actions/scan/do", "Ask which scan is needed.") | found_in(
        "main_message/0", "Bones are made new."
    )
    assert "VOICE-03" not in found_in("blocks/turnover/paragraphs/0", "Bones are made new.")


def test_a_main_message_of_four_sentences_is_found() -> None:
    assert "CCI-01" in found_in("main_message/0", "Walk. Eat well. Rest. Ask.")


def test_every_rule_says_where_it_comes_from_and_how_to_mend() -> None:
    for rule in TEXT_RULES:
        assert rule.source
        assert rule.fix.endswith((".", "”"))
        assert rule.find.__doc__


def test_the_bottle_line_of_vitamin_d_is_not_taken_for_international_units() -> None:
    assert (
        written_out("[[25 mcg as D]] and [[1200 mg]], or [[90 to 120 mcg]]") == "25 mcg and 1,200 mg, or 90 to 120 mcg"
    )
